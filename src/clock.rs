//! Time. An instant is a whole millisecond in UTC, the same on both databases; it comes from the [`Clock`] of the
//! application, never from the system directly, so that tests can move it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{
    ops::{Add, Sub},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, stored as a 64-bit integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The same instant as a date and time; the epoch for one that the calendar cannot hold.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// The same instant as a wall clock in `zone` shows it.
    pub fn in_zone(self, zone: chrono_tz::Tz) -> DateTime<chrono_tz::Tz> {
        self.utc().with_timezone(&zone)
    }

    /// The instant at which a wall clock in `zone` shows `local`: of two, the later one (a deadline never comes early);
    /// in a gap, the instant at which the gap ends.
    pub fn from_local(local: NaiveDateTime, zone: chrono_tz::Tz) -> Self {
        let found = zone.from_local_datetime(&local).latest().or_else(|| {
            (1..=8).find_map(|quarters| {
                zone.from_local_datetime(&(local + chrono::Duration::minutes(15 * quarters))).latest()
            })
        });
        Self(found.map_or_else(|| local.and_utc().timestamp_millis(), |t| t.timestamp_millis()))
    }

    /// `2014-05-15T21:59:59.000Z`, for `<time datetime>`, JSON and receipts.
    pub fn iso(self) -> String {
        self.utc().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }

    /// The day in `zone`.
    pub fn day_in(self, zone: chrono_tz::Tz) -> NaiveDate {
        self.in_zone(zone).date_naive()
    }
}

impl Add<Duration> for Moment {
    type Output = Self;
    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;
    fn sub(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }
}

impl Sub for Moment {
    type Output = Duration;
    /// The span since `earlier`, zero if it is later.
    fn sub(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

/// A named zone of the IANA database, stored by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(pub chrono_tz::Tz);

impl Zone {
    pub const UTC: Self = Self(chrono_tz::Tz::UTC);

    /// The clock on which a day ends last, twelve hours behind UTC: what is open there is open anywhere on Earth.
    pub const ANYWHERE: Self = Self(chrono_tz::Tz::Etc__GMTPlus12);

    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The names to choose from: `Europe/Madrid` and the like, and `UTC`; without the older spellings of the same.
    pub fn names() -> Vec<&'static str> {
        const AREAS: [&str; 10] = [
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/",
        ];
        let all = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let mut names: Vec<_> = all.filter(|name| AREAS.iter().any(|area| name.starts_with(area))).collect();
        names.push(Self::UTC.name());
        names
    }
}

impl std::str::FromStr for Zone {
    type Err = chrono_tz::ParseError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().map(Self)
    }
}

/// Where the time comes from.
#[derive(Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is moved.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    pub fn standing_at(at: Moment) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(at.0)))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment(Utc::now().timestamp_millis()),
            Self::Manual(at) => Moment(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock on; the machine's clock moves by itself.
    pub fn advance(&self, span: Duration) {
        if let Self::Manual(at) = self {
            at.fetch_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_deadline_at_an_hour_that_comes_twice_is_the_later_one() {
        let madrid = chrono_tz::Europe::Madrid;
        assert_eq!(Moment::from_local(local("2014-10-26 02:30"), madrid).iso(), "2014-10-26T01:30:00.000Z");
    }

    #[test]
    fn a_deadline_at_an_hour_that_is_skipped_is_when_the_gap_ends() {
        let madrid = chrono_tz::Europe::Madrid;
        assert_eq!(Moment::from_local(local("2014-03-30 02:30"), madrid).iso(), "2014-03-30T01:00:00.000Z");
    }
}
