//! When a reviewer is reminded of a review that is not in: one table.

use std::time::Duration;

use crate::clock::Moment;

/// So many hours before the instant until which the review is asked for; less than none after it. The first to come first.
pub const REMINDERS: [i32; 3] = [7 * 24, 2 * 24, -24];

/// No reminder comes earlier before that instant, or later after it: what was missed for so long is no news.
pub const HORIZON: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The reminder that is due at this moment: after a pause only the nearest one, and none that was due before the reviewer was
/// asked (`asked_at`), who has just been told.
pub fn due(due_at: Moment, asked_at: Moment, now: Moment) -> Option<i32> {
    let nearest = REMINDERS.into_iter().rev().find(|hours| comes_at(due_at, *hours) <= now);
    nearest.filter(|hours| {
        let at = comes_at(due_at, *hours);
        // Once it is late, only what says so.
        at >= asked_at && now < due_at + HORIZON && (is_late(*hours) || now < due_at)
    })
}

/// Whether this reminder comes after the review was to be in.
pub const fn is_late(hours: i32) -> bool {
    hours < 0
}

fn comes_at(due_at: Moment, hours: i32) -> Moment {
    let span = Duration::from_secs(u64::from(hours.unsigned_abs()) * 3_600);
    if is_late(hours) { due_at + span } else { due_at - span }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const DUE: Moment = Moment::from_millis(1_400_191_199_000);
    const EVER: Moment = Moment::from_millis(0);

    fn before(hours: i64) -> Moment {
        Moment::from_millis(DUE.millis() - hours * HOUR)
    }

    #[test]
    fn each_comes_at_its_hour_and_after_a_pause_only_the_nearest() {
        let at = |now| due(DUE, EVER, now);
        assert_eq!(at(before(169)), None);
        assert_eq!(at(before(168)), Some(168));
        assert_eq!(at(before(49)), Some(168));
        assert_eq!(at(before(1)), Some(48), "after a pause over two of them");
        assert_eq!(at(before(0)), None, "on the day itself nobody is scolded");
        assert_eq!(at(before(-24)), Some(-24));
        assert_eq!(at(before(-167)), Some(-24));
        assert_eq!(at(before(-168)), None);
    }

    #[test]
    fn whoever_is_asked_late_is_not_reminded_of_what_was_just_said() {
        assert_eq!(due(DUE, before(100), before(99)), None);
        assert_eq!(due(DUE, before(100), before(48)), Some(48));
        assert_eq!(due(DUE, before(-30), before(-31)), None, "asked after it was to be in");
    }
}
