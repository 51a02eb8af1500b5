//! What people ask to hear of: asked for by anybody, confirmed by whoever reads the mail, changed and stopped by a letter's link.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    accounts::{self, Actor},
    act::Act,
    app::App,
    entity::{partner, subscriber},
    error::{Error, Result},
    ids::{ProposalId, SubscriberId},
    mail::{Digest, Email, outbox, suppressions},
    partners::{
        letters::subscriptions::confirm as confirm_letter,
        rules::{FORGOTTEN_AFTER, asked_again_from},
        store::{
            self,
            subscribers::{self, From, Known, Manner, NewSubscriber},
        },
        topics::{Origin, Rhythm, Topic},
    },
    sealed,
};

const PURPOSE: &str = "subscriber";

#[derive(Serialize, Deserialize)]
struct Proof {
    subscriber: SubscriberId,
}

/// The proof that whoever has it reads a subscriber's mail: it stands in the links of the letters.
pub fn proof(app: &App, subscriber: SubscriberId) -> Result<String> {
    sealed::seal(app, PURPOSE, &Proof { subscriber })
}

/// The subscriber whom a link proves.
pub async fn proven(app: &App, token: &str) -> Result<Known> {
    let proof: Proof = sealed::open(app, PURPOSE, token).ok_or(Error::NotFound)?;
    subscribers::by_id(app.db.read(), proof.subscriber).await?.ok_or(Error::NotFound)
}

/// Whether a link is ours; whoever it is of may be forgotten.
pub fn is_ours(app: &App, token: &str) -> bool {
    sealed::open::<Proof>(app, PURPOSE, token).is_some()
}

/// The page on which somebody changes what they get, if they get anything: for those alone who have proven that they read this address.
pub async fn page_of(app: &App, email: &Email) -> Result<Option<String>> {
    let known = subscribers::by_email(app.db.read(), email).await?.filter(|known| !known.confirmed.is_empty());
    known.map(|known| Ok(format!("/subscriptions/{}", proof(app, known.subscriber.id)?))).transpose()
}

/// What somebody wants, as they typed it.
#[derive(Clone, Debug)]
pub struct Wish {
    pub email: Email,
    pub topics: BTreeSet<Topic>,
    pub manner: Manner,
}

/// Somebody, perhaps its owner, asks that an address hears of something. Nothing is sent but a letter that asks to confirm, and
/// not one on the heels of another. Whether the address was known is told to nobody.
pub async fn ask(act: &Act, wish: Wish, address: &str) -> Result<()> {
    accounts::actions::count_asked(act, address).await?;
    let Known { mut subscriber, confirmed, .. } = subscribers::ensure(act, new(&wish.email, wish.manner)).await?;
    // Who gets letters changes their rhythm and language behind a link: here anybody may have typed the address.
    if confirmed.is_empty() {
        subscriber = subscribers::wished(act, subscriber, wish.manner).await?;
    }
    let added: Vec<Topic> = wish.topics.difference(&confirmed).cloned().collect();
    let from = From { origin: Origin::Form, source: "", confirmed: false };
    subscribers::add(act, subscriber.id, added, from).await?;
    let again = subscriber.asked_at.map(|asked_at| asked_again_from(asked_at, subscriber.unanswered));
    if again.is_some_and(|again| act.at < again) {
        return Ok(());
    }
    subscribers::asked(act, &subscriber).await?;
    let event = act.event("subscriber.asked", about(&subscriber), ()).await?;
    let proof = proof(&act.app, subscriber.id)?;
    outbox::post(act, confirm_letter(&act.app.config, &subscriber, &proof, event.to_string())).await
}

/// Somebody who is signed in asks for their own address, which is proven.
pub async fn follow(act: &Act, actor: &Actor, topics: BTreeSet<Topic>, manner: Manner) -> Result<SubscriberId> {
    let known = subscribers::ensure(act, new(&actor.email, manner)).await?;
    let from = From { origin: Origin::Account, source: "", confirmed: true };
    subscribers::add(act, known.subscriber.id, topics, from).await?;
    // Whoever has letters already is not told otherwise by one more topic.
    let manner = if known.confirmed.is_empty() { manner } else { manner_of(&known.subscriber) };
    subscribers::heard(act, &known.subscriber, manner).await?;
    act.event("subscriber.followed", about(&known.subscriber), ()).await?;
    Ok(known.subscriber.id)
}

/// A partner wants to hear of the proposal that names it.
pub async fn follow_as_partner(act: &Act, partner: &partner::Model) -> Result<SubscriberId> {
    let manner = Manner { rhythm: Rhythm::AtOnce, locale: partner.locale };
    let known = subscribers::ensure(act, new(&partner.email, manner)).await?;
    let from = From { origin: Origin::Partner, source: "", confirmed: true };
    subscribers::add(act, known.subscriber.id, [Topic::Initiative(partner.proposal_id)], from).await?;
    let manner = if known.confirmed.is_empty() { manner } else { manner_of(&known.subscriber) };
    subscribers::heard(act, &known.subscriber, manner).await?;
    // The answer stands behind a letter's link: somebody reads there.
    suppressions::lift(act, &partner.email).await?;
    Ok(known.subscriber.id)
}

/// A partner wants to hear of it no more: what waits about it does not leave.
pub async fn forget_as_partner(act: &Act, partner: &partner::Model) -> Result<()> {
    if let Some(known) = subscribers::locked(act, &partner.email).await? {
        subscribers::remove(act, known.subscriber.id, [Topic::Initiative(partner.proposal_id)]).await?;
    }
    outbox::stop_announcements_about(act, &partner.email, partner.proposal_id).await
}

/// Whoever reads the mail confirms what was asked for.
pub async fn confirm(act: &Act, id: SubscriberId, seen: i32) -> Result<()> {
    let known = subscribers::locked_as_seen(act, id, seen).await?;
    let from = From { origin: Origin::Form, source: "", confirmed: true };
    subscribers::add(act, id, known.waiting.clone(), from).await?;
    subscribers::heard(act, &known.subscriber, manner_of(&known.subscriber)).await?;
    // Somebody reads there again.
    suppressions::lift(act, &known.subscriber.email).await?;
    act.event("subscriber.confirmed", about(&known.subscriber), json!({ "topics": known.waiting.len() })).await?;
    Ok(())
}

/// Whoever reads the mail never asked for it.
pub async fn refuse(act: &Act, id: SubscriberId, seen: i32) -> Result<()> {
    let known = subscribers::locked_as_seen(act, id, seen).await?;
    if known.confirmed.is_empty() {
        subscribers::stopped(act, &known.subscriber).await?;
    } else {
        subscribers::remove_waiting(act, id).await?;
    }
    act.event("subscriber.refused", about(&known.subscriber), ()).await?;
    Ok(())
}

/// A subscriber says anew what they want, and how. Nothing at all stops the letters.
pub async fn change(act: &Act, id: SubscriberId, seen: i32, topics: &BTreeSet<Topic>, manner: Manner) -> Result<()> {
    let known = subscribers::locked_as_seen(act, id, seen).await?;
    if topics.is_empty() {
        return halt(act, &known).await;
    }
    let gone: Vec<Topic> =
        known.confirmed.difference(topics).chain(known.waiting.difference(topics)).cloned().collect();
    let unfollowed: Vec<ProposalId> = gone.iter().filter_map(Topic::initiative).collect();
    store::stop_about(act, &known.subscriber.email, &unfollowed).await?;
    subscribers::remove(act, id, gone).await?;
    let from = From { origin: Origin::Form, source: "", confirmed: true };
    let added: Vec<Topic> = topics.difference(&known.confirmed).cloned().collect();
    subscribers::add(act, id, added, from).await?;
    subscribers::heard(act, &known.subscriber, manner).await?;
    let due_at = manner.rhythm.digest_due(act.at, act.app.config.demo).unwrap_or(act.at);
    outbox::tell_gathered(act, Digest::Announcements, &known.subscriber.email, due_at).await?;
    suppressions::lift(act, &known.subscriber.email).await?;
    act.event("subscriber.changed", about(&known.subscriber), json!({ "topics": topics.len() })).await?;
    Ok(())
}

/// Stops all letters to a subscriber at once, those that wait too. Stopping twice is stopping.
pub async fn stop(act: &Act, email: &Email) -> Result<()> {
    match subscribers::locked(act, email).await? {
        Some(known) => halt(act, &known).await,
        None => Ok(()),
    }
}

async fn halt(act: &Act, known: &Known) -> Result<()> {
    let row = &known.subscriber;
    if row.stopped_at.is_none() || !known.confirmed.is_empty() {
        subscribers::stopped(act, row).await?;
        act.event("subscriber.stopped", about(row), ()).await?;
    }
    store::stop_all(act, &row.email).await?;
    outbox::stop_announcements(act, &row.email).await
}

/// Forgets what nobody confirmed.
pub async fn forget_unconfirmed(app: &App) -> Result<()> {
    let act = app.begin_as("worker").await?;
    subscribers::forget_unconfirmed(&act, act.at - FORGOTTEN_AFTER).await?;
    act.commit_unheard().await
}

fn new(email: &Email, manner: Manner) -> NewSubscriber {
    NewSubscriber { email: email.clone(), name: String::new(), locale: manner.locale, rhythm: manner.rhythm }
}

fn manner_of(row: &subscriber::Model) -> Manner {
    Manner { rhythm: row.rhythm, locale: row.locale }
}

/// Who it is about, for the audit trail.
fn about(row: &subscriber::Model) -> String {
    format!("subscriber:{}", row.id)
}
