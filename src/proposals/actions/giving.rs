//! Giving proposals to reviewers, several at once: one letter for all of them.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    calls::Phases,
    clock::Moment,
    entity::call,
    error::{Error, Result},
    ids::{AssignmentId, Reference, UserId},
    mail::outbox,
    proposals::{
        actions::telling::{reader, tell_one},
        letters::{News, reviewing::assigned_several},
        policy::Deed,
        store::{Case, case_to_change, co_editors, conflicts, people, standing},
    },
};

/// How proposals are given to a reviewer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking {
    /// Until when, where it is another instant than the phase's.
    pub due_at: Option<Moment>,
}

/// What came of giving several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub assigned: Vec<Reference>,
    /// With the key of the reason.
    pub refused: Vec<(Reference, &'static str)>,
}

/// Why nothing was given: the reviewer has it already, or it is no longer there to be given.
pub const TWICE: &str = "proposals-no-assign-twice";
pub const GONE: &str = "proposals-no-assign-gone";

/// Gives a proposal to a reviewer: the case, and the id of the assignment. None if the reviewer has it already.
pub(super) async fn give(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    reviewer: UserId,
    asking: Asking,
) -> Result<Option<(Case, AssignmentId)>> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Assign)?;
    if !people::is_reviewer(act.tx(), reviewer).await? {
        return Err(Error::NotFound);
    }
    let ruled = conflicts::ruling(act.tx(), case.proposal.id, reviewer).await?;
    if ruled.is_some_and(|row| row.ruling.stands()) {
        return Err(Error::Refused("proposals-no-assign-conflict"));
    }
    if co_editors::writers(act.tx(), &case.proposal, act.at).await?.contains(&reviewer) {
        return Err(Error::Refused("proposals-no-assign-writer"));
    }
    if standing::assignment_of(act.tx(), case.proposal.id, reviewer).await?.is_some() {
        return Ok(None);
    }
    let id = standing::assign(act, case.proposal.id, reviewer, asking.due_at).await?;
    let subject = format!("proposal:{}", case.proposal.id);
    act.event("proposal.assigned", subject, json!({ "reviewer": reviewer })).await?;
    Ok(Some((case, id)))
}

/// Until when a review is asked for.
fn due(asking: Asking, call: &call::Model) -> Option<Moment> {
    asking.due_at.or(call.phases.as_ref().and_then(Phases::reviews_due))
}

/// Gives proposals of a call to one reviewer, who is told by one letter. What cannot be given stops none of the others, and is
/// told.
pub async fn assign_several(
    act: &Act,
    actor: &Actor,
    call: &call::Model,
    reviewer: UserId,
    references: &[Reference],
    asking: Asking,
) -> Result<Given> {
    let mut given = Given::default();
    let mut last = None;
    // Always in the same order, so that two such acts never wait for each other.
    let mut ordered = references.to_vec();
    ordered.sort();
    ordered.dedup();
    for reference in ordered {
        match give(act, actor, &reference, reviewer, asking).await {
            Ok(Some(made)) => {
                given.assigned.push(reference);
                last = Some(made);
            }
            Ok(None) => given.refused.push((reference, TWICE)),
            Err(Error::Refused(reason)) => given.refused.push((reference, reason)),
            Err(Error::NotFound) => given.refused.push((reference, GONE)),
            Err(error) => return Err(error),
        }
    }
    match (given.assigned.len(), last) {
        (1, Some((case, id))) => tell_reviewer(act, &case, (id, reviewer), asking).await?,
        (2.., _) => tell_of_several(act, call, reviewer, (given.assigned.len(), asking)).await?,
        _ => {}
    }
    Ok(given)
}

/// The letter to a reviewer about the proposal that was given to them.
pub(super) async fn tell_reviewer(
    act: &Act,
    case: &Case,
    (id, reviewer): (AssignmentId, UserId),
    asking: Asking,
) -> Result<()> {
    let Some(person) = people::by_id(act.tx(), reviewer).await? else { return Ok(()) };
    let desk = act.app.config.link(&format!("/desk/proposals/{}", case.proposal.reference));
    let news = News::Assigned { due: due(asking, &case.call) };
    tell_one(act, case, format!("assigned:{id}"), person, &news, Some((desk, false))).await
}

async fn tell_of_several(
    act: &Act,
    call: &call::Model,
    reviewer: UserId,
    (count, asking): (usize, Asking),
) -> Result<()> {
    let Some(person) = people::by_id(act.tx(), reviewer).await? else { return Ok(()) };
    let event = format!("assigned:{}:{reviewer}:{}", call.id, act.at.millis());
    let letter = assigned_several(&act.app.config, call, event, count, due(asking, call), &reader(person, true));
    outbox::post(act, letter).await
}
