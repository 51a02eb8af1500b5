//! Who is reminded of what, when, and by which letter: one table. No other place knows an hour or a day of it; the verbs
//! `reminding` of the slices find what is due by it, and docs/reminders.md is written out from it.
//!
//! A reminder that was given is a row of the table `reminders`, by what is waited for and the instant it is counted from,
//! written in the act that posts the letter: so it comes once, whichever process gives it and however often it is started
//! again, and an instant that is moved begins anew.

use std::time::Duration;

use crate::{clock::Moment, codes::codes};

codes! {
    /// What is waited for.
    Reminder {
        /// A draft is to be submitted before its deadline.
        Draft = "draft",
        /// A returned proposal is to be submitted again before its due instant.
        Returned = "returned",
        /// An invitation to write in a proposal is to be answered before it ends.
        Invitation = "invitation",
        /// A review is to be handed in by the day that was set for it.
        Review = "review",
        /// A submission waits for its check of eligibility, counted from the deadline or from the submission, if that is later.
        Eligibility = "eligibility",
        /// What came too late is held, counted from when it came.
        Late = "late",
        /// An applicant's message has no answer, counted from when it went.
        Question = "question",
        /// A decision is prepared and not published, nor ordered to be, counted from when it was prepared.
        Publication = "publication",
        /// A review is not in, counted from the day by which it was to be.
        Missing = "missing",
    }

    /// Who is reminded. Nobody is who is disabled, or must not know of what it is about.
    To {
        /// All who can write in the proposal.
        Writers = "writers",
        /// Whoever is invited.
        Invited = "invited",
        /// Whoever is to review.
        Reviewer = "reviewer",
        /// Everybody of the secretariat, by one letter for all that became due, at seven in the morning: one a day at most.
        Secretariat = "secretariat",
    }
}

/// One letter of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// So many hours before the instant; less than none after it.
    pub hours: i32,
    /// Its kind. Which of them are notices that their readers can have as a digest, or not at all, says `rhythm::Notice::of`.
    pub letter: &'static str,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub of: Reminder,
    pub to: To,
    /// The first to come first.
    pub steps: &'static [Step],
    /// For so many hours after the instant it can still come: what was missed for longer is no news.
    pub stale: i32,
}

const DAY: i32 = 24;

const fn before(hours: i32, letter: &'static str) -> Step {
    Step { hours, letter }
}

const fn after(hours: i32, letter: &'static str) -> Step {
    Step { hours: -hours, letter }
}

/// The letter to the secretariat that tells of all that became due.
pub const WAITING: &str = "waiting";

/// The table.
pub static REMINDERS: [Row; 9] = [
    Row {
        of: Reminder::Draft,
        to: To::Writers,
        steps: &[before(7 * DAY, "reminder"), before(2 * DAY, "reminder"), before(6, "reminder_last")],
        stale: 0,
    },
    Row {
        of: Reminder::Returned,
        to: To::Writers,
        steps: &[
            before(7 * DAY, "returned_reminder"),
            before(2 * DAY, "returned_reminder"),
            before(6, "returned_last"),
        ],
        stale: 0,
    },
    Row { of: Reminder::Invitation, to: To::Invited, steps: &[before(3 * DAY, "co_reminder")], stale: 0 },
    Row {
        of: Reminder::Review,
        to: To::Reviewer,
        steps: &[before(7 * DAY, "review_reminder"), before(2 * DAY, "review_reminder"), after(DAY, "review_late")],
        stale: 7 * DAY,
    },
    Row {
        of: Reminder::Eligibility,
        to: To::Secretariat,
        steps: &[after(5 * DAY, WAITING), after(14 * DAY, WAITING)],
        stale: 90 * DAY,
    },
    Row {
        of: Reminder::Late,
        to: To::Secretariat,
        steps: &[after(2 * DAY, WAITING), after(7 * DAY, WAITING)],
        stale: 90 * DAY,
    },
    Row {
        of: Reminder::Question,
        to: To::Secretariat,
        steps: &[after(3 * DAY, WAITING), after(10 * DAY, WAITING)],
        stale: 90 * DAY,
    },
    Row {
        of: Reminder::Publication,
        to: To::Secretariat,
        steps: &[after(7 * DAY, WAITING), after(21 * DAY, WAITING)],
        stale: 90 * DAY,
    },
    Row {
        of: Reminder::Missing,
        to: To::Secretariat,
        steps: &[after(3 * DAY, WAITING), after(10 * DAY, WAITING)],
        stale: 90 * DAY,
    },
];

impl Reminder {
    pub fn row(self) -> &'static Row {
        // Each has a row: a test holds that.
        REMINDERS.iter().find(|row| row.of == self).unwrap_or(&REMINDERS[0])
    }
}

/// Something that is waited for, as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waited {
    /// What the reminder is counted from.
    pub instant: Moment,
    /// Whoever is reminded has known of it since then: what was due earlier does not come.
    pub known: Moment,
    /// The last reminder of it that was given.
    pub had: Option<i32>,
}

impl Row {
    /// The step that is due at this moment: after a pause only the nearest one, none that was given, and none that was due
    /// before its reader knew, who had just been told. Once the instant has passed, only what says so.
    pub fn due(&self, waited: Waited, now: Moment) -> Option<&'static Step> {
        let nearest = self.steps.iter().rev().find(|step| step.comes_at(waited.instant) <= now)?;
        let is_new = waited.had.is_none_or(|had| nearest.hours < had);
        let was_unknown = nearest.comes_at(waited.instant) < waited.known;
        let in_time = if nearest.is_after() { now < waited.instant + hours(self.stale) } else { now < waited.instant };
        (is_new && !was_unknown && in_time).then_some(nearest)
    }

    /// The instants of which a step can be due at this moment: after the first of both, and no later than the second.
    pub fn instants(&self, now: Moment) -> (Moment, Moment) {
        let first = self.steps.first().map_or(0, |step| step.hours);
        (now - hours(self.stale), if first < 0 { now - hours(first) } else { now + hours(first) })
    }

    /// How many days something has waited when it is first reminded of.
    pub fn first_days(&self) -> u32 {
        self.steps.first().map_or(0, |step| step.hours.unsigned_abs() / DAY.unsigned_abs())
    }
}

impl Step {
    /// Whether it comes after the instant.
    pub const fn is_after(&self) -> bool {
        self.hours < 0
    }

    /// When it is due.
    pub fn comes_at(&self, instant: Moment) -> Moment {
        if self.is_after() { instant + hours(self.hours) } else { instant - hours(self.hours) }
    }
}

fn hours(hours: i32) -> Duration {
    Duration::from_secs(u64::from(hours.unsigned_abs()) * 3_600)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;
    const INSTANT: Moment = Moment::from_millis(1_400_191_199_000);
    const EVER: Moment = Moment::from_millis(0);

    /// So many hours before the instant.
    fn at(hours: i64) -> Moment {
        Moment::from_millis(INSTANT.millis() - hours * HOUR)
    }

    fn due(of: Reminder, known: Moment, had: Option<i32>, now: Moment) -> Option<i32> {
        of.row().due(Waited { instant: INSTANT, known, had }, now).map(|step| step.hours)
    }

    #[test]
    fn each_has_one_row_whose_steps_come_one_after_the_other() {
        for of in Reminder::ALL.iter().copied() {
            assert_eq!(REMINDERS.iter().filter(|row| row.of == of).count(), 1, "{of:?}");
            let row = of.row();
            assert!(!row.steps.is_empty() && row.steps.is_sorted_by(|one, next| one.hours > next.hours), "{of:?}");
            let last = row.steps[row.steps.len() - 1].hours;
            assert!(last > -row.stale || last > 0 && row.stale == 0, "the last of {of:?} never comes");
        }
    }

    #[test]
    fn each_comes_at_its_hour_and_after_a_pause_only_the_nearest() {
        let draft = |now| due(Reminder::Draft, EVER, None, now);
        assert_eq!(draft(Moment::from_millis(at(168).millis() - 1)), None);
        assert_eq!(draft(at(168)), Some(168));
        assert_eq!(draft(at(49)), Some(168));
        assert_eq!(draft(at(48)), Some(48));
        assert_eq!(draft(at(5)), Some(6), "after a pause over two of them");
        assert_eq!(draft(INSTANT), None);
        let review = |now| due(Reminder::Review, EVER, None, now);
        assert_eq!(review(at(169)), None);
        assert_eq!(review(at(1)), Some(48));
        assert_eq!(review(at(0)), None, "on the day itself nobody is scolded");
        assert_eq!(review(at(-24)), Some(-24));
        assert_eq!(review(at(-167)), Some(-24));
        assert_eq!(review(at(-168)), None);
        let eligibility = |now| due(Reminder::Eligibility, EVER, None, now);
        assert_eq!(eligibility(at(-119)), None);
        assert_eq!(eligibility(at(-120)), Some(-120));
        assert_eq!(eligibility(at(-400)), Some(-336));
        assert_eq!(eligibility(at(-90 * 24)), None);
    }

    #[test]
    fn what_was_due_before_it_was_known_does_not_come_nor_what_was_given() {
        assert_eq!(due(Reminder::Draft, at(100), None, at(99)), None);
        assert_eq!(due(Reminder::Draft, at(100), None, at(48)), Some(48));
        assert_eq!(due(Reminder::Review, at(-30), None, at(-31)), None, "asked after it was to be in");
        assert_eq!(due(Reminder::Draft, EVER, Some(48), at(20)), None);
        assert_eq!(due(Reminder::Draft, EVER, Some(48), at(100)), None, "a clock that jumps back");
        assert_eq!(due(Reminder::Draft, EVER, Some(48), at(6)), Some(6));
    }

    proptest! {
        #[test]
        fn a_reminder_is_never_early_never_goes_back_and_is_found_by_its_instant(now in -2_500i64..400, later in 0i64..400) {
            for row in &REMINDERS {
                let waited = Waited { instant: INSTANT, known: EVER, had: None };
                let Some(step) = row.due(waited, at(now)) else { continue };
                prop_assert!(step.comes_at(INSTANT) <= at(now));
                let (after, until) = row.instants(at(now));
                prop_assert!(after < INSTANT && INSTANT <= until);
                if let Some(next) = row.due(waited, at(now - later)) {
                    prop_assert!(next.hours <= step.hours);
                }
                prop_assert_eq!(row.due(Waited { had: Some(step.hours), ..waited }, at(now)), None);
            }
        }
    }
}
