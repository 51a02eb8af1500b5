//! The rows of exports, made of what their reader may know of each proposal. The columns are described in docs/exports.md.

use crate::{
    entity::decision,
    guidelines::{Audience, Criterion, Definition},
    proposals::Deed,
    reviews::{
        exporting::{Cell, Export, Format, Record, What},
        store::briefs::{Brief, Told},
    },
};

/// The names of the columns. Where one call was chosen, each question of its guidelines is a column of its own in the tables; in
/// JSON all answers are one object.
pub fn columns(export: Export, asked: Option<&Definition>) -> Vec<String> {
    let named: &[&str] = match export.what {
        What::Proposals => &PROPOSALS,
        What::Reviews => &REVIEWS,
        What::Scores => &SCORES,
        What::Decisions => &DECISIONS,
    };
    let mut columns: Vec<String> = named.iter().map(|name| (*name).to_owned()).collect();
    match (export.what, export.format, asked) {
        (What::Proposals, Format::Json, _) => columns.push("answers".to_owned()),
        (What::Proposals, _, Some(definition)) => {
            columns.extend(definition.fields().map(|field| format!("answer_{}", field.key)));
        }
        _ => {}
    }
    columns
}

/// The rows of one proposal.
pub fn records(brief: &Brief, export: Export, asked: Option<&Definition>) -> Vec<Record> {
    match export.what {
        What::Proposals => vec![proposal(brief, export.format, asked)],
        What::Reviews => numbered(&brief.reviews).map(|(number, told)| review(brief, number, told)).collect(),
        What::Scores => numbered(&brief.reviews).flat_map(|(number, told)| scores(brief, number, told)).collect(),
        What::Decisions => brief.decisions.iter().map(|made| decision(brief, made)).collect(),
    }
}

const PROPOSALS: [&str; 24] = [
    "reference",
    "call",
    "state",
    "state_since",
    "title",
    "short_title",
    "theme",
    "language",
    "country",
    "lead",
    "lead_kind",
    "lead_city",
    "total_eur",
    "submission",
    "submitted_at",
    "reviews_asked",
    "reviews_in",
    "mean",
    "gap",
    "decision",
    "decision_published",
    "example",
    "created_at",
    "updated_at",
];

fn proposal(brief: &Brief, format: Format, asked: Option<&Definition>) -> Record {
    let (row, case) = (&brief.case.proposal, &brief.case);
    let (facts, knows) = (&case.standing.facts, case.reads_as() == Audience::Inside);
    let is_secretariat = case.standing.roles.secretariat;
    let counts = is_secretariat || case.may(Deed::ReadReviews).is_yes();
    let told = |is: bool, cell: Cell| if is { cell } else { Cell::Nothing };
    let count = |count: i32| told(counts, Cell::Number(count.into()));
    let points = |hundredths: i32| told(is_secretariat, Cell::hundredths(hundredths));
    let decision = facts.decision.filter(|_| is_secretariat || facts.decision_published);
    let answers = brief.answers();
    let mut record = vec![
        Cell::text(row.reference.as_str()),
        Cell::text(case.call.slug.as_str()),
        Cell::text(row.state.code()),
        Cell::At(row.state_since),
        Cell::text(row.title.as_str()),
        Cell::text(row.short_title.as_str()),
        Cell::text(row.theme.as_str()),
        Cell::text(row.language.tag()),
        Cell::text(row.country.as_str()),
        Cell::text(case.organisation.name.as_str()),
        told(knows, Cell::text(case.organisation.kind.code())),
        Cell::text(case.organisation.city.as_str()),
        Cell::or_nothing(answers.money("total_eur"), Cell::Money),
        Cell::or_nothing(brief.submitted.as_ref(), |text| Cell::Number(text.number.into())),
        Cell::or_nothing(brief.submitted.as_ref(), |text| Cell::At(text.submitted_at)),
        count(row.reviews_asked),
        count(row.reviews_in),
        points(row.reviews_mean),
        points(row.reviews_gap),
        Cell::or_nothing(decision, |outcome| Cell::text(outcome.code())),
        Cell::or_nothing(decision, |_| Cell::Is(facts.decision_published)),
        Cell::Is(row.example),
        Cell::At(row.created_at),
        Cell::At(row.updated_at),
    ];
    match (format, asked) {
        (Format::Json, _) => record.push(Cell::Object(brief.definition.taken(&answers, case.reads_as()))),
        (_, Some(definition)) => record.extend(definition.plain(&answers, case.reads_as()).into_iter().map(Cell::from)),
        (_, None) => {}
    }
    record
}

/// A review has a number within its proposal, so that its scores belong together where its reviewer is not told.
fn numbered(reviews: &[Told]) -> impl Iterator<Item = (i64, &Told)> {
    (1..).zip(reviews)
}

/// What stands before the own columns of a review's rows.
fn of_review(brief: &Brief, number: i64, told: &Told) -> Record {
    vec![
        Cell::text(brief.case.proposal.reference.as_str()),
        Cell::text(brief.case.call.slug.as_str()),
        Cell::Number(number),
        Cell::text(told.review.reviewer_name.as_str()),
        Cell::Is(told.own),
        Cell::or_nothing(told.counted, Cell::Is),
    ]
}

const REVIEWS: [&str; 14] = [
    "reference",
    "call",
    "review",
    "reviewer",
    "own",
    "counted",
    "title",
    "submission",
    "total",
    "recommendation",
    "confidence",
    "to_committee",
    "to_applicant",
    "submitted_at",
];

fn review(brief: &Brief, number: i64, told: &Told) -> Record {
    let entry = &told.review.entry;
    let mut record = of_review(brief, number, told);
    record.extend([
        Cell::text(brief.case.proposal.title.as_str()),
        Cell::or_nothing(told.judged, |number| Cell::Number(number.into())),
        Cell::or_nothing(told.review.total, Cell::Points),
        Cell::or_nothing(entry.recommendation, |given| Cell::text(given.code())),
        Cell::or_nothing(entry.confidence, |given| Cell::text(given.code())),
        Cell::text(entry.to_committee.as_str()),
        Cell::text(entry.to_applicant.as_str()),
        Cell::or_nothing(told.review.submitted_at, Cell::At),
    ]);
    record
}

const SCORES: [&str; 10] =
    ["reference", "call", "review", "reviewer", "own", "counted", "criterion", "weight", "score", "remark"];

fn scores(brief: &Brief, number: i64, told: &Told) -> Vec<Record> {
    let entry = &told.review.entry;
    let score = |criterion: &Criterion| {
        let mut record = of_review(brief, number, told);
        record.extend([
            Cell::text(criterion.key.as_str()),
            Cell::Number(criterion.weight.into()),
            Cell::or_nothing(entry.scores.get(&criterion.key), |score| Cell::Number((*score).into())),
            Cell::or_nothing(entry.remarks.get(&criterion.key), Cell::text),
        ]);
        record
    };
    brief.definition.rubric.criteria.iter().map(score).collect()
}

const DECISIONS: [&str; 13] = [
    "reference",
    "call",
    "title",
    "outcome",
    "body",
    "session",
    "decided_on",
    "minute_reference",
    "reason",
    "message",
    "registered_at",
    "published_at",
    "revised_at",
];

fn decision(brief: &Brief, made: &decision::Model) -> Record {
    vec![
        Cell::text(brief.case.proposal.reference.as_str()),
        Cell::text(brief.case.call.slug.as_str()),
        Cell::text(brief.case.proposal.title.as_str()),
        Cell::text(made.outcome.code()),
        Cell::text(made.body.as_str()),
        Cell::text(made.session.as_str()),
        Cell::text(made.decided_on.as_str()),
        Cell::text(made.minute_reference.as_str()),
        Cell::text(made.reason.as_str()),
        Cell::text(made.message.as_str()),
        Cell::At(made.registered_at),
        Cell::or_nothing(made.published_at, Cell::At),
        Cell::or_nothing(made.revised_at, Cell::At),
    ]
}
