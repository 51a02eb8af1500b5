//! The text of a proposal as reviewers read it: on the desk, and in the preview before it is submitted.

use askama::Template;

use super::Top;
use crate::{
    guidelines::{Answers, Audience, Change, Definition, FieldKey, REQUESTS, Shown},
    proposals::requests::Numbered,
    web::Frame,
    words::Locale,
};

/// A section of a proposal, for reading.
pub struct ReadSection {
    pub key: String,
    pub title: String,
    pub fields: Vec<Shown>,
}

/// A request of the secretariat, with what came of it.
pub struct Asked {
    pub label: String,
    pub text: String,
    pub answer: Shown,
    /// Whether it is about a question.
    pub about: bool,
    /// How the answer to that question differs from before; none if it does not.
    pub change: Option<Change>,
}

/// Answers for reading, section by section; `desk/text.html` draws it.
pub struct Reading {
    /// What the secretariat had asked to be changed.
    pub asked: Vec<Asked>,
    pub sections: Vec<ReadSection>,
    /// Where its files lie.
    pub files: String,
    /// What the reader must know of the guidelines: that they are a reconstruction.
    pub note: String,
}

impl Reading {
    pub fn of(
        definition: &Definition,
        answers: &Answers,
        reference: &str,
        (locale, audience): (Locale, Audience),
    ) -> Self {
        let section = |section: &crate::guidelines::Section| ReadSection {
            key: section.key.to_string(),
            title: section.title.get(locale).to_owned(),
            fields: definition.show(section, answers, locale, audience),
        };
        let of_guidelines = definition.sections.iter().filter(|section| section.key != *REQUESTS);
        Self {
            asked: Vec::new(),
            sections: of_guidelines.map(section).collect(),
            files: format!("/proposals/{reference}/files"),
            note: definition.note.get(locale).to_owned(),
        }
    }

    /// The same, with what was asked of the answers `before`, which these have come after. `definition` asks it.
    pub fn answering(
        self,
        definition: &Definition,
        asked: &[Numbered],
        (before, after): (&Answers, &Answers),
        (locale, audience): (Locale, Audience),
    ) -> Self {
        let one = |asked: &Numbered| {
            let field = asked.request.field.as_ref();
            let tells = |field: &FieldKey| definition.field(field.as_str()).is_some_and(|field| field.identifying);
            if audience == Audience::Anonymous && field.is_some_and(tells) {
                return None;
            }
            Some(Asked {
                label: asked.label(definition, locale),
                text: asked.request.text.clone(),
                answer: definition.show_field(&asked.key(), after, locale, audience)?,
                about: field.is_some(),
                change: field.and_then(|field| definition.change(field.as_str(), before, after, locale)),
            })
        };
        Self { asked: asked.iter().filter_map(one).collect(), ..self }
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
