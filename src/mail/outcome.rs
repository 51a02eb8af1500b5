//! What an attempt came to, and what becomes of the letter then.

use std::time::Duration;

use super::{LetterClass, LetterState};
use crate::clock::Moment;

/// What an attempt to send a letter came to, with what the server (or the network) answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A server has taken it.
    Sent(String),
    /// A server will never take it.
    Refused(String),
    /// It is not given to a server at all.
    Withheld(String),
    /// Not now; it has certainly not arrived.
    Later(String),
    /// Nobody was there to take it: no fault of the letter's.
    Unreachable(String),
    /// The connection broke after the content began: it may have arrived.
    Unknown(String),
}

impl Outcome {
    /// What happened, without what was said.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Refused(_) => "refused",
            Self::Withheld(_) => "withheld",
            Self::Later(_) => "later",
            Self::Unreachable(_) => "unreachable",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// What is known of a letter before an attempt.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    pub class: LetterClass,
    pub attempts: i32,
    pub unknowns: i32,
    pub secret: bool,
}

/// Where a letter stands after an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    pub state: LetterState,
    pub attempts: i32,
    pub unknowns: i32,
    pub due_at: Moment,
    pub sent_at: Option<Moment>,
    /// None where no server was asked to take it.
    pub tried_at: Option<Moment>,
    pub answer: String,
    /// Whether the body held a secret and is no longer needed.
    pub blank: bool,
}

/// The pauses between attempts, in minutes: three days in all.
const PAUSES: [u64; 9] = [1, 5, 15, 60, 240, 480, 720, 1380, 1419];

/// Before a letter of unknown outcome is sent once more.
const ONCE_MORE: Duration = Duration::from_secs(60);

/// What becomes of a letter.
pub fn after(before: Before, outcome: Outcome, now: Moment) -> After {
    let attempts = before.attempts + 1;
    let mut after = After {
        state: LetterState::Sent,
        attempts,
        unknowns: before.unknowns,
        due_at: now,
        sent_at: None,
        tried_at: matches!(outcome, Outcome::Sent(_) | Outcome::Refused(_) | Outcome::Later(_) | Outcome::Unknown(_))
            .then_some(now),
        answer: String::new(),
        blank: false,
    };
    match outcome {
        Outcome::Sent(answer) => {
            after.sent_at = Some(now);
            after.answer = answer;
        }
        Outcome::Refused(answer) => {
            after.state = LetterState::Failed;
            after.answer = answer;
        }
        Outcome::Withheld(answer) => {
            after.state = LetterState::Failed;
            after.attempts = before.attempts;
            after.answer = answer;
        }
        Outcome::Later(answer) | Outcome::Unreachable(answer) => {
            after.answer = answer;
            let may_have_arrived = before.unknowns > 0;
            after.state = if may_have_arrived { LetterState::Unknown } else { LetterState::Queued };
            match pause(attempts) {
                Some(pause) => after.due_at = now + pause,
                None if may_have_arrived => after.unknowns += 1,
                None => after.state = LetterState::Failed,
            }
        }
        Outcome::Unknown(answer) => {
            after.state = LetterState::Unknown;
            after.unknowns += 1;
            after.due_at = now + ONCE_MORE;
            after.answer = answer;
        }
    }
    after.blank = before.secret && !is_sent_again(before.class, after.state, after.unknowns);
    after
}

/// Whether the worker takes up a letter in this state by itself. A letter of unknown outcome is sent once more if somebody
/// waits for it; one of many waits for a person. `store::claim` says the same in SQL.
pub fn is_sent_again(class: LetterClass, state: LetterState, unknowns: i32) -> bool {
    match state {
        LetterState::Queued | LetterState::Sending => true,
        LetterState::Unknown => class == LetterClass::Service && unknowns == 1,
        LetterState::Sent | LetterState::Failed | LetterState::Cancelled => false,
    }
}

fn pause(attempts: i32) -> Option<Duration> {
    let minutes = PAUSES.get(usize::try_from(attempts).ok()?.checked_sub(1)?)?;
    Some(Duration::from_secs(minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_millis(1_396_346_400_000);

    fn service(attempts: i32, unknowns: i32) -> Before {
        Before { class: LetterClass::Service, attempts, unknowns, secret: true }
    }

    #[test]
    fn the_pauses_grow_and_end_after_three_days() {
        let mut waited = Duration::ZERO;
        let mut attempts = 0;
        loop {
            let after = after(service(attempts, 0), Outcome::Later("450 busy".into()), NOW);
            attempts = after.attempts;
            if after.state == LetterState::Failed {
                assert!(after.blank, "nobody needs the secret any more");
                break;
            }
            assert_eq!(after.state, LetterState::Queued);
            assert!(!after.blank);
            waited += after.due_at - NOW;
        }
        assert_eq!((attempts, waited), (10, Duration::from_hours(72)));
    }

    #[test]
    fn a_letter_that_somebody_waits_for_is_sent_once_more_and_not_twice() {
        let first = after(service(0, 0), Outcome::Unknown("lost".into()), NOW);
        assert_eq!((first.state, first.unknowns, first.blank), (LetterState::Unknown, 1, false));
        assert!(is_sent_again(LetterClass::Service, first.state, first.unknowns));
        let later = after(service(1, 1), Outcome::Later("450 busy".into()), NOW);
        assert!(is_sent_again(LetterClass::Service, later.state, later.unknowns), "it still may be sent once more");
        let second = after(service(1, 1), Outcome::Unknown("lost".into()), NOW);
        assert_eq!((second.state, second.unknowns, second.blank), (LetterState::Unknown, 2, true));
        assert!(!is_sent_again(LetterClass::Service, second.state, second.unknowns));
    }

    #[test]
    fn one_of_many_waits_for_a_person() {
        let before = Before { class: LetterClass::Announcement, attempts: 0, unknowns: 0, secret: false };
        let after = after(before, Outcome::Unknown("lost".into()), NOW);
        assert!(!is_sent_again(before.class, after.state, after.unknowns));
    }

    #[test]
    fn what_may_have_arrived_is_never_called_failed_for_want_of_a_server() {
        let after = after(service(9, 1), Outcome::Unreachable("nobody there".into()), NOW);
        assert_eq!((after.state, after.unknowns), (LetterState::Unknown, 2));
    }
}
