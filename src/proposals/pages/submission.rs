//! Checking, submitting, and the receipt.

use askama::Template;
use std::time::Duration;

use super::{Closing, For, Top, told};
use crate::{
    calls::Instants,
    entity::{call, submission},
    guidelines::{Change, Definition, Finding, Report},
    proposals::workflow::State,
    web::Frame,
    words::Locale,
};

/// A finding with the way to its field.
struct Line {
    href: String,
    place: String,
    message: String,
}

impl Line {
    fn of(found: &Finding, top: &Top, locale: Locale) -> Self {
        Self {
            href: format!("{}/edit/{}?check=1#{}", top.href, found.spot.section, found.spot.input),
            place: found.spot.place(locale),
            message: found.message(locale),
        }
    }
}

/// What is missing or wrong, each with a link to its field.
#[derive(Template)]
#[template(path = "proposals/check.html")]
pub struct CheckPage {
    frame: Frame,
    top: Top,
    closing: Option<Closing>,
    /// By section: its title, its lines.
    blocking: Vec<(String, Vec<Line>)>,
    warnings: Vec<Line>,
    count: String,
    /// Why one may not submit, though all is complete.
    reason: Option<String>,
}

impl CheckPage {
    pub fn new(
        frame: Frame,
        top: Top,
        closing: Option<Closing>,
        definition: &Definition,
        report: &Report,
        reason: Option<String>,
    ) -> Self {
        let locale = frame.locale;
        let by_section = definition.sections.iter().filter_map(|section| {
            let lines: Vec<Line> = report
                .blocking()
                .filter(|found| found.spot.section == section.key)
                .map(|found| Line::of(found, &top, locale))
                .collect();
            (!lines.is_empty()).then(|| (section.title.get(locale).to_owned(), lines))
        });
        let blocking: Vec<_> = by_section.collect();
        let count = blocking.iter().map(|(_, lines)| lines.len()).sum::<usize>();
        Self {
            count: locale.tr("proposals-check-count", &[("count", count.into())]),
            warnings: report.warnings().map(|found| Line::of(found, &top, locale)).collect(),
            blocking,
            reason,
            closing,
            frame,
            top,
        }
    }
}

/// The last page before the submission.
#[derive(Template)]
#[template(path = "proposals/confirm.html")]
pub struct ConfirmPage {
    frame: Frame,
    top: Top,
    closing: Option<Closing>,
    version: i32,
    edition: i64,
    number: String,
    /// Whether it was returned for changes.
    is_again: bool,
    warnings: Vec<Line>,
}

impl ConfirmPage {
    /// `seen`: the version of the proposal and the edition of its draft; `number` that the submission would have, and whether
    /// the proposal was returned before.
    pub fn new(
        frame: Frame,
        top: Top,
        closing: Option<Closing>,
        seen: (i32, i64),
        (number, is_again): (i32, bool),
        report: &Report,
    ) -> Self {
        let locale = frame.locale;
        Self {
            version: seen.0,
            edition: seen.1,
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

/// The receipt of a submission.
#[derive(Template)]
#[template(path = "proposals/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    top: Top,
    number: i32,
    at: Instants,
    sha256: String,
    by: Option<String>,
    canonical: String,
    file_name: String,
    /// How it differs from the submission before.
    changes: Vec<Change>,
    is_first: bool,
    seal: Option<String>,
}

impl ReceiptPage {
    pub fn new(
        frame: Frame,
        top: Top,
        (row, call, reader): (&submission::Model, &call::Model, For),
        by: Option<String>,
        changes: Vec<Change>,
        seal: Option<String>,
    ) -> Self {
        Self {
            number: row.number,
            at: told(row.submitted_at, call, reader),
            sha256: row.sha256.clone(),
            by,
            canonical: format!("{}/submissions/{}/canonical", top.href, row.number),
            file_name: canonical_name(&top.reference, row.number),
            changes,
            is_first: row.number == 1,
            seal,
            frame,
            top,
        }
    }
}

/// The name under which the canonical bytes are saved.
pub fn canonical_name(reference: &str, number: i32) -> String {
    format!("{reference}-{number}.json")
}
