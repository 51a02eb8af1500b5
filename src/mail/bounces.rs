//! Letters that come back: reports are read from a Maildir folder, believed if they came to a letter's own signed address, and
//! written down with the letter.
//!
//! A report is acted upon and committed, then its file is marked as seen; if the process ends in between, the second reading
//! changes nothing, since the letter has come back already. So may any number of processes look at the same folder.

mod maildir;
mod report;
mod status;

use std::{io, sync::Arc};

use tokio::task::{JoinError, spawn_blocking};

use self::{
    maildir::Mail,
    report::{Came, Report},
};
use super::{
    LetterState,
    store::{returned, underway},
    suppressions,
};
use crate::{
    app::App,
    config::Config,
    error::{Error, Result},
    ids::LetterId,
};

pub use status::Status;

/// What was in the folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Letters that came back.
    pub returned: u32,
    /// What says nothing new: delays, reports on what is known, answers of those who are away, reports that nobody proves.
    pub passed_over: u32,
    /// What could not be understood or read. It is flagged in the folder, for a person to look at.
    pub unreadable: u32,
}

/// Messages looked at in one go.
const MOST: usize = 1000;
/// Of each message: a report stands before the letter that it brings back, and ours are smaller.
const MOST_BYTES: u64 = 512 * 1024;

/// What is wrong with the folder, to be said at start.
pub(super) fn check(config: &Config) -> Result<(), String> {
    config.bounces.as_deref().map_or(Ok(()), maildir::check)
}

/// Reads what has come to the folder of bounces since the last look.
pub async fn look(app: &App) -> Result<Tally> {
    let mut tally = Tally::default();
    let Some(folder) = app.config.bounces.clone() else { return Ok(tally) };
    let listed = spawn_blocking(move || maildir::unseen(&folder, MOST)).await.map_err(Error::internal)?;
    for mail in listed.map_err(Error::internal)? {
        let (mail, came) = read(mail).await;
        let understood = match came {
            // Another process was quicker.
            Ok(Ok(None)) => continue,
            Ok(Ok(Some(Came::Report(report)))) => {
                let returned = take(app, &report).await?;
                *(if returned { &mut tally.returned } else { &mut tally.passed_over }) += 1;
                true
            }
            Ok(Ok(Some(Came::Other))) => {
                tally.passed_over += 1;
                true
            }
            unreadable => {
                tally.unreadable += 1;
                tracing::warn!(file = mail.name(), why = why(unreadable), "a bounce cannot be read");
                false
            }
        };
        let marked = spawn_blocking(move || mail.mark_seen(!understood)).await.map_err(Error::internal)?;
        if let Err(error) = marked {
            tracing::error!(%error, "a bounce cannot be moved to what was seen");
        }
    }
    if tally != Tally::default() {
        tracing::info!(tally.returned, tally.passed_over, tally.unreadable, "bounces were read");
    }
    Ok(tally)
}

type Read = Result<io::Result<Option<Came>>, JoinError>;

/// Off the async threads, where one that makes the reader panic ends nothing else.
async fn read(mail: Mail) -> (Arc<Mail>, Read) {
    let mail = Arc::new(mail);
    let read = Arc::clone(&mail);
    let came = spawn_blocking(move || Ok(read.read(MOST_BYTES)?.map(|bytes| Came::read(&bytes)))).await;
    (mail, came)
}

fn why(unreadable: Read) -> String {
    match unreadable {
        Ok(Ok(_)) => "it is no message".to_owned(),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    }
}

/// Acts upon a report. False if it says nothing new of a letter of ours.
async fn take(app: &App, report: &Report) -> Result<bool> {
    let Some(id) = proven(app, report)? else { return Ok(false) };
    let act = app.begin_as("worker").await?;
    let Some(letter) = returned::letter(&act, id).await? else { return Ok(false) };
    let Some(failure) = report.failure(&letter.recipient) else { return Ok(false) };
    if !returned::mark(&act, id, &failure.words).await? {
        return Ok(false);
    }
    // One whose outcome nobody knew would have been sent once more; a demonstration shows its letters.
    if letter.secret && letter.state == LetterState::Unknown && !app.config.demo {
        underway::blank(act.tx(), id).await?;
    }
    if failure.is_of_a_dead_address {
        suppressions::suppress(&act, &letter, &failure.words).await?;
    }
    let status = failure.status.map(|status| status.to_string());
    act.event("letter.returned", format!("letter:{id}"), serde_json::json!({ "status": status })).await?;
    act.commit().await?;
    Ok(true)
}

/// The letter that a report is about, if it came to the letter's own address.
fn proven(app: &App, report: &Report) -> Result<Option<LetterId>> {
    let counter = app.post_office.counter(&app.config).map_err(Error::Internal)?;
    let Some(path) = &counter.stationery.return_path else { return Ok(None) };
    Ok(report.came_to.iter().find_map(|header| path.letter_in(header)))
}
