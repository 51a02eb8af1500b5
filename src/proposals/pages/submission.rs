//! Submitting: the last page before it, and the page of those who come too late.

use askama::Template;
use std::time::Duration;

use super::{Closing, Top, readiness::Line};
use crate::{
    calls::Instants,
    entity::late_attempt,
    guidelines::{Answers, Report},
    proposals::spans::span,
    web::Frame,
};

/// The last page before the submission.
#[derive(Template)]
#[template(path = "proposals/confirm.html")]
pub struct ConfirmPage {
    frame: Frame,
    top: Top,
    closing: Option<Closing>,
    version: i32,
    edition: i64,
    versions: String,
    number: String,
    /// Whether it was returned for changes.
    is_again: bool,
    /// Whether it is too late, and the secretariat will decide.
    is_late: bool,
    /// How much is submitted.
    contents: String,
    warnings: Vec<Line>,
}

/// What kind of submission it would be.
#[derive(Clone, Copy, Debug)]
pub struct How {
    pub number: i32,
    /// Whether the proposal was returned before.
    pub is_again: bool,
    /// Whether its deadline is over.
    pub is_late: bool,
}

impl ConfirmPage {
    /// `seen`: the version of the proposal, the edition of its draft and the versions of its fields.
    pub fn new(
        frame: Frame,
        top: Top,
        closing: Option<Closing>,
        seen: (i32, i64, String),
        how: How,
        (answers, report): (&Answers, &Report),
    ) -> Self {
        let locale = frame.locale;
        let contents = [("answers", answers.len().into()), ("files", answers.all_files().count().into())];
        Self {
            contents: locale.tr("documents-contents", &contents),
            version: seen.0,
            edition: seen.1,
            versions: seen.2,
            is_again: how.is_again,
            is_late: how.is_late,
            number: locale.tr("proposals-submission-number", &[("number", how.number.into())]),
            warnings: report.warnings().map(|found| Line::of(found, &top, locale)).collect(),
            closing,
            frame,
            top,
        }
    }
}

/// What becomes of a submission that came too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The secretariat was told, and decides.
    Held,
    /// The same text was held before, and the secretariat has decided against it.
    Refused,
    /// It lacks something, so that it could not be admitted either.
    Incomplete,
}

impl Fate {
    pub fn of(held: Option<&late_attempt::Model>) -> Self {
        match held {
            None => Self::Incomplete,
            Some(held) if held.refused_at.is_some() => Self::Refused,
            Some(_) => Self::Held,
        }
    }
}

/// A submission came too late.
#[derive(Template)]
#[template(path = "proposals/late.html")]
pub struct LatePage {
    frame: Frame,
    top: Top,
    closed: Instants,
    tried: Instants,
    late: String,
    text: String,
}

impl LatePage {
    /// `instants`: the deadline, and the attempt.
    pub fn new(frame: Frame, top: Top, fate: Fate, instants: (Instants, Instants), late: Duration) -> Self {
        let locale = frame.locale;
        let text = match fate {
            Fate::Held => "deadlines-late-held",
            Fate::Refused => "deadlines-late-refused",
            Fate::Incomplete => "deadlines-late-incomplete",
        };
        Self {
            late: locale.tr("proposals-late-by", &[("span", span(late, locale).into())]),
            text: locale.t(text),
            closed: instants.0,
            tried: instants.1,
            frame,
            top,
        }
    }
}
