//! The order that the reviews give.

use std::cmp::Reverse;

use super::{Judged, cell, field, head, points};
use crate::{
    guidelines::Points,
    pdf::document::{Body, Section, Table},
    reviews::pages::Reader,
};

/// The highest mean first; those without a review last, by their references.
pub(super) fn ranked(mut judged: Vec<Judged<'_>>) -> Vec<Judged<'_>> {
    judged.sort_by_key(|one| (Reverse(mean(one)), one.brief.case.proposal.reference.as_str().to_owned()));
    judged
}

fn mean(one: &Judged<'_>) -> Option<Points> {
    one.spread.map(|spread| spread.mean)
}

pub(super) fn section(judged: &[Judged<'_>], reader: Reader) -> Section {
    // What is set like numbers takes no more room than it needs: the rest is the proposals'.
    let heads = [
        ("pack-rank", true),
        ("desk-column-title", false),
        ("desk-column-mean", true),
        ("pack-median", true),
        ("desk-column-gap", true),
        ("desk-column-reviews", true),
        ("desk-decision", true),
    ];
    let table = Table {
        head: head(heads.map(|(key, numeric)| (reader.t(key), numeric))),
        rows: judged.iter().map(|one| row(one, judged, reader)).collect(),
        totals: Vec::new(),
    };
    let table = field(reader.t("pack-by-mean"), Body::Table(table));
    Section { intro: reader.t("pack-ranking-text"), ..Section::new(reader.t("pack-ranking"), vec![table]) }
}

fn row(one: &Judged<'_>, all: &[Judged<'_>], reader: Reader) -> Vec<Vec<String>> {
    let (case, own) = (&one.brief.case, mean(one));
    // Those with the same mean have the same place.
    let place = own.map_or_else(
        || reader.t("desk-none"),
        |own| (1 + all.iter().filter(|other| mean(other) > Some(own)).count()).to_string(),
    );
    let row = &case.proposal;
    vec![
        cell(place),
        vec![one.name(reader), case.organisation.name.clone()],
        cell(points(own, reader)),
        cell(points(one.spread.map(|spread| spread.median), reader)),
        cell(points(one.spread.map(|spread| spread.gap()), reader)),
        cell(
            reader
                .locale
                .tr("desk-reviews-of", &[("submitted", row.reviews_in.into()), ("assigned", row.reviews_asked.into())]),
        ),
        cell(one.decided(reader)),
    ]
}
