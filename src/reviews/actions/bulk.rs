//! The same done with many proposals, each in a transaction of its own: one that cannot be done stops none of the others.

use crate::{
    accounts::Actor,
    act::{Act, Who},
    app::App,
    error::{Error, Result},
    proposals::actions::{
        standing::{self, Asking},
        steering::{self, Target},
    },
    reviews::{
        actions::tagging,
        bulk::{Item, Order, Outcome},
    },
};

/// Does them one after the other, and says of each what came of it.
pub async fn carry_out(app: &App, who: Who, actor: &Actor, items: &[Item]) -> Vec<Outcome> {
    let mut outcomes = Vec::with_capacity(items.len());
    for item in items {
        outcomes.push(outcome(item, alone(app, who, actor, item).await));
    }
    outcomes
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
            let asking = Asking { due_at: *due_at };
            standing::assign(act, actor, reference, *reviewer, asking).await
        }
        Order::Tag(tag) => tagging::put_on(act, actor, reference, *tag).await,
        Order::Untag(tag) => tagging::take_off(act, actor, reference, *tag).await,
    }
}

fn outcome(item: &Item, done: Result<bool>) -> Outcome {
    match done {
        Ok(true) => Outcome::Done,
        Ok(false) => Outcome::Already,
        Err(Error::Refused(reason)) => Outcome::Refused(reason),
        Err(Error::Conflict) => Outcome::Changed,
        Err(Error::NotFound) => Outcome::Gone,
        Err(error) => {
            tracing::error!(reference = %item.reference, %error, "one of many could not be done");
            Outcome::Failed
        }
    }
}
