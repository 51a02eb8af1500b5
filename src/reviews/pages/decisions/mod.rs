//! The decisions of a call: the list, preparing many, what publishing would do, how far it is, and what letters say.

pub mod letters;
pub mod list;
pub mod preparing;
pub mod publishing;

use crate::{
    mail::Email,
    proposals::rules::Outcome,
    reviews::{pages::Reader, store::decisions::Decided},
};

/// A proposal by name.
pub struct Named {
    pub href: String,
    pub reference: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    /// Who applies.
    pub organisation: String,
    pub state: &'static str,
}

impl Named {
    pub fn of(one: &Decided, reader: Reader) -> Self {
        let proposal = &one.case.proposal;
        let (title, title_lang) = super::titled(&proposal.title, proposal.language, reader.locale);
        Self {
            href: format!("/desk/proposals/{}", proposal.reference),
            reference: proposal.reference.to_string(),
            title,
            title_lang,
            organisation: one.case.organisation.name.clone(),
            state: proposal.state.code(),
        }
    }
}

/// What is decided, in words: `Approve`, `Not selected`.
pub fn outcome_words(outcome: Outcome, reader: Reader) -> String {
    reader.t(&format!("desk-outcome-{}", outcome.code()))
}

/// `Asha Verma <official@agra.example>`
pub fn addressee(name: &str, email: &Email) -> String {
    if name.is_empty() { email.to_string() } else { format!("{name} <{email}>") }
}
