//! Small closed sets around a proposal: who a conversation is for, what was decided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::requests::Request;
use crate::{clock::Moment, codes::codes, words::Trilingual};

codes! {
    /// Who may read a conversation, the narrowest first.
    Audience {
        /// The secretariat alone.
        Internal = "internal",
        /// The secretariat, and those who review it, as far as the phase and their standing allow.
        Reviewers = "reviewers",
        /// The secretariat and the organisation that leads it; no reviewer.
        Applicant = "applicant",
    }

    /// What was decided.
    Outcome {
        Approved = "approved",
        NotSelected = "not_selected",
        /// Not selected since it does not fulfil the call's conditions; the secretariat's decision, not the Board's.
        Ineligible = "ineligible",
        /// Returned for changes: a step, after which another decision comes.
        Returned = "returned",
    }
}

/// What the Board, or the secretariat for an ineligible proposal, decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub outcome: Outcome,
    /// Who decided. Empty for an ineligible one, and perhaps for a returned one.
    pub body: String,
    pub session: String,
    /// None where no body is named.
    pub decided_on: Option<NaiveDate>,
    pub minute_reference: String,
    /// Required of those that are not selected.
    pub reason: String,
    /// To the applicant, in the letter.
    pub message: String,
    /// What is to be changed, of one that is returned.
    pub requests: Vec<Request>,
    /// Until when it can then be submitted again.
    pub due_at: Option<Moment>,
}

/// Where a registered proposal is known from: it was not written here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sources {
    pub sources: Vec<String>,
    pub note: Option<Trilingual>,
    /// Partner cities that the sources name, for the map.
    #[serde(default)]
    pub places: Vec<Place>,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Millionths of a degree.
    pub latitude: i64,
    /// Millionths of a degree.
    pub longitude: i64,
}
