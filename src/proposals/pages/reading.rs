//! The text of a proposal as reviewers read it: on the desk, and in the preview before it is submitted.

use askama::Template;

use super::Top;
use crate::{
    guidelines::{Answers, Audience, Definition, Shown},
    web::Frame,
    words::Locale,
};

/// A section of a proposal, for reading.
pub struct ReadSection {
    pub key: String,
    pub title: String,
    pub fields: Vec<Shown>,
}

/// Answers for reading, section by section; `desk/text.html` draws it.
pub struct Reading {
    pub sections: Vec<ReadSection>,
    /// Where its files lie.
    pub files: String,
    /// What the reader must know of the guidelines: that they are a reconstruction.
    pub note: String,
}

impl Reading {
    pub fn of(definition: &Definition, answers: &Answers, reference: &str, locale: Locale) -> Self {
        let section = |section: &crate::guidelines::Section| ReadSection {
            key: section.key.to_string(),
            title: section.title.get(locale).to_owned(),
            fields: definition.show(section, answers, locale, Audience::Inside),
        };
        Self {
            sections: definition.sections.iter().map(section).collect(),
            files: format!("/proposals/{reference}/files"),
            note: definition.note.get(locale).to_owned(),
        }
    }
}

/// What is written now, as reviewers will read it.
#[derive(Template)]
#[template(path = "proposals/preview.html")]
pub struct PreviewPage {
    frame: Frame,
    top: Top,
    reading: Reading,
}

impl PreviewPage {
    pub fn new(frame: Frame, top: Top, reading: Reading) -> Self {
        Self { frame, top, reading }
    }
}
