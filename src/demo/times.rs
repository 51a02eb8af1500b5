//! Times of the examples: offsets from the day of the first load (day 0), on the clock of their call.

use std::str::FromStr;

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, de::Error as _};

use crate::clock::{Moment, Zone};

/// `"-62d"`: a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelativeDay(i32);

/// `"-101d 21:30:00"`: an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelativeMoment {
    day: RelativeDay,
    time: NaiveTime,
}

/// Day 0, in the zone of a call.
#[derive(Clone, Copy, Debug)]
pub struct DayZero {
    day: NaiveDate,
    zone: Zone,
}

impl DayZero {
    /// The day of the first load.
    pub fn of(first_load: Moment, zone: Zone) -> Self {
        Self { day: first_load.day_in(zone.0), zone }
    }

    pub fn day(&self, day: RelativeDay) -> NaiveDate {
        let days = Days::new(day.0.unsigned_abs().into());
        let moved = if day.0 < 0 { self.day.checked_sub_days(days) } else { self.day.checked_add_days(days) };
        moved.unwrap_or(self.day)
    }

    pub fn moment(&self, moment: RelativeMoment) -> Moment {
        Moment::from_local(self.day(moment.day).and_time(moment.time), self.zone.0)
    }
}

/// A text that is no such offset.
#[derive(Debug, thiserror::Error)]
#[error("expected an offset such as \"-62d\" or \"-62d 09:00:00\"")]
pub struct NoOffset;

impl FromStr for RelativeDay {
    type Err = NoOffset;

    fn from_str(text: &str) -> Result<Self, NoOffset> {
        let days = text.strip_suffix('d').filter(|days| days.starts_with(['+', '-'])).ok_or(NoOffset)?;
        let days: i32 = days.parse().map_err(|_| NoOffset)?;
        if days.abs() <= 36_500 { Ok(Self(days)) } else { Err(NoOffset) }
    }
}

impl FromStr for RelativeMoment {
    type Err = NoOffset;

    fn from_str(text: &str) -> Result<Self, NoOffset> {
        let (day, time) = text.split_once(' ').ok_or(NoOffset)?;
        let time = NaiveTime::parse_from_str(time, "%H:%M:%S").map_err(|_| NoOffset)?;
        Ok(Self { day: day.parse()?, time })
    }
}

impl<'de> Deserialize<'de> for RelativeDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for RelativeMoment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_counts_days_on_the_clock_of_the_call() {
        let madrid: Zone = "Europe/Madrid".parse().unwrap();
        // 23:30 of 1 April 2014 in Madrid.
        let zero = DayZero::of(Moment::from_millis(1_396_387_800_000), madrid);
        let at = |text: &str| zero.moment(text.parse().unwrap()).iso();
        assert_eq!(at("+0d 09:00:00"), "2014-04-01T07:00:00.000Z");
        assert_eq!(at("-10d 09:00:00"), "2014-03-22T08:00:00.000Z", "before summer time");
        assert_eq!(zero.day("-62d".parse().unwrap()).to_string(), "2014-01-29");
    }

    #[test]
    fn the_sign_is_always_written() {
        for wrong in ["5d", "-5", "", "-d", "+99999999d", "--5d"] {
            assert!(wrong.parse::<RelativeDay>().is_err(), "{wrong}");
        }
        for wrong in ["-5d", "-5d 9h", "-5d 25:00:00"] {
            assert!(wrong.parse::<RelativeMoment>().is_err(), "{wrong}");
        }
    }
}
