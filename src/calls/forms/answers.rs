//! The forms by which the secretariat publishes answers to questions.

use serde::Deserialize;
use validator::Validate;

use crate::{
    calls::{
        answers::{ANSWER, Answered, QUESTION, Way},
        texts::Wrong,
    },
    error::FieldErrors,
    ids::CallAnswerId,
    words::Locale,
};

/// A question and its answer, new or known.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AnswerForm {
    pub question_en: String,
    pub question_fr: String,
    pub question_es: String,
    pub answer_en: String,
    pub answer_fr: String,
    pub answer_es: String,
    /// Of a new one: under which it is published, so that pressing twice publishes once.
    pub id: Option<CallAnswerId>,
    /// Of a known one: the version that the form was filled from.
    pub version: Option<i32>,
}

impl AnswerForm {
    /// What was typed, or what is wrong with it.
    pub fn read(&self, locale: Locale) -> Result<Answered, FieldErrors> {
        let mut wrong = Wrong::new(locale);
        let question = QUESTION.read([&self.question_en, &self.question_fr, &self.question_es], &mut wrong);
        let answer = ANSWER.read([&self.answer_en, &self.answer_fr, &self.answer_es], &mut wrong);
        wrong.or(|| Some(Answered { question, answer }))
    }
}

/// A button beside an answer as it stood at this version.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct SeenForm {
    pub version: i32,
}

/// A button that moves an answer.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct MoveForm {
    /// `up` or `down`.
    pub to: String,
}

impl MoveForm {
    pub fn way(&self) -> Option<Way> {
        match self.to.as_str() {
            "up" => Some(Way::Up),
            "down" => Some(Way::Down),
            _ => None,
        }
    }
}
