//! Reminding reviewers of what they have not handed in: a chore of the worker. However often it is done, and by however many
//! processes, nobody is reminded twice of the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    app::App,
    clock::Moment,
    entity::call,
    error::Result,
    ids::UserId,
    mail::outbox,
    proposals::{actions::reader, people},
    reviews::{
        letters::reminder,
        store::reminders::{calls_reviewing, claim, owed},
    },
};

/// Posts all reminders that are due, an act for each reviewer and call.
pub async fn remind(app: &App) -> Result<()> {
    let now = app.now();
    for call in calls_reviewing(app.db.read(), now).await? {
        let due = owed(app.db.read(), &call, None, now).await?;
        let reviewers: BTreeSet<UserId> = due.iter().map(|one| one.reviewer).collect();
        for reviewer in reviewers {
            remind_one(app, &call, reviewer).await?;
        }
    }
    Ok(())
}

/// One letter for all reviews that are due at the same instant: what is handed in meanwhile is not counted.
async fn remind_one(app: &App, call: &call::Model, reviewer: UserId) -> Result<()> {
    let act = app.begin_as("worker").await?;
    let Some(person) = people::by_id(act.tx(), reviewer).await? else { return Ok(()) };
    let person = reader(person, true);
    let mut groups: BTreeMap<(Moment, i32), usize> = BTreeMap::new();
    for one in owed(act.tx(), call, Some(reviewer), act.at).await? {
        if claim(&act, &one).await? {
            *groups.entry((one.due_at, one.hours)).or_default() += 1;
        }
    }
    for ((due_at, hours), count) in groups {
        outbox::post(&act, reminder(&app.config, call, &person, (due_at, hours), count)).await?;
    }
    act.commit().await
}
