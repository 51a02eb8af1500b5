//! Reminding the secretariat of what waits for it: a chore of the worker. What became due since the last morning is told to each
//! of them by one letter, which names no proposal and counts none in which its reader has an interest.

use std::collections::BTreeMap;

use crate::{
    app::App,
    clock::Moment,
    error::Result,
    mail::{outbox, reminded, reminders::Reminder, rhythm},
    proposals::{
        actions::{reader, reminding::new_of},
        waited,
    },
    reviews::{letters, store::reminders::of_secretariat},
};

/// Posts the letters of this morning, if there is anything to tell that was due by then.
pub async fn remind(app: &App) -> Result<()> {
    let morning = rhythm::morning(app.now());
    // Looked for before an act is begun, which on SQLite only one can do at a time.
    if reminded::is_morning_taken(app, morning).await? || of_secretariat(app.db.read(), morning).await?.is_empty() {
        return Ok(());
    }
    Box::pin(write(app, morning)).await
}

async fn write(app: &App, morning: Moment) -> Result<()> {
    let act = app.begin_as("worker").await?;
    if !reminded::take_morning(&act, morning).await? {
        return Ok(());
    }
    let found = of_secretariat(act.tx(), morning).await?;
    waited::hold(&act, &found).await?;
    let found = of_secretariat(act.tx(), morning).await?;
    let new = new_of(&act, found).await?;
    if new.is_empty() {
        return Ok(());
    }
    for (person, interests) in waited::secretariat(&act, &new).await? {
        let mut counts: BTreeMap<Reminder, usize> = BTreeMap::new();
        for one in new.iter().filter(|one| !interests.contains(&one.proposal)) {
            *counts.entry(one.of).or_default() += 1;
        }
        if !counts.is_empty() {
            outbox::post(&act, letters::waiting(&app.config, &reader(person, true), morning, &counts)).await?;
        }
    }
    act.commit().await
}
