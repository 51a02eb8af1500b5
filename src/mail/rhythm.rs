//! How often news comes, and what somebody with an account wants to be told.

use chrono::NaiveDate;

use crate::{
    clock::{Moment, Zone},
    codes::codes,
    mail::reminders::WAITING,
};

codes! {
    /// How often letters come.
    Rhythm {
        AtOnce = "at_once",
        /// Every morning, if there is news.
        Daily = "daily",
        /// Every Monday morning, if there is news.
        Weekly = "weekly",
    }

    /// What is told to those who work here beside what they must know. The rest comes always, and at once.
    Notice {
        /// To the secretariat: what cities and reviewers did.
        Arrivals = "arrivals",
        /// What is said in conversations that one follows.
        Discussions = "discussions",
        /// That a deadline comes; the last word before it comes always.
        Reminders = "reminders",
        /// Who of the own people came, wrote or left.
        Team = "team",
        /// Where the own proposal has got to, without anything to be done.
        Progress = "progress",
    }

    /// How somebody wants notices of a kind.
    Wanted {
        AtOnce = "at_once",
        Daily = "daily",
        Weekly = "weekly",
        Never = "never",
    }
}

impl Notice {
    /// To which notices a letter of this kind belongs; none for what its reader must know.
    pub fn of(kind: &str) -> Option<Self> {
        match kind {
            "arrived" | "taken_back" | "came_late" | "declined" | "conflict_declared" => Some(Self::Arrivals),
            "discussed" => Some(Self::Discussions),
            "reminder" | "returned_reminder" | "review_reminder" | "waiting" => Some(Self::Reminders),
            "co_left" | "co_submitted" | "member-left" => Some(Self::Team),
            "review_started" | "running" | "completed" => Some(Self::Progress),
            _ => None,
        }
    }
}

/// Whether a letter of this kind tells of many things by itself, one morning at most: who wants a digest every day has it.
pub fn is_of_the_morning(kind: &str) -> bool {
    kind == WAITING
}

impl Wanted {
    /// None for what is not wanted at all.
    pub const fn rhythm(self) -> Option<Rhythm> {
        match self {
            Self::AtOnce => Some(Rhythm::AtOnce),
            Self::Daily => Some(Rhythm::Daily),
            Self::Weekly => Some(Rhythm::Weekly),
            Self::Never => None,
        }
    }
}

/// The clock by which digests come: that of the secretariat, in Barcelona.
const HOUSE: Zone = Zone(chrono_tz::Europe::Madrid);
const A_MINUTE: std::time::Duration = std::time::Duration::from_secs(60);
/// The hour at which they come.
const HOUR: u32 = 7;

impl Rhythm {
    /// When the digest comes; in a demonstration a minute later, since nobody there waits for Monday.
    pub fn digest_due(self, at: Moment, demo: bool) -> Option<Moment> {
        self.digest_after(at).map(|morning| if demo { at + A_MINUTE } else { morning })
    }

    /// When the digest comes in which something is told that happens at `at`; none for what is told by itself.
    fn digest_after(self, at: Moment) -> Option<Moment> {
        use chrono::{Datelike, Days, Weekday};
        let today = at.day_in(HOUSE.0);
        let mut days = (0..=7).filter_map(|n| today.checked_add_days(Days::new(n)));
        let next = |day: NaiveDate| morning_of(day).filter(|moment| *moment > at);
        match self {
            Self::AtOnce => None,
            Self::Daily => days.find_map(next),
            Self::Weekly => days.filter(|day| day.weekday() == Weekday::Mon).find_map(next),
        }
    }
}

/// The last morning at which digests came.
pub fn morning(at: Moment) -> Moment {
    let today = at.day_in(HOUSE.0);
    let days = [Some(today), today.pred_opt()].into_iter().flatten();
    days.filter_map(morning_of).find(|moment| *moment <= at).unwrap_or(at)
}

fn morning_of(day: NaiveDate) -> Option<Moment> {
    Some(Moment::from_local(day.and_hms_opt(HOUR, 0, 0)?, HOUSE.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(iso: &str) -> Moment {
        Moment::from_millis(chrono::DateTime::parse_from_rfc3339(iso).unwrap().timestamp_millis())
    }

    #[test]
    fn a_morning_lasts_until_the_next() {
        let last = |iso| morning(at(iso)).iso();
        assert_eq!(last("2014-04-01T05:00:00Z"), "2014-04-01T05:00:00.000Z");
        assert_eq!(last("2014-04-02T04:59:59Z"), "2014-04-01T05:00:00.000Z");
        assert_eq!(last("2014-04-01T23:30:00Z"), "2014-04-01T05:00:00.000Z", "past midnight in Barcelona");
        assert_eq!(last("2014-10-26T05:59:59Z"), "2014-10-25T05:00:00.000Z");
    }

    #[test]
    fn in_a_demonstration_a_digest_comes_after_a_minute() {
        let now = at("2014-04-01T10:00:00Z");
        assert_eq!(Rhythm::AtOnce.digest_due(now, true), None);
        assert_eq!(Rhythm::Weekly.digest_due(now, true).unwrap().iso(), "2014-04-01T10:01:00.000Z");
        assert_eq!(Rhythm::Weekly.digest_due(now, false), Rhythm::Weekly.digest_after(now));
    }

    #[test]
    fn digests_come_at_seven_in_barcelona_whatever_the_season() {
        assert_eq!(Rhythm::AtOnce.digest_after(at("2014-04-01T10:00:00Z")), None);
        let daily = |iso| Rhythm::Daily.digest_after(at(iso)).unwrap().iso();
        assert_eq!(daily("2014-04-01T04:59:59Z"), "2014-04-01T05:00:00.000Z");
        assert_eq!(daily("2014-04-01T05:00:00Z"), "2014-04-02T05:00:00.000Z");
        assert_eq!(daily("2014-12-01T10:00:00Z"), "2014-12-02T06:00:00.000Z");
        // The clocks go back on the last Sunday of October.
        assert_eq!(daily("2014-10-25T05:00:00Z"), "2014-10-26T06:00:00.000Z");
        let weekly = |iso| Rhythm::Weekly.digest_after(at(iso)).unwrap().iso();
        assert_eq!(weekly("2014-04-01T10:00:00Z"), "2014-04-07T05:00:00.000Z", "from a Tuesday");
        assert_eq!(weekly("2014-04-07T04:00:00Z"), "2014-04-07T05:00:00.000Z", "early on a Monday");
        assert_eq!(weekly("2014-04-07T05:00:00Z"), "2014-04-14T05:00:00.000Z", "a week later");
    }
}
