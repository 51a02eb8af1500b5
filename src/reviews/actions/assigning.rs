//! The verbs of preparing the review: who is given what, what is known of reviewers, and what they would like to review.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::{Act, Who},
    app::App,
    entity::call,
    error::{Error, Result},
    ids::{ProposalId, Reference, UserId},
    proposals::{
        actions::{
            giving::{Asking, Given, assign_several},
            standing,
        },
        case_to_change_among,
    },
    reviews::{
        rules::Profile,
        store::{offered, profiles},
    },
};

/// Gives what was confirmed: for each reviewer one act and one letter, so that what cannot be given stops none of the others.
pub async fn assign_all(
    app: &App,
    (actor, who): (&Actor, Who),
    call: &call::Model,
    pairs: &[(Reference, UserId)],
    asking: Asking,
) -> Result<Given> {
    let mut by_reviewer: BTreeMap<UserId, Vec<Reference>> = BTreeMap::new();
    for (reference, reviewer) in pairs {
        by_reviewer.entry(*reviewer).or_default().push(reference.clone());
    }
    let mut all = Given::default();
    for (reviewer, references) in by_reviewer {
        let act = app.begin(who).await?;
        let given = assign_several(&act, actor, call, reviewer, &references, asking).await?;
        act.commit().await?;
        all.assigned.extend(given.assigned);
        all.refused.extend(given.refused);
    }
    Ok(all)
}

/// Keeps what is known of a reviewer: by the secretariat, or by the person.
pub async fn write_profile(act: &Act, actor: &Actor, person: UserId, profile: &Profile) -> Result<()> {
    if !actor.is(StaffRole::Secretariat) && actor.id != person {
        return Err(Error::NotFound);
    }
    profiles::write(act, person, profile).await?;
    act.event("reviewer.profile", format!("user:{person}"), json!({})).await.map(|_| ())
}

/// Keeps what a reviewer would like to review, of what they are offered in the present phase.
pub async fn wish(act: &Act, actor: &Actor, call: &call::Model, wishes: &[(Reference, i32)]) -> Result<()> {
    let offered = offered::of(act.tx(), actor, call, act.at).await?;
    let ids: BTreeMap<&Reference, ProposalId> = offered.iter().map(|one| (&one.reference, one.id)).collect();
    for (reference, wish) in wishes {
        if let Some(id) = ids.get(reference) {
            profiles::wish(act, *id, actor.id, *wish).await?;
        }
    }
    Ok(())
}

/// Declares a conflict with a proposal that a reviewer is offered.
pub async fn declare_early(
    act: &Act,
    actor: &Actor,
    call: &call::Model,
    reference: &Reference,
    reason: &str,
) -> Result<()> {
    let find = offered::find(act.tx(), actor, call, act.at).await?;
    let case = case_to_change_among(act, actor, find, reference).await?;
    standing::declared(act, actor, &case, reason).await
}
