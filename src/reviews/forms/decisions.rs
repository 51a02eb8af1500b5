//! What is chosen and typed on the page of a call's decisions.

use std::fmt::Display;

use serde::Deserialize;
use validator::Validate;

use super::due;
use crate::{
    clock::{Moment, Zone},
    error::FieldErrors,
    mail::{
        Wording,
        wording::{Part, Placeholder, Slip},
    },
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

/// What a letter says, as it is typed, and which version of it was seen.
#[derive(Debug, Deserialize, Validate)]
pub struct LetterForm {
    #[serde(default)]
    pub version: i32,
    #[serde(default)]
    #[validate(length(max = 300, message = "form-too-long"))]
    subject: String,
    #[serde(default)]
    #[validate(length(max = 12000, message = "form-too-long"))]
    body: String,
    /// `save`, `look` or `reset`: which button was pressed.
    #[serde(default)]
    act: String,
}

impl LetterForm {
    pub fn only_looks(&self) -> bool {
        self.act == "look"
    }

    pub fn resets(&self) -> bool {
        self.act == "reset"
    }

    /// The words, or what is wrong with them: each placeholder that cannot stand is named.
    pub fn wording(&self, known: &[Placeholder], locale: Locale) -> Result<Wording, FieldErrors> {
        let text = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let wording = Wording { subject: text(&self.subject), body: text(&self.body) };
        let mut wrong: std::collections::BTreeMap<&str, Vec<String>> = std::collections::BTreeMap::new();
        for (name, text) in [("subject", &wording.subject), ("body", &wording.body)] {
            if text.is_empty() {
                wrong.entry(name).or_default().push(locale.t("form-missing"));
            }
        }
        for (part, slip) in wording.slips(known) {
            let name = if part == Part::Subject { "subject" } else { "body" };
            if name == "subject" || !wording.body.is_empty() {
                wrong.entry(name).or_default().push(said(&slip, known, locale));
            }
        }
        let mut errors = FieldErrors::default();
        for (name, messages) in wrong {
            errors.add(name, messages.join(" "));
        }
        if errors.is_empty() { Ok(wording) } else { Err(errors) }
    }
}

fn said(slip: &Slip, known: &[Placeholder], locale: Locale) -> String {
    let braced = |name: &str| format!("{{{name}}}");
    match slip {
        Slip::Unknown { written, meant: Some(meant) } => {
            let args = [("name", braced(written).into()), ("meant", braced(meant).into())];
            locale.tr("texts-unknown-meant", &args)
        }
        Slip::Unknown { written, meant: None } => {
            let all = known.iter().map(|one| one.written()).collect::<Vec<_>>().join(", ");
            locale.tr("texts-unknown", &[("name", braced(written).into()), ("known", all.into())])
        }
        Slip::Open(rest) => locale.tr("texts-open", &[("rest", format!("{{{rest}").into())]),
        Slip::TooLong(name) => locale.tr("texts-too-long", &[("name", braced(name).into())]),
        Slip::Lacking(name) => locale.tr("texts-lacking", &[("name", braced(name).into())]),
    }
}

/// A letter's words as the form shows them.
pub fn typed(wording: &Wording, version: i32) -> Values {
    [("version", version.to_string()), ("subject", wording.subject.clone()), ("body", wording.body.clone())]
        .into_iter()
        .collect()
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
