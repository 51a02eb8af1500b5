//! A proposal on one page: what it is, and what its reviewers say. Texts are cut to fit; what reviewers wrote stands in full in
//! the appendix then.

use super::{Judged, cell, field, head, points};
use crate::{
    clock::Moment,
    guidelines::Criterion,
    pdf::document::{Block, Body, Field, Section, Table},
    proposals::rules::Outcome,
    reviews::{
        pages::{Reader, THEMES, country},
        rules::Recommendation,
    },
};

/// How many characters there is room for: of the aim, of all comments together, and of the reason of a decision.
const ROOM_AIM: usize = 900;
const ROOM_COMMENTS: usize = 2_400;
const ROOM_REASON: usize = 300;

/// The page, and whether a comment was cut.
pub(super) fn section(one: &Judged<'_>, reader: Reader) -> (Section, bool) {
    let (comments, is_cut) = comments(one, reader);
    let mut fields = vec![field(reader.t("pack-proposal"), Body::Facts { facts: facts(one, reader) })];
    fields.extend(aim(one, reader));
    fields.extend(scores(one, reader));
    fields.extend(comments);
    fields.extend(decision(one, reader));
    (Section { dense: true, ..Section::new(one.name(reader), fields) }, is_cut)
}

fn facts(one: &Judged<'_>, reader: Reader) -> Vec<(String, String)> {
    let (case, locale) = (&one.brief.case, reader.locale);
    let lead = [case.organisation.name.clone(), country(&case.organisation.country, locale)];
    let theme = case.proposal.theme.as_str();
    let theme = THEMES.contains(&theme).then(|| reader.t(&format!("layout-theme-{theme}")));
    let text = |submitted_at: Moment, number: i32| {
        locale.tr("desk-text-of", &[("n", number.into()), ("at", reader.instant(submitted_at).into())])
    };
    let summary = [
        ("desk-column-mean", one.spread.map(|spread| spread.mean)),
        ("pack-median", one.spread.map(|spread| spread.median)),
        ("desk-column-gap", one.spread.map(|spread| spread.gap())),
    ];
    let summary = summary.map(|(key, value)| locale.pair(reader.t(key), points(value, reader))).join(" · ");
    let total = one.brief.answers().money("total_eur");
    let facts = [
        ("proposals-organisation", Some(lead.join(", "))),
        ("desk-column-theme", theme),
        ("pack-total", total.map(|total| total.show(locale))),
        ("pack-text", one.brief.submitted.as_ref().map(|row| text(row.submitted_at, row.number))),
        ("pack-totals", Some(summary)),
        ("pack-recommendations", recommendations(one, reader)),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((reader.t(key), value?))).collect()
}

/// How many reviewers recommend what; none while there is no review.
fn recommendations(one: &Judged<'_>, reader: Reader) -> Option<String> {
    let count = |wanted: &Recommendation| {
        let given = one.reviews.iter().filter(|told| told.review.entry.recommendation == Some(*wanted)).count();
        let name = reader.t(&format!("reviews-recommendation-{}", wanted.code()));
        (given > 0).then(|| reader.locale.pair(name, given))
    };
    let counts: Vec<String> = Recommendation::ALL.iter().filter_map(count).collect();
    (!counts.is_empty()).then(|| counts.join(" · "))
}

fn aim(one: &Judged<'_>, reader: Reader) -> Option<Field> {
    let answers = one.brief.answers();
    let text = answers.text("aim")?;
    let label = one.brief.definition.field("aim")?.label.get(reader.locale).to_owned();
    let lines = cut(&flowing(text), ROOM_AIM).0;
    Some(field(label, Body::Text { blocks: vec![Block::Paragraph { lines: vec![lines] }] }))
}

fn scores(one: &Judged<'_>, reader: Reader) -> Option<Field> {
    if one.reviews.is_empty() {
        return None;
    }
    let row = |(criterion, mean): (&Criterion, &Option<crate::guidelines::Points>)| {
        let given = one.reviews.iter().map(|told| {
            let score = told.review.entry.scores.get(&criterion.key);
            cell(score.map(ToString::to_string).unwrap_or_default())
        });
        let label = format!("{} ({})", criterion.label.get(reader.locale), criterion.weight);
        [cell(label)].into_iter().chain(given).chain([cell(points(*mean, reader))]).collect()
    };
    let names = one.reviews.iter().map(|told| (told.review.reviewer_name.clone(), true));
    let totals = one.reviews.iter().map(|told| points(told.review.total, reader));
    let mean = points(one.spread.map(|spread| spread.mean), reader);
    let table = Table {
        head: head(
            [(reader.t("pack-criterion"), false)]
                .into_iter()
                .chain(names)
                .chain([(reader.t("desk-column-mean"), true)]),
        ),
        rows: one.brief.definition.rubric.criteria.iter().zip(&one.sum.criteria).map(row).collect(),
        totals: [reader.t("guidelines-total")].into_iter().chain(totals).chain([mean]).collect(),
    };
    Some(field(reader.t("pack-scores"), Body::Table(table)))
}

/// What the reviewers say to the committee, and whether it was cut.
fn comments(one: &Judged<'_>, reader: Reader) -> (Option<Field>, bool) {
    let written: Vec<_> = one.reviews.iter().filter(|told| !told.review.entry.to_committee.is_empty()).collect();
    if written.is_empty() {
        return (None, false);
    }
    let room = ROOM_COMMENTS / written.len();
    let mut any = false;
    let mut fact = |told: &&&crate::reviews::store::briefs::Told| {
        let (text, is_cut) = cut(&flowing(&told.review.entry.to_committee), room);
        any |= is_cut;
        (told.review.reviewer_name.clone(), text)
    };
    let facts = written.iter().map(&mut fact).collect();
    let mut said = field(reader.t("pack-comments"), Body::Facts { facts });
    if any {
        said.notes.push(reader.t("pack-comments-cut"));
    }
    (Some(said), any)
}

fn decision(one: &Judged<'_>, reader: Reader) -> Option<Field> {
    let made = one.decision?;
    let mut lines = vec![one.decided(reader)];
    let decided = [made.body.clone(), made.session.clone(), reader.stored_day(&made.decided_on)];
    let decided: Vec<String> = decided.into_iter().filter(|part| !part.is_empty()).collect();
    if made.outcome != Outcome::Ineligible && !decided.is_empty() {
        lines.push(decided.join(" · "));
    }
    if !made.reason.is_empty() {
        lines.push(cut(&flowing(&made.reason), ROOM_REASON).0);
    }
    Some(field(reader.t("desk-decision"), Body::Lines { lines }))
}

/// On as few lines as possible.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As many whole words as there is room for, and whether some are missing.
fn cut(text: &str, room: usize) -> (String, bool) {
    if text.chars().count() <= room {
        return (text.to_owned(), false);
    }
    let fits: String = text.chars().take(room).collect();
    let whole = fits.rsplit_once(' ').map_or(fits.as_str(), |(words, _)| words);
    (format!("{whole} …"), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("one two", 7), ("one two".to_owned(), false));
        assert_eq!(cut("one two", 6), ("one …".to_owned(), true));
        assert_eq!(cut("éééééé", 3), ("ééé …".to_owned(), true));
        assert_eq!(flowing(" one\n\n two "), "one two");
    }
}
