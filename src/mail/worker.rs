//! The worker: takes up letters that are due and sends them. Any number of workers may run, in one process or in many.
//!
//! A letter is claimed by a lease. Only when a server is there to take it is it marked as being sent, durably, before a word
//! is spoken; so a worker that dies leaves either a lease that lapses or a mark that says the outcome is unknown.

use std::time::Duration;

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{announcements, bounces, digests, post_office::PostOffice, sending};
use crate::{app::App, error::Result};

/// Between two looks, when no act of this process calls the worker.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Between two looks for letters that came back.
const BOUNCES_EVERY: Duration = Duration::from_secs(60);
/// Before a server that was not there is called again.
const SERVER_GONE: Duration = Duration::from_secs(30);
/// Before trying again when the database failed.
const FAULT: Duration = Duration::from_secs(10);

/// What a pass came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Nothing is due any more.
    Done,
    /// Others are due; there may be something else to do first.
    More,
    /// The server is not there; letters wait.
    ServerGone,
    /// The worker was told to stop.
    Stopped,
}

/// Sends letters until `stop`; then lets go of what it has not begun, and returns.
pub async fn run(app: App, stop: CancellationToken) {
    let mut acts = app.acts.subscribe();
    let mut bounces_read: Option<Instant> = None;
    while !stop.is_cancelled() {
        if bounces_read.is_none_or(|last| last.elapsed() >= BOUNCES_EVERY) {
            bounces_read = Some(Instant::now());
            read_bounces(&app).await;
        }
        // On a task of its own, so that one letter that makes us panic does not end all mail.
        let pause = match tokio::spawn(pass(app.clone(), stop.clone())).await {
            Ok(Ok(Pass::Done)) => LOOK_EVERY,
            Ok(Ok(Pass::More)) => continue,
            Ok(Ok(Pass::ServerGone)) => {
                sleep(SERVER_GONE, &stop).await;
                continue;
            }
            Ok(Ok(Pass::Stopped)) => break,
            Ok(Err(error)) => {
                tracing::error!(%error, "sending letters failed");
                sleep(FAULT, &stop).await;
                continue;
            }
            Err(panic) => {
                tracing::error!(error = %panic, "sending letters panicked");
                FAULT
            }
        };
        tokio::select! {
            () = sleep(pause, &stop) => {}
            changed = acts.changed() => if changed.is_err() { sleep(pause, &stop).await },
        }
    }
    if let Ok(counter) = app.post_office.counter(&app.config) {
        counter.transport.close().await;
    }
}

/// On a task of its own, as letters are sent; what goes wrong is told, and tried again at the next look.
async fn read_bounces(app: &App) {
    let app = app.clone();
    match tokio::spawn(async move { bounces::look(&app).await }).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, "reading bounces failed"),
        Err(panic) => tracing::error!(error = %panic, "reading bounces panicked"),
    }
}

async fn sleep(pause: Duration, stop: &CancellationToken) {
    tokio::select! { () = stop.cancelled() => {}, () = tokio::time::sleep(pause) => {} }
}

/// Sends all that is due now, once.
pub async fn deliver_due(app: &App) -> Result<Pass> {
    loop {
        match pass(app.clone(), CancellationToken::new()).await? {
            Pass::More => {}
            end => return Ok(end),
        }
    }
}

async fn pass(app: App, stop: CancellationToken) -> Result<Pass> {
    // What cannot be written holds up nothing that was: it is told when the pass is over, and tried again.
    let PostOffice { announced, .. } = &app.post_office;
    let expanded = announcements::expand(&app, announced, &stop).await;
    let gathered = digests::write_due(&app, &stop).await;
    let pass = sending::send_due(&app, &stop).await?;
    expanded.and(gathered)?;
    Ok(pass)
}
