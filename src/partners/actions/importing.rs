//! Bringing an existing list here, with the consent that was given elsewhere.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    act::Act,
    error::Result,
    partners::{
        forms::Listed,
        store::{
            lists::{self, Entered},
            subscribers::{From, Manner, NewSubscriber},
        },
        topics::{Origin, Topic},
    },
};

/// The most values that go into one statement: SQLite takes about 32,000.
const VALUES: usize = 28_000;
/// The values of a subscriber and of a wish.
const COLUMNS: usize = 11;

/// Enters the people of a list as subscribers to `topics`. `consent` says when and how they agreed. No letter is sent: each one
/// that comes later says how to stop.
pub async fn import(
    act: &Act,
    people: Vec<Listed>,
    topics: &BTreeSet<Topic>,
    manner: Manner,
    consent: &str,
) -> Result<Entered> {
    let from = From { origin: Origin::Import, source: consent, confirmed: true };
    let at_once = VALUES / (COLUMNS * topics.len().max(1));
    let mut done = Entered::default();
    for part in people.chunks(at_once.max(1)) {
        let new = part.iter().map(|one| NewSubscriber {
            email: one.email.clone(),
            name: one.name.clone(),
            locale: one.locale.unwrap_or(manner.locale),
            rhythm: manner.rhythm,
        });
        let entered = lists::enter(act, new.collect(), topics, from).await?;
        done.new += entered.new;
        done.known += entered.known;
        done.stopped += entered.stopped;
    }
    let data = json!({ "new": done.new, "known": done.known, "stopped": done.stopped, "topics": topics.len() });
    act.event("subscribers.imported", "subscribers", data).await?;
    Ok(done)
}
