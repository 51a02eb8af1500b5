//! The worker: takes up letters that are due and sends them. Any number of workers may run, in one process or in many.
//!
//! A letter is claimed by a lease. Only when a server is there to take it is it marked as being sent, durably, before a word
//! is spoken; so a worker that dies leaves either a lease that lapses or a mark that says the outcome is unknown.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use futures::StreamExt;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{
    admission::{Admitted, admit},
    announcements,
    bounces::{self, Status},
    digests,
    outcome::{After, Before, Outcome, after},
    post_office::{Counter, PostOffice},
    smtp,
    store::{self, Lease},
    suppressions,
    transport::Way,
};
use crate::{
    app::App,
    clock::Moment,
    entity::letter,
    error::{Error, Result},
};

/// How long a worker may hold a letter that it has not begun. If it dies, others take the letter up after this; if it is
/// only slow, it finds the letter gone when it wants to begin.
const CLAIM: Duration = Duration::from_secs(120);
/// How long a worker may be sending one letter: more than its patience with a server.
const SENDING: Duration = Duration::from_secs(smtp::LONGEST.as_secs() + 120);

/// Letters claimed at once, and letters sent side by side.
const BATCH: u64 = 20;
const AT_ONCE: usize = 4;

/// Between two looks, when no act of this process calls the worker.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Between two looks for letters that came back.
const BOUNCES_EVERY: Duration = Duration::from_secs(60);
/// Before a server that was not there is called again.
const SERVER_GONE: Duration = Duration::from_secs(30);
/// Before trying again when the database failed.
const FAULT: Duration = Duration::from_secs(10);

/// The answer of a letter that no server was asked to take.
const NOTHING_ARRIVES: &str = "not sent: nothing arrives at this address any more";

/// What a pass came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Nothing is due any more.
    Done,
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
    pass(app.clone(), CancellationToken::new()).await
}

async fn pass(app: App, stop: CancellationToken) -> Result<Pass> {
    let PostOffice { announced, .. } = &app.post_office;
    announcements::expand(&app, announced, &stop).await?;
    digests::write_due(&app, &stop).await?;
    loop {
        if stop.is_cancelled() {
            return Ok(Pass::Stopped);
        }
        if !store::anything_due(app.db.read(), app.now()).await? {
            return Ok(Pass::Done);
        }
        sweep(&app).await?;
        let Some(pass) = batch(&app, &stop).await? else { continue };
        return Ok(pass);
    }
}

/// Whoever was sending these is gone, and nobody knows how far they came.
async fn sweep(app: &App) -> Result<()> {
    let now = app.now();
    for letter in store::abandoned(app.db.read(), now, BATCH).await? {
        settle(app, &letter, Outcome::Unknown("the worker came to its end while sending".to_owned())).await?;
    }
    Ok(())
}

/// Claims some letters and sends them. `None` if there may be more.
async fn batch(app: &App, stop: &CancellationToken) -> Result<Option<Pass>> {
    let counter = app.post_office.counter(&app.config).map_err(Error::Internal)?;
    let holder = app.ids.secret();
    let letters = store::claim(app.db.write(), lease(app.now(), &holder, CLAIM), BATCH).await?;
    if letters.is_empty() {
        return Ok(Some(Pass::Done));
    }
    let Admitted { go, suppressed } = admit(app, &holder, letters).await?;
    for letter in suppressed {
        settle(app, &letter, Outcome::Withheld(NOTHING_ARRIVES.to_owned())).await?;
    }
    let gone = AtomicBool::new(false);
    let deliveries = futures::stream::iter(go).map(|letter| async {
        if stop.is_cancelled() || gone.load(Ordering::Relaxed) {
            return Ok(());
        }
        if deliver(app, counter, letter).await? == Reached::Nobody {
            gone.store(true, Ordering::Relaxed);
        }
        Ok(())
    });
    let results: Vec<Result<()>> = deliveries.buffer_unordered(AT_ONCE).collect().await;
    store::release(app.db.write(), &holder, app.now()).await?;
    results.into_iter().collect::<Result<()>>()?;
    Ok(gone.into_inner().then_some(Pass::ServerGone))
}

fn lease(now: Moment, holder: &str, span: Duration) -> Lease<'_> {
    Lease { holder, from: now, until: now + span }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    Someone,
    Nobody,
}

async fn deliver(app: &App, counter: &Counter, letter: letter::Model) -> Result<Reached> {
    let message = match counter.stationery.message(&letter) {
        Ok(message) => message,
        Err(why) => {
            settle(app, &letter, Outcome::Refused(why)).await?;
            return Ok(Reached::Someone);
        }
    };
    let way: Way<'_> = match counter.transport.open().await {
        Ok(way) => way,
        Err(why) => {
            tracing::warn!(why, "the mail server cannot be reached");
            settle(app, &letter, Outcome::Unreachable(why)).await?;
            return Ok(Reached::Nobody);
        }
    };
    if store::mark_sending(app.db.write(), letter.id, lease(app.now(), &letter.lease_holder, SENDING)).await? {
        let outcome = way.send(&letter.id.to_string(), &message).await;
        settle(app, &letter, outcome).await?;
    }
    Ok(Reached::Someone)
}

async fn settle(app: &App, letter: &letter::Model, outcome: Outcome) -> Result<()> {
    let now = app.now();
    let before = Before {
        class: letter.class,
        attempts: letter.attempts,
        unknowns: letter.unknowns,
        // A demonstration shows its letters, since nobody receives them.
        secret: letter.secret && !app.config.demo,
    };
    if !matches!(outcome, Outcome::Sent(_)) {
        // What the server answered often names the recipient: it stands in the mail log, and not here.
        tracing::warn!(letter = %letter.id, kind = letter.kind, outcome = outcome.name(), "a letter was not sent");
    }
    let is_dead = |answer: &str| Status::in_answer(answer).is_some_and(Status::is_of_a_dead_address);
    let dead = matches!(&outcome, Outcome::Refused(answer) if is_dead(answer));
    let after = after(before, outcome, now);
    let settled = if dead {
        settle_and_suppress(app, letter, now, after).await?
    } else {
        store::settle(app.db.write(), letter, now, after).await?
    };
    if !settled {
        tracing::warn!(letter = %letter.id, "somebody else had settled this letter");
    }
    Ok(())
}

/// The same, when the server said that nothing will ever arrive at the address.
async fn settle_and_suppress(app: &App, letter: &letter::Model, now: Moment, after: After) -> Result<bool> {
    let act = app.begin_as("worker").await?;
    let answer = after.answer.clone();
    let settled = store::settle(act.tx(), letter, now, after).await?;
    if settled {
        suppressions::suppress(&act, letter, &answer).await?;
    }
    act.commit().await?;
    Ok(settled)
}
