//! Submitting, and taking back.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    error::{Error, Result},
    guidelines::{Answers, Context, Definition, Report, Stage, definition},
    ids::Reference,
    proposals::{
        actions::telling::{Circle, seal, tell},
        letters::News,
        listing::Listing,
        store::{
            Case, case_to_change, drafts,
            people::announce,
            search,
            states::{Change, record},
            submissions,
        },
        workflow::{Action, State},
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

/// Submits a draft, or a returned proposal again. `edition` is that of the draft that the person looked at; if somebody has
/// written in it since, it is a conflict.
pub async fn submit(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    seen: i32,
    edition: Option<i64>,
) -> Result<Receipt> {
    let case = case_to_change(act, actor, reference).await?;
    let action = if case.proposal.state == State::Returned { Action::Resubmit } else { Action::Submit };
    let step = case.step(action)?;
    case.unchanged_since(seen)?;
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    if edition.is_some_and(|edition| edition != draft.edition()) {
        return Err(Error::Conflict);
    }
    let mut answers = draft.answers;
    if !check(&case, &definition, &mut answers).is_clear() {
        return Err(Error::Refused("proposals-no-incomplete"));
    }
    let number = case.standing.facts.submissions + 1;
    let written =
        submissions::write(act, &case.proposal, number, (case.call.guidelines_id, &definition), &answers).await?;
    let data = json!({ "submission": number, "sha256": written.sha256, "seal": seal(act).await? });
    drafts::list(act, &case.proposal, Listing::of(&answers, case.proposal.language)).await?;
    let proposal = record(act, &case.proposal, step, Change::with(data)).await?;
    search::index(act, &proposal, &case.organisation.name, &definition, &answers).await?;
    let at = written.submitted_at;
    let verify = act.app.config.link(&format!("/receipts/{}", written.sha256));
    let received = News::Received { number, at, sha256: written.sha256.clone(), verify };
    tell(act, &case, &proposal, Circle::Submitters, &received).await?;
    tell(act, &case, &proposal, Circle::Secretariat, &News::Arrived { number, at }).await?;
    announce(act, "partners.ask", proposal.id, json!({})).await?;
    Ok(Receipt { reference: proposal.reference, number, at, sha256: written.sha256 })
}

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
    tell(act, &case, &proposal, Circle::Secretariat, &News::TakenBack).await
}
