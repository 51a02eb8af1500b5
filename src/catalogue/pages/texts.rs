//! The page on which the secretariat corrects and translates what is published of an Initiative.

use std::sync::Arc;

use askama::Template;

use crate::{
    clock::{Moment, Zone},
    entity::{proposal, public_text},
    guidelines::{
        Answer, Answers, Audience, Definition, Section, Shown, Value,
        inputs::{Question, Shape},
    },
    proposals::{
        published::{self, Published, Written},
        published_texts::Version,
    },
    web::{Filled, Frame},
    words::Locale,
};

/// What is published now.
pub struct Stored {
    pub proposal: proposal::Model,
    pub definition: Arc<Definition>,
    pub text: Published,
    /// The last of each language.
    pub versions: Vec<public_text::Model>,
    pub all: Vec<Version>,
    /// Since when the home page features it, if it does.
    pub featured_at: Option<Moment>,
}

/// A language of the text.
pub struct Tab {
    pub tag: &'static str,
    pub name: &'static str,
    pub href: String,
    pub current: bool,
    /// The words for where it stands: the original, translated, translated from an older version, not translated.
    pub stands: &'static str,
}

/// A question, and what the original says, where it is translated.
pub struct Item {
    pub question: Question,
    pub original: Option<Shown>,
}

/// The questions of a section.
pub struct Part {
    pub key: String,
    pub title: String,
    pub items: Vec<Item>,
}

/// Something that stands in the way.
pub struct Line {
    pub id: String,
    pub place: String,
    pub message: String,
}

/// A version of the text.
pub struct Made {
    pub language: &'static str,
    pub number: i32,
    pub iso: String,
    pub when: String,
    pub who: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "catalogue/text.html")]
pub struct TextPage {
    pub frame: Frame,
    pub filled: Filled,
    pub reference: String,
    pub title: String,
    pub title_language: &'static str,
    pub public: String,
    /// In words that the home page features it, and since when.
    pub featured: Option<String>,
    pub tabs: Vec<Tab>,
    pub language: &'static str,
    pub seen: String,
    /// The version of the original that stands beside what is translated.
    pub original_seen: String,
    pub is_origin: bool,
    pub is_behind: bool,
    pub summary: Vec<Line>,
    pub go_to: Option<String>,
    pub parts: Vec<Part>,
    pub versions: Vec<Made>,
}

impl TextPage {
    pub fn new(
        frame: Frame,
        stored: &Stored,
        language: Locale,
        written: Written,
        filled: Option<Filled>,
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let reference = stored.proposal.reference.to_string();
        let is_again = filled.is_some();
        let filled = filled.unwrap_or_default();
        let last = stored.versions.iter().find(|version| version.locale == language);
        // Whoever is shown their form again has seen what they saw.
        let seen = match filled.value("seen") {
            "" => last.map_or(0, |last| last.number).to_string(),
            seen => seen.to_owned(),
        };
        let original_seen = match filled.value("original") {
            "" => stored.versions.iter().find(|version| version.origin).map_or(0, |last| last.number).to_string(),
            seen => seen.to_owned(),
        };
        let is_origin = language == stored.text.language;
        Self {
            summary: if filled.has_errors() { summary(&written, &filled, locale) } else { Vec::new() },
            parts: parts(stored, language, &written, is_again, locale),
            tabs: Locale::ALL.into_iter().map(|one| tab(stored, one, language, &reference)).collect(),
            versions: stored.all.iter().map(|version| made(version, locale, zone)).collect(),
            public: format!("/initiatives/{}", stored.proposal.slug.as_deref().unwrap_or_default()),
            featured: stored.featured_at.map(|at| featured_since(at, locale, zone)),
            title: stored.proposal.title.clone(),
            title_language: stored.proposal.language.tag(),
            language: language.tag(),
            is_behind: !is_origin && stands(stored, language) == BEHIND,
            go_to: written.go_to,
            reference,
            seen,
            original_seen,
            is_origin,
            filled,
            frame,
        }
    }
}

fn featured_since(at: Moment, locale: Locale, zone: Zone) -> String {
    locale.tr("public-text-featured-since", &[("when", locale.date(at.day_in(zone.0)).into())])
}

const BEHIND: &str = "public-text-behind";

fn stands(stored: &Stored, language: Locale) -> &'static str {
    let of = |locale: Locale| stored.versions.iter().find(|version| version.locale == locale);
    let Some(version) = of(language) else { return "public-text-none" };
    if version.origin {
        return "public-text-original";
    }
    let original = of(stored.text.language).map_or(0, |original| original.number);
    if version.of_number == original { "public-text-translated" } else { BEHIND }
}

fn tab(stored: &Stored, one: Locale, current: Locale, reference: &str) -> Tab {
    Tab {
        tag: one.tag(),
        name: one.own_name(),
        href: format!("/desk/proposals/{reference}/public-text?language={}", one.tag()),
        current: one == current,
        stands: stands(stored, one),
    }
}

fn summary(written: &Written, filled: &Filled, locale: Locale) -> Vec<Line> {
    let found = written.findings.iter().map(|found| Line {
        id: found.spot.input.clone(),
        place: found.spot.place(locale),
        message: found.message(locale),
    });
    let note = filled.error("note").map(|message| Line {
        id: "f-note".to_owned(),
        place: locale.t("public-text-note"),
        message: message.to_owned(),
    });
    found.chain(note).collect()
}

fn parts(stored: &Stored, language: Locale, written: &Written, is_again: bool, locale: Locale) -> Vec<Part> {
    let asked = published::asked(&stored.definition, &stored.text, language);
    let is_origin = language == stored.text.language;
    let answers = spoken(&asked, &stored.text, language, written, is_again);
    let part = |section: &Section| {
        let questions = asked.questions(section, &answers, &written.findings, locale);
        let questions = questions.into_iter().filter(|question| !matches!(question.shape, Shape::Files(_)));
        let original = |question: &Question| {
            let shown = stored.definition.show_field(&question.key, &stored.text.original, locale, Audience::Public);
            shown.filter(|_| !is_origin)
        };
        Part {
            key: section.key.to_string(),
            title: section.title.get(locale).to_owned(),
            items: questions.map(|question| Item { original: original(&question), question }).collect(),
        }
    };
    asked.sections.iter().map(part).collect()
}

/// What stands in the inputs. The rows of a table that is not translated yet are there as the original has them: their numbers and
/// dates are not typed twice. The answers name their language, so that the inputs do.
fn spoken(asked: &Definition, text: &Published, language: Locale, written: &Written, is_again: bool) -> Answers {
    let mut answers = written.answers.clone();
    if language != text.language && !is_again {
        for field in asked.fields().filter(|field| !field.columns().is_empty()) {
            if answers.get(field.key.as_str()).is_none() {
                answers.set(field.key.clone(), text.original.get(field.key.as_str()).cloned());
            }
        }
    }
    let is_language = |answer: &Answer| matches!(answer, Answer::Value(Value::Language(_)));
    if let Some((key, _)) = text.original.iter().find(|(_, answer)| is_language(answer))
        && asked.field(key.as_str()).is_none()
    {
        answers.insert(key.clone(), Answer::Value(Value::Language(language)));
    }
    answers
}

fn made(version: &Version, locale: Locale, zone: Zone) -> Made {
    Made {
        language: version.locale.own_name(),
        number: version.number,
        iso: version.made_at.iso(),
        when: locale.instant(version.made_at, zone),
        who: version.made_by.clone().unwrap_or_else(|| locale.t("layout-service")),
        // A correction says why it was made; what is copied is what the city wrote.
        note: if version.origin && version.note.is_empty() {
            locale.t("public-text-submitted")
        } else {
            version.note.clone()
        },
    }
}
