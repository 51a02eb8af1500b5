//! Reviews as they are read, and what they say together.

use std::collections::BTreeSet;

use super::Reader;
use crate::{
    entity::submission,
    guidelines::{Criterion, Points, Rubric, Scores},
    ids::UserId,
    reviews::rules::{Review, totals},
};

/// A review that is in.
pub struct ReviewShown {
    pub who: String,
    pub when: String,
    pub iso: String,
    pub total: String,
    pub recommendation: String,
    /// How sure the reviewer is, where they said so.
    pub confidence: Option<String>,
    /// Whether it reaches the threshold of the guidelines by itself.
    pub reaches: bool,
    /// False for one whose reviewer was relieved: it is not counted.
    pub counted: bool,
    pub scores: Vec<ScoreShown>,
    pub to_committee: String,
    pub to_applicant: String,
    /// Said where it judges an earlier submission than the last.
    pub judged: Option<String>,
}

/// A score with what it means.
pub struct ScoreShown {
    pub criterion: String,
    pub score: String,
    pub meaning: String,
    pub remark: Option<String>,
}

impl ReviewShown {
    pub fn of(
        review: &Review,
        rubric: &Rubric,
        submissions: &[submission::Model],
        counted: bool,
        reader: Reader,
    ) -> Self {
        let at = review.submitted_at.unwrap_or(review.updated_at);
        let recommendation = review.entry.recommendation.map_or("", |given| given.code());
        Self {
            who: review.reviewer_name.clone(),
            when: reader.instant(at),
            iso: at.iso(),
            total: shown(review.total, reader),
            recommendation: match recommendation {
                "" => reader.t("desk-none"),
                code => reader.t(&format!("reviews-recommendation-{code}")),
            },
            confidence: review.entry.confidence.map(|given| {
                let said = reader.t(&format!("reviews-confidence-{}", given.code()));
                reader.locale.pair(reader.t("reviews-confidence-short"), said)
            }),
            reaches: rubric.recommends(&review.entry.scores) == Some(true),
            counted,
            scores: rubric.criteria.iter().map(|criterion| score(criterion, rubric, review, reader)).collect(),
            to_committee: review.entry.to_committee.clone(),
            to_applicant: review.entry.to_applicant.clone(),
            judged: judged(review, submissions, reader),
        }
    }

    /// The same with its place among the reviews instead of a name that its reader must not know.
    pub fn numbered(mut self, place: usize, reader: Reader) -> Self {
        if self.who.is_empty() {
            self.who = reader.locale.tr("visibility-reviewer", &[("n", place.to_string().into())]);
        }
        self
    }
}

fn score(criterion: &Criterion, rubric: &Rubric, review: &Review, reader: Reader) -> ScoreShown {
    let given = review.entry.scores.get(&criterion.key);
    let meaning = given.and_then(|score| rubric.scale.get(usize::from(*score)));
    ScoreShown {
        criterion: criterion.label.get(reader.locale).to_owned(),
        score: given.map_or_else(|| reader.t("desk-none"), ToString::to_string),
        meaning: meaning.map_or("", |meaning| meaning.get(reader.locale)).to_owned(),
        remark: review.entry.remarks.get(&criterion.key).cloned(),
    }
}

/// Which submission it judges, if another came since.
fn judged(review: &Review, submissions: &[submission::Model], reader: Reader) -> Option<String> {
    let last = submissions.last()?;
    let judged = submissions.iter().find(|row| Some(row.id) == review.submission)?;
    (judged.id != last.id).then(|| {
        reader.locale.tr("reviews-judged-earlier", &[("n", judged.number.into()), ("last", last.number.into())])
    })
}

fn shown(points: Option<Points>, reader: Reader) -> String {
    points.map_or_else(|| reader.t("desk-none"), |points| points.show(reader.locale))
}

/// What the counted reviews say together: a table, and sentences.
pub struct TotalsShown {
    pub reviewers: Vec<String>,
    pub rows: Vec<TotalsRow>,
    /// The weighted total of each, and at last their mean.
    pub totals: Vec<String>,
    pub mean: String,
    /// Whether they recommend it, as a sentence.
    pub verdict: String,
    /// `success`, `warning` or `info`.
    pub verdict_kind: &'static str,
    /// Said where the totals lie far apart.
    pub consensus: Option<String>,
}

/// A criterion with the scores that it was given.
pub struct TotalsRow {
    pub criterion: String,
    pub weight: u32,
    pub scores: Vec<String>,
    pub mean: String,
    /// Below the least that is recommended.
    pub weak: bool,
}

impl TotalsShown {
    /// Of the reviews by those who are not relieved; none while there is no review.
    pub fn of(rubric: &Rubric, reviews: &[Review], counted: &BTreeSet<UserId>, reader: Reader) -> Option<Self> {
        let reviews: Vec<&Review> = reviews.iter().filter(|review| counted.contains(&review.reviewer)).collect();
        let scores: Vec<Scores> = reviews.iter().map(|review| review.entry.scores.clone()).collect();
        let sum = totals(rubric, &scores);
        if sum.reviews == 0 {
            return None;
        }
        let gap = shown(sum.gap, reader);
        let (verdict, verdict_kind) = match sum.recommended {
            Some(true) => ("desk-verdict-recommended", "success"),
            Some(false) => ("desk-verdict-not", "warning"),
            None => ("desk-verdict-few", "info"),
        };
        let row = |(criterion, mean): (&Criterion, &Option<Points>)| TotalsRow {
            criterion: criterion.label.get(reader.locale).to_owned(),
            weight: criterion.weight,
            scores: scores
                .iter()
                .map(|of| of.get(&criterion.key).map(ToString::to_string).unwrap_or_default())
                .collect(),
            mean: shown(*mean, reader),
            weak: mean.is_some_and(|mean| mean.hundredths() < rubric.least_score * 100),
        };
        Some(Self {
            reviewers: reviews.iter().map(|review| review.reviewer_name.clone()).collect(),
            rows: rubric.criteria.iter().zip(&sum.criteria).map(row).collect(),
            totals: reviews.iter().map(|review| shown(review.total, reader)).collect(),
            mean: shown(sum.mean, reader),
            verdict: reader.locale.tr(
                verdict,
                &[
                    ("from", rubric.recommended_from.into()),
                    ("least", rubric.least_score.into()),
                    ("reviews", rubric.least_reviews.into()),
                ],
            ),
            verdict_kind,
            consensus: sum.asks_for_consensus.then(|| {
                reader.locale.tr("desk-consensus", &[("gap", gap.into()), ("most", rubric.consensus_gap.into())])
            }),
        })
    }
}
