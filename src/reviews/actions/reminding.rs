//! Reminding reviewers of what they have not handed in: a chore of the worker. However often it is done, and by however many
//! processes, nobody is reminded twice of the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    app::App,
    clock::Moment,
    entity::call,
    error::Result,
    ids::{CallId, UserId},
    mail::{
        outbox,
        reminders::{Reminder, Step},
    },
    proposals::{
        actions::{reader, reminding::new_of},
        people,
        waited::{self, Only},
    },
    reviews::{
        letters::reminder,
        store::reminders::{calls_reviewing, owed},
    },
};

/// Posts all reminders that are due, an act for each reviewer.
pub async fn remind(app: &App) -> Result<()> {
    let now = app.now();
    let calls = calls_reviewing(app.db.read(), now).await?;
    // Looked for before an act is begun, which on SQLite only one can do at a time.
    let due = owed(app.db.read(), Reminder::Review, &calls, Only::All, now).await?;
    let reviewers: BTreeSet<UserId> = due.iter().filter_map(|one| one.person).collect();
    for reviewer in reviewers {
        Box::pin(remind_one(app, &calls, reviewer)).await?;
    }
    Ok(())
}

/// One letter for all reviews of a call that are due at the same instant: what is handed in meanwhile is not counted.
async fn remind_one(app: &App, calls: &[call::Model], reviewer: UserId) -> Result<()> {
    let act = app.begin_as("worker").await?;
    let Some(person) = people::by_id(act.tx(), reviewer).await? else { return Ok(()) };
    let person = reader(person, true);
    let found = owed(act.tx(), Reminder::Review, calls, Only::Of(reviewer), act.at).await?;
    waited::hold(&act, &found).await?;
    let due = owed(act.tx(), Reminder::Review, calls, Only::Of(reviewer), act.at).await?;
    let mut groups: BTreeMap<(CallId, Moment, i32), (&'static Step, usize)> = BTreeMap::new();
    for one in new_of(&act, due).await? {
        groups.entry((one.call, one.instant, one.step.hours)).or_insert((one.step, 0)).1 += 1;
    }
    if groups.is_empty() {
        return Ok(());
    }
    for ((call, due_at, _), (step, count)) in groups {
        let Some(call) = calls.iter().find(|known| known.id == call) else { continue };
        outbox::post(&act, reminder(&app.config, call, &person, (due_at, step), count)).await?;
    }
    act.commit().await
}
