//! Months, and the period of years that a call fixes.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::words::Locale;

/// A month of a year between 1900 and 2199, as `<input type="month">` writes it: `2015-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: u16,
    month: u8,
}

/// Not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month")]
pub struct NotAMonth;

impl Month {
    /// The `month`-th (1 to 12) of `year`.
    pub fn new(year: u16, month: u8) -> Option<Self> {
        ((1900..=2199).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// How many months from this one to `last`, both counted; 0 or less when `last` comes before.
    pub fn months_to(self, last: Self) -> i32 {
        let count = |m: Self| i32::from(m.year) * 12 + i32::from(m.month);
        count(last) - count(self) + 1
    }

    /// `January 2015`, `janvier 2015`, `enero de 2015`.
    pub fn show(self, locale: Locale) -> String {
        locale.year_month(i32::from(self.year), u32::from(self.month))
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    /// Reads `2015-01`, and what people type where the browser offers no calendar: `1/2015`, `01.2015`, `2015/1`.
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let parts: Vec<&str> = text.trim().split(['-', '/', '.']).map(str::trim).collect();
        let (year, month) = match parts[..] {
            [year, month] if year.len() == 4 => (year, month),
            [month, year] if year.len() == 4 => (year, month),
            _ => return Err(NotAMonth),
        };
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten();
        let month = number(month).and_then(|m| u8::try_from(m).ok());
        number(year).zip(month).and_then(|(year, month)| Self::new(year, month)).ok_or(NotAMonth)
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;
    fn try_from(text: String) -> Result<Self, NotAMonth> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

/// The years of an action plan, both included. A call fixes them; its proposals carry them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    first: u16,
    last: u16,
}

/// Not a period of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period of years")]
pub struct NotAPeriod;

impl Period {
    /// From the year `first` to the year `last`; none when they stand the wrong way round.
    pub fn new(first: u16, last: u16) -> Option<Self> {
        ((1900..=2199).contains(&first) && (first..=2199).contains(&last)).then_some(Self { first, last })
    }

    pub const fn first(self) -> u16 {
        self.first
    }

    pub const fn last(self) -> u16 {
        self.last
    }

    /// `2015–2017`, `2015-2017` where the language writes a hyphen.
    pub fn show(self, locale: Locale) -> String {
        let dash = if locale == Locale::En { '–' } else { '-' };
        format!("{}{dash}{}", self.first, self.last)
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads `2015-2017`, also with a dash between.
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (first, last) = text.split_once(['-', '–']).ok_or(NotAPeriod)?;
        let year = |text: &str| text.trim().parse().map_err(|_| NotAPeriod);
        Self::new(year(first)?, year(last)?).ok_or(NotAPeriod)
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;
    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_write_them() {
        let january = Month::new(2015, 1).unwrap();
        for typed in ["2015-01", "2015-1", " 01/2015 ", "1.2015", "2015/01"] {
            assert_eq!(typed.parse(), Ok(january), "{typed}");
        }
        for wrong in ["", "2015", "2015-13", "2015-00", "01/15", "2015-01-01", "-2015-1", "+1/2015", "x/2015", "/2015"]
        {
            assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
        }
        assert_eq!(january.to_string(), "2015-01");
    }

    #[test]
    fn spans_count_both_ends() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(month("2015-01").months_to(month("2017-12")), 36);
        assert_eq!(month("2015-03").months_to(month("2015-03")), 1);
        assert_eq!(month("2015-03").months_to(month("2014-12")), -2);
    }

    #[test]
    fn a_period_runs_forward() {
        assert_eq!("2015-2017".parse::<Period>().unwrap().to_string(), "2015-2017");
        assert!("2017-2015".parse::<Period>().is_err());
        assert!("2015".parse::<Period>().is_err());
    }
}
