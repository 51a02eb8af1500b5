//! What the reviews of a call say together: its proposals side by side, how far reviewers agree, and how severe they are.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{Asked, Proposal};
use crate::{
    codes::codes,
    guidelines::{CriterionKey, Points, Rubric, Scores},
    ids::UserId,
    proposals::workflow::State,
    reviews::{
        agreement::{Metric, alpha},
        severity::{Corrected, Estimate, Observation, Unfit, corrected, enough},
        spread::Spread,
    },
};

codes! {
    /// The order of the ranking. A corrected total is none: it stands beside the mean, and orders nothing.
    Order {
        /// The highest first, as of the next ones.
        Mean = "mean",
        Median = "median",
        Gap = "gap",
        Deviation = "deviation",
        /// By the alphabet.
        Title = "title",
    }

    /// How an alpha is commonly read.
    Reading {
        Reliable = "reliable",
        Tentative = "tentative",
        Unreliable = "unreliable",
        /// Reviewers disagree more than chance would have it.
        Opposed = "opposed",
        /// There is none.
        Untold = "untold",
    }
}

/// What the reviews of a call say together.
#[derive(Clone, Debug)]
pub struct Statistics {
    pub rows: Vec<Row>,
    /// Of all reviews that count.
    pub totals: Vec<Points>,
    /// Those whose reviews count, in the places that the correction knows them by.
    pub reviewers: Vec<Reviewer>,
    pub correction: Correction,
    pub agreement: Vec<Agreement>,
    /// How many proposals have the reviews that a correction takes, where they are too few: agreement is a hint then.
    pub few: Option<usize>,
}

/// A proposal of the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub proposal: Proposal,
    /// None while no review is in.
    pub spread: Option<Spread>,
    /// Its place by the mean, whatever the order: those of the same mean have the same.
    pub place: Option<usize>,
    /// Whether its totals lie so far apart that the guidelines ask for a consensus.
    pub far_apart: bool,
    pub corrected: Option<Estimate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    pub id: UserId,
    pub name: String,
    pub reviews: usize,
}

/// The corrected totals, if there can be any.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    pub model: Result<Corrected, Unfit>,
    /// The places of reviewers whose proposals nobody else has reviewed. Nothing can be said of their severity, and their
    /// reviews are left out.
    pub alone: Vec<usize>,
}

/// How far reviewers agree on one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub criterion: CriterionKey,
    /// Proposals with two scores or more.
    pub compared: usize,
    pub ordinal: Option<f64>,
    pub interval: Option<f64>,
}

/// By habit of the field: K. Krippendorff, *Content Analysis*, 2nd edition, 2004.
const RELIABLE: f64 = 0.8;
const TENTATIVE: f64 = 0.667;

impl Reading {
    pub fn of(alpha: Option<f64>) -> Self {
        match alpha {
            None => Self::Untold,
            Some(alpha) if alpha >= RELIABLE => Self::Reliable,
            Some(alpha) if alpha >= TENTATIVE => Self::Tentative,
            Some(alpha) if alpha >= 0.0 => Self::Unreliable,
            Some(_) => Self::Opposed,
        }
    }
}

impl Statistics {
    pub fn of(proposals: &[Proposal], asked: &[Asked], rubric: &Rubric, order: Order) -> Self {
        let reckoned: Vec<&Proposal> = proposals.iter().filter(|one| one.is_reckoned()).collect();
        let places: BTreeMap<_, usize> = reckoned.iter().enumerate().map(|(place, one)| (one.id, place)).collect();
        let mut reviewers: Vec<Reviewer> = Vec::new();
        let mut observations = Vec::new();
        let mut scores: Vec<Vec<Scores>> = vec![Vec::new(); reckoned.len()];
        let mut totals: Vec<Vec<Points>> = vec![Vec::new(); reckoned.len()];
        for one in asked {
            let (Some(place), Some(total)) = (places.get(&one.proposal), one.total()) else { continue };
            // They come by reviewer.
            if reviewers.last().is_none_or(|last| last.id != one.reviewer) {
                reviewers.push(Reviewer { id: one.reviewer, name: one.name.clone(), reviews: 0 });
            }
            let reviewer = reviewers.len() - 1;
            reviewers[reviewer].reviews += 1;
            observations.push(Observation { proposal: *place, reviewer, total });
            scores[*place].push(one.scores());
            totals[*place].push(total);
        }
        let correction = Correction::of(&observations);
        let few = if let Err(Unfit::TooFew { proposals }) = enough(&observations) { Some(proposals) } else { None };
        let mut rows: Vec<Row> = reckoned
            .iter()
            .zip(&totals)
            .enumerate()
            .filter(|(_, (proposal, totals))| !totals.is_empty() || proposal.state == State::UnderReview)
            .map(|(place, (proposal, totals))| Row {
                proposal: (*proposal).clone(),
                spread: Spread::of(totals),
                place: None,
                far_apart: rubric.asks_for_consensus(totals),
                corrected: correction.of_proposal(place),
            })
            .collect();
        rank(&mut rows);
        sort(&mut rows, order);
        Self {
            rows,
            totals: totals.concat(),
            few,
            reviewers,
            correction,
            agreement: rubric.criteria.iter().map(|criterion| Agreement::on(&criterion.key, &scores)).collect(),
        }
    }
}

/// Gives each row its place by the mean.
fn rank(rows: &mut [Row]) {
    let means: Vec<Points> = rows.iter().filter_map(|row| row.spread).map(|spread| spread.mean).collect();
    for row in rows {
        row.place = row.spread.map(|spread| 1 + means.iter().filter(|mean| **mean > spread.mean).count());
    }
}

/// What has no number comes last; what is alike, by title.
fn sort(rows: &mut [Row], order: Order) {
    let number = |row: &Row| {
        let spread = row.spread?;
        match order {
            Order::Mean => Some(spread.mean),
            Order::Median => Some(spread.median),
            Order::Gap => Some(spread.gap()),
            Order::Deviation => spread.deviation,
            Order::Title => None,
        }
    };
    rows.sort_by_cached_key(|row| {
        (Reverse(number(row)), row.proposal.title_key.clone(), row.proposal.reference.clone())
    });
}

impl Correction {
    fn of(observations: &[Observation]) -> Self {
        let groups = match corrected(observations) {
            Err(Unfit::Unconnected { groups }) => groups,
            model => return Self { model, alone: Vec::new() },
        };
        let alone: Vec<usize> = groups.iter().filter(|group| group.len() == 1).flatten().copied().collect();
        let others = groups.len() - alone.len();
        if alone.is_empty() || others != 1 {
            return Self { model: Err(Unfit::Unconnected { groups }), alone: Vec::new() };
        }
        let compared = |observation: &&Observation| !alone.contains(&observation.reviewer);
        let rest: Vec<Observation> = observations.iter().filter(compared).copied().collect();
        Self { model: corrected(&rest), alone }
    }

    fn of_proposal(&self, place: usize) -> Option<Estimate> {
        self.model.as_ref().ok()?.proposals.get(&place).copied()
    }
}

impl Agreement {
    fn on(criterion: &CriterionKey, proposals: &[Vec<Scores>]) -> Self {
        let of = |reviews: &Vec<Scores>| reviews.iter().filter_map(|scores| scores.get(criterion).copied()).collect();
        let scores: Vec<Vec<u8>> = proposals.iter().map(of).collect();
        Self {
            criterion: criterion.clone(),
            compared: scores.iter().filter(|scores| scores.len() > 1).count(),
            ordinal: alpha(&scores, Metric::Ordinal),
            interval: alpha(&scores, Metric::Interval),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{asked, proposal},
        *,
    };
    use crate::{guidelines::Criterion, words::Trilingual};

    fn rubric() -> Rubric {
        let criterion = |key: &str| Criterion {
            key: key.parse().unwrap(),
            label: Trilingual::default(),
            help: Trilingual::default(),
            weight: 50,
        };
        Rubric {
            criteria: ["relevance", "results"].map(criterion).to_vec(),
            scale: vec![Trilingual::default(); 6],
            least_reviews: 2,
            recommended_from: 60,
            least_score: 2,
            consensus_gap: 20,
        }
    }

    fn under_review(count: u32) -> Vec<Proposal> {
        (1..=count).map(|n| proposal(n, State::UnderReview)).collect()
    }

    /// As the store gives them.
    fn by_reviewer(mut all: Vec<Asked>) -> Vec<Asked> {
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all
    }

    fn of(proposals: &[Proposal], asked: Vec<Asked>, order: Order) -> Statistics {
        Statistics::of(proposals, &by_reviewer(asked), &rubric(), order)
    }

    fn order_of(statistics: &Statistics) -> Vec<String> {
        statistics.rows.iter().map(|row| row.proposal.reference.to_string()).collect()
    }

    #[test]
    fn proposals_stand_in_the_order_asked_for_and_keep_their_place_by_the_mean() {
        // Means 70, 70, 60; medians 70, 80, 60; gaps 0, 40, 0.
        let reviews = || {
            let of = |proposal, totals: &[i32]| -> Vec<Asked> {
                totals.iter().zip(1..).map(|(total, reviewer)| asked(proposal, reviewer, Some(*total))).collect()
            };
            [of(1, &[70, 70, 70]), of(2, &[45, 80, 85]), of(3, &[60])].concat()
        };
        let mut all = under_review(5);
        all[4].state = State::Submitted;
        let by = |order| order_of(&of(&all, reviews(), order));
        let references = |numbers: [u32; 4]| numbers.map(|n| format!("MI-2014-{n:03}")).to_vec();
        assert_eq!(by(Order::Mean), references([1, 2, 3, 4]), "the fourth has none, the fifth is not reviewed yet");
        assert_eq!(by(Order::Median), references([2, 1, 3, 4]));
        assert_eq!(by(Order::Gap), references([2, 1, 3, 4]));
        assert_eq!(by(Order::Deviation), references([2, 1, 3, 4]));
        assert_eq!(by(Order::Title), references([1, 2, 3, 4]));
        let rows = of(&all, reviews(), Order::Gap).rows;
        assert_eq!(rows.iter().map(|row| row.place).collect::<Vec<_>>(), [Some(1), Some(1), Some(3), None]);
        assert_eq!(rows.iter().map(|row| row.far_apart).collect::<Vec<_>>(), [true, false, false, false]);
        assert_eq!(rows[0].spread.unwrap().gap().to_string(), "40");
    }

    #[test]
    fn reviews_of_withdrawn_proposals_compare_nothing() {
        let mut all = under_review(2);
        all[1].state = State::Withdrawn;
        let statistics = of(&all, vec![asked(1, 1, Some(70)), asked(2, 1, Some(10))], Order::Mean);
        assert_eq!((statistics.rows.len(), statistics.totals.len()), (1, 1));
        assert_eq!(statistics.reviewers[0].reviews, 1);
    }

    /// Ten proposals, each reviewed by three: the first always gives ten less than the second, the third ten more.
    fn three_for_ten() -> Vec<Asked> {
        let of = |n: u32| {
            let middle = 40 + 2 * i32::try_from(n).unwrap();
            [(1, -10), (2, 0), (3, 10)].map(|(reviewer, more)| asked(n, reviewer, Some(middle + more)))
        };
        (1..=10).flat_map(of).collect()
    }

    #[test]
    fn a_corrected_total_stands_beside_the_mean_from_ten_proposals_with_three_reviews_on() {
        let all = under_review(11);
        // The eleventh was read by the severe one alone: 50 from her are 60 from the average.
        let mut reviews = three_for_ten();
        reviews.push(asked(11, 1, Some(50)));
        let statistics = of(&all, reviews, Order::Mean);
        let eleventh = statistics.rows.iter().find(|row| row.proposal.title == "Proposal 11").unwrap();
        assert_eq!(eleventh.spread.unwrap().mean.to_string(), "50");
        assert!((eleventh.corrected.unwrap().value - 60.0).abs() < 1e-9);
        let model = statistics.correction.model.unwrap();
        for (place, effect) in [(0, -10.0), (1, 0.0), (2, 10.0)] {
            assert!((model.reviewers[&place].value - effect).abs() < 1e-9, "{place}");
        }
        assert_eq!(statistics.few, None);
        let few: Vec<Asked> = three_for_ten().into_iter().skip(3).collect();
        let statistics = of(&all, few, Order::Mean);
        assert_eq!(statistics.few, Some(9), "and agreement rests on few");
        assert_eq!(statistics.correction.model, Err(Unfit::TooFew { proposals: 9 }));
        assert!(statistics.rows.iter().all(|row| row.corrected.is_none()));
    }

    #[test]
    fn who_reviewed_alone_is_left_out_of_the_correction() {
        let mut reviews = three_for_ten();
        reviews.push(asked(11, 4, Some(90)));
        let statistics = of(&under_review(11), reviews.clone(), Order::Mean);
        assert_eq!(statistics.correction.alone, [3]);
        assert!(statistics.correction.model.is_ok());
        let eleventh = &statistics.rows[0];
        assert_eq!((eleventh.proposal.title.as_str(), eleventh.corrected), ("Proposal 11", None));
        // With a second proposal between two of them, they are a group of their own.
        reviews.push(asked(11, 5, Some(80)));
        let model = of(&under_review(11), reviews, Order::Mean).correction.model;
        assert_eq!(model, Err(Unfit::Unconnected { groups: vec![vec![0, 1, 2], vec![3, 4]] }));
    }

    #[test]
    fn agreement_is_told_of_each_criterion() {
        let scored = |proposal, reviewer, relevance: u8, results: u8| Asked {
            scores: Some(serde_json::json!({ "relevance": relevance, "results": results })),
            ..asked(proposal, reviewer, Some(60))
        };
        let reviews =
            vec![scored(1, 1, 1, 1), scored(1, 2, 1, 4), scored(2, 1, 4, 4), scored(2, 2, 4, 1), scored(3, 1, 2, 2)];
        let agreement = of(&under_review(3), reviews, Order::Mean).agreement;
        assert_eq!((agreement[0].compared, agreement[0].ordinal), (2, Some(1.0)), "a single score compares nothing");
        // Observed: twice 2 · 9; expected: 2 · 2 · 2 · 9 / 3.
        assert!((agreement[1].interval.unwrap() + 0.5).abs() < 1e-9);
        assert_eq!(Reading::of(agreement[0].ordinal), Reading::Reliable);
        assert_eq!(Reading::of(agreement[1].interval), Reading::Opposed);
        for (alpha, reading) in [(0.7, Reading::Tentative), (0.66, Reading::Unreliable), (0.0, Reading::Unreliable)] {
            assert_eq!(Reading::of(Some(alpha)), reading, "{alpha}");
        }
        assert_eq!(Reading::of(None), Reading::Untold);
    }
}
