//! What is chosen and typed on the page of a call's decisions.

use std::fmt::Display;

use serde::Deserialize;
use validator::Validate;

use super::due;
use crate::{
    clock::{Moment, Zone},
    error::FieldErrors,
    proposals::decisions::Pick,
    reviews::deciding::{Order, Shown},
    web::Values,
    words::Locale,
};

/// The box of a proposal, and what a form carries of it.
pub const PICK: &str = "pick";

/// `MI-2014-007:3:1`: the reference, the version of the proposal, that of what is prepared.
pub fn pick(reference: impl Display, seen: i32, held: Option<i32>) -> String {
    format!("{reference}:{seen}:{}", held.map(|held| held.to_string()).unwrap_or_default())
}

/// What was chosen, each once; what is no choice is left out.
pub fn picks(values: &Values) -> Vec<Pick> {
    let mut found: Vec<Pick> = Vec::new();
    for typed in values.all(PICK) {
        let mut parts = typed.splitn(3, ':');
        let reference = parts.next().and_then(|part| part.parse().ok());
        let seen = parts.next().and_then(|part| part.parse().ok());
        let (Some(reference), Some(seen)) = (reference, seen) else { continue };
        if found.iter().all(|known| known.reference != reference) {
            found.push(Pick { reference, seen, held: parts.next().and_then(|part| part.parse().ok()) });
        }
    }
    found
}

/// Which decisions are listed, and in which order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Listing {
    show: String,
    sort: String,
}

impl Listing {
    pub fn shown(&self) -> Shown {
        self.show.parse().unwrap_or(Shown::Open)
    }

    pub fn order(&self) -> Order {
        self.sort.parse().unwrap_or(Order::Rank)
    }
}

/// Publishing what was chosen.
#[derive(Debug, Deserialize, Validate)]
pub struct Publishing {
    /// `now` or `at`.
    #[serde(default)]
    when: String,
    /// The instant, on the clock of the call.
    #[serde(default)]
    at: String,
    /// The number of what the letters of the call said when it was looked at.
    #[serde(default)]
    pub texts: usize,
}

impl Publishing {
    /// When it is to be published: none for at once.
    pub fn at(&self, zone: Zone, now: Moment, locale: Locale) -> Result<Option<Moment>, FieldErrors> {
        if self.when != "at" {
            return Ok(None);
        }
        match due(&self.at, zone, now) {
            Ok(Some(at)) => Ok(Some(at)),
            Ok(None) => Err(FieldErrors::one("at", locale.t("form-missing"))),
            Err("proposals-no-due-past") => Err(FieldErrors::one("at", locale.t("publishing-past"))),
            Err(wrong) => Err(FieldErrors::one("at", locale.t(wrong))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_says_what_was_seen() {
        let values: Values = ["MI-2014-007:3:", "MI-2014-008:2:4", "MI-2014-007:9:9", "x", "MI-2014-009"]
            .map(|typed| (PICK, typed))
            .into_iter()
            .collect();
        let found = picks(&values);
        assert_eq!(found.iter().map(|one| (one.seen, one.held)).collect::<Vec<_>>(), [(3, None), (2, Some(4))]);
        assert_eq!(
            found.iter().map(|one| pick(&one.reference, one.seen, one.held)).collect::<Vec<_>>(),
            ["MI-2014-007:3:", "MI-2014-008:2:4"]
        );
    }
}
