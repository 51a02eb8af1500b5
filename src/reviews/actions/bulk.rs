//! The same done with many proposals, each in a transaction of its own: one that cannot be done stops none of the others. Only what a
//! reviewer is given goes together, since one letter tells of all of it.

use std::collections::BTreeMap;

use crate::{
    accounts::Actor,
    act::{Act, Who},
    app::App,
    clock::Moment,
    entity::call,
    error::{Error, Result},
    ids::{Reference, UserId},
    proposals::{
        Case,
        actions::{
            giving::{Asking, GONE, TWICE, assign_several},
            standing,
            steering::{self, Target},
        },
    },
    reviews::{
        actions::tagging,
        bulk::{Item, Order, Outcome},
    },
};

/// Does them one after the other, and says of each what came of it. `cases`: those of them that exist for the person.
pub async fn carry_out(app: &App, (actor, who): (&Actor, Who), cases: &[Case], items: &[Item]) -> Vec<Outcome> {
    let given = give(app, (actor, who), cases, items).await;
    let mut outcomes = Vec::with_capacity(items.len());
    for item in items {
        outcomes.push(match given.get(&item.reference) {
            Some(outcome) => *outcome,
            None => outcome(&item.reference, alone(app, who, actor, item).await),
        });
    }
    outcomes
}

/// Proposals of one call that one reviewer is given.
struct Gift<'a> {
    call: &'a call::Model,
    reviewer: UserId,
    due_at: Option<Moment>,
    references: Vec<Reference>,
}

/// Gives what is to be given, each gift in one act.
async fn give(app: &App, by: (&Actor, Who), cases: &[Case], items: &[Item]) -> BTreeMap<Reference, Outcome> {
    let mut gifts: Vec<Gift<'_>> = Vec::new();
    for item in items {
        let case = cases.iter().find(|case| case.proposal.reference == item.reference);
        let (Order::Assign { reviewer, due_at }, Some(Case { call, .. })) = (&item.order, case) else { continue };
        let of = (call.id, *reviewer, *due_at);
        match gifts.iter_mut().find(|gift| (gift.call.id, gift.reviewer, gift.due_at) == of) {
            Some(gift) => gift.references.push(item.reference.clone()),
            None => {
                let references = vec![item.reference.clone()];
                gifts.push(Gift { call, reviewer: *reviewer, due_at: *due_at, references });
            }
        }
    }
    let mut outcomes = BTreeMap::new();
    for gift in gifts {
        match together(app, by, &gift).await {
            Ok(given) => outcomes.extend(given),
            Err(error) => {
                let why = outcome(&gift.references[0], Err(error));
                outcomes.extend(gift.references.into_iter().map(|reference| (reference, why)));
            }
        }
    }
    outcomes
}

async fn together(app: &App, (actor, who): (&Actor, Who), gift: &Gift<'_>) -> Result<Vec<(Reference, Outcome)>> {
    let asking = Asking { due_at: gift.due_at };
    let act = app.begin(who).await?;
    let given = assign_several(&act, actor, gift.call, gift.reviewer, &gift.references, asking).await?;
    act.commit().await?;
    let refused = given.refused.into_iter().map(|(reference, reason)| match reason {
        TWICE => (reference, Outcome::Already),
        GONE => (reference, Outcome::Gone),
        reason => (reference, Outcome::Refused(reason)),
    });
    Ok(given.assigned.into_iter().map(|reference| (reference, Outcome::Done)).chain(refused).collect())
}

async fn alone(app: &App, who: Who, actor: &Actor, item: &Item) -> Result<bool> {
    let act = app.begin(who).await?;
    let changed = carry_out_one(&act, actor, item).await?;
    act.commit().await?;
    Ok(changed)
}

/// Whether it was not so before.
async fn carry_out_one(act: &Act, actor: &Actor, item: &Item) -> Result<bool> {
    let reference = &item.reference;
    match &item.order {
        Order::Check(made) => standing::check_eligibility(act, actor, reference, made.clone()).await.map(|()| true),
        Order::StartReview => {
            let target = Target { reference, seen: item.seen };
            steering::start_review(act, actor, target).await.map(|()| true)
        }
        Order::Assign { reviewer, due_at } => {
            standing::assign(act, actor, reference, *reviewer, Asking { due_at: *due_at }).await
        }
        Order::Tag(tag) => tagging::put_on(act, actor, reference, *tag).await,
        Order::Untag(tag) => tagging::take_off(act, actor, reference, *tag).await,
    }
}

fn outcome(reference: &Reference, done: Result<bool>) -> Outcome {
    match done {
        Ok(true) => Outcome::Done,
        Ok(false) => Outcome::Already,
        Err(Error::Refused(reason)) => Outcome::Refused(reason),
        Err(Error::Conflict) => Outcome::Changed,
        Err(Error::NotFound) => Outcome::Gone,
        Err(error) => {
            tracing::error!(%reference, %error, "one of many could not be done");
            Outcome::Failed
        }
    }
}
