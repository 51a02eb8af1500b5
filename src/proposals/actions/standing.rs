//! What gives a proposal or a person a standing: eligibility, assignments, conflicts.

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    clock::Moment,
    error::{Error, Result},
    guidelines::definition,
    ids::{CallId, Reference, UserId},
    mail::outbox,
    proposals::{
        actions::{
            giving::{give, tell_reviewer},
            steering::given,
            telling::{Circle, tell_of},
        },
        conflicts::Ruling,
        eligibility::{Check, Lack, check},
        letters::News,
        policy::Deed,
        store::{
            Case, case_to_change, co_editors, conflicts, people,
            standing::{self, Turn},
        },
    },
};

pub use super::giving::Asking;

/// Keeps a check of the conditions. Somebody else's, made meanwhile, is a conflict.
pub async fn check_eligibility(act: &Act, actor: &Actor, reference: &Reference, made: Check) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::CheckEligibility)?;
    let conditions = &definition(act.tx(), case.call.guidelines_id).await?.eligibility;
    let checked = check(conditions, &made).map_err(|lacks| match lacks.first() {
        Some(Lack::Answer(_)) => Error::Refused("proposals-no-check"),
        _ => Error::Refused("proposals-no-reason"),
    })?;
    let before = standing::eligibility(act.tx(), case.proposal.id).await?;
    if before.map(|before| before.checked_at) != made.seen {
        return Err(Error::Conflict);
    }
    standing::write_eligibility(act, case.proposal.id, &checked, case.standing.facts.submissions).await?;
    let failed = checked.checks.iter().filter(|(_, found)| !found.passed).map(|(key, _)| key);
    let data = json!({ "passed": checked.passed, "failed": failed.collect::<Vec<_>>() });
    act.event("proposal.eligibility", format!("proposal:{}", case.proposal.id), data).await.map(|_| ())
}

/// A reviewer promises to keep the proposals of a call to themselves, once.
pub async fn pledge(act: &Act, actor: &Actor, call: CallId) -> Result<()> {
    if !actor.is(StaffRole::Reviewer) {
        return Err(Error::NotFound);
    }
    if conflicts::pledge(act, call, actor.id).await? {
        act.event("call.pledged", format!("call:{call}"), json!({ "reviewer": actor.id })).await?;
    }
    Ok(())
}

/// Gives a proposal to a reviewer, who is told by a letter. Nothing happens if the reviewer has it already: it is then false.
pub async fn assign(act: &Act, actor: &Actor, reference: &Reference, reviewer: UserId, asking: Asking) -> Result<bool> {
    let Some((case, id)) = give(act, actor, reference, reviewer, asking).await? else { return Ok(false) };
    tell_reviewer(act, &case, (id, reviewer), asking).await?;
    Ok(true)
}

/// Relieves a reviewer of a proposal.
pub async fn unassign(act: &Act, actor: &Actor, reference: &Reference, reviewer: UserId) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Assign)?;
    if !standing::turn(act, case.proposal.id, reviewer, Turn::Ended("")).await? {
        return Err(Error::NotFound);
    }
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.unassigned", subject, json!({ "reviewer": reviewer })).await.map(|_| ())
}

/// A reviewer takes on the review that they were asked for.
pub async fn accept(act: &Act, actor: &Actor, reference: &Reference) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::AnswerAssignment)?;
    standing::turn(act, case.proposal.id, actor.id, Turn::Accepted).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.assignment_accepted", subject, json!({ "reviewer": actor.id })).await.map(|_| ())
}

/// A reviewer does not review it, and says why; the secretariat is told, since somebody else must.
pub async fn decline(act: &Act, actor: &Actor, reference: &Reference, reason: &str) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::AnswerAssignment)?;
    let reason = given(reason)?;
    let Some(row) = standing::assignment_of(act.tx(), case.proposal.id, actor.id).await? else {
        return Err(Error::NotFound);
    };
    standing::turn(act, case.proposal.id, actor.id, Turn::Declined(reason)).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.assignment_declined", subject, json!({ "reviewer": actor.id })).await?;
    let news = News::Declined { name: actor.name.clone(), reason: reason.to_owned() };
    tell_of(act, &case, format!("declined:{}", row.id), Circle::Secretariat, &news).await
}

/// A reviewer has read it and does not judge it, and says why.
pub async fn abstain(act: &Act, actor: &Actor, reference: &Reference, reason: &str) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Review)?;
    standing::turn(act, case.proposal.id, actor.id, Turn::Abstained(given(reason)?)).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.abstained", subject, json!({ "reviewer": actor.id })).await.map(|_| ())
}

/// A reviewer who had abstained judges it after all.
pub async fn resume(act: &Act, case: &Case, actor: &Actor) -> Result<()> {
    let row = standing::assignment_of(act.tx(), case.proposal.id, actor.id).await?;
    if row.is_some_and(|row| row.abstained_at.is_some()) {
        standing::turn(act, case.proposal.id, actor.id, Turn::Resumed).await?;
    }
    Ok(())
}

/// Moves the instant until which one reviewer is asked for the review; none for that of the phase.
pub async fn move_review_due(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    reviewer: UserId,
    due_at: Option<Moment>,
) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Assign)?;
    if !standing::turn(act, case.proposal.id, reviewer, Turn::Due(due_at)).await? {
        return Err(Error::NotFound);
    }
    let data = json!({ "reviewer": reviewer, "due": due_at.map(Moment::iso) });
    act.event("proposal.review_due_moved", format!("proposal:{}", case.proposal.id), data).await.map(|_| ())
}

/// The secretariat rules on somebody's interest in a proposal. One that stands ends their review of it.
pub async fn rule(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    person: UserId,
    ruling: Ruling,
    reason: &str,
) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::RuleOnConflicts)?;
    if people::by_id(act.tx(), person).await?.is_none() {
        return Err(Error::NotFound);
    }
    write_ruling(act, &case, person, ruling, given(reason)?).await
}

/// Somebody who is asked to review it has an interest in it: from now on it does not exist for them, and the secretariat is told.
pub async fn declare_conflict(act: &Act, actor: &Actor, reference: &Reference, reason: &str) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::DeclareConflict)?;
    declared(act, actor, &case, reason).await
}

/// Keeps a declared conflict with a proposal that somebody is to review, or is offered to, and tells the secretariat.
pub async fn declared(act: &Act, actor: &Actor, case: &Case, reason: &str) -> Result<()> {
    write_ruling(act, case, actor.id, Ruling::Declared, given(reason)?).await?;
    let news = News::ConflictDeclared { name: actor.name.clone(), reason: reason.to_owned() };
    let event = format!("conflict:{}:{}:{}", case.proposal.id, actor.id, act.at.millis());
    tell_of(act, case, event, Circle::Secretariat, &news).await
}

async fn write_ruling(act: &Act, case: &Case, person: UserId, ruling: Ruling, reason: &str) -> Result<()> {
    conflicts::rule(act, case.proposal.id, person, ruling, reason).await?;
    if ruling.stands() {
        standing::turn(act, case.proposal.id, person, Turn::Ended(reason)).await?;
        // Whoever writes it hears of it as its author.
        if !co_editors::writers(act.tx(), &case.proposal, act.at).await?.contains(&person) {
            outbox::take_back(act, case.proposal.id, person).await?;
        }
    }
    let data = json!({ "person": person, "ruling": ruling });
    act.event("proposal.conflict", format!("proposal:{}", case.proposal.id), data).await.map(|_| ())
}
