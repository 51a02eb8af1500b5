//! What is typed at the desk: read and checked before anything is done with it.

pub mod assigning;
pub mod bulk;
pub mod decision;
pub mod decisions;
pub mod eligibility;
pub mod figures;
pub mod list;
pub mod review;
pub mod verbs;
pub mod workplace;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::{
    clock::{Moment, Zone},
    ids::UserId,
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

/// An instant to come, if one was typed; else the key of what is wrong with it.
pub fn due(text: &str, zone: Zone, now: Moment) -> Result<Option<Moment>, &'static str> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match instant(text, zone) {
        None => Err("desk-instant-wrong"),
        Some(due) if due <= now => Err("proposals-no-due-past"),
        due => Ok(due),
    }
}

/// An instant for an input of date and time.
pub fn typed_instant(at: Moment, zone: Zone) -> String {
    at.in_zone(zone.0).format("%Y-%m-%dT%H:%M").to_string()
}

/// A reviewer who is given a proposal.
#[derive(Debug, Deserialize, Validate)]
pub struct Assignment {
    #[serde(default)]
    #[validate(custom(function = "is_reviewer", message = "desk-assign-choose"))]
    pub reviewer: String,
    /// Until when, on the clock of the call; empty for the phase's.
    #[serde(default)]
    pub due: String,
}

impl Assignment {
    pub fn reviewer(&self) -> Option<UserId> {
        self.reviewer.parse().ok()
    }
}

fn is_reviewer(text: &str) -> Result<(), ValidationError> {
    text.parse::<UserId>().map(|_| ()).map_err(|_| ValidationError::new("choice"))
}

/// Until when one reviewer is asked for the review; empty for the phase's.
#[derive(Debug, Deserialize, Validate)]
pub struct ReviewDue {
    #[serde(default)]
    pub review_due: String,
}

/// Why somebody does not review it.
#[derive(Debug, Deserialize, Validate)]
pub struct Declining {
    #[serde(default)]
    #[validate(
        custom(function = "given", message = "proposals-no-reason"),
        length(max = 2000, message = "form-too-long")
    )]
    pub decline_reason: String,
}

/// What interest somebody has in it.
#[derive(Debug, Deserialize, Validate)]
pub struct Declaring {
    #[serde(default)]
    #[validate(
        custom(function = "given", message = "desk-conflict-reason-missing"),
        length(max = 2000, message = "form-too-long")
    )]
    pub conflict_reason: String,
}

/// What the secretariat rules on somebody's interest in it.
#[derive(Debug, Deserialize, Validate)]
pub struct RulingForm {
    #[serde(default)]
    #[validate(custom(function = "is_reviewer", message = "desk-conflict-person-missing"))]
    pub person: String,
    /// `set` or `dismissed`.
    #[serde(default)]
    ruling: String,
    #[serde(default)]
    #[validate(
        custom(function = "given", message = "desk-conflict-reason-missing"),
        length(max = 2000, message = "form-too-long")
    )]
    pub ruling_reason: String,
}

impl RulingForm {
    pub fn stands(&self) -> bool {
        self.ruling != "dismissed"
    }
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
