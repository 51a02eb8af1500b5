//! Submitting: the last page before it, and the page of those who come too late.

use askama::Template;
use std::time::Duration;

use super::{Closing, Top, readiness::Line};
use crate::{
    calls::Instants,
    guidelines::{Answers, Report},
    proposals::workflow::State,
    web::Frame,
    words::Locale,
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
    /// How much is submitted.
    contents: String,
    warnings: Vec<Line>,
}

impl ConfirmPage {
    /// `seen`: the version of the proposal, the edition of its draft and the versions of its fields; `number` that the submission would have, and whether
    /// the proposal was returned before.
    pub fn new(
        frame: Frame,
        top: Top,
        closing: Option<Closing>,
        seen: (i32, i64, String),
        (number, is_again): (i32, bool),
        (answers, report): (&Answers, &Report),
    ) -> Self {
        let locale = frame.locale;
        let contents = [("answers", answers.len().into()), ("files", answers.all_files().count().into())];
        Self {
            contents: locale.tr("documents-contents", &contents),
            version: seen.0,
            edition: seen.1,
            versions: seen.2,
            is_again,
            number: locale.tr("proposals-submission-number", &[("number", number.into())]),
            warnings: report.warnings().map(|found| Line::of(found, &top, locale)).collect(),
            closing,
            frame,
            top,
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
    pub fn new(frame: Frame, top: Top, state: State, instants: (Instants, Instants), late: Duration) -> Self {
        let locale = frame.locale;
        let text = if state == State::Returned { "proposals-no-due-passed" } else { "proposals-no-closed" };
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

/// `2 days 3 hours`, `4 minutes 10 seconds`: the two largest units.
fn span(span: Duration, locale: Locale) -> String {
    let seconds = span.as_secs().max(1);
    let units = [(86_400, "days"), (3_600, "hours"), (60, "minutes"), (1, "seconds")];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (size, unit) in units {
        let count = rest / size;
        rest %= size;
        if count > 0 && parts.len() < 2 {
            parts.push(locale.tr(&format!("proposals-span-{unit}"), &[("count", count.into())]));
        } else if !parts.is_empty() {
            break;
        }
    }
    parts.join(" ")
}
