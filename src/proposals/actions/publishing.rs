//! Publishing many decisions: ordered in one act, carried out by the worker, each proposal in an act of its own, in the name of
//! whoever ordered it. What cannot be published says why, and stops none of the others. A process that dies leaves what it had
//! not published to the next one; nothing is published twice, since publishing and its mark are one act.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    accounts::{self, Actor, StaffRole},
    act::{Act, Who},
    app::App,
    calls,
    clock::Moment,
    entity::{publishing_item, publishing_order},
    error::{Error, Result},
    ids::{CallId, PublishingOrderId, Reference},
    proposals::{
        actions::{
            deciding::{SeenDecision, publish_prepared},
            steering::Target,
            wording::complete,
        },
        decisions::{Hurdle, Pick, Texts},
        store::{
            publishing::{self as orders, Prepared},
            texts,
        },
    },
};

/// What became of an order that was to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ordered {
    Order(PublishingOrderId),
    /// Nothing was ordered: this stands in the way.
    Hurdles(BTreeMap<Reference, Hurdle>),
    /// Nothing was ordered: what the letters of the call say has changed since it was looked at.
    TextsChanged,
}

/// How many decisions one order publishes at most.
pub const MOST: usize = 1_000;

/// Orders the publication of what is prepared, at an instant or at once. `texts_seen` is the number of what the letters said.
pub async fn order(
    act: &Act,
    actor: &Actor,
    call: CallId,
    picks: &[Pick],
    (publish_at, texts_seen): (Option<Moment>, usize),
) -> Result<Ordered> {
    if !actor.is(StaffRole::Secretariat) {
        return Err(Error::NotFound);
    }
    if picks.is_empty() || picks.len() > MOST {
        return Err(Error::Refused("publishing-none"));
    }
    // Of two who order at once, the second waits here, and finds what the first has ordered.
    calls::locked(act, call).await?;
    let (texts, number) = complete(texts::now(act.tx(), call).await?, act.letter_texts().await?);
    if number != texts_seen {
        return Ok(Ordered::TextsChanged);
    }
    let references: Vec<Reference> = picks.iter().map(|pick| pick.reference.clone()).collect();
    let found = orders::prepared(act.tx(), actor, call, &references).await?;
    let (mut chosen, mut hurdles) = (Vec::new(), BTreeMap::new());
    for pick in picks {
        match picked(pick, &found, publish_at.unwrap_or(act.at)) {
            Ok(one) => chosen.push(one.clone()),
            Err(hurdle) => drop(hurdles.insert(pick.reference.clone(), hurdle)),
        }
    }
    if !hurdles.is_empty() {
        return Ok(Ordered::Hurdles(hurdles));
    }
    let at = publish_at.unwrap_or(act.at);
    let id = orders::insert(act, call, actor.id, at, &texts, &chosen).await?;
    let data = json!({ "order": id, "decisions": chosen.len(), "at": at });
    act.event("call.publication_ordered", format!("call:{call}"), data).await?;
    Ok(Ordered::Order(id))
}

fn picked<'a>(pick: &Pick, found: &'a [Prepared], at: Moment) -> Result<&'a Prepared, Hurdle> {
    let one = found.iter().find(|one| one.proposal.reference == pick.reference).ok_or(Hurdle::Changed)?;
    if one.is_ordered {
        return Err(Hurdle::Ordered);
    }
    if one.decision.due_at.is_some_and(|due| due <= at) {
        return Err(Hurdle::DueBefore);
    }
    let is_same = one.proposal.version == pick.seen && Some(one.decision.version) == pick.held;
    if is_same { Ok(one) } else { Err(Hurdle::Changed) }
}

/// Why what is left of an order that was cancelled was not published.
pub const CANCELLED: &str = "publishing-failed-cancelled";

/// Cancels an order as far as it was not carried out.
pub async fn cancel(act: &Act, actor: &Actor, call: CallId, id: PublishingOrderId) -> Result<u64> {
    if !actor.is(StaffRole::Secretariat) {
        return Err(Error::NotFound);
    }
    let order = orders::locked(act, call, id).await?;
    if !order.is_open() {
        return Err(Error::Refused("publishing-no-cancel"));
    }
    let left = orders::cancel(act, &order, actor.id, CANCELLED).await?;
    let data = json!({ "order": id, "left": left });
    act.event("call.publication_cancelled", format!("call:{call}"), data).await?;
    Ok(left)
}

/// Carries out all orders whose time has come: a chore of the worker, in any number of processes.
pub async fn publish_due(app: &App) -> Result<()> {
    for order in orders::due(app.db.read(), app.now()).await? {
        let texts = order.texts()?;
        while next(app, &order, &texts).await? {}
        let act = app.begin_as("worker").await?;
        if orders::finish(&act, order.id).await? {
            act.event("call.publication_done", format!("call:{}", order.call_id), json!({ "order": order.id })).await?;
            act.commit().await?;
        }
    }
    Ok(())
}

/// Publishes the next proposal of an order, or says why it cannot; false if nothing is left to do.
async fn next(app: &App, order: &publishing_order::Model, texts: &Texts) -> Result<bool> {
    let Some(actor) = accounts::signed_in_as(app.db.read(), order.ordered_by).await? else {
        return fail_next(app, order, "publishing-failed-person").await;
    };
    let act = app.begin(Who { by: actor.by(), at: app.now(), may_act: true }).await?;
    let Some((item, reference)) = orders::take(&act, order.id).await? else { return Ok(false) };
    // On a task of its own: one that makes us panic does not stop the others either.
    let (texts, seen) = (texts.clone(), item.clone());
    let done = tokio::spawn(async move {
        let target = Target { reference: &reference, seen: seen.seen };
        let seen_decision = SeenDecision { target, held: Some(seen.decision_version) };
        publish_prepared(&act, &actor, seen_decision, &texts).await?;
        orders::settle(&act, &seen, None).await?;
        act.commit().await
    });
    let outcome = done.await.unwrap_or_else(|panic| Err(Error::internal(panic)));
    if let Err(error) = outcome {
        // Nothing of it happened: the act was dropped.
        fail(app, &item, why(error)?).await?;
    }
    Ok(true)
}

/// The key of the reason, as people read it. A database that is away is no reason: it is tried again.
fn why(error: Error) -> Result<&'static str> {
    match error {
        Error::Unavailable(_) => Err(error),
        Error::Conflict => Ok("publishing-failed-changed"),
        Error::NotFound | Error::SignIn => Ok("publishing-failed-person"),
        Error::Refused(reason) => Ok(reason),
        Error::Invalid(_) | Error::TooMany(_) | Error::Internal(_) => {
            tracing::error!(%error, "a decision was not published");
            Ok("publishing-failed-fault")
        }
    }
}

async fn fail(app: &App, item: &publishing_item::Model, reason: &'static str) -> Result<()> {
    let act = app.begin_as("worker").await?;
    if orders::settle(&act, item, Some(reason)).await? {
        let data = json!({ "order": item.order_id, "reason": reason });
        act.event("proposal.decision_not_published", format!("proposal:{}", item.proposal_id), data).await?;
        act.commit().await?;
    }
    Ok(())
}

async fn fail_next(app: &App, order: &publishing_order::Model, reason: &'static str) -> Result<bool> {
    let act = app.begin_as("worker").await?;
    let found = orders::take(&act, order.id).await?;
    drop(act);
    let Some((item, _)) = found else { return Ok(false) };
    fail(app, &item, reason).await?;
    Ok(true)
}
