//! The number of the last public change, asked by many at once.

use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
    time::{Duration, Instant},
};

use tokio::{sync::watch, task::yield_now};

use crate::{act::TOLD_AFTER, error::Result};

/// An answer is renewed beside those who still get it once it is this old.
const RENEWED_AFTER: Duration = Duration::from_millis(1);

/// An answer holds for those who come a little later: nobody is told of a change before that is over ([`TOLD_AFTER`]), and a change of
/// this process ends it. Whoever comes later still waits: not for the question that is under way, since something may have changed
/// after that began, but for the next, which is one question for all of them.
#[derive(Debug, Default)]
pub struct LastChange {
    /// Counts those who have asked.
    asked: AtomicU64,
    is_asking: AtomicBool,
    said: watch::Sender<Said>,
}

/// A time in a process: what the clock shows, and how much was committed by then.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    pub at: Instant,
    pub commits: u64,
}

/// An answer that holds for whoever asks now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub number: i64,
    /// Whether it is time to ask anew.
    pub ages: bool,
}

/// An answer to all who had asked when its question began.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    /// The last of them.
    to: u64,
    /// None where the database did not answer.
    number: Option<i64>,
    /// When the question began.
    since: Option<Time>,
}

impl LastChange {
    /// What was answered last, as long as it holds.
    pub fn held(&self, now: Time) -> Option<Held> {
        let Said { number, since, .. } = *self.said.borrow();
        let (number, since) = (number?, since?);
        let age = now.at.saturating_duration_since(since.at);
        (since.commits == now.commits && age < TOLD_AFTER)
            .then_some(Held { number, ages: age >= RENEWED_AFTER && !self.is_asking.load(SeqCst) })
    }

    /// As `question` answers, or somebody else's that began after this was called; nothing where the database does not answer.
    pub async fn number(&self, now: impl Fn() -> Time, question: impl Future<Output = Result<i64>>) -> Option<i64> {
        let mine = self.asked.fetch_add(1, SeqCst) + 1;
        let mut answers = self.said.subscribe();
        loop {
            let last = *answers.borrow_and_update();
            if last.to >= mine {
                return last.number;
            }
            if let Some(turn) = Turn::take(self) {
                return turn.ask(now, question).await;
            }
            // Whoever has the turn tells when it is over, even if nothing has come of it.
            answers.changed().await.ok()?;
        }
    }
}

/// So often whoever has the turn looks whether others have come.
const LOOKS: usize = 16;

/// The right to ask. It is given back when it is dropped, be it because somebody did not wait for the answer.
struct Turn<'a> {
    of: &'a LastChange,
    said: Option<Said>,
}

impl<'a> Turn<'a> {
    fn take(of: &'a LastChange) -> Option<Self> {
        of.is_asking.compare_exchange(false, true, SeqCst, SeqCst).ok()?;
        Some(Self { of, said: None })
    }

    async fn ask(mut self, now: impl Fn() -> Time, question: impl Future<Output = Result<i64>>) -> Option<i64> {
        let to = self.all_who_come().await;
        let since = Some(now());
        let number = question.await.ok();
        self.said = Some(Said { to, number, since });
        number
    }

    /// All whose requests have come by now ask along: as long as others come, they are let in. The last of them.
    async fn all_who_come(&self) -> u64 {
        let mut last = self.of.asked.load(SeqCst);
        for _ in 0..LOOKS {
            yield_now().await;
            let now = self.of.asked.load(SeqCst);
            if now == last {
                break;
            }
            last = now;
        }
        last
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // First this: whoever is woken takes the next turn.
        self.of.is_asking.store(false, SeqCst);
        let new = self.said;
        self.of.said.send_modify(|last| {
            if let Some(new) = new.filter(|new| new.to > last.to) {
                *last = new;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::sync::Semaphore;

    use super::*;
    use crate::error::Error;

    fn time() -> Time {
        Time { at: Instant::now(), commits: 0 }
    }

    #[tokio::test]
    async fn an_answer_holds_until_whoever_changes_something_is_told_and_for_no_change_of_this_process() {
        let last = LastChange::default();
        let start = time();
        let later = |after: u64, commits: u64| Time { at: start.at + Duration::from_micros(after), commits };
        assert_eq!(last.held(start), None, "nobody has asked");
        assert_eq!(last.number(|| start, async { Ok(7) }).await, Some(7));
        let held = |ages| Some(Held { number: 7, ages });
        assert_eq!(last.held(later(999, 0)), held(false));
        assert_eq!(last.held(later(1_000, 0)), held(true), "asked anew beside those who still get it");
        assert_eq!(last.held(later(1_999, 0)), held(true));
        assert_eq!(last.held(later(2_000, 0)), None, "by now somebody may have been told of a change");
        assert_eq!(last.held(later(1, 1)), None, "something was committed here");
        let turn = Turn::take(&last).unwrap();
        assert_eq!(last.held(later(1_500, 0)), held(false), "somebody asks anew already");
        drop(turn);
        assert_eq!(last.number(|| later(3_000, 0), async { Err(Error::NotFound) }).await, None);
        assert_eq!(last.held(later(3_001, 0)), None, "the database does not answer");
    }

    #[tokio::test]
    async fn who_comes_while_a_question_is_under_way_waits_for_the_next_which_is_one_for_all() {
        let (last, gate, count) =
            (Arc::new(LastChange::default()), Arc::new(Semaphore::new(0)), Arc::new(AtomicU64::new(0)));
        let ask = || {
            let (last, gate, count) = (Arc::clone(&last), Arc::clone(&gate), Arc::clone(&count));
            tokio::spawn(async move {
                let question = async {
                    let asked = count.fetch_add(1, SeqCst) + 1;
                    gate.acquire().await.unwrap().forget();
                    Ok(i64::try_from(asked).unwrap())
                };
                last.number(time, question).await
            })
        };
        let first = ask();
        while count.load(SeqCst) == 0 {
            yield_now().await;
        }
        let later: Vec<_> = (0..20).map(|_| ask()).collect();
        while last.asked.load(SeqCst) < 21 {
            yield_now().await;
        }
        gate.add_permits(21);
        assert_eq!(first.await.unwrap(), Some(1));
        for one in later {
            assert_eq!(one.await.unwrap(), Some(2));
        }
        assert_eq!(count.load(SeqCst), 2);
    }

    #[tokio::test]
    async fn whoever_leaves_before_the_answer_leaves_the_turn_to_the_next() {
        let last = Arc::new(LastChange::default());
        let first = tokio::spawn({
            let last = Arc::clone(&last);
            async move { last.number(time, std::future::pending()).await }
        });
        while !last.is_asking.load(SeqCst) {
            yield_now().await;
        }
        let second = tokio::spawn({
            let last = Arc::clone(&last);
            async move { last.number(time, async { Ok(5) }).await }
        });
        while last.asked.load(SeqCst) < 2 {
            yield_now().await;
        }
        first.abort();
        assert_eq!(second.await.unwrap(), Some(5));
    }

    #[tokio::test]
    async fn where_the_database_does_not_answer_nothing_is_known() {
        let last = LastChange::default();
        assert_eq!(last.number(time, async { Err(Error::NotFound) }).await, None);
        assert_eq!(last.number(time, async { Ok(3) }).await, Some(3));
    }
}
