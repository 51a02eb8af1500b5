//! What was reminded of, noted in the act that posts the letter: the rows of the table `reminders`. A store that looks for what
//! is to be reminded of joins it, to leave out what was.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    reminders::{Reminder, Waited},
    store::reminders as store,
};
use crate::{act::Act, app::App, clock::Moment, error::Result};

/// One step of a reminder: of what, counted from when, and how many hours before (less than none: after).
pub type Given = (Uuid, Moment, i32);

/// Notes steps that are given now. Only of those which are told is a letter posted: the others have been given meanwhile.
pub async fn note(act: &Act, of: Reminder, given: &[Given]) -> Result<BTreeSet<Uuid>> {
    store::note(act, of.code(), given).await
}

/// Whoever waits is told by another letter of this very act until when: no reminder that was due by now comes after it.
pub async fn told(act: &Act, of: Reminder, subject: Uuid, instant: Moment) -> Result<()> {
    let waited = Waited { instant, known: Moment::from_millis(0), had: None };
    if let Some(step) = of.row().due(waited, act.at) {
        store::note(act, of.code(), &[(subject, instant, step.hours)]).await?;
    }
    Ok(())
}

/// The letter to the secretariat of a morning, which is no reminder of one thing.
const MORNING: &str = "morning";

/// Takes the letter to the secretariat of this morning; false if it was taken before.
pub async fn take_morning(act: &Act, morning: Moment) -> Result<bool> {
    Ok(!store::note(act, MORNING, &[(Uuid::nil(), morning, 0)]).await?.is_empty())
}

/// Whether the letter of this morning was taken.
pub async fn is_morning_taken(app: &App, morning: Moment) -> Result<bool> {
    store::is_noted(app.db.read(), MORNING, Uuid::nil(), morning).await
}
