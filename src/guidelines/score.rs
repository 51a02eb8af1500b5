//! Scores of a review, weighed exactly.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use crate::words::Locale;

use super::{
    definition::{Criterion, Rubric},
    keys::CriterionKey,
};

/// The scores of one review, by criterion.
pub type Scores = BTreeMap<CriterionKey, u8>;

/// Points out of 100, in hundredths, so that no total is ever rounded by a floating-point number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(u32);

impl Points {
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The mean of several totals, to the nearest hundredth, a half upwards; none of none.
    pub fn mean(totals: &[Self]) -> Option<Self> {
        let count = u64::try_from(totals.len()).ok().filter(|count| *count > 0)?;
        let sum: u64 = totals.iter().map(|points| u64::from(points.0)).sum();
        u32::try_from((2 * sum + count) / (2 * count)).ok().map(Self)
    }

    /// How far apart two totals are.
    pub const fn gap(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }

    /// `72.4`, `72,4`; at most two decimals.
    pub fn show(self, locale: Locale) -> String {
        let plain = self.to_string();
        if locale == Locale::En { plain } else { plain.replace('.', ",") }
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// The weighted total of a review whose criteria are scored from 0 to `highest`; none while a criterion has no score, or
/// one that is out of range. With the weights of 2014 each total is a whole number of fifths, so it is exact.
pub fn weighted_total(criteria: &[Criterion], scores: &Scores, highest: u8) -> Option<Points> {
    if highest == 0 {
        return None;
    }
    let weighed = criteria
        .iter()
        .map(|criterion| {
            let score = *scores.get(&criterion.key).filter(|score| **score <= highest)?;
            Some(u64::from(criterion.weight) * u64::from(score))
        })
        .sum::<Option<u64>>()?;
    let highest = u64::from(highest);
    u32::try_from((200 * weighed + highest) / (2 * highest)).ok().map(Points)
}

impl Rubric {
    /// The weighted total of a review, out of 100; none while it is incomplete.
    pub fn total(&self, scores: &Scores) -> Option<Points> {
        weighted_total(&self.criteria, scores, self.highest_score())
    }

    /// Whether complete scores are enough for a recommendation: by their total, and by each single one.
    pub fn recommends(&self, scores: &Scores) -> Option<bool> {
        let total = self.total(scores)?;
        let each = scores.values().all(|score| u32::from(*score) >= self.least_score);
        Some(total.0 >= self.recommended_from * 100 && each)
    }

    /// Whether totals lie so far apart that the reviewers should talk.
    pub fn asks_for_consensus(&self, totals: &[Points]) -> bool {
        match (totals.iter().min(), totals.iter().max()) {
            (Some(least), Some(most)) => least.gap(*most).0 > self.consensus_gap * 100,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Trilingual;

    fn rubric(weights: &[u32]) -> Rubric {
        let criterion = |(i, weight): (usize, &u32)| Criterion {
            key: format!("c{i}").parse().unwrap(),
            label: Trilingual::default(),
            help: Trilingual::default(),
            weight: *weight,
        };
        Rubric {
            criteria: weights.iter().enumerate().map(criterion).collect(),
            scale: vec![Trilingual::default(); 6],
            least_reviews: 2,
            recommended_from: 60,
            least_score: 2,
            consensus_gap: 20,
        }
    }

    fn scores(given: &[u8]) -> Scores {
        given.iter().enumerate().map(|(i, score)| (format!("c{i}").parse().unwrap(), *score)).collect()
    }

    #[test]
    fn totals_are_exact() {
        let rubric = rubric(&[20, 20, 20, 15, 15, 10]);
        let total = |given: &[u8]| rubric.total(&scores(given)).map(|points| points.to_string());
        assert_eq!(total(&[5, 5, 5, 5, 5, 5]).as_deref(), Some("100"));
        assert_eq!(total(&[0, 0, 0, 0, 0, 0]).as_deref(), Some("0"));
        assert_eq!(total(&[4, 3, 5, 4, 2, 3]).as_deref(), Some("72"));
        assert_eq!(total(&[5, 5, 5, 5, 5, 6]), None);
        assert_eq!(total(&[5, 5, 5, 5, 5]), None);
    }

    #[test]
    fn one_weak_criterion_prevents_a_recommendation() {
        let rubric = rubric(&[20, 20, 20, 15, 15, 10]);
        assert_eq!(rubric.recommends(&scores(&[3, 3, 3, 3, 3, 3])), Some(true));
        assert_eq!(rubric.recommends(&scores(&[5, 5, 5, 5, 5, 1])), Some(false));
        assert_eq!(rubric.recommends(&scores(&[3, 3, 3, 3, 3, 2])), Some(false));
        assert_eq!(rubric.recommends(&scores(&[3])), None);
    }

    #[test]
    fn a_gap_above_twenty_points_asks_for_consensus() {
        let rubric = rubric(&[100]);
        assert!(!rubric.asks_for_consensus(&[]));
        assert!(!rubric.asks_for_consensus(&[Points(4000), Points(6000)]));
        assert!(rubric.asks_for_consensus(&[Points(4000), Points(5000), Points(6001)]));
    }

    #[test]
    fn a_mean_is_rounded_once() {
        assert_eq!(Points::mean(&[]), None);
        assert_eq!(Points::mean(&[Points(7000), Points(7001)]), Some(Points(7001)));
        assert_eq!(Points::mean(&[Points(10), Points(10), Points(11)]).unwrap().show(Locale::Fr), "0,1");
    }

    proptest! {
        #[test]
        fn a_total_lies_between_0_and_100(given in prop::collection::vec(0..=5_u8, 6)) {
            let total = rubric(&[20, 20, 20, 15, 15, 10]).total(&scores(&given)).unwrap();
            prop_assert!(total <= Points(10_000));
            // Fifths of a point, hence exact.
            prop_assert_eq!(total.hundredths() % 20, 0);
        }
    }
}
