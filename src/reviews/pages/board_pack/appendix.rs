//! How proposals were judged, and what there was no room for.

use super::{Judged, Pack, cell, field, head};
use crate::{
    guidelines::{Criterion, show},
    pdf::document::{Block, Body, Field, Section, Table},
    reviews::pages::Reader,
};

pub(super) fn method(pack: &Pack<'_>) -> Section {
    let (reader, locale) = (pack.reader, pack.reader.locale);
    let rubric = &pack.definition.rubric;
    let criterion = |criterion: &Criterion| {
        vec![cell(criterion.label.get(locale)), cell(criterion.weight.to_string()), cell(criterion.help.get(locale))]
    };
    let heads = [("pack-criterion", false), ("pack-weight", true), ("pack-meaning", false)];
    let criteria = Table {
        head: head(heads.map(|(key, numeric)| (reader.t(key), numeric))),
        rows: rubric.criteria.iter().map(criterion).collect(),
        totals: Vec::new(),
    };
    let scale = Table {
        head: head([(reader.t("pack-score"), true), (reader.t("pack-meaning"), false)]),
        rows: rubric
            .scale
            .iter()
            .enumerate()
            .map(|(score, meaning)| vec![cell(score.to_string()), cell(meaning.get(locale))])
            .collect(),
        totals: Vec::new(),
    };
    let thresholds = locale.tr(
        "pack-method-thresholds",
        &[
            ("from", rubric.recommended_from.into()),
            ("least", rubric.least_score.into()),
            ("reviews", rubric.least_reviews.into()),
            ("gap", rubric.consensus_gap.into()),
        ],
    );
    let texts = ["pack-method-total", "pack-method-spread", "pack-method-counted"].map(|key| reader.t(key));
    let blocks = texts.into_iter().chain([thresholds]).map(|text| Block::Paragraph { lines: vec![text] }).collect();
    let fields = vec![
        field(reader.t("pack-criteria"), Body::Table(criteria)),
        field(reader.t("pack-scale"), Body::Table(scale)),
        field(reader.t("pack-method"), Body::Text { blocks }),
    ];
    Section::new(reader.t("pack-appendix-method"), fields)
}

/// The comments to the committee that were cut, whole; nothing if none was.
pub(super) fn comments<'j>(cut: impl Iterator<Item = &'j Judged<'j>>, reader: Reader) -> Option<Section> {
    let fields: Vec<Field> = cut.map(|one| whole(one, reader)).collect();
    (!fields.is_empty()).then(|| Section::new(reader.t("pack-appendix-comments"), fields).on_new_page())
}

fn whole(one: &Judged<'_>, reader: Reader) -> Field {
    let said = |told: &&crate::reviews::store::briefs::Told| {
        let name = Block::Paragraph { lines: vec![format!("{}:", told.review.reviewer_name)] };
        [name].into_iter().chain(show::blocks(&told.review.entry.to_committee, false).into_iter().map(block))
    };
    let blocks = one.reviews.iter().flat_map(said).collect();
    field(one.name(reader), Body::Text { blocks })
}

fn block(block: show::Block) -> Block {
    match block {
        show::Block::Paragraph(lines) => Block::Paragraph { lines },
        show::Block::List(items) => Block::List { items },
    }
}
