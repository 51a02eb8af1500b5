//! Words of a letter that somebody edits: the form, what can stand between braces, and the letter as it will arrive.

use std::collections::BTreeMap;

use serde::Deserialize;
use validator::Validate;

use super::Values;
use crate::{
    error::FieldErrors,
    mail::{
        Wording,
        wording::{Part, Placeholder, Slip},
    },
    words::Locale,
};

/// What a letter says, as it is typed, and which version of it was seen.
#[derive(Debug, Deserialize, Validate)]
pub struct WordingForm {
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

impl WordingForm {
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
        let mut wrong: BTreeMap<&str, Vec<String>> = BTreeMap::new();
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

/// What was typed so far, whatever is wrong with it, over another version.
pub fn typed_over(values: &Values, version: i32) -> Values {
    let text = |name: &str| values.get(name).unwrap_or_default().to_owned();
    typed(&Wording { subject: text("subject"), body: text("body") }, version)
}

/// What can stand between braces.
pub struct Known {
    pub written: String,
    pub kind: String,
    pub means: String,
    /// What may stand there; empty where that is not told.
    pub example: String,
    pub needed: bool,
}

/// The placeholders of a letter, as a writer is told of them.
pub fn known(placeholders: &[Placeholder], locale: Locale) -> Vec<Known> {
    let one = |one: &Placeholder| Known {
        written: one.written(),
        kind: locale.t(&format!("texts-kind-{}", one.sort.code())),
        means: locale.t(&format!("texts-means-{}", one.name)),
        example: String::new(),
        needed: one.needed,
    };
    placeholders.iter().map(one).collect()
}

/// What it said before.
pub struct VersionLine {
    pub number: i32,
    pub iso: String,
    pub when: String,
    pub who: String,
    /// None where the service's own words held again.
    pub words: Option<(String, String)>,
}

/// A letter as somebody gets it.
pub struct Look {
    pub to: String,
    pub tag: &'static str,
    pub language: &'static str,
    pub subject: String,
    pub text: String,
    /// The same as mail programs show it.
    pub frame_href: String,
}
