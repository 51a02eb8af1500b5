//! What is typed at the desk: read and checked before anything is done with it.

pub mod decision;
pub mod list;
pub mod review;
pub mod verbs;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::{
    clock::{Moment, Zone},
    ids::UserId,
    proposals::rules::Check,
};

/// More than spaces.
fn given(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Err(ValidationError::new("missing")) } else { Ok(()) }
}

fn is_date(text: &str) -> Result<(), ValidationError> {
    date(text).map(|_| ()).ok_or(ValidationError::new("date"))
}

fn is_instant(text: &str) -> Result<(), ValidationError> {
    local(text).map(|_| ()).ok_or(ValidationError::new("instant"))
}

/// As a date input sends it.
/// A day within the programme's time; a slip of the pen is none.
fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().filter(|day| YEARS.contains(&day.year()))
}

const YEARS: std::ops::RangeInclusive<i32> = 1985..=2100;

/// As an input of date and time sends it, and as people type it where there is none.
fn local(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().replace(' ', "T");
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())
}

/// The instant at which a clock in `zone` shows what was typed.
fn instant(text: &str, zone: Zone) -> Option<Moment> {
    local(text).map(|local| Moment::from_local(local, zone.0))
}

/// An instant for an input of date and time.
pub fn typed_instant(at: Moment, zone: Zone) -> String {
    at.in_zone(zone.0).format("%Y-%m-%dT%H:%M").to_string()
}

/// Whether a proposal fulfils the conditions of its call.
#[derive(Debug, Deserialize, Validate)]
pub struct Eligibility {
    #[serde(default)]
    #[validate(custom(function = "is_yes_or_no", message = "desk-eligibility-choose"))]
    pub passed: String,
    #[serde(default)]
    #[validate(length(max = 4000, message = "form-too-long"))]
    pub eligibility_reason: String,
    /// When the check that the form shows was made, in milliseconds; empty if there was none.
    #[serde(default)]
    checked: String,
}

impl Eligibility {
    fn passes(&self) -> bool {
        self.passed == "yes"
    }

    pub fn check(&self) -> Check<'_> {
        let seen = self.checked.parse().ok().map(Moment::from_millis);
        Check { passed: self.passes(), reason: &self.eligibility_reason, seen }
    }

    /// Whether a reason is asked for and not given.
    pub fn lacks_reason(&self) -> bool {
        !self.passes() && self.eligibility_reason.trim().is_empty()
    }
}

fn is_yes_or_no(text: &str) -> Result<(), ValidationError> {
    if matches!(text, "yes" | "no") { Ok(()) } else { Err(ValidationError::new("choice")) }
}

/// A reviewer who is given a proposal.
#[derive(Debug, Deserialize, Validate)]
pub struct Assignment {
    #[serde(default)]
    #[validate(custom(function = "is_reviewer", message = "desk-assign-choose"))]
    pub reviewer: String,
}

impl Assignment {
    pub fn reviewer(&self) -> Option<UserId> {
        self.reviewer.parse().ok()
    }
}

fn is_reviewer(text: &str) -> Result<(), ValidationError> {
    text.parse::<UserId>().map(|_| ()).map_err(|_| ValidationError::new("choice"))
}

/// A comment for the house.
#[derive(Debug, Deserialize, Validate)]
pub struct Internal {
    #[serde(default)]
    #[validate(
        custom(function = "given", message = "proposals-no-comment"),
        length(max = 4000, message = "form-too-long")
    )]
    pub internal: String,
}

/// A comment for the applicant.
#[derive(Debug, Deserialize, Validate)]
pub struct ToApplicant {
    #[serde(default)]
    #[validate(
        custom(function = "given", message = "proposals-no-comment"),
        length(max = 4000, message = "form-too-long")
    )]
    pub applicant: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read_in_the_zone_of_the_call_and_written_back_the_same() {
        let madrid: Zone = "Europe/Madrid".parse().unwrap();
        let at = instant("2014-05-15T23:59", madrid).unwrap();
        assert_eq!(at.iso(), "2014-05-15T21:59:00.000Z");
        assert_eq!(typed_instant(at, madrid), "2014-05-15T23:59");
        assert_eq!(instant("2014-05-15 23:59", madrid), Some(at), "as typed where the browser has no such input");
        for wrong in ["", "2014-05-15", "15.5.2014 23:59", "2014-02-30T10:00"] {
            assert_eq!(instant(wrong, madrid), None, "{wrong}");
        }
    }
}
