//! Questions and answers as pieces of a page. Each is a template of its own, and no macro: what a macro holds is written out anew
//! wherever it is called, and the pages that called these took longer to compile than all that stands behind them.

use askama::Template;

use crate::{
    guidelines::{
        inputs::{Input, Question, Shape, Widget},
        show::{Block, Body},
    },
    web::Frame,
    words::Locale,
};

/// A question as inputs. `files`: the address below which its files lie.
pub fn question<'p>(frame: &'p Frame, q: &'p Question, files: &'p str) -> QuestionPart<'p> {
    QuestionPart { frame, q, files }
}

/// An input inside a group, a row or a file. `marked`: whether it says that it is optional.
pub fn input<'p>(frame: &'p Frame, input: &'p Input, marked: bool) -> InputPart<'p> {
    InputPart { frame, input, marked }
}

/// An answer for reading. `lang`: the language of what the applicant wrote.
pub fn answer<'p>(frame: &'p Frame, body: &'p Body, lang: &Option<Locale>, files: &'p str) -> AnswerPart<'p> {
    AnswerPart { frame, body, lang: *lang, files }
}

#[derive(Template)]
#[template(path = "parts/question.html")]
pub struct QuestionPart<'p> {
    frame: &'p Frame,
    q: &'p Question,
    files: &'p str,
}

#[derive(Template)]
#[template(path = "parts/input.html")]
pub struct InputPart<'p> {
    frame: &'p Frame,
    input: &'p Input,
    marked: bool,
}

#[derive(Template)]
#[template(path = "parts/answer.html")]
pub struct AnswerPart<'p> {
    frame: &'p Frame,
    body: &'p Body,
    lang: Option<Locale>,
    files: &'p str,
}
