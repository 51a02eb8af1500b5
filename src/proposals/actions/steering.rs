//! What the secretariat does with a proposal that was handed in; and withdrawing, which its owner may do too.

use chrono::NaiveDate;
use serde_json::json;

pub use super::deciding::{Asked, approve, hold_decision, not_select, return_for_changes};
use super::{
    deciding::{in_the_future, show_to_all},
    public_texts::{self, Subject},
    telling::{Circle, tell},
};
use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    entity::proposal,
    error::{Error, Result},
    ids::{ProposalId, Reference},
    mail::{announcements, outbox, reminded, reminders::Reminder},
    proposals::{
        letters::News,
        policy::Deed,
        store::{
            Case, case, case_to_change, decisions,
            people::announce,
            search,
            states::{self, Change, last_return, record},
        },
        workflow::{Action, State, Transition},
    },
};

/// Which proposal, as the person saw it.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub reference: &'a Reference,
    /// The version that the person saw.
    pub seen: i32,
}

/// Finds the proposal and the way that `action` makes, if the actor may.
pub(super) async fn ready(act: &Act, actor: &Actor, target: Target<'_>, action: Action) -> Result<(Case, Transition)> {
    let case = case_to_change(act, actor, target.reference).await?;
    let step = step(&case, target.seen, action)?;
    Ok((case, step))
}

/// The way that `action` makes for a proposal that is as it was `seen`.
pub(super) fn step(case: &Case, seen: i32, action: Action) -> Result<Transition> {
    case.must(Deed::See)?;
    case.unchanged_since(seen)?;
    case.step(action)
}

/// Starts the review of an eligible proposal.
pub async fn start_review(act: &Act, actor: &Actor, target: Target<'_>) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::StartReview).await?;
    let proposal = record(act, &case.proposal, step, Change::default()).await?;
    tell(act, &case, &proposal, Circle::Officials, &News::ReviewStarted).await
}

/// Moves the instant until which a returned proposal can be submitted again.
pub async fn move_due(act: &Act, actor: &Actor, target: Target<'_>, due: Moment) -> Result<()> {
    let case = case_to_change(act, actor, target.reference).await?;
    case.must(Deed::MoveDue)?;
    case.unchanged_since(target.seen)?;
    in_the_future(act, due)?;
    let proposal = states::move_due(act, &case.proposal, due).await?;
    reminded::told(act, Reminder::Returned, proposal.id.0, due).await?;
    tell_writers(act, &case, &proposal, &News::DueMoved { due }).await
}

/// Tells all who write in it: those of the lead, and those of other organisations.
async fn tell_writers(act: &Act, case: &Case, proposal: &proposal::Model, news: &News) -> Result<()> {
    tell(act, case, proposal, Circle::Officials, news).await?;
    tell(act, case, proposal, Circle::CoEditors, news).await
}

/// Ends what tells of an Initiative that is about to be public no more. Before it is locked: a batch of letters holds its announcement
/// first, and then asks for the proposal that they are about.
async fn hush(act: &Act, actor: &Actor, reference: &Reference) -> Result<()> {
    let case = case(act.tx(), Some(actor), reference, act.at).await?;
    if case.proposal.state.is_public() { announcements::end_about(act, case.proposal.id).await } else { Ok(()) }
}

/// Nobody finds it any more, and nobody is told of it.
async fn hide_from_all(act: &Act, proposal: ProposalId) -> Result<()> {
    search::unpublish(act, proposal).await?;
    outbox::stop_all_about(act, proposal).await
}

/// Takes a published approval back to the review.
pub async fn revise(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    hush(act, actor, target.reference).await?;
    let (case, step) = ready(act, actor, target, Action::Revise).await?;
    decisions::revise(act, case.proposal.id).await?;
    let proposal = record(act, &case.proposal, step, Change::because(given(reason)?)).await?;
    hide_from_all(act, proposal.id).await?;
    tell(act, &case, &proposal, Circle::Officials, &News::Revised { reason: reason.to_owned() }).await
}

/// The Initiative starts running.
pub async fn start_running(act: &Act, actor: &Actor, target: Target<'_>, starts_on: NaiveDate) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::StartRunning).await?;
    let proposal = record(act, &case.proposal, step, Change::with(json!({ "starts_on": starts_on }))).await?;
    let running = News::Running { starts_on: starts_on.to_string() };
    tell(act, &case, &proposal, Circle::Officials, &running).await?;
    announce(act, "proposal.running", case.proposal.id, json!({})).await
}

/// The Initiative is completed: what came of it, and its final report. Everybody can read both.
pub async fn complete(act: &Act, actor: &Actor, target: Target<'_>, outcome: &str, report: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Complete).await?;
    let change = Change {
        reason: given(outcome)?.to_owned(),
        data: Some(json!({ "report": given(report)? })),
        ..Change::default()
    };
    let proposal = record(act, &case.proposal, step, change).await?;
    public_texts::publish_results(act, Subject::of(&case, &proposal), outcome.trim(), report.trim()).await?;
    tell(act, &case, &proposal, Circle::Officials, &News::Completed { outcome: outcome.to_owned() }).await?;
    announce(act, "proposal.completed", case.proposal.id, json!({})).await
}

/// The Initiative ends before it is completed.
pub async fn end_early(act: &Act, actor: &Actor, target: Target<'_>, reason: &str, ended_on: NaiveDate) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::EndEarly).await?;
    let change = Change { data: Some(json!({ "ended_on": ended_on })), ..Change::because(given(reason)?) };
    let proposal = record(act, &case.proposal, step, change).await?;
    tell(act, &case, &proposal, Circle::Officials, &News::EndedEarly { reason: reason.to_owned() }).await?;
    announce(act, "proposal.discontinued", case.proposal.id, json!({})).await
}

/// Withdraws a proposal: by its owner, or by the secretariat on the owner's written request.
pub async fn withdraw(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    hush(act, actor, target.reference).await?;
    let (case, step) = ready(act, actor, target, Action::Withdraw).await?;
    let proposal = record(act, &case.proposal, step, Change::because(given(reason)?)).await?;
    if case.proposal.state.is_public() {
        hide_from_all(act, proposal.id).await?;
    }
    let withdrawn = News::Withdrawn { reason: reason.to_owned() };
    tell(act, &case, &proposal, Circle::Officials, &withdrawn).await?;
    tell(act, &case, &proposal, Circle::Secretariat, &withdrawn).await
}

/// Puts a proposal that was not selected or withdrawn back where it stood.
pub async fn reinstate(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Reinstate).await?;
    if case.proposal.state == State::NotSelected {
        decisions::revise(act, case.proposal.id).await?;
    }
    let change =
        Change { returned: how_returned(act, case.proposal.id, &step).await?, ..Change::because(given(reason)?) };
    let proposal = record(act, &case.proposal, step, change).await?;
    if proposal.state.is_public() {
        show_to_all(act, &case, &proposal).await?;
    }
    tell(act, &case, &proposal, Circle::Officials, &News::Reinstated { reason: reason.to_owned() }).await
}

/// How a proposal that goes back to the state returned had come there. The secretariat can give more time afterwards.
async fn how_returned(act: &Act, id: ProposalId, step: &Transition) -> Result<Option<(State, Moment)>> {
    if step.to() != Some(State::Returned) {
        return Ok(None);
    }
    let last = last_return(act, id).await?.ok_or_else(|| Error::internal("returned, but never returned"))?;
    let due = last.data.get("due").and_then(|due| serde_json::from_value(due.clone()).ok()).unwrap_or(act.at);
    Ok(Some((last.from_state.unwrap_or(State::Submitted), due)))
}

/// The text that the verb needs.
pub(super) fn given(text: &str) -> Result<&str> {
    if text.trim().is_empty() { Err(Error::Refused("proposals-no-reason")) } else { Ok(text) }
}
