//! The forms of the workflow's buttons. Each carries the version of the proposal that the person saw.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::Validate;

use super::{date, decision::Press, given, instant, is_date, is_instant};
use crate::{
    clock::{Moment, Zone},
    ids::LateAttemptId,
};

/// A form that carries what the person saw.
pub trait Seen {
    /// The version of the proposal.
    fn version(&self) -> i32;

    /// What is done with its decision, of those that can be prepared.
    fn press(&self) -> Press {
        Press::Publish
    }
}

macro_rules! seen {
    ($($form:ident),*) => {$(
        impl Seen for $form {
            fn version(&self) -> i32 { self.version }
        }
    )*};
}

seen!(Admission, Plain, Due, Reason, Withdrawal, Running, Completion, EarlyEnd);

/// Nothing but the button.
#[derive(Debug, Deserialize, Validate)]
pub struct Plain {
    pub version: i32,
}

/// Returning for changes. The requests are read beside it, by `proposals::requests::Sheet`.
#[derive(Debug, Deserialize, Validate)]
pub struct Return {
    /// None where many are returned together.
    #[serde(default)]
    pub version: i32,
    /// What goes before the requests.
    #[serde(default)]
    #[validate(length(max = 8000, message = "form-too-long"))]
    pub what: String,
    /// Looked at together with the requests, so that all that is wrong is said at once.
    #[serde(default)]
    pub due: String,
    /// The version of the decision that is prepared, as it was seen; empty if none was.
    #[serde(default)]
    held: String,
    /// A [`Press`].
    #[serde(default)]
    publish: String,
}

impl Seen for Return {
    fn version(&self) -> i32 {
        self.version
    }

    fn press(&self) -> Press {
        Press::read(&self.publish).unwrap_or(Press::Publish)
    }
}

impl Return {
    pub fn held(&self) -> Option<i32> {
        self.held.parse().ok()
    }

    /// Until when, on the clock of the call.
    pub fn due(&self, zone: Zone) -> Option<Moment> {
        instant(&self.due, zone)
    }
}

/// More time for changes.
#[derive(Debug, Deserialize, Validate)]
pub struct Due {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "is_instant", message = "desk-instant-wrong"))]
    pub due: String,
}

impl Due {
    pub fn due(&self, zone: Zone) -> Option<Moment> {
        instant(&self.due, zone)
    }
}

/// Changing a decision, reinstating: why.
#[derive(Debug, Deserialize, Validate)]
pub struct Reason {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
}

/// Admitting what came too late: which of the texts that are held, and why.
#[derive(Debug, Deserialize, Validate)]
pub struct Admission {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "is_attempt", message = "form-choice-wrong"))]
    pub attempt: String,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
}

impl Admission {
    pub fn attempt(&self) -> Option<LateAttemptId> {
        self.attempt.parse().ok()
    }
}

fn is_attempt(text: &str) -> Result<(), validator::ValidationError> {
    text.parse::<LateAttemptId>().map(|_| ()).map_err(|_| validator::ValidationError::new("choice"))
}

/// Withdrawing for the owner.
#[derive(Debug, Deserialize, Validate)]
pub struct Withdrawal {
    pub version: i32,
    /// That the owner asked for it in writing.
    #[serde(default)]
    #[validate(length(min = 1, message = "desk-withdrawal-request-missing"))]
    pub request: String,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
}

/// The day on which an Initiative starts.
#[derive(Debug, Deserialize, Validate)]
pub struct Running {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "is_date", message = "form-date-wrong"))]
    pub starts_on: String,
}

impl Running {
    pub fn starts_on(&self) -> Option<NaiveDate> {
        date(&self.starts_on)
    }
}

/// What came of an Initiative.
#[derive(Debug, Deserialize, Validate)]
pub struct Completion {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 4000, message = "form-too-long"))]
    pub outcome: String,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 40000, message = "form-too-long"))]
    pub report: String,
}

/// Why and when an Initiative ended early.
#[derive(Debug, Deserialize, Validate)]
pub struct EarlyEnd {
    pub version: i32,
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
    #[serde(default)]
    #[validate(custom(function = "is_date", message = "form-date-wrong"))]
    pub ended_on: String,
}

impl EarlyEnd {
    pub fn ended_on(&self) -> Option<NaiveDate> {
        date(&self.ended_on)
    }
}
