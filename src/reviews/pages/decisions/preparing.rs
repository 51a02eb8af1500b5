//! Preparing one decision for many proposals.

use askama::Template;

use super::{Named, outcome_words};
use crate::{
    calls::DeskCall,
    guidelines::inputs::Question,
    proposals::rules::Outcome,
    reviews::{
        forms::decisions::pick,
        pages::{
            Reader,
            verbs::{Input, Kind},
        },
        store::decisions::Decided,
    },
    web::{Filled, Frame},
};

#[derive(Template)]
#[template(path = "desk/decisions/preparing.html")]
pub struct PreparingPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    /// Where the form is sent.
    pub action: String,
    pub lede: String,
    pub chosen: Vec<Chosen>,
    pub inputs: Vec<Input>,
    pub requests: Option<Question>,
    /// The outcome, where the form does not ask for it.
    pub outcome: Option<&'static str>,
}

/// A proposal that was chosen.
pub struct Chosen {
    pub named: Named,
    pub pick: String,
    /// What is prepared for it, and would be replaced.
    pub replaces: Option<String>,
}

impl Chosen {
    pub fn of(one: &Decided, reader: Reader) -> Self {
        let held = one.decision.as_ref().filter(|made| made.is_prepared());
        let proposal = &one.case.proposal;
        Self {
            named: Named::of(one, reader),
            pick: pick(&proposal.reference, proposal.version, held.map(|held| held.version)),
            replaces: held.map(|held| {
                let what = outcome_words(held.outcome, reader);
                reader.locale.tr("decisions-replaces", &[("what", what.into())])
            }),
        }
    }
}

/// What the page is called.
pub fn title(outcome: Outcome, reader: Reader) -> String {
    reader.locale.pair(reader.t("decisions-prepare"), reader.t(super::super::proposal::decision_word(outcome)))
}
