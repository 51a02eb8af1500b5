//! The phases of a call's review: when each begins, until when its work is to be done, and what reviewers see while it lasts.
//! A call without phases is reviewed as it always was: reviews are written whenever a proposal is under review, and what
//! others wrote is shown to whoever has handed in the own one.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::{clock::Moment, codes::codes};

codes! {
    /// What a phase is for. A call has each at most once, in this order.
    Step {
        /// The secretariat checks the conditions.
        Eligibility = "eligibility",
        /// Reviewers see what there is, say what they would like to review, and declare conflicts.
        Preferences = "preferences",
        /// Everybody reviews alone.
        Review = "review",
        /// Reviewers see what the others wrote, and may change their own.
        Consensus = "consensus",
        /// The Board decides; nothing is written any more.
        Decision = "decision",
    }

    /// When a reviewer sees the reviews of others.
    Shown {
        Never = "never",
        /// Once the own review is in.
        AfterOwn = "after_own",
        Always = "always",
    }
}

/// One phase as the secretariat set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPhase {
    pub step: Step,
    /// None while it waits to be begun by hand.
    pub begins_at: Option<Moment>,
    /// Until when its work is to be done; nothing closes by it.
    pub due_at: Option<Moment>,
    pub reviews: Shown,
    /// Whether reviewers see who wrote the others' reviews.
    pub names: bool,
    /// Whether reviewers see who applies.
    pub applicant: bool,
    /// Whether reviewers see and write comments among themselves.
    pub comments: bool,
}

impl ReviewPhase {
    /// As it is proposed to the secretariat.
    pub fn usual(step: Step) -> Self {
        let (reviews, names, comments) = match step {
            Step::Eligibility | Step::Preferences | Step::Review => (Shown::Never, false, false),
            Step::Consensus | Step::Decision => (Shown::AfterOwn, true, true),
        };
        Self { step, begins_at: None, due_at: None, reviews, names, applicant: true, comments }
    }

    pub fn rules(&self) -> Reviewing {
        Reviewing {
            step: Some(self.step),
            takes_preferences: self.step == Step::Preferences,
            takes_reviews: matches!(self.step, Step::Review | Step::Consensus),
            reviews: self.reviews,
            names: self.names,
            applicant: self.applicant,
            comments: self.comments,
        }
    }
}

/// The phases of a call, in order; at most one of each step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Phases(pub Vec<ReviewPhase>);

/// Why phases cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disorder {
    /// This one begins before one that comes earlier.
    Begins(Step),
    /// Its work would be due before it begins.
    Due(Step),
}

impl Phases {
    /// In their order, or the first thing that is wrong with them.
    pub fn new(mut phases: Vec<ReviewPhase>) -> Result<Self, Disorder> {
        phases.sort_by_key(|phase| phase.step);
        phases.dedup_by_key(|phase| phase.step);
        let mut latest: Option<Moment> = None;
        for phase in &phases {
            if phase.begins_at < latest && phase.begins_at.is_some() {
                return Err(Disorder::Begins(phase.step));
            }
            if phase.due_at.is_some() && phase.due_at <= phase.begins_at {
                return Err(Disorder::Due(phase.step));
            }
            latest = phase.begins_at.or(latest);
        }
        Ok(Self(phases))
    }

    /// The phase of this moment: the last that has begun.
    pub fn current(&self, now: Moment) -> Option<&ReviewPhase> {
        self.0.iter().rev().find(|phase| phase.begins_at.is_some_and(|begins| begins <= now))
    }

    /// What holds at this moment. Before the first has begun, reviewers see no more than their own work.
    pub fn rules(&self, now: Moment) -> Reviewing {
        self.current(now).map_or(Reviewing::CLOSED, ReviewPhase::rules)
    }

    pub fn of(&self, step: Step) -> Option<&ReviewPhase> {
        self.0.iter().find(|phase| phase.step == step)
    }

    /// The same, with `step` begun at this moment. Those before it that still waited have been passed over, those after it that
    /// had begun, or would have, wait to be begun again.
    pub fn begun(&self, step: Step, at: Moment) -> Self {
        let moved = |phase: &ReviewPhase| {
            let begins_at = match phase.step.cmp(&step) {
                std::cmp::Ordering::Less => Some(phase.begins_at.map_or(at, |begins| begins.min(at))),
                std::cmp::Ordering::Equal => Some(at),
                std::cmp::Ordering::Greater => phase.begins_at.filter(|begins| *begins > at),
            };
            ReviewPhase { begins_at, ..*phase }
        };
        Self(self.0.iter().map(moved).collect())
    }

    /// Until when reviews are to be written.
    pub fn reviews_due(&self) -> Option<Moment> {
        self.of(Step::Review).and_then(|phase| phase.due_at)
    }

    /// The next phase that begins by itself, after this moment.
    pub fn next(&self, now: Moment) -> Option<&ReviewPhase> {
        self.0.iter().find(|phase| phase.begins_at.is_some_and(|begins| begins > now))
    }
}

/// What holds for the reviewers of a call at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewing {
    /// None where a call has no phases, or none has begun.
    pub step: Option<Step>,
    pub takes_preferences: bool,
    pub takes_reviews: bool,
    pub reviews: Shown,
    pub names: bool,
    pub applicant: bool,
    pub comments: bool,
}

impl Reviewing {
    /// Of a call without phases.
    pub const OPEN: Self = Self {
        step: None,
        takes_preferences: false,
        takes_reviews: true,
        reviews: Shown::AfterOwn,
        names: true,
        applicant: true,
        comments: true,
    };

    /// Before the first phase begins.
    pub const CLOSED: Self = Self {
        step: None,
        takes_preferences: false,
        takes_reviews: false,
        reviews: Shown::Never,
        names: false,
        applicant: false,
        comments: false,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    fn at(day: i64) -> Moment {
        Moment::from_millis(day * DAY)
    }

    fn phase(step: Step, begins: Option<i64>) -> ReviewPhase {
        ReviewPhase { begins_at: begins.map(at), ..ReviewPhase::usual(step) }
    }

    #[test]
    fn the_phase_is_the_last_that_has_begun() {
        let phases = Phases::new(vec![phase(Step::Consensus, None), phase(Step::Review, Some(5))]).unwrap();
        assert_eq!(phases.rules(at(4)), Reviewing::CLOSED);
        assert_eq!(phases.current(at(5)).unwrap().step, Step::Review);
        let moved = phases.begun(Step::Consensus, at(9));
        assert_eq!(moved.current(at(8)).unwrap().step, Step::Review);
        assert_eq!(moved.current(at(9)).unwrap().step, Step::Consensus);
        let back = moved.begun(Step::Review, at(10));
        assert_eq!(back.current(at(11)).unwrap().step, Step::Review, "a phase can be taken back");
        assert_eq!(back.of(Step::Consensus).unwrap().begins_at, None);
    }

    #[test]
    fn phases_come_in_their_order_and_each_has_time_for_its_work() {
        let early = vec![phase(Step::Review, Some(5)), phase(Step::Decision, Some(4))];
        assert_eq!(Phases::new(early), Err(Disorder::Begins(Step::Decision)));
        let hasty = ReviewPhase { due_at: Some(at(5)), ..phase(Step::Review, Some(5)) };
        assert_eq!(Phases::new(vec![hasty]), Err(Disorder::Due(Step::Review)));
        assert!(Phases::new(Vec::new()).is_ok());
    }

    #[test]
    fn a_phase_shows_what_was_set_for_it_and_no_more() {
        let review = phase(Step::Review, Some(1)).rules();
        assert!(review.takes_reviews && review.reviews == Shown::Never && !review.names && !review.comments);
        let decision = phase(Step::Decision, Some(1)).rules();
        assert!(!decision.takes_reviews && decision.reviews == Shown::AfterOwn);
    }
}
