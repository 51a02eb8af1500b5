//! What gives a proposal or a person a standing: eligibility, assignments; and what is said about a proposal.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    ids::{CommentId, Reference, UserId},
    proposals::{
        actions::telling::{Circle, tell_of},
        letters::News,
        policy::Deed,
        rules::{Audience, Check},
        store::{case_to_change, co_editors, people, standing},
    },
};

/// Keeps a check of the conditions. Somebody else's, made meanwhile, is a conflict.
pub async fn check_eligibility(act: &Act, actor: &Actor, reference: &Reference, check: Check<'_>) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::CheckEligibility)?;
    if !check.passed && check.reason.trim().is_empty() {
        return Err(Error::Refused("proposals-no-reason"));
    }
    let before = standing::eligibility(act.tx(), case.proposal.id).await?;
    if before.map(|before| before.checked_at) != check.seen {
        return Err(Error::Conflict);
    }
    standing::write_eligibility(act, case.proposal.id, check.passed, check.reason.trim()).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.eligibility", subject, json!({ "passed": check.passed })).await.map(|_| ())
}

/// Gives a proposal to a reviewer. Nothing happens if the reviewer has it already.
pub async fn assign(act: &Act, actor: &Actor, reference: &Reference, reviewer: UserId) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Assign)?;
    if !people::is_reviewer(act.tx(), reviewer).await? {
        return Err(Error::NotFound);
    }
    if co_editors::writers(act.tx(), &case.proposal, act.at).await?.contains(&reviewer) {
        return Err(Error::Refused("proposals-no-assign-writer"));
    }
    let already = standing::assigned(act.tx(), case.proposal.id).await?;
    if already.iter().any(|(row, _)| row.reviewer_id == reviewer) {
        return Ok(());
    }
    standing::assign(act, case.proposal.id, reviewer).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.assigned", subject, json!({ "reviewer": reviewer })).await.map(|_| ())
}

/// Relieves a reviewer of a proposal.
pub async fn unassign(act: &Act, actor: &Actor, reference: &Reference, reviewer: UserId) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Assign)?;
    if !standing::unassign(act, case.proposal.id, reviewer).await? {
        return Err(Error::NotFound);
    }
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.unassigned", subject, json!({ "reviewer": reviewer })).await.map(|_| ())
}

/// Says something about a proposal, to the house or to the applicant.
pub async fn comment(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    audience: Audience,
    body: &str,
) -> Result<CommentId> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(match audience {
        Audience::Internal => Deed::CommentInternally,
        Audience::Applicant => Deed::CommentToApplicant,
    })?;
    if body.trim().is_empty() {
        return Err(Error::Refused("proposals-no-comment"));
    }
    let id = standing::comment(act, case.proposal.id, audience, body.trim()).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.comment", subject, json!({ "comment": id, "audience": audience })).await?;
    if audience == Audience::Applicant {
        let news = News::Comment { author: actor.name.clone(), body: body.trim().to_owned() };
        let circle = if case.standing.roles.official.is_some() { Circle::Secretariat } else { Circle::Officials };
        tell_of(act, &case, format!("comment:{id}"), circle, &news).await?;
    }
    Ok(id)
}
