//! What was proposed, all in all.

use std::collections::BTreeMap;

use super::{Judged, Pack, cell, field, head};
use crate::{
    guidelines::{Cents, Kind, label_of},
    pdf::document::{Body, Field, Section, Table},
    reviews::pages::{THEMES, country},
};

/// Of some proposals: how many there are, and what they cost.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    count: usize,
    total: Cents,
}

pub(super) fn section(pack: &Pack<'_>, judged: &[Judged<'_>]) -> Section {
    let reader = pack.reader;
    let theme = |one: &Judged<'_>| match one.brief.case.proposal.theme.as_str() {
        code if THEMES.contains(&code) => reader.t(&format!("layout-theme-{code}")),
        _ => reader.t("desk-none"),
    };
    let place = |one: &Judged<'_>| country(&one.brief.case.organisation.country, reader.locale);
    let kind = |one: &Judged<'_>| reader.t(&format!("accounts-kind-{}", one.brief.case.organisation.kind.code()));
    let mut fields = vec![field(reader.t("pack-sums"), Body::Facts { facts: sums(pack, judged) })];
    fields.push(by(("pack-by-theme", "desk-column-theme"), pack, judged, theme));
    fields.push(by(("pack-by-country", "desk-filter-country"), pack, judged, place));
    fields.push(by(("pack-by-kind", "pack-kind"), pack, judged, kind));
    fields.extend(support(pack, judged));
    Section::new(reader.t("pack-portfolio"), fields)
}

fn total(one: &Judged<'_>) -> Option<Cents> {
    one.brief.answers().money("total_eur")
}

fn sums(pack: &Pack<'_>, judged: &[Judged<'_>]) -> Vec<(String, String)> {
    let (reader, locale) = (pack.reader, pack.reader.locale);
    let totals: Vec<Cents> = judged.iter().filter_map(total).collect();
    let known = locale.tr("pack-total-of", &[("known", totals.len().into()), ("all", judged.len().into())]);
    let sum: Cents = totals.into_iter().sum();
    let asked: i64 = judged.iter().map(|one| i64::from(one.brief.case.proposal.reviews_asked)).sum();
    let reviews: usize = judged.iter().map(|one| one.reviews.len()).sum();
    let reviews = locale.tr("desk-reviews-of", &[("submitted", reviews.into()), ("assigned", asked.into())]);
    let pending = judged.iter().filter(|one| one.decision.is_some_and(|made| made.published_at.is_none())).count();
    vec![
        (reader.t("pack-proposals"), judged.len().to_string()),
        (reader.t("pack-total"), format!("{} ({known})", sum.show(locale))),
        (reader.t("desk-column-reviews"), reviews),
        (reader.t("pack-pending-count"), pending.to_string()),
    ]
}

/// A table with a row for each name that `named` gives, the most frequent first.
fn by(
    (title, column): (&str, &str),
    pack: &Pack<'_>,
    judged: &[Judged<'_>],
    named: impl Fn(&Judged<'_>) -> String,
) -> Field {
    let (reader, locale) = (pack.reader, pack.reader.locale);
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for one in judged {
        let sum = sums.entry(named(one)).or_default();
        sum.count += 1;
        sum.total = [sum.total, total(one).unwrap_or_default()].into_iter().sum();
    }
    let mut rows: Vec<(String, Sum)> = sums.into_iter().collect();
    rows.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.count));
    let row = |(name, sum): (String, Sum)| vec![cell(name), cell(sum.count.to_string()), cell(sum.total.show(locale))];
    let heads = [(column, false), ("pack-proposals", true), ("pack-total", true)];
    field(
        reader.t(title),
        Body::Table(Table {
            head: head(heads.map(|(key, numeric)| (reader.t(key), numeric))),
            rows: rows.into_iter().map(row).collect(),
            totals: Vec::new(),
        }),
    )
}

/// How many seek which support; a proposal may seek several.
fn support(pack: &Pack<'_>, judged: &[Judged<'_>]) -> Option<Field> {
    const FIELD: &str = "benefits_sought";
    let (reader, asked) = (pack.reader, pack.definition.field(FIELD)?);
    let Kind::Choices { options, .. } = &asked.kind else { return None };
    let mut counts: BTreeMap<&str, usize> = options.iter().map(|option| (option.key.as_str(), 0)).collect();
    for one in judged {
        for key in one.brief.answers().choices(FIELD) {
            if let Some(count) = counts.get_mut(key.as_str()) {
                *count += 1;
            }
        }
    }
    let row = |(key, count): (&str, usize)| vec![cell(label_of(options, key, reader.locale)), cell(count.to_string())];
    let label = asked.label.get(reader.locale).to_owned();
    Some(field(
        label.clone(),
        Body::Table(Table {
            head: head([(label, false), (reader.t("pack-proposals"), true)]),
            rows: counts.into_iter().map(row).collect(),
            totals: Vec::new(),
        }),
    ))
}
