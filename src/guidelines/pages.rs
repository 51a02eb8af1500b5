//! The guidelines as a page to read and to print: the whole form, the rules, and how proposals are judged.

pub mod parts;
pub mod printed;

use askama::Template;

use super::{
    definition::{Column, Definition, Field, Section},
    kinds::{Choice, Kind, Scalar},
    show::{Block, blocks},
};
use crate::{
    web::Frame,
    words::{Locale, Trilingual},
};

#[derive(Template)]
#[template(path = "guidelines/guidelines.html")]
pub struct GuidelinesPage {
    pub frame: Frame,
    pub title: String,
    pub version: String,
    /// That it is a reconstruction.
    pub note: String,
    pub source: String,
    pub introduction: Vec<Block>,
    pub sections: Vec<Part>,
    pub rules: Vec<Rule>,
    pub eligibility: Vec<Named>,
    pub criteria: Vec<Criterion>,
    /// What each score means, from 0 on.
    pub scale: Vec<(usize, String)>,
    /// How a recommendation comes about, in sentences.
    pub verdict: Vec<String>,
    /// The blank form as PDF.
    pub form: String,
}

/// A page of the form.
pub struct Part {
    pub id: String,
    pub title: String,
    pub intro: String,
    pub questions: Vec<Asked>,
}

/// A question.
pub struct Asked {
    pub id: String,
    pub label: String,
    /// What is asked for, and how much of it.
    pub kind: String,
    pub required: bool,
    pub public: bool,
    pub hint: Option<String>,
    pub why: Option<String>,
    /// Where the question comes from.
    pub origin: String,
    pub options: Vec<String>,
    pub columns: Vec<Cell>,
}

/// A column of a table.
pub struct Cell {
    pub label: String,
    pub kind: String,
    /// Of a choice.
    pub options: String,
    pub required: bool,
}

/// A rule across questions.
pub struct Rule {
    pub statement: String,
    /// It only warns.
    pub warns: bool,
}

/// Something with an explanation.
pub struct Named {
    pub label: String,
    pub help: String,
}

pub struct Criterion {
    pub label: String,
    pub help: String,
    pub weight: u32,
}

impl GuidelinesPage {
    pub fn new(frame: Frame, definition: &Definition) -> Self {
        let locale = frame.locale;
        let text = |text: &Trilingual| text.get(locale).to_owned();
        let rubric = &definition.rubric;
        Self {
            form: format!("/guidelines/{}/form.pdf?version={}", definition.slug, definition.version),
            title: text(&definition.title),
            version: locale.tr("guidelines-page-version", &[("version", definition.version.into())]),
            note: text(&definition.note),
            source: text(&definition.source),
            introduction: blocks(definition.introduction.get(locale), true),
            sections: definition.sections.iter().map(|section| part(section, locale)).collect(),
            rules: definition
                .rules
                .iter()
                .map(|rule| Rule { statement: text(&rule.statement), warns: rule.warns })
                .collect(),
            eligibility: definition
                .eligibility
                .iter()
                .map(|check| Named { label: text(&check.label), help: text(&check.help) })
                .collect(),
            criteria: rubric
                .criteria
                .iter()
                .map(|c| Criterion { label: text(&c.label), help: text(&c.help), weight: c.weight })
                .collect(),
            scale: rubric.scale.iter().map(text).enumerate().collect(),
            verdict: vec![
                locale.tr("guidelines-page-reviews", &[("count", rubric.least_reviews.into())]),
                locale.tr(
                    "guidelines-page-recommended",
                    &[("total", rubric.recommended_from.into()), ("score", rubric.least_score.into())],
                ),
                locale.tr("guidelines-page-consensus", &[("gap", rubric.consensus_gap.into())]),
            ],
            frame,
        }
    }
}

fn part(section: &Section, locale: Locale) -> Part {
    Part {
        id: format!("section-{}", section.key),
        title: section.title.get(locale).to_owned(),
        intro: section.intro.get(locale).to_owned(),
        questions: section.fields.iter().map(|field| asked(field, locale)).collect(),
    }
}

fn asked(field: &Field, locale: Locale) -> Asked {
    let text = |text: &Trilingual| text.get(locale).to_owned();
    Asked {
        id: format!("question-{}", field.key),
        label: text(&field.label),
        kind: field.kind_in_words(locale),
        required: field.required,
        public: field.public,
        hint: field.hint.as_ref().map(text),
        why: field.why.as_ref().map(text),
        origin: field.origin.in_words(locale),
        options: labels(field.kind.options(), locale),
        columns: match &field.kind {
            // The parts of a person stand in the kind already.
            Kind::Rows { columns, .. } => columns.iter().map(|column| cell(column, locale)).collect(),
            _ => Vec::new(),
        },
    }
}

fn cell(column: &Column, locale: Locale) -> Cell {
    let options = match &column.kind {
        Scalar::Choice { options } => labels(options, locale).join(" · "),
        _ => String::new(),
    };
    Cell {
        label: column.label.get(locale).to_owned(),
        kind: column.kind.in_words(locale),
        options,
        required: column.required,
    }
}

fn labels(options: &[Choice], locale: Locale) -> Vec<String> {
    options.iter().map(|option| option.label.get(locale).to_owned()).collect()
}
