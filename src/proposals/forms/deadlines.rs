//! The forms by which the secretariat gives more time.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::said;
use crate::{
    calls::terms::{Clockwork, meant, typed_local},
    clock::{Moment, Zone},
};

/// Moves the deadline of a call, as it stood at this version.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct ExtensionForm {
    pub version: i32,
    #[validate(custom(function = is_instant, message = "calls-instant-wrong"))]
    pub closes: String,
    #[validate(custom(function = said, message = "proposals-no-reason"), length(max = 2000, message = "form-too-long"))]
    pub reason: String,
}

/// Gives one organisation time of its own.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct GrantForm {
    /// Its slug.
    pub organisation: String,
    #[validate(custom(function = is_instant, message = "calls-instant-wrong"))]
    pub own_closes: String,
    #[validate(custom(function = said, message = "proposals-no-reason"), length(max = 2000, message = "form-too-long"))]
    pub own_reason: String,
}

fn is_instant(text: &str) -> Result<(), ValidationError> {
    typed_local(text).map(|_| ()).ok_or(ValidationError::new("instant"))
}

/// The instant that was meant by what was typed, on the clock of the call.
pub fn instant(typed: &str, zone: Zone) -> Option<(Moment, Clockwork)> {
    typed_local(typed).map(|local| meant(local, zone))
}
