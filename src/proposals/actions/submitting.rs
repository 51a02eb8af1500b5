//! Submitting, and taking back.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    entity::proposal,
    error::{Error, Result},
    guidelines::{Answers, Context, Definition, Report, Stage},
    ids::Reference,
    proposals::{
        actions::{
            deciding,
            telling::{Circle, seal, tell},
        },
        letters::News,
        listing::Listing,
        store::{
            Case, case_to_change,
            drafts::{self, Draft, Saved},
            people::announce,
            requests::asked_now,
            search,
            states::{Change, record},
            submissions::{self, Handed},
        },
        workflow::{Action, Transition},
    },
};

/// What stands on the receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub reference: Reference,
    pub number: i32,
    pub at: Moment,
    /// Of the canonical bytes, in 64 hexadecimal digits.
    pub sha256: String,
}

/// The draft as somebody looked at it before submitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    pub edition: i64,
    /// The version at which each field stood; empty where the page did not say.
    pub versions: BTreeMap<String, i32>,
}

impl Looked {
    /// The fields that were saved since, each with its version now. Where the page did not say how they stood, and something
    /// was saved, nobody can tell which: a conflict.
    fn changed_in(&self, draft: &Draft) -> Result<BTreeMap<String, i32>> {
        if self.edition == draft.edition() {
            return Ok(BTreeMap::new());
        }
        if self.versions.is_empty() {
            return Err(Error::Conflict);
        }
        let newer = |(field, saved): (&String, &Saved)| {
            let seen = self.versions.get(field).copied().unwrap_or(0);
            (saved.version != seen).then(|| (field.clone(), saved.version))
        };
        Ok(draft.saved.iter().filter_map(newer).collect())
    }
}

/// Submits a draft, or a returned proposal again: as it is stored now. What somebody saved since the person looked at it is
/// part of it, and named on the receipt.
pub async fn submit(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    seen: i32,
    looked: Option<Looked>,
) -> Result<Receipt> {
    let case = case_to_change(act, actor, reference).await?;
    let step = case.step(case.proposal.state.way_in())?;
    case.unchanged_since(seen)?;
    let definition = asked_now(act.tx(), &case).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    let changed = looked.map(|looked| looked.changed_in(&draft)).transpose()?.unwrap_or_default();
    // A request may be long on its way: what it hands in is no older than what was written last.
    let at = draft.written_until(act.at);
    let mut answers = draft.answers;
    if !check(&case, &definition, &mut answers).is_clear() {
        return Err(Error::Refused("proposals-no-incomplete"));
    }
    if at > case.standing.facts.last_call(case.proposal.state) {
        return Err(Error::Refused("proposals-no-closed"));
    }
    let handed = Handed { by: act.by.user(), at };
    let (proposal, receipt) = hand_in(act, &case, (&definition, &answers), (step, ""), (handed, changed)).await?;
    let arrived = News::Arrived { number: receipt.number, at: receipt.at };
    tell(act, &case, &proposal, Circle::Secretariat, &arrived).await?;
    Ok(receipt)
}

/// Makes the next submission of these answers, with all that follows from it but the word to the secretariat: the receipt,
/// the letters to the submitters and to partners, and what the desk finds it by. `step` comes with its reason,
/// `changed` names what was saved since the person looked at it.
pub(super) async fn hand_in(
    act: &Act,
    case: &Case,
    (definition, answers): (&Definition, &Answers),
    (step, reason): (Transition, &str),
    (handed, changed): (Handed, BTreeMap<String, i32>),
) -> Result<(proposal::Model, Receipt)> {
    let number = case.standing.facts.submissions + 1;
    let guidelines = (case.call.guidelines_id, definition);
    let written = submissions::write(act, &case.proposal, number, guidelines, answers, handed).await?;
    let mut data = json!({ "submission": number, "sha256": written.sha256, "seal": seal(act).await? });
    if !changed.is_empty() {
        data[CHANGED] = json!(changed);
    }
    drafts::list(act, &case.proposal, Listing::of(answers, case.proposal.language)).await?;
    let change = Change { data: Some(data), ..Change::because(reason) };
    let proposal = record(act, &case.proposal, step, change).await?;
    search::index(act, &proposal, &case.organisation.name, definition, answers).await?;
    let at = written.submitted_at;
    let verify = act.app.config.link(&format!("/receipts/{}", written.sha256));
    let names = changed.keys().filter_map(|key| Some(definition.field(key)?.label.clone())).collect();
    let received = News::Received { number, at, sha256: written.sha256.clone(), verify, changed: names };
    tell(act, case, &proposal, Circle::Submitters, &received).await?;
    tell(act, case, &proposal, Circle::CoEditors, &News::CoSubmitted { number, at }).await?;
    announce(act, "partners.ask", proposal.id, json!({})).await?;
    let reference = proposal.reference.clone();
    Ok((proposal, Receipt { reference, number, at, sha256: written.sha256 }))
}

/// The fields that were saved between the confirmation page and this submission, each with its version, as its transition
/// says them.
pub fn changed_before(data: &Json) -> BTreeMap<String, i32> {
    data.get(CHANGED).and_then(|changed| serde_json::from_value(changed.clone()).ok()).unwrap_or_default()
}

const CHANGED: &str = "changed";

/// What stands in the way of submitting these answers. Sets what the call fixes.
pub fn check(case: &Case, definition: &Definition, answers: &mut Answers) -> Report {
    let period = case.call.period();
    if let Some(period) = period {
        definition.fix_period(answers, period);
    }
    definition.check(answers, &Context { stage: Stage::Submission, period })
}

/// Takes a submitted proposal back to draft, before the deadline.
pub async fn reopen(act: &Act, actor: &Actor, reference: &Reference, seen: i32) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    let step = case.step(Action::Reopen)?;
    case.unchanged_since(seen)?;
    let proposal = record(act, &case.proposal, step, Change::default()).await?;
    deciding::let_go(act, &case).await?;
    tell(act, &case, &proposal, Circle::Secretariat, &News::TakenBack).await
}
