//! Answers to questions about a call: on its public page, and at the desk where they are written.

use askama::Template;

use super::beside::{Difference, differences};
use crate::{
    calls::{
        answers::Answered,
        prose::{self, Block},
    },
    entity::{call, call_answer},
    ids::CallAnswerId,
    web::{Filled, Frame},
    words::Locale,
};

/// An answer, ready to be read.
pub struct Shown {
    pub id: String,
    pub question: String,
    pub answer: Vec<Block>,
    /// `Published on …` or `Last changed on …`, on the calendar of the call.
    pub when: String,
    pub iso: String,
}

impl Shown {
    pub fn new(row: &call_answer::Model, call: &call::Model, locale: Locale) -> Self {
        let key = if row.was_changed() { "calls-answer-changed" } else { "calls-answer-published" };
        let day = locale.date(row.updated_at.day_in(call.zone().0));
        Self {
            id: row.id.to_string(),
            question: row.question.get(locale).to_owned(),
            answer: prose::blocks(row.answer.get(locale)),
            when: locale.tr(key, &[("when", day.into())]),
            iso: row.updated_at.iso(),
        }
    }
}

/// The call that a page of the desk is about.
pub struct DeskCall {
    pub title: String,
    /// Its page at the desk.
    pub href: String,
    pub public_href: String,
}

impl DeskCall {
    pub fn new(call: &call::Model, locale: Locale) -> Self {
        Self {
            title: call.title.get(locale).to_owned(),
            href: format!("/desk/calls/{}", call.slug),
            public_href: format!("/calls/{}", call.slug),
        }
    }
}

/// All answers in their order, and the form for one more.
#[derive(Template)]
#[template(path = "calls/answers.html")]
pub struct AnswersPage {
    frame: Frame,
    filled: Filled,
    call: DeskCall,
    /// Under which the next one is published.
    id: String,
    rows: Vec<Shown>,
}

impl AnswersPage {
    /// `fresh`: the id for the next answer, where the form holds none yet.
    pub fn new(
        frame: Frame,
        filled: Filled,
        call: &call::Model,
        rows: &[call_answer::Model],
        fresh: CallAnswerId,
    ) -> Self {
        let locale = frame.locale;
        let typed = filled.value("id");
        Self {
            id: if typed.is_empty() { fresh.to_string() } else { typed.to_owned() },
            call: DeskCall::new(call, locale),
            rows: rows.iter().map(|row| Shown::new(row, call, locale)).collect(),
            frame,
            filled,
        }
    }
}

/// One answer, to be written anew.
#[derive(Template)]
#[template(path = "calls/answer.html")]
pub struct AnswerPage {
    frame: Frame,
    filled: Filled,
    call: DeskCall,
    shown: Shown,
    /// The version that the next save is on top of.
    version: String,
    /// What somebody else saved meanwhile, beside what was typed here.
    differences: Vec<Difference>,
}

impl AnswerPage {
    pub fn new(frame: Frame, filled: Filled, call: &call::Model, row: &call_answer::Model) -> Self {
        let locale = frame.locale;
        let typed = filled.value("version");
        Self {
            version: if typed.is_empty() { row.version.to_string() } else { typed.to_owned() },
            call: DeskCall::new(call, locale),
            shown: Shown::new(row, call, locale),
            differences: Vec::new(),
            frame,
            filled,
        }
    }

    /// Puts what is stored now beside what was typed. The next save is on top of what is stored now.
    pub fn beside(mut self, typed: &Answered, row: &call_answer::Model) -> Self {
        let (theirs, yours) = (row.answered().typed(), typed.typed());
        let text = |of: &[(String, String)], name: &str| {
            of.iter().find(|(n, _)| n == name).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        self.differences = differences(&self.frame, &LABELS, |name| (text(&theirs, name), text(&yours, name)));
        self.version = row.version.to_string();
        self
    }
}

/// The inputs and the keys of their labels, in the order of the form.
const LABELS: [(&str, &str); 6] = [
    ("question_en", "calls-question-en"),
    ("answer_en", "calls-answer-en"),
    ("question_fr", "calls-question-fr"),
    ("answer_fr", "calls-answer-fr"),
    ("question_es", "calls-question-es"),
    ("answer_es", "calls-answer-es"),
];

/// Asks before an answer is removed.
#[derive(Template)]
#[template(path = "calls/answer_removal.html")]
pub struct AnswerRemovalPage {
    frame: Frame,
    call: DeskCall,
    shown: Shown,
    version: i32,
}

impl AnswerRemovalPage {
    pub fn new(frame: Frame, call: &call::Model, row: &call_answer::Model) -> Self {
        let locale = frame.locale;
        Self { call: DeskCall::new(call, locale), shown: Shown::new(row, call, locale), version: row.version, frame }
    }
}
