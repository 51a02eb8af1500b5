//! What a review holds, when it is complete, and what several of them say together. Exact: nothing here is rounded before it
//! is compared.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    clock::Moment,
    codes::codes,
    guidelines::{Criterion, CriterionKey, Points, Rubric, Scores},
    ids::{SubmissionId, UserId},
    words::Locale,
};

codes! {
    /// The reviewer's own decision, at the end of a review.
    Recommendation {
        Approve = "approve",
        ApproveWithChanges = "approve_with_changes",
        DoNotSelect = "do_not_select",
    }

    /// How sure the reviewer is of the own judgement.
    Confidence {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

/// The themes that have a mark.
pub const THEMES: [&str; 4] = ["governance", "social_inclusion", "urban_innovation", "sustainability"];

/// The longest remark on a criterion, in characters.
pub const MOST_REMARK: usize = 2_000;
/// The longest comment at the end of a review, in characters.
pub const MOST_COMMENT: usize = 8_000;

/// What a reviewer has written, however incomplete.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub scores: Scores,
    /// By criterion; none is empty.
    pub remarks: BTreeMap<CriterionKey, String>,
    pub to_committee: String,
    pub to_applicant: String,
    pub recommendation: Option<Recommendation>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
}

/// What lies beside a review that is in, or that was begun on an earlier submission, until it is handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    #[serde(flatten)]
    pub entry: Entry,
    /// The submission that was read beside it; none where nobody remembers.
    #[serde(default)]
    pub submission: Option<SubmissionId>,
    /// The scores that are said to hold for it as they held for an earlier one.
    #[serde(default)]
    pub confirmed: BTreeSet<CriterionKey>,
    /// The scores as they stood when it came: given to an earlier one, handed in or not.
    #[serde(default)]
    pub before: Scores,
}

/// A review as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub reviewer: UserId,
    pub reviewer_name: String,
    pub entry: Entry,
    /// What is being written over it since it is in, or since a newer submission came.
    pub draft: Option<Draft>,
    /// The weighted total, once it is in.
    pub total: Option<Points>,
    /// The submission that it judges, or on which it was begun.
    pub submission: Option<SubmissionId>,
    pub version: i32,
    pub updated_at: Moment,
    pub submitted_at: Option<Moment>,
}

impl Review {
    pub fn is_in(&self) -> bool {
        self.submitted_at.is_some()
    }

    /// Whether it judged, or was begun on, another submission than this one.
    pub fn judged_other_than(&self, last: Option<SubmissionId>) -> bool {
        self.submission.is_some() && self.submission != last
    }

    /// What its reviewer wrote last, handed in or not.
    pub fn latest(&self) -> &Entry {
        self.draft.as_ref().map_or(&self.entry, |draft| &draft.entry)
    }

    /// The scores that were given to an earlier submission than this one, each to be changed or confirmed; none where it was all
    /// written on this one.
    pub fn to_renew(&self, last: Option<SubmissionId>) -> Option<&Scores> {
        self.judged_other_than(last).then_some(match &self.draft {
            None => &self.entry.scores,
            Some(draft) if draft.submission == last => &draft.before,
            Some(draft) => &draft.entry.scores,
        })
    }

    /// The scores that its reviewer has confirmed for this submission.
    pub fn confirmed_for(&self, last: Option<SubmissionId>) -> BTreeSet<CriterionKey> {
        let draft = self.draft.as_ref().filter(|draft| draft.submission == last);
        draft.map(|draft| draft.confirmed.clone()).unwrap_or_default()
    }

    /// Whether a draft that is written on this submission lies beside it: what is in counts, and what was written on an earlier
    /// submission tells what has changed since.
    pub fn is_kept_beside(&self, read: Option<SubmissionId>) -> bool {
        self.is_in() || self.draft.is_some() || self.judged_other_than(read)
    }

    /// What lies beside it when this is saved, written on this submission.
    pub fn drafted(&self, entry: &Entry, read: Option<SubmissionId>, confirmed: &BTreeSet<CriterionKey>) -> Draft {
        let before = self.to_renew(read).cloned().unwrap_or_default();
        Draft { entry: entry.clone(), submission: read, confirmed: confirmed.clone(), before }
    }
}

/// A reviewer, with how much there is to do already.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Reviewer {
    pub id: UserId,
    pub name: String,
    /// Reviews asked for and not in, of proposals that are submitted or under review.
    pub open: i64,
}

/// What is known of a reviewer for assigning proposals. Empty where nobody has said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// In which they can judge a proposal.
    pub languages: Vec<Locale>,
    /// Codes of the themes that they know best.
    pub themes: Vec<String>,
    /// Where they work: it tells conflicts of interest.
    pub organisation: String,
    pub city: String,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// The most proposals of one call that they take.
    pub most: Option<u32>,
    /// 0 where nothing is kept.
    pub version: i32,
}

/// What a review lacks to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Score(CriterionKey),
    ToCommittee,
    Recommendation,
    Confidence,
}

/// What is missing, in the order of the form.
pub fn missing(rubric: &Rubric, entry: &Entry) -> Vec<Missing> {
    let unscored = |criterion: &&Criterion| !entry.scores.contains_key(&criterion.key);
    let mut missing: Vec<Missing> =
        rubric.criteria.iter().filter(unscored).map(|criterion| Missing::Score(criterion.key.clone())).collect();
    if entry.to_committee.trim().is_empty() {
        missing.push(Missing::ToCommittee);
    }
    if entry.recommendation.is_none() {
        missing.push(Missing::Recommendation);
    }
    if entry.confidence.is_none() {
        missing.push(Missing::Confidence);
    }
    missing
}

/// The scores that were given to an earlier submission and are neither changed nor confirmed for the last one, in the order of
/// the form.
pub fn unconfirmed(
    rubric: &Rubric,
    before: &Scores,
    now: &Entry,
    confirmed: &BTreeSet<CriterionKey>,
) -> Vec<CriterionKey> {
    let stays = |key: &&CriterionKey| {
        let given = before.get(*key);
        given.is_some() && given == now.scores.get(*key) && !confirmed.contains(*key)
    };
    rubric.criteria.iter().map(|criterion| &criterion.key).filter(stays).cloned().collect()
}

/// Whether everything in it can be kept: known criteria, scores of the scale, texts of a bearable length.
pub fn is_sound(rubric: &Rubric, entry: &Entry) -> bool {
    let is_short = |text: &str, most: usize| text.chars().count() <= most;
    entry.scores.iter().all(|(key, score)| rubric.criterion(key.as_str()).is_some() && *score <= rubric.highest_score())
        && entry
            .remarks
            .iter()
            .all(|(key, text)| rubric.criterion(key.as_str()).is_some() && is_short(text, MOST_REMARK))
        && [&entry.to_committee, &entry.to_applicant].into_iter().all(|text| is_short(text, MOST_COMMENT))
}

/// What the reviews of one proposal say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How many reviews are counted.
    pub reviews: usize,
    pub mean: Option<Points>,
    /// Of each criterion, in the order of the rubric; of `highest_score`, not of 100.
    pub criteria: Vec<Option<Points>>,
    /// Between the highest and the lowest total.
    pub gap: Option<Points>,
    pub asks_for_consensus: bool,
    /// None while there are fewer reviews than the rubric asks for.
    pub recommended: Option<bool>,
}

/// Adds up the scores of complete reviews. Recommended is what reaches the threshold on average, with no criterion below the
/// least score on average.
pub fn totals(rubric: &Rubric, reviews: &[Scores]) -> Totals {
    let totals: Vec<Points> = reviews.iter().filter_map(|scores| rubric.total(scores)).collect();
    let count = totals.len();
    let of = |criterion: &Criterion| -> Vec<Points> {
        let scores = reviews.iter().filter_map(|scores| scores.get(&criterion.key));
        scores.map(|score| Points::from_hundredths(u32::from(*score) * 100)).collect()
    };
    let each: Vec<Vec<Points>> = rubric.criteria.iter().map(of).collect();
    let enough = u32::try_from(count).is_ok_and(|count| count >= rubric.least_reviews && count > 0);
    let reaches =
        reach(&totals, rubric.recommended_from) && each.iter().all(|scores| reach(scores, rubric.least_score));
    Totals {
        reviews: count,
        mean: Points::mean(&totals),
        criteria: each.iter().map(|scores| Points::mean(scores)).collect(),
        gap: totals.iter().max().zip(totals.iter().min()).map(|(most, least)| most.gap(*least)),
        asks_for_consensus: rubric.asks_for_consensus(&totals),
        recommended: enough.then_some(reaches),
    }
}

/// Whether the mean is at least `least`, compared before it is rounded.
fn reach(values: &[Points], least: u32) -> bool {
    let sum: u64 = values.iter().map(|points| u64::from(points.hundredths())).sum();
    u64::try_from(values.len()).is_ok_and(|count| sum >= u64::from(least) * 100 * count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Trilingual;

    fn rubric() -> Rubric {
        let criterion = |(key, weight): (&str, u32)| Criterion {
            key: key.parse().unwrap(),
            label: Trilingual::default(),
            help: Trilingual::default(),
            weight,
        };
        Rubric {
            criteria: [("relevance", 60), ("results", 40)].map(criterion).to_vec(),
            scale: vec![Trilingual::default(); 6],
            least_reviews: 2,
            recommended_from: 60,
            least_score: 2,
            consensus_gap: 20,
        }
    }

    fn scores(relevance: u8, results: u8) -> Scores {
        [("relevance".parse().unwrap(), relevance), ("results".parse().unwrap(), results)].into()
    }

    #[test]
    fn a_review_is_complete_with_all_scores_a_word_to_the_committee_and_a_recommendation() {
        let mut entry = Entry { scores: scores(4, 4), ..Entry::default() };
        assert_eq!(missing(&rubric(), &entry), [Missing::ToCommittee, Missing::Recommendation, Missing::Confidence]);
        entry.to_committee = "Convincing.".to_owned();
        entry.recommendation = Some(Recommendation::Approve);
        entry.confidence = Some(Confidence::High);
        assert_eq!(missing(&rubric(), &entry), []);
        entry.scores.remove("results");
        assert_eq!(missing(&rubric(), &entry), [Missing::Score("results".parse().unwrap())]);
    }

    #[test]
    fn a_score_of_an_earlier_submission_is_changed_or_confirmed() {
        let of = |relevance, results| Entry { scores: scores(relevance, results), ..Entry::default() };
        let unconfirmed = |now: &Entry, confirmed: &[&str]| {
            let confirmed = confirmed.iter().map(|key| key.parse().unwrap()).collect();
            unconfirmed(&rubric(), &scores(3, 3), now, &confirmed).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(unconfirmed(&of(3, 3), &[]), ["relevance", "results"]);
        assert_eq!(unconfirmed(&of(3, 4), &[]), ["relevance"]);
        assert_eq!(unconfirmed(&of(3, 4), &["relevance"]), [""; 0]);
        // What was not scored before needs no confirmation.
        assert!(super::unconfirmed(&rubric(), &Scores::new(), &of(3, 4), &BTreeSet::new()).is_empty());
    }

    #[test]
    fn what_was_written_on_an_earlier_submission_is_to_be_renewed_however_it_was_kept() {
        let id = |number: u128| Some(SubmissionId(uuid::Uuid::from_u128(number)));
        let of = |relevance, results| Entry { scores: scores(relevance, results), ..Entry::default() };
        let mut review = Review {
            reviewer: UserId(uuid::Uuid::nil()),
            reviewer_name: String::new(),
            entry: of(4, 4),
            draft: None,
            total: None,
            submission: id(1),
            version: 1,
            updated_at: Moment::from_millis(0),
            submitted_at: None,
        };
        let none = BTreeSet::new();
        assert_eq!(review.to_renew(id(1)), None);
        assert!(!review.is_kept_beside(id(1)) && review.is_kept_beside(id(2)));
        assert_eq!(review.to_renew(id(2)), Some(&scores(4, 4)));

        // A score that was changed before the second came was given to the first as well.
        review.draft = Some(review.drafted(&of(3, 4), id(1), &none));
        assert_eq!(review.to_renew(id(2)), Some(&scores(3, 4)));
        let confirmed = BTreeSet::from(["relevance".parse().unwrap()]);
        review.draft = Some(review.drafted(&of(3, 5), id(2), &confirmed));
        assert_eq!(review.to_renew(id(2)), Some(&scores(3, 4)), "what was saved for the second changes nothing");
        review.draft = Some(review.drafted(&of(3, 5), id(2), &confirmed));
        assert_eq!(review.to_renew(id(2)), Some(&scores(3, 4)), "nor does it when it is saved again");
        assert_eq!(review.confirmed_for(id(2)), confirmed);
        assert_eq!((review.to_renew(id(3)), review.confirmed_for(id(3))), (Some(&scores(3, 5)), none));
    }

    #[test]
    fn a_draft_is_read_as_it_was_kept_before_it_remembered_its_submission() {
        let entry = Entry { scores: scores(3, 4), to_committee: "So far.".to_owned(), ..Entry::default() };
        let kept = serde_json::to_value(&entry).unwrap();
        assert_eq!(serde_json::from_value::<Draft>(kept).unwrap(), Draft { entry, ..Draft::default() });
        let submission = Some(SubmissionId(uuid::Uuid::from_u128(1)));
        let confirmed = BTreeSet::from(["results".parse().unwrap()]);
        let draft = Draft { submission, confirmed, before: scores(3, 3), ..Draft::default() };
        assert_eq!(serde_json::from_value::<Draft>(serde_json::to_value(&draft).unwrap()).unwrap(), draft);
    }

    #[test]
    fn what_no_form_sends_is_not_kept() {
        let sound = |entry: Entry| is_sound(&rubric(), &entry);
        assert!(sound(Entry::default()));
        assert!(sound(Entry { scores: scores(0, 5), ..Entry::default() }));
        assert!(!sound(Entry { scores: scores(0, 6), ..Entry::default() }));
        assert!(!sound(Entry { scores: [("other".parse().unwrap(), 1)].into(), ..Entry::default() }));
        assert!(!sound(Entry { to_applicant: "a".repeat(MOST_COMMENT + 1), ..Entry::default() }));
    }

    #[test]
    fn totals_are_exact() {
        let of = |reviews: &[Scores]| totals(&rubric(), reviews);
        let none = of(&[]);
        assert_eq!((none.mean, none.gap, none.recommended), (None, None, None));
        let two = of(&[scores(5, 4), scores(3, 3)]);
        assert_eq!(two.mean.unwrap().to_string(), "76");
        assert_eq!(two.criteria[0].unwrap().to_string(), "4");
        assert_eq!(two.criteria[1].unwrap().to_string(), "3.5");
        assert_eq!(two.gap.unwrap().to_string(), "32");
        assert!(two.asks_for_consensus);
        assert_eq!(two.recommended, Some(true));
    }

    #[test]
    fn a_mean_just_below_the_threshold_is_below_it() {
        // 60, 60 and 59.99…: (2 · 60 + 52) / 3
        let three = totals(&rubric(), &[scores(3, 3), scores(3, 3), scores(3, 2)]);
        assert_eq!(three.mean.unwrap().to_string(), "57.33");
        assert_eq!(three.recommended, Some(false));
        assert_eq!(totals(&rubric(), &[scores(3, 3), scores(3, 3)]).recommended, Some(true));
    }

    #[test]
    fn one_weak_criterion_prevents_a_recommendation_and_one_review_is_not_enough() {
        assert_eq!(totals(&rubric(), &[scores(5, 1), scores(5, 2)]).recommended, Some(false));
        assert_eq!(totals(&rubric(), &[scores(5, 5)]).recommended, None);
    }
}
