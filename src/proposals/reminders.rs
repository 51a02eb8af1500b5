//! Who is reminded of a deadline, when, and by which letter: one table.

use std::time::Duration;

use crate::clock::Moment;

/// A reminder, to all who can write in a draft that is not submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// How many hours before the deadline that holds for the draft.
    pub hours: i32,
    /// Whether it is the last word before the deadline, which has a letter of its own.
    pub is_last: bool,
}

/// All reminders, the first to come first.
pub const REMINDERS: [Reminder; 3] = [
    Reminder { hours: 7 * 24, is_last: false },
    Reminder { hours: 2 * 24, is_last: false },
    Reminder { hours: 6, is_last: true },
];

/// How long before a deadline the first reminder comes.
pub const HORIZON: Duration = Duration::from_secs(7 * 24 * 60 * 60);

impl Reminder {
    /// When it is due.
    pub fn due_at(&self, deadline: Moment) -> Moment {
        deadline - Duration::from_secs(u64::from(self.hours.unsigned_abs()) * 3_600)
    }
}

/// The reminder of a deadline that is due: after a pause only the nearest one. None once the deadline has passed, and none
/// that was due before the deadline was known (`since`): whoever moved it has just told everyone.
pub fn due(deadline: Moment, since: Moment, now: Moment) -> Option<Reminder> {
    let nearest = REMINDERS.into_iter().filter(|reminder| reminder.due_at(deadline) <= now).min_by_key(|r| r.hours);
    nearest.filter(|reminder| now < deadline && reminder.due_at(deadline) >= since)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;
    const DEADLINE: Moment = Moment::from_millis(1_400_191_199_000);
    const EVER: Moment = Moment::from_millis(0);

    fn before(hours: i64) -> Moment {
        Moment::from_millis(DEADLINE.millis() - hours * HOUR)
    }

    #[test]
    fn each_comes_at_its_hour_and_after_a_pause_only_the_nearest() {
        let hours = |now| due(DEADLINE, EVER, now).map(|reminder| reminder.hours);
        assert_eq!(hours(Moment::from_millis(before(168).millis() - 1)), None);
        assert_eq!(hours(before(168)), Some(168));
        assert_eq!(hours(before(49)), Some(168));
        assert_eq!(hours(before(48)), Some(48));
        assert_eq!(hours(before(5)), Some(6), "after a pause over two of them");
        assert_eq!(hours(DEADLINE), None);
    }

    #[test]
    fn what_was_due_before_the_deadline_was_known_is_not_sent() {
        assert_eq!(due(DEADLINE, before(100), before(99)), None);
        assert_eq!(due(DEADLINE, before(100), before(48)).map(|reminder| reminder.hours), Some(48));
    }

    proptest! {
        #[test]
        fn a_reminder_is_never_early_never_late_and_never_goes_back(now in -400i64..50, later in 0i64..400) {
            let at = |hours: i64| Moment::from_millis(DEADLINE.millis() + hours * HOUR);
            if let Some(reminder) = due(DEADLINE, EVER, at(now)) {
                prop_assert!(reminder.due_at(DEADLINE) <= at(now) && at(now) < DEADLINE);
                if let Some(next) = due(DEADLINE, EVER, at(now + later)) {
                    prop_assert!(next.hours <= reminder.hours);
                }
            }
        }
    }
}
