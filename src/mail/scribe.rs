//! What is written down about letters under way: that one is being sent, and what became of it. Each commit waits for the disk, so
//! whatever comes together while one waits goes into the next, as one.

use std::{collections::HashSet, time::Duration};

use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use super::{
    bounces::Status,
    outcome::{After, Before, Outcome, after},
    smtp,
    store::underway::{self, Lease},
    suppressions,
};
use crate::{
    app::App,
    clock::Moment,
    entity::letter,
    error::{Error, Result},
    ids::LetterId,
};

/// How long a worker may be sending one letter: more than its patience with a server.
const SENDING: Duration = Duration::from_secs(smtp::LONGEST.as_secs() + 120);

/// The most that one commit takes.
const MOST: usize = 64;

/// Those who send letters ask it to write.
#[derive(Clone)]
pub struct Scribe {
    asks: mpsc::UnboundedSender<Ask>,
}

enum Ask {
    Mark(LetterId, oneshot::Sender<bool>),
    Settle(Box<letter::Model>, Outcome),
}

impl Scribe {
    /// One who writes for the worker of this name until nobody can ask any more; what it could not write is its end.
    pub fn start(app: App, holder: String) -> (Self, JoinHandle<Result<()>>) {
        let (asks, asked) = mpsc::unbounded_channel();
        (Self { asks }, tokio::spawn(write_down(app, holder, asked)))
    }

    /// Marks a letter as being sent, durably. False if it is held no longer, or if nothing can be written.
    pub async fn mark_sending(&self, letter: LetterId) -> bool {
        let (answer, answered) = oneshot::channel();
        self.asks.send(Ask::Mark(letter, answer)).is_ok() && answered.await.unwrap_or(false)
    }

    /// Has it written down what became of a letter.
    pub fn settle(&self, letter: letter::Model, outcome: Outcome) {
        // Nobody listens only after a fault of the database: the letter is then found as one of unknown outcome.
        let _ = self.asks.send(Ask::Settle(Box::new(letter), outcome));
    }

    /// Whether it still writes.
    pub fn is_there(&self) -> bool {
        !self.asks.is_closed()
    }
}

async fn write_down(app: App, holder: String, mut asked: mpsc::UnboundedReceiver<Ask>) -> Result<()> {
    let mut together = Vec::new();
    while asked.recv_many(&mut together, MOST).await > 0 {
        let (mut marks, mut outcomes) = (Vec::new(), Vec::new());
        for ask in together.drain(..) {
            match ask {
                Ask::Mark(letter, answer) => marks.push((letter, answer)),
                Ask::Settle(letter, outcome) => outcomes.push((*letter, outcome)),
            }
        }
        let group = Group::of(&app, outcomes);
        let failed = match group.write(&app, &holder, &marks).await {
            Ok(marked) => {
                answer(marks, marked);
                continue;
            }
            Err(failed) => failed,
        };
        // Nothing more is begun; but what is known of letters that have left is not given up lightly.
        answer(marks, HashSet::new());
        group.write_in_the_end(&app, &holder, failed).await?;
    }
    Ok(())
}

fn answer(marks: Vec<(LetterId, oneshot::Sender<bool>)>, mut marked: HashSet<LetterId>) {
    for (letter, answer) in marks {
        // Whoever asked may be gone.
        let _ = answer.send(marked.remove(&letter));
    }
}

/// Writes down what became of letters.
pub async fn settle(app: &App, outcomes: Vec<(letter::Model, Outcome)>) -> Result<()> {
    if !outcomes.is_empty() {
        Group::of(app, outcomes).write(app, "", &[]).await?;
    }
    Ok(())
}

/// What became of letters at one moment.
struct Group {
    at: Moment,
    settled: Vec<(letter::Model, After)>,
    /// Those whose server said that nothing will ever arrive at the address.
    dead: Vec<(letter::Model, After)>,
}

impl Group {
    fn of(app: &App, outcomes: Vec<(letter::Model, Outcome)>) -> Self {
        let at = app.now();
        let (dead, others): (Vec<_>, Vec<_>) =
            outcomes.into_iter().partition(|(_, outcome)| is_of_a_dead_address(outcome));
        let became = |(letter, outcome)| became(app, letter, outcome, at);
        Self { at, settled: others.into_iter().map(became).collect(), dead: dead.into_iter().map(became).collect() }
    }

    /// Writes it all, and marks these; those that were.
    async fn write(
        &self,
        app: &App,
        holder: &str,
        marks: &[(LetterId, oneshot::Sender<bool>)],
    ) -> Result<HashSet<LetterId>> {
        let tx = app.db.begin().await?;
        let lease = Lease { holder, from: self.at, until: self.at + SENDING };
        let marked = underway::mark_sending(&tx, marks.iter().map(|(letter, _)| *letter).collect(), lease).await?;
        let missing = underway::settle(&tx, self.at, &self.settled).await?;
        tx.commit().await.map_err(Error::from)?;
        if missing > 0 {
            tracing::warn!(letters = missing, "somebody else had settled letters");
        }
        for (letter, after) in &self.dead {
            settle_and_suppress(app, letter, self.at, after).await?;
        }
        Ok(marked)
    }

    /// Tries again what failed, for about a minute. Written twice, it is the same.
    async fn write_in_the_end(&self, app: &App, holder: &str, failed: Error) -> Result<()> {
        if self.settled.is_empty() && self.dead.is_empty() {
            return Err(failed);
        }
        let mut last = failed;
        for seconds in [1, 2, 4, 8, 16, 32] {
            tracing::warn!(error = %last, "what became of letters was not written down yet");
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            match self.write(app, holder, &[]).await {
                Ok(_) => return Ok(()),
                Err(error) => last = error,
            }
        }
        Err(last)
    }
}

fn is_of_a_dead_address(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused(answer) if Status::in_answer(answer).is_some_and(Status::is_of_a_dead_address))
}

fn became(app: &App, letter: letter::Model, outcome: Outcome, now: Moment) -> (letter::Model, After) {
    if !matches!(outcome, Outcome::Sent(_)) {
        // What the server answered often names the recipient: it stands in the mail log, and not here.
        tracing::warn!(letter = %letter.id, kind = letter.kind, outcome = outcome.name(), "a letter was not sent");
    }
    let before = Before {
        class: letter.class,
        attempts: letter.attempts,
        unknowns: letter.unknowns,
        // A demonstration shows its letters, since nobody receives them.
        secret: letter.secret && !app.config.demo,
    };
    let after = after(before, outcome, now);
    (letter, after)
}

/// The same, when the server said that nothing will ever arrive at the address.
async fn settle_and_suppress(app: &App, letter: &letter::Model, now: Moment, after: &After) -> Result<()> {
    let act = app.begin_as("worker").await?;
    if underway::settle_one(act.tx(), letter, now, after).await? {
        suppressions::suppress(&act, letter, &after.answer).await?;
    } else {
        tracing::warn!(letter = %letter.id, "somebody else had settled this letter");
    }
    act.commit().await
}
