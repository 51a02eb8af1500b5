//! The Board's pack: the portfolio of a call, its ranking, a page for each proposal, and how it was judged. Plain values for the
//! press.

mod appendix;
mod one;
mod portfolio;
mod ranking;

use std::collections::BTreeSet;

use super::{Reader, titled};
use crate::{
    clock::Moment,
    entity::{call, decision},
    guidelines::{Definition, Points, Scores},
    pdf::document::{Document, Field, Heading},
    reviews::{
        figures::choice::Submitted,
        rules::{Totals, totals},
        spread::Spread,
        store::briefs::{Brief, Told},
    },
};

/// What the pack is made of.
pub struct Pack<'p> {
    pub call: &'p call::Model,
    /// The guidelines of the call.
    pub definition: &'p Definition,
    pub briefs: &'p [Brief],
    /// All that were submitted in the call, against which these stand.
    pub submitted: &'p [Submitted],
    pub at: Moment,
    /// Whether these are not all proposals of the call.
    pub is_chosen: bool,
    pub reader: Reader,
}

/// A proposal with what its reviews say together.
struct Judged<'p> {
    brief: &'p Brief,
    /// The reviews that count.
    reviews: Vec<&'p Told>,
    sum: Totals,
    spread: Option<Spread>,
    /// In force: pending until it is published.
    decision: Option<&'p decision::Model>,
}

impl<'p> Judged<'p> {
    fn of(brief: &'p Brief) -> Self {
        let reviews: Vec<&Told> = brief.reviews.iter().filter(|told| told.counted == Some(true)).collect();
        let scores: Vec<Scores> = reviews.iter().map(|told| told.review.entry.scores.clone()).collect();
        let points: Vec<Points> = reviews.iter().filter_map(|told| told.review.total).collect();
        Self {
            sum: totals(&brief.definition.rubric, &scores),
            spread: Spread::of(&points),
            decision: brief.decisions.iter().rev().find(|made| made.revised_at.is_none()),
            reviews,
            brief,
        }
    }

    /// The reference and the title.
    fn name(&self, reader: Reader) -> String {
        let row = &self.brief.case.proposal;
        format!("{} {}", row.reference, titled(&row.title, row.language, reader.locale).0)
    }

    /// What was decided, and whether that is pending.
    fn decided(&self, reader: Reader) -> String {
        let Some(made) = self.decision else { return reader.t("desk-none") };
        let outcome = reader.t(&format!("desk-outcome-{}", made.outcome.code()));
        match made.published_at {
            Some(_) => outcome,
            None => reader.locale.tr("pack-pending", &[("outcome", outcome.into())]),
        }
    }
}

pub fn document(pack: &Pack<'_>) -> Document {
    let (reader, locale) = (pack.reader, pack.reader.locale);
    let judged = ranking::ranked(pack.briefs.iter().map(Judged::of).collect());
    let title = locale.t("pack-title");
    let call = pack.call.title.get(locale);
    let day = reader.day(pack.at);
    let mut facts = vec![
        (locale.t("documents-pdf-call"), call.to_owned()),
        (locale.t("exports-made"), reader.instant(pack.at)),
        (locale.t("exports-contents"), locale.tr("desk-found", &[("n", judged.len().into())])),
    ];
    if pack.is_chosen {
        facts.push((locale.t("pack-chosen"), locale.t("pack-chosen-text")));
    }
    let mut sections = vec![portfolio::section(pack, &judged).on_new_page()];
    sections.push(ranking::section(&judged, reader).on_new_page());
    let mut cut = BTreeSet::new();
    for one in &judged {
        let (section, is_cut) = one::section(one, reader);
        sections.push(section.on_new_page());
        if is_cut {
            cut.insert(one.brief.case.proposal.reference.as_str().to_owned());
        }
    }
    sections.push(appendix::method(pack).on_new_page());
    sections.extend(appendix::comments(
        judged.iter().filter(|one| cut.contains(one.brief.case.proposal.reference.as_str())),
        reader,
    ));
    Document {
        lang: locale.tag(),
        author: locale.t("layout-service"),
        kicker: locale.t("layout-service"),
        notice: Some(locale.t("exports-confidential")),
        facts,
        sections,
        running: format!("{title} · {call} · {day} · {}", locale.t("exports-confidential-short")),
        page: locale.t("documents-pdf-page"),
        undrawable: locale.t("documents-pdf-undrawable"),
        title,
        ..Document::default()
    }
}

fn points(points: Option<Points>, reader: Reader) -> String {
    points.map_or_else(|| reader.t("desk-none"), |points| points.show(reader.locale))
}

/// Column heads: words, and whether numbers stand below them.
fn head(labels: impl IntoIterator<Item = (String, bool)>) -> Vec<Heading> {
    labels.into_iter().map(|(label, numeric)| Heading { label, numeric }).collect()
}

fn cell(text: impl Into<String>) -> Vec<String> {
    vec![text.into()]
}

fn field(label: String, body: crate::pdf::document::Body) -> Field {
    Field { label, notes: Vec::new(), body }
}
