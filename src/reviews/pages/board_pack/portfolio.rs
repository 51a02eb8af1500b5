//! What was proposed, all in all: the proposals of the pack against all that were submitted. They are counted by the page of
//! the portfolio, so that both say the same.

use super::{Judged, Pack, cell, field, head};
use crate::{
    pdf::document::{Body, Field, Section, Table},
    reviews::{
        figures::choice::Chosen,
        pages::figures::portfolio::{Question, cells, facts, heads, questions},
        plots::portfolio::Row,
    },
};

pub(super) fn section(pack: &Pack<'_>, judged: &[Judged<'_>]) -> Section {
    let reader = pack.reader;
    let chosen = Chosen::References(judged.iter().map(|one| one.brief.case.proposal.reference.clone()).collect());
    let mut fields = vec![field(reader.t("pack-sums"), Body::Facts { facts: sums(pack, judged, &chosen) })];
    let mut asked = questions(pack.definition, reader);
    asked.extend(Question::countries(pack.submitted, reader));
    fields.extend(asked.iter().map(|question| table(question, pack, &chosen)));
    Section { intro: reader.t("pack-portfolio-text"), ..Section::new(reader.t("pack-portfolio"), fields) }
}

fn sums(pack: &Pack<'_>, judged: &[Judged<'_>], chosen: &Chosen) -> Vec<(String, String)> {
    let (reader, locale) = (pack.reader, pack.reader.locale);
    let asked: i64 = judged.iter().map(|one| i64::from(one.brief.case.proposal.reviews_asked)).sum();
    let reviews: usize = judged.iter().map(|one| one.reviews.len()).sum();
    let reviews = locale.tr("desk-reviews-of", &[("submitted", reviews.into()), ("assigned", asked.into())]);
    let pending = judged.iter().filter(|one| one.decision.is_some_and(|made| made.published_at.is_none())).count();
    let mut sums: Vec<(String, String)> =
        facts(pack.submitted, chosen, reader).into_iter().map(|fact| (fact.name, fact.value)).collect();
    sums.push((reader.t("desk-column-reviews"), reviews));
    sums.push((reader.t("pack-pending-count"), pending.to_string()));
    sums
}

/// How often each answer was given, among the proposals of the pack and among all; and what those of the pack cost.
fn table(question: &Question, pack: &Pack<'_>, chosen: &Chosen) -> Field {
    let reader = pack.reader;
    let portfolio = question.portfolio(pack.submitted, chosen, reader);
    let costs = question.counts(pack.submitted, chosen).into_iter().map(|count| count.costs.show(reader.locale));
    let row = |(row, costs): (&Row, String)| -> Vec<Vec<String>> {
        let numbers = cells(row, reader).into_iter().chain([costs]).map(cell);
        [cell(row.category.label.clone())].into_iter().chain(numbers).collect()
    };
    let labels = heads(reader).into_iter().chain([reader.t("pack-total")]);
    let table = Table {
        head: head(labels.enumerate().map(|(place, label)| (label, place > 0))),
        rows: portfolio.rows().iter().zip(costs).map(row).collect(),
        totals: Vec::new(),
    };
    field(question.title.clone(), Body::Table(table))
}
