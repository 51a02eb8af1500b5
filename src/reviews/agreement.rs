//! How far reviewers agree: Krippendorff's alpha (K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, University of
//! Pennsylvania, 2011). 1 is perfect agreement, 0 what chance would give; it takes any number of reviewers, and scores that are
//! missing.

use std::collections::BTreeMap;

/// How far two scores are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// By the scores that lie between them: for scores that have an order, and no more.
    Ordinal,
    /// By their difference.
    Interval,
}

/// Alpha of the scores that each proposal got, by proposal. None where fewer than two scores can be compared, or all are the same.
pub fn alpha(proposals: &[Vec<u8>], metric: Metric) -> Option<f64> {
    let compared: Vec<&Vec<u8>> = proposals.iter().filter(|scores| scores.len() > 1).collect();
    let mut counts: BTreeMap<u8, f64> = BTreeMap::new();
    for score in compared.iter().flat_map(|scores| scores.iter()) {
        *counts.entry(*score).or_default() += 1.0;
    }
    let all: f64 = counts.values().sum();
    let apart = |one: u8, other: u8| apart(&counts, metric, one, other);
    let observed: f64 = compared
        .iter()
        .map(|scores| {
            let pairs = scores.iter().flat_map(|one| scores.iter().map(move |other| (*one, *other)));
            let others = f64::from(u32::try_from(scores.len() - 1).unwrap_or(u32::MAX));
            pairs.map(|(one, other)| apart(one, other)).sum::<f64>() / others
        })
        .sum();
    let pairs = counts.iter().flat_map(|(one, n)| counts.iter().map(move |(other, m)| (*one, *other, n * m)));
    let expected = pairs.map(|(one, other, times)| times * apart(one, other)).sum::<f64>() / (all - 1.0);
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// The squared distance of two scores; `counts` says how often each was given.
fn apart(counts: &BTreeMap<u8, f64>, metric: Metric, one: u8, other: u8) -> f64 {
    let (low, high) = (Ord::min(one, other), Ord::max(one, other));
    match metric {
        Metric::Interval => f64::from(high - low).powi(2),
        Metric::Ordinal => {
            let count = |score: u8| counts.get(&score).copied().unwrap_or_default();
            let between: f64 = counts.range(low..=high).map(|(_, count)| count).sum();
            (between - f64::midpoint(count(low), count(high))).powi(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the paper: four observers, twelve units, some of them not seen by all.
    fn published() -> Vec<Vec<u8>> {
        let observers = [
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ];
        let unit = |unit: usize| observers.iter().filter_map(|row| row.split(' ').nth(unit)?.parse().ok()).collect();
        (0..12).map(unit).collect()
    }

    #[test]
    fn it_is_as_published() {
        let rounded = |metric| (alpha(&published(), metric).unwrap() * 1000.0).round() / 1000.0;
        assert!((rounded(Metric::Ordinal) - 0.815).abs() < 1e-9);
        assert!((rounded(Metric::Interval) - 0.849).abs() < 1e-9);
    }

    #[test]
    fn where_nothing_can_be_compared_there_is_none() {
        assert_eq!(alpha(&[], Metric::Ordinal), None);
        assert_eq!(alpha(&[vec![3], vec![4]], Metric::Ordinal), None);
        assert_eq!(alpha(&[vec![3, 3], vec![3, 3]], Metric::Interval), None);
        assert!(alpha(&[vec![1, 1], vec![4, 4]], Metric::Ordinal).is_some_and(|alpha| (alpha - 1.0).abs() < 1e-9));
    }
}
