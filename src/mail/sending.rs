//! Sends what is due: claims letters, and gives each to one of a few lines to the server. Only when a server is there to take
//! a letter is it marked as being sent, durably, before a word is spoken.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    sync::Semaphore,
    task::{JoinError, JoinSet},
};
use tokio_util::sync::CancellationToken;

use super::{
    admission::{Admitted, admit},
    outcome::Outcome,
    post_office::Counter,
    scribe::{self, Scribe},
    store::underway::{self, Lease},
    worker::Pass,
};
use crate::{
    app::App,
    entity::{letter, letter_body},
    error::{Error, Result},
    ids::LetterId,
};

/// How long a worker may hold a letter that it has not begun. If it dies, others take the letter up after this; if it is
/// only slow, it finds the letter gone when it wants to begin.
const CLAIM: Duration = Duration::from_secs(120);

/// Letters claimed at once, for each connection: what somebody waits for is claimed before all else, and waits behind no more than
/// these.
const CLAIMED: u64 = 8;
/// Letters of workers that came to their end, settled at once.
const BATCH: u64 = 100;

/// The answer of a letter that no server was asked to take.
const NOTHING_ARRIVES: &str = "not sent: nothing arrives at this address any more";
/// The answer of one that says nothing.
const NOTHING_SAID: &str = "not sent: what it said is gone";

/// What all letters of a pass share.
#[derive(Clone)]
struct Round {
    app: App,
    scribe: Scribe,
    /// Nothing more is begun.
    over: CancellationToken,
    /// Since the server is not there.
    gone: Arc<AtomicBool>,
}

/// Sends all that is due now.
pub async fn send_due(app: &App, stop: &CancellationToken) -> Result<Pass> {
    // A wrong configuration is found before a letter is claimed.
    app.post_office.counter(&app.config).map_err(Error::Internal)?;
    let holder = app.ids.secret();
    let (scribe, writing) = Scribe::start(app.clone(), holder.clone());
    let round = Round { app: app.clone(), scribe, over: stop.child_token(), gone: Arc::default() };
    let mut under_way = UnderWay::default();
    let fed = feed(&round, &holder, &mut under_way).await;
    while let Some(done) = under_way.tasks.join_next().await {
        under_way.over(done);
    }
    let gone = round.gone.load(Ordering::Relaxed);
    let is_over = stop.is_cancelled();
    // Nobody can ask the scribe any more: it comes to its end.
    drop(round);
    let written = writing.await.map_err(Error::internal)?;
    underway::release(app.db.write(), &holder, app.now()).await?;
    let more = written.and(fed)?;
    Ok(match (gone, is_over) {
        (true, _) => Pass::ServerGone,
        (false, true) => Pass::Stopped,
        (false, false) if more => Pass::More,
        (false, false) => Pass::Done,
    })
}

/// After so long a pass gives way to what else the worker does, however much is due.
const LONGEST: Duration = Duration::from_secs(60);

/// Claims letters and has them sent, until nothing is due or nothing more is to be begun. True if others may be due.
async fn feed(round: &Round, holder: &str, under_way: &mut UnderWay) -> Result<bool> {
    let begun = Instant::now();
    let Round { app, over, .. } = round;
    let connections = app.config.mail_connections;
    // One for each connection.
    let lines = Arc::new(Semaphore::new(usize::try_from(connections).map_err(Error::internal)?));
    while !over.is_cancelled() && underway::anything_due(app.db.read(), app.now()).await? {
        if begun.elapsed() >= LONGEST {
            return Ok(true);
        }
        sweep(app).await?;
        let now = app.now();
        let lease = Lease { holder, from: now, until: now + CLAIM };
        let letters = underway::claim(app.db.write(), lease, CLAIMED * u64::from(connections)).await?;
        let Admitted { go, suppressed } = admit(app, holder, letters).await?;
        let withheld = |letter| (letter, Outcome::Withheld(NOTHING_ARRIVES.to_owned()));
        scribe::settle(app, suppressed.into_iter().map(withheld).collect()).await?;
        let mut bodies = underway::bodies(app.db.read(), go.iter().map(|letter| letter.id)).await?;
        for letter in go {
            // Where the server is slow, a claim may lapse, and be made again, before its letter has had its turn.
            if !under_way.letters.insert(letter.id) {
                continue;
            }
            let line = tokio::select! {
                line = Arc::clone(&lines).acquire_owned() => line.map_err(Error::internal)?,
                () = over.cancelled() => return Ok(false),
            };
            let (round, body) = (round.clone(), bodies.remove(&letter.id));
            under_way.tasks.spawn(async move {
                let id = letter.id;
                deliver(&round, letter, body).await;
                drop(line);
                id
            });
            while let Some(done) = under_way.tasks.try_join_next() {
                under_way.over(done);
            }
        }
    }
    Ok(false)
}

/// The letters of a pass that are not settled yet.
#[derive(Default)]
struct UnderWay {
    letters: HashSet<LetterId>,
    tasks: JoinSet<LetterId>,
}

impl UnderWay {
    /// A letter that makes us panic does not end all mail: it is taken up again by the next pass, when nobody holds it any more.
    fn over(&mut self, done: Result<LetterId, JoinError>) {
        match done {
            Ok(id) => drop(self.letters.remove(&id)),
            Err(error) => tracing::error!(%error, "sending a letter panicked"),
        }
    }
}

/// Whoever was sending these is gone, and nobody knows how far they came.
async fn sweep(app: &App) -> Result<()> {
    let letters = underway::abandoned(app.db.read(), app.now(), BATCH).await?;
    let unknown = |letter| (letter, Outcome::Unknown("the worker came to its end while sending".to_owned()));
    scribe::settle(app, letters.into_iter().map(unknown).collect()).await
}

async fn deliver(round: &Round, letter: letter::Model, body: Option<letter_body::Model>) {
    let Round { app, scribe, over, gone } = round;
    if over.is_cancelled() {
        return;
    }
    let Ok(Counter { stationery, transport }) = app.post_office.counter(&app.config) else { return };
    let written = body.ok_or_else(|| NOTHING_SAID.to_owned()).and_then(|body| stationery.message(&letter, &body));
    let message = match written {
        Ok(message) => message,
        Err(why) => return scribe.settle(letter, Outcome::Refused(why)),
    };
    let way = match transport.open().await {
        Ok(way) => way,
        Err(why) => {
            tracing::warn!(why, "the mail server cannot be reached");
            scribe.settle(letter, Outcome::Unreachable(why));
            gone.store(true, Ordering::Relaxed);
            return over.cancel();
        }
    };
    if scribe.mark_sending(letter.id).await {
        let outcome = way.send(&letter.id.to_string(), &message).await;
        scribe.settle(letter, outcome);
    } else if !scribe.is_there() {
        over.cancel();
    }
}
