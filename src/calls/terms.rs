//! What the secretariat sets when it makes or edits a call.

use std::time::Duration;

use chrono::{MappedLocalTime, NaiveDateTime, TimeZone as _};

use super::rules::Window;
use crate::{
    clock::{Moment, Zone},
    guidelines::Period,
    ids::GuidelinesId,
    words::Trilingual,
};

/// The terms of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    pub slug: Slug,
    /// Names the references of its proposals.
    pub year: i32,
    pub guidelines: GuidelinesId,
    /// The action plan period, which its proposals carry.
    pub period: Period,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub body: Trilingual,
    /// What a reader must know of the call itself: that it is an example, which of its facts are inferred.
    pub note: Option<Trilingual>,
    /// In which the instants were set.
    pub zone: Zone,
    pub window: Window,
    pub admits: Admits,
    /// Whether everything in it is invented.
    pub example: bool,
}

/// The organisations that may apply: members, partners, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admits {
    members: bool,
    partners: bool,
}

impl Admits {
    /// None when nobody could apply.
    pub fn new(members: bool, partners: bool) -> Option<Self> {
        (members || partners).then_some(Self { members, partners })
    }

    pub fn members(self) -> bool {
        self.members
    }

    pub fn partners(self) -> bool {
        self.partners
    }
}

/// A call's name in addresses: letters a to z, digits, and hyphens between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

/// Not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a slug: one to sixty of a-z, 0-9 and hyphens between")]
pub struct NotASlug;

impl Slug {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let plain = (1..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            // The page on which a call is made.
            && text != "new";
        if plain { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }
}

/// The longest grace: a week.
pub const LONGEST_GRACE: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What became of a local date and time that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clockwork {
    /// The clock shows it once.
    Plain,
    /// The clock is put back that night and shows it twice: the later one was taken.
    Twice,
    /// The clock is put forward over it: the end of the gap was taken.
    Skipped,
}

/// As `<input type="datetime-local">` writes it, with or without seconds, and as people do.
pub fn typed_local(typed: &str) -> Option<NaiveDateTime> {
    let typed = typed.trim().replacen(' ', "T", 1);
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(&typed, format).ok())
        .filter(|local| (1900..=2199).contains(&chrono::Datelike::year(local)))
}

/// The instant that was meant by a local time, and whether the clock is plain about it.
pub fn meant(local: NaiveDateTime, zone: Zone) -> (Moment, Clockwork) {
    let clockwork = match zone.0.from_local_datetime(&local) {
        MappedLocalTime::Single(_) => Clockwork::Plain,
        MappedLocalTime::Ambiguous(..) => Clockwork::Twice,
        MappedLocalTime::None => Clockwork::Skipped,
    };
    (Moment::from_local(local, zone.0), clockwork)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain() {
        for sound in ["2014", "metropolis-2014", "a"] {
            assert!(sound.parse::<Slug>().is_ok(), "{sound}");
        }
        for wrong in ["", "-a", "a-", "A", "é", "a b", "a/b", "new", &"a".repeat(61)] {
            assert_eq!(wrong.parse::<Slug>(), Err(NotASlug), "{wrong}");
        }
    }

    #[test]
    fn nights_on_which_the_clock_is_changed_are_told() {
        let madrid: Zone = "Europe/Madrid".parse().unwrap();
        let at = |text: &str| meant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(), madrid);
        assert_eq!(at("2014-05-15 23:59").1, Clockwork::Plain);
        let (twice, clockwork) = at("2014-10-26 02:30");
        assert_eq!((twice.iso().as_str(), clockwork), ("2014-10-26T01:30:00.000Z", Clockwork::Twice));
        let (skipped, clockwork) = at("2014-03-30 02:30");
        assert_eq!((skipped.iso().as_str(), clockwork), ("2014-03-30T01:00:00.000Z", Clockwork::Skipped));
    }
}
