//! Whether a proposal is ready: section by section, what is complete, missing, over its limit, or worth a second look.

use std::collections::BTreeSet;

use askama::Template;

use super::{Closing, Top};
use crate::{
    guidelines::{Definition, Finding, Progress, Report, Section, Severity},
    web::Frame,
    words::Locale,
};

/// How a finding is told apart from others, besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Missing,
    OverLimit,
    Wrong,
    Warning,
}

impl Mark {
    const ALL: [Self; 4] = [Self::Missing, Self::OverLimit, Self::Wrong, Self::Warning];

    fn of(found: &Finding) -> Self {
        match found.severity {
            Severity::Warning => Self::Warning,
            Severity::Missing => Self::Missing,
            Severity::Wrong if found.is_over_limit() => Self::OverLimit,
            Severity::Wrong => Self::Wrong,
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Missing => "incomplete",
            Self::OverLimit | Self::Wrong => "danger",
            Self::Warning => "warning",
        }
    }

    /// What stands beside one such finding.
    const fn name(self) -> &'static str {
        match self {
            Self::Missing => "documents-mark-missing",
            Self::OverLimit => "documents-mark-over",
            Self::Wrong => "documents-mark-wrong",
            Self::Warning => "documents-mark-warning",
        }
    }

    /// How many of them there are.
    const fn counted(self) -> &'static str {
        match self {
            Self::Missing => "documents-count-missing",
            Self::OverLimit => "documents-count-over",
            Self::Wrong => "documents-count-wrong",
            Self::Warning => "documents-count-warning",
        }
    }
}

/// A finding with the way to its input.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) place: String,
    pub(super) message: String,
    /// The key of its question.
    field: String,
    mark: Mark,
    /// The mark in words.
    name: String,
}

impl Line {
    pub(super) fn of(found: &Finding, top: &Top, locale: Locale) -> Self {
        let mark = Mark::of(found);
        Self {
            href: format!("{}/edit/{}?check=1#{}", top.href, found.spot.section, found.spot.input),
            place: found.spot.place(locale),
            message: found.message(locale),
            name: locale.t(mark.name()),
            field: found.spot.field.to_string(),
            mark,
        }
    }
}

/// A section, checked.
struct Checked {
    key: String,
    href: String,
    title: String,
    lines: Vec<Line>,
    /// Nothing in it stands in the way.
    complete: bool,
    /// `Complete`, `2 missing, 1 over the limit`.
    state: String,
}

impl Checked {
    fn of(section: &Section, report: &Report, top: &Top, locale: Locale) -> Self {
        let lines: Vec<Line> =
            report.of_section(section.key.as_str()).map(|found| Line::of(found, top, locale)).collect();
        let complete = lines.iter().all(|line| line.mark == Mark::Warning);
        let counts = Mark::ALL.into_iter().filter_map(|mark| counted(mark, &lines, locale));
        let counts: Vec<String> =
            complete.then(|| locale.t("proposals-section-complete")).into_iter().chain(counts).collect();
        Self {
            key: section.key.to_string(),
            href: format!("{}/edit/{}", top.href, section.key),
            title: section.title.get(locale).to_owned(),
            complete,
            state: counts.join(", "),
            lines,
        }
    }

    fn class(&self) -> &'static str {
        if self.complete {
            "section-complete"
        } else if self.lines.iter().any(|line| matches!(line.mark, Mark::OverLimit | Mark::Wrong)) {
            "section-errors"
        } else {
            ""
        }
    }

    fn icon(&self) -> &'static str {
        match self.class() {
            "section-complete" => "approved",
            "section-errors" => "danger",
            _ => "incomplete",
        }
    }
}

/// `2 missing`; none where there is none.
fn counted(mark: Mark, lines: &[Line], locale: Locale) -> Option<String> {
    let count = questions(lines.iter().filter(|line| line.mark == mark));
    (count > 0).then(|| locale.tr(mark.counted(), &[("count", count.into())]))
}

/// Why one may not submit; empty if one may.
#[derive(Clone, Debug, Default)]
pub struct Hindrance {
    pub reason: String,
    /// Who of the organisation may, where that is the reason.
    pub names: Vec<String>,
    /// Whether nothing but the deadline is: it can still be handed in late.
    pub late: bool,
}

/// The page that says whether the proposal is ready, and what is still to be done, each with a link to its input.
#[derive(Template)]
#[template(path = "proposals/check.html")]
pub struct CheckPage {
    frame: Frame,
    top: Top,
    closing: Option<Closing>,
    sections: Vec<Checked>,
    /// A name and a number each.
    figures: Vec<(String, String)>,
    is_clear: bool,
    count: String,
    /// Why the button is not there, if that is not for what is missing.
    reason: Option<String>,
    /// Who can submit it, for those who cannot.
    submitters: Option<String>,
    /// Whether it can only be handed in late.
    late: bool,
}

impl CheckPage {
    /// `answered` is how far the required answers are; `hindrance` why one may not submit.
    pub fn new(
        frame: Frame,
        top: Top,
        closing: Option<Closing>,
        (definition, answered, report): (&Definition, Progress, &Report),
        hindrance: Option<Hindrance>,
    ) -> Self {
        let locale = frame.locale;
        let sections: Vec<Checked> =
            definition.sections.iter().map(|section| Checked::of(section, report, &top, locale)).collect();
        let lines = sections.iter().flat_map(|section| &section.lines);
        let blocking = questions(lines.filter(|line| line.mark != Mark::Warning));
        let hindrance = hindrance.unwrap_or_default();
        let names = Some(hindrance.names).filter(|names| !names.is_empty());
        Self {
            figures: figures(&sections, answered, locale),
            is_clear: report.is_clear(),
            count: locale.tr("proposals-check-count", &[("count", blocking.into())]),
            late: hindrance.late,
            reason: Some(hindrance.reason).filter(|reason| !reason.is_empty()),
            submitters: names.map(|names| locale.tr("documents-submitters", &[("names", names.join(", ").into())])),
            sections,
            closing,
            frame,
            top,
        }
    }
}

/// Of how many questions something is said: what lacks in several rows of one is one answer, here as everywhere.
fn questions<'l>(lines: impl Iterator<Item = &'l Line>) -> usize {
    lines.map(|line| line.field.as_str()).collect::<BTreeSet<_>>().len()
}

fn figures(sections: &[Checked], answered: Progress, locale: Locale) -> Vec<(String, String)> {
    let of = |part: usize, all: usize| {
        locale.tr("proposals-answered-of", &[("answered", part.into()), ("required", all.into())])
    };
    let complete = sections.iter().filter(|section| section.complete).count();
    let marks = Mark::ALL.into_iter().filter_map(|mark| {
        let count = questions(sections.iter().flat_map(|section| &section.lines).filter(|line| line.mark == mark));
        (count > 0).then(|| (locale.t(mark.name()), count.to_string()))
    });
    let mut figures = vec![
        (locale.t("documents-sections-complete"), of(complete, sections.len())),
        (locale.t("proposals-answered"), of(answered.answered, answered.required)),
    ];
    figures.extend(marks);
    figures
}
