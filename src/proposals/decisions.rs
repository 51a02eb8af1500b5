//! What the letters about decisions say: the placeholders that each of them knows, and whose words it has.

use std::collections::BTreeMap;

use crate::{
    ids::Reference,
    mail::{Placeholder, Wording, Wordings, kinds::Kind},
    proposals::{
        policy::{Deed, Standing, Verdict, may},
        rules::Outcome,
        workflow::{Action, State},
    },
    words::Locale,
};

/// What the letters of a call say in words of their own, by outcome.
pub type Texts = BTreeMap<Outcome, Wordings>;

/// A proposal that was chosen, as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub reference: Reference,
    /// The version of the proposal.
    pub seen: i32,
    /// That of its prepared decision; none where nothing was prepared.
    pub held: Option<i32>,
}

/// Why somebody's choice cannot be ordered as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hurdle {
    /// It, or what is prepared for it, is another than was seen.
    Changed,
    /// An order that publishes it is open.
    Ordered,
    /// What it is asked would be due before it is told.
    DueBefore,
}

/// The button by which it is published.
pub fn deed(outcome: Outcome) -> Deed {
    Deed::Move(action(outcome))
}

/// Whether what is prepared can be published where the proposal stands now. Before the review that is so only while it could be
/// prepared: not any more once it was found to be eligible after all.
pub fn publishable(standing: &Standing, outcome: Outcome) -> Verdict {
    match may(standing, deed(outcome)) {
        Verdict::Yes if standing.place.state == State::Submitted => may(standing, Deed::HoldDecision),
        verdict => verdict,
    }
}

pub fn action(outcome: Outcome) -> Action {
    match outcome {
        Outcome::Approved => Action::Approve,
        Outcome::NotSelected | Outcome::Ineligible => Action::NotSelect,
        Outcome::Returned => Action::Return,
    }
}

/// Whether those of other organisations who write in it are told, too: they answer what is asked.
pub fn reaches_co_editors(outcome: Outcome) -> bool {
    outcome == Outcome::Returned
}

/// The placeholders of the letter about a decision.
pub fn placeholders(outcome: Outcome) -> Vec<Placeholder> {
    Kind::of(outcome.code()).map(Kind::placeholders).unwrap_or_default()
}

/// What the service itself says, with its placeholders.
pub fn usual(outcome: Outcome, locale: Locale) -> Wording {
    let known = placeholders(outcome);
    let mut args: Vec<_> = known.iter().map(|one| (one.name, one.written().into())).collect();
    args.push(("sealed", "yes".into()));
    let subject = locale.tr(&format!("mail-{}-subject", outcome.code()), &args);
    Wording { subject, body: locale.tr(&format!("mail-{}-body", outcome.code()), &args) }
}

/// The words for each language: the proposal's own before those of its call.
pub fn nearest(own: Wordings, of_call: Wordings) -> Wordings {
    let mut words = of_call;
    words.extend(own);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_service_says_knows_its_own_placeholders() {
        for outcome in Outcome::ALL {
            for locale in Locale::ALL {
                let usual = usual(*outcome, locale);
                assert_eq!(usual.slips(&placeholders(*outcome)), [], "{outcome:?} in {locale}: {usual:?}");
            }
        }
    }
}
