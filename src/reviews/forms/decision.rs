//! The decision as the secretariat registers it.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::{date, verbs::Seen};
use crate::{
    error::FieldErrors,
    proposals::rules::{Decision as Made, Outcome},
    web::Values,
    words::Locale,
};

/// What the button that was pressed does with a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// It is prepared, and published at once.
    Publish,
    /// It is prepared.
    Hold,
    /// It is prepared, and its letters are looked at.
    Look,
}

impl Press {
    /// As the button says it; none for what no button says.
    pub fn read(said: &str) -> Option<Self> {
        match said {
            "yes" => Some(Self::Publish),
            "no" => Some(Self::Hold),
            "look" => Some(Self::Look),
            _ => None,
        }
    }

    pub fn publishes(self) -> bool {
        self == Self::Publish
    }

    /// Where it leads, below the page of the proposal.
    pub const fn leads(self) -> &'static str {
        match self {
            Self::Look => "/decision/letters",
            Self::Publish | Self::Hold => "",
        }
    }
}

/// The form; which of its fields are required depends on the outcome.
#[derive(Debug, Deserialize, Validate)]
pub struct Decision {
    /// Of the proposal; none where many are decided together.
    #[serde(default)]
    pub version: i32,
    /// The version of the decision that is prepared, as it was seen; empty if none was.
    #[serde(default)]
    held: String,
    #[serde(default)]
    #[validate(custom(function = "is_outcome", message = "form-choice-wrong"))]
    outcome: String,
    #[serde(default)]
    #[validate(length(max = 200, message = "form-too-long"))]
    body: String,
    #[serde(default)]
    #[validate(length(max = 200, message = "form-too-long"))]
    session: String,
    #[serde(default)]
    #[validate(custom(function = "is_date_or_nothing", message = "form-date-wrong"))]
    decided_on: String,
    #[serde(default)]
    #[validate(length(max = 200, message = "form-too-long"))]
    minute_reference: String,
    #[serde(default)]
    #[validate(length(max = 8000, message = "form-too-long"))]
    message: String,
    #[serde(default)]
    #[validate(length(max = 4000, message = "form-too-long"))]
    reason: String,
    /// A [`Press`].
    #[serde(default)]
    publish: String,
}

impl Seen for Decision {
    fn version(&self) -> i32 {
        self.version
    }
}

fn is_outcome(text: &str) -> Result<(), ValidationError> {
    // A return has a form of its own.
    let known = text.parse::<Outcome>().is_ok_and(|outcome| outcome != Outcome::Returned);
    if known { Ok(()) } else { Err(ValidationError::new("choice")) }
}

fn is_date_or_nothing(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Ok(()) } else { super::is_date(text) }
}

impl Decision {
    /// Without a button, nothing is published.
    pub fn press(&self) -> Press {
        Press::read(&self.publish).unwrap_or(Press::Hold)
    }

    pub fn held(&self) -> Option<i32> {
        self.held.parse().ok()
    }

    /// The decision, or the fields that it lacks. Nobody has decided anything after `today`.
    pub fn made(&self, today: NaiveDate, locale: Locale) -> Result<Made, FieldErrors> {
        let outcome = self.outcome.parse().unwrap_or(Outcome::NotSelected);
        let mut missing = FieldErrors::default();
        for (name, text) in self.required(outcome) {
            if text.trim().is_empty() {
                missing.add(name, locale.t("form-missing"));
            }
        }
        if date(&self.decided_on).is_some_and(|day| day > today) {
            missing.add("decided_on", locale.t("desk-decision-day-future"));
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let text = |text: &str| text.trim().to_owned();
        Ok(Made {
            outcome,
            body: text(&self.body),
            session: text(&self.session),
            decided_on: date(&self.decided_on),
            minute_reference: text(&self.minute_reference),
            reason: text(&self.reason),
            message: text(&self.message),
            requests: Vec::new(),
            due_at: None,
        })
    }

    fn required(&self, outcome: Outcome) -> Vec<(&'static str, &str)> {
        let board = [
            ("body", self.body.as_str()),
            ("session", self.session.as_str()),
            ("decided_on", self.decided_on.as_str()),
            ("minute_reference", self.minute_reference.as_str()),
        ];
        let reason = ("reason", self.reason.as_str());
        match outcome {
            Outcome::Approved => board.to_vec(),
            Outcome::NotSelected => [board.as_slice(), &[reason]].concat(),
            Outcome::Ineligible => vec![reason],
            Outcome::Returned => Vec::new(),
        }
    }
}

/// A decision that is held, as the form shows it.
pub fn typed(made: &Made, held: i32) -> Values {
    let day = made.decided_on.map(|day| day.to_string()).unwrap_or_default();
    [
        ("held", held.to_string()),
        ("outcome", made.outcome.code().to_owned()),
        ("body", made.body.clone()),
        ("session", made.session.clone()),
        ("decided_on", day),
        ("minute_reference", made.minute_reference.clone()),
        ("message", made.message.clone()),
        ("reason", made.reason.clone()),
    ]
    .into_iter()
    .collect()
}
