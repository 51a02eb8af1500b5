//! What the secretariat does with a proposal that was handed in; and withdrawing, which its owner may do too.

use chrono::NaiveDate;
use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    entity::proposal,
    error::{Error, Result},
    guidelines::definition,
    ids::{ProposalId, Reference},
    proposals::{
        actions::telling::{Circle, tell},
        letters::News,
        policy::Deed,
        requests::Request,
        rules::{Decision, Outcome},
        store::{
            Case, case_to_change,
            drafts::listed,
            numbers::free_slug,
            people::announce,
            requests, search,
            standing::{revise_decision, write_decision},
            states::{self, Change, last_return, record},
            submissions,
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
    case.must(Deed::See)?;
    case.unchanged_since(target.seen)?;
    let step = case.step(action)?;
    Ok((case, step))
}

/// Starts the review of an eligible proposal.
pub async fn start_review(act: &Act, actor: &Actor, target: Target<'_>) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::StartReview).await?;
    let proposal = record(act, &case.proposal, step, Change::default()).await?;
    tell(act, &case, &proposal, Circle::Officials, &News::ReviewStarted).await
}

/// What is asked of a proposal that is returned.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What goes before the requests; may be empty.
    pub message: &'a str,
    /// At least one.
    pub requests: &'a [Request],
}

/// Returns a proposal for changes, until `due`.
pub async fn return_for_changes(
    act: &Act,
    actor: &Actor,
    target: Target<'_>,
    asked: Asked<'_>,
    due: Moment,
) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Return).await?;
    in_the_future(act, due)?;
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let fields = asked.requests.iter().filter_map(|request| request.field.as_ref());
    if asked.requests.is_empty() || asked.requests.iter().any(|request| request.text.trim().is_empty()) {
        return Err(Error::Refused("requests-none"));
    }
    if fields.into_iter().any(|field| definition.field(field.as_str()).is_none()) {
        return Err(Error::Refused("form-choice-wrong"));
    }
    requests::ask(act, &case, asked.requests).await?;
    let change = Change {
        reason: asked.message.to_owned(),
        returned: Some((case.proposal.state, due)),
        data: Some(json!({ "due": due, "requests": asked.requests.len() })),
        ..Change::default()
    };
    let proposal = record(act, &case.proposal, step, change).await?;
    let label = |request: &Request| Some(definition.field(request.field.as_ref()?.as_str())?.label.clone());
    let listed = asked.requests.iter().map(|request| (label(request), request.text.clone())).collect();
    let news = News::Returned { message: asked.message.to_owned(), requests: listed, due };
    tell_writers(act, &case, &proposal, &news).await
}

/// Moves the instant until which a returned proposal can be submitted again.
pub async fn move_due(act: &Act, actor: &Actor, target: Target<'_>, due: Moment) -> Result<()> {
    let case = case_to_change(act, actor, target.reference).await?;
    case.must(Deed::MoveDue)?;
    case.unchanged_since(target.seen)?;
    in_the_future(act, due)?;
    let proposal = states::move_due(act, &case.proposal, due).await?;
    tell_writers(act, &case, &proposal, &News::DueMoved { due }).await
}

/// Tells all who write in it: those of the lead, and those of other organisations.
async fn tell_writers(act: &Act, case: &Case, proposal: &proposal::Model, news: &News) -> Result<()> {
    tell(act, case, proposal, Circle::Officials, news).await?;
    tell(act, case, proposal, Circle::CoEditors, news).await
}

fn in_the_future(act: &Act, due: Moment) -> Result<()> {
    if due > act.at { Ok(()) } else { Err(Error::Refused("proposals-no-due-past")) }
}

/// Registers a decision without publishing it: nothing changes for the applicant yet.
pub async fn hold_decision(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    let case = case_to_change(act, actor, target.reference).await?;
    case.must(Deed::HoldDecision)?;
    case.unchanged_since(target.seen)?;
    sound(made)?;
    let id = write_decision(act, case.proposal.id, made, false).await?;
    let data = json!({ "decision": id, "outcome": made.outcome });
    act.event("proposal.decision_held", format!("proposal:{}", case.proposal.id), data).await.map(|_| ())
}

/// Publishes the decision to approve: the proposal is public from now on.
pub async fn approve(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Approve).await?;
    if made.outcome != Outcome::Approved {
        return Err(Error::internal("another outcome than the verb's"));
    }
    sound(made)?;
    let id = write_decision(act, case.proposal.id, made, true).await?;
    let slug = match &case.proposal.slug {
        Some(slug) => slug.clone(),
        None => free_slug(act, &listed(&case.proposal).slug(case.proposal.reference.as_str())).await?,
    };
    let change = Change { slug: Some(slug), data: Some(json!({ "decision": id })), ..Change::default() };
    let proposal = record(act, &case.proposal, step, change).await?;
    publish(act, &case, &proposal).await?;
    tell(act, &case, &proposal, Circle::Officials, &decided(made)).await?;
    announce(act, "proposal.approved", proposal.id, json!({})).await
}

/// Makes what was submitted last findable for the public.
async fn publish(act: &Act, case: &Case, proposal: &proposal::Model) -> Result<()> {
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let Some(last) = submissions::last(act.tx(), proposal.id).await? else { return Ok(()) };
    let answers = submissions::answers(&definition, &last);
    search::publish(act, proposal, &case.organisation.name, &definition, &answers).await
}

/// Publishes the decision not to select, the Board's or, for an ineligible proposal, the secretariat's.
pub async fn not_select(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::NotSelect).await?;
    if made.outcome == Outcome::Approved {
        return Err(Error::internal("another outcome than the verb's"));
    }
    sound(made)?;
    let id = write_decision(act, case.proposal.id, made, true).await?;
    let change = Change { data: Some(json!({ "decision": id })), ..Change::because(&made.reason) };
    let proposal = record(act, &case.proposal, step, change).await?;
    tell(act, &case, &proposal, Circle::Officials, &decided(made)).await
}

/// The decision as its letter tells it.
fn decided(made: &Decision) -> News {
    let (body, session) = (made.body.clone(), made.session.clone());
    let decided_on = made.decided_on.map(|day| day.to_string()).unwrap_or_default();
    let minute_reference = made.minute_reference.clone();
    let (reason, message) = (made.reason.clone(), made.message.clone());
    match made.outcome {
        Outcome::Approved => News::Approved { body, session, decided_on, minute_reference, message },
        Outcome::NotSelected => News::NotSelected { body, session, decided_on, minute_reference, reason, message },
        Outcome::Ineligible => News::Ineligible { reason, message },
    }
}

/// What a decision needs by its outcome.
fn sound(made: &Decision) -> Result<()> {
    let by_board = !made.body.trim().is_empty() && made.decided_on.is_some();
    let reasoned = !made.reason.trim().is_empty();
    let fits = match made.outcome {
        Outcome::Approved => by_board,
        Outcome::NotSelected => by_board && reasoned,
        Outcome::Ineligible => reasoned,
    };
    if fits { Ok(()) } else { Err(Error::Refused("proposals-no-decision-incomplete")) }
}

/// Takes a published approval back to the review.
pub async fn revise(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Revise).await?;
    revise_decision(act, case.proposal.id).await?;
    let proposal = record(act, &case.proposal, step, Change::because(given(reason)?)).await?;
    search::unpublish(act, proposal.id).await?;
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

/// The Initiative is completed: what came of it, and its final report.
pub async fn complete(act: &Act, actor: &Actor, target: Target<'_>, outcome: &str, report: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Complete).await?;
    let change = Change {
        reason: given(outcome)?.to_owned(),
        data: Some(json!({ "report": given(report)? })),
        ..Change::default()
    };
    let proposal = record(act, &case.proposal, step, change).await?;
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
    let (case, step) = ready(act, actor, target, Action::Withdraw).await?;
    let proposal = record(act, &case.proposal, step, Change::because(given(reason)?)).await?;
    search::unpublish(act, proposal.id).await?;
    let withdrawn = News::Withdrawn { reason: reason.to_owned() };
    tell(act, &case, &proposal, Circle::Officials, &withdrawn).await?;
    tell(act, &case, &proposal, Circle::Secretariat, &withdrawn).await
}

/// Puts a proposal that was not selected or withdrawn back where it stood.
pub async fn reinstate(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Reinstate).await?;
    if case.proposal.state == State::NotSelected {
        revise_decision(act, case.proposal.id).await?;
    }
    let change =
        Change { returned: how_returned(act, case.proposal.id, &step).await?, ..Change::because(given(reason)?) };
    let proposal = record(act, &case.proposal, step, change).await?;
    if proposal.state.is_public() {
        publish(act, &case, &proposal).await?;
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
