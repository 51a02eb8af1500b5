//! The files of a seed as they are written: seeds/README.md, as types.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::{
    accounts::OrganisationKind, clock::Zone, guidelines::Period, proposals::workflow::State, words::Trilingual,
};

/// `call.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    pub slug: String,
    pub year: i32,
    /// The slug of a definition in `guidelines/`.
    pub guidelines: String,
    /// The action plan period, which all its proposals carry.
    pub period: Period,
    pub time_zone: Zone,
    pub opens: NaiveDateTime,
    /// The deadline, as extended.
    pub closes: NaiveDateTime,
    /// The deadline as first announced.
    pub first_closes: Option<NaiveDateTime>,
    pub admits: Vec<OrganisationKind>,
    pub themes: Vec<String>,
    pub example: bool,
    pub sources: Vec<String>,
    pub title: Trilingual,
    pub summary: Trilingual,
    /// Markdown.
    pub body: Trilingual,
    /// What is documented and what is inferred.
    pub note: Option<Trilingual>,
    pub decision_meeting: Option<DecisionMeeting>,
}

/// What is known of the meeting that decided.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionMeeting {
    pub date: NaiveDate,
    pub body: Trilingual,
    pub session: Trilingual,
}

/// `organisations.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisations {
    pub organisations: Vec<Organisation>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub key: String,
    pub name: String,
    pub kind: OrganisationKind,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees.
    pub lat: f64,
    pub lon: f64,
    pub website: Option<String>,
    #[serde(default)]
    pub example: bool,
}

/// `proposals/NN-slug.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    pub number: i32,
    pub slug: String,
    /// The key of its lead.
    pub organisation: String,
    pub state: State,
    pub sources: Vec<String>,
    pub source_note: Trilingual,
    /// By the keys of the guidelines.
    pub answers: Map<String, Json>,
    #[serde(default)]
    pub places: Vec<Place>,
}

/// A partner city that the source names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub name: String,
    pub country: String,
    pub lat: f64,
    pub lon: f64,
}

/// `publications.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publications {
    pub note: Trilingual,
    pub publications: Vec<Publication>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    pub key: String,
    /// As printed.
    pub title: String,
    pub language: String,
    pub year: Option<i32>,
    pub theme: Option<String>,
    /// The slugs of the proposals that it belongs to.
    #[serde(default)]
    pub initiatives: Vec<String>,
    pub caption: Trilingual,
}

/// `texts.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    pub association: Trilingual,
    pub what: Titled,
    pub benefits: Benefits,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titled {
    pub title: Trilingual,
    pub text: Trilingual,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefits {
    pub title: Trilingual,
    pub text: Trilingual,
    pub items: Vec<Benefit>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    pub key: String,
    pub text: Trilingual,
}
