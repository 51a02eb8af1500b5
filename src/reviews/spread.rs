//! What several totals say together: their middle, and how far they lie apart. All of it is reckoned in whole numbers, and
//! rounded once, to the nearest hundredth, a half upwards, as [`Points::mean`] does.

use crate::guidelines::Points;

/// The totals of one proposal's reviews, or the means of the proposals of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub count: usize,
    pub mean: Points,
    pub median: Points,
    pub lowest: Points,
    pub highest: Points,
    /// The standard deviation of a sample; none of a single total.
    pub deviation: Option<Points>,
}

impl Spread {
    /// Of these totals; none of none.
    pub fn of(totals: &[Points]) -> Option<Self> {
        let mut sorted = totals.to_vec();
        sorted.sort_unstable();
        Some(Self {
            count: sorted.len(),
            mean: Points::mean(&sorted)?,
            median: median(&sorted)?,
            lowest: *sorted.first()?,
            highest: *sorted.last()?,
            deviation: deviation(&sorted),
        })
    }

    /// From the lowest to the highest.
    pub const fn gap(&self) -> Points {
        self.highest.gap(self.lowest)
    }
}

/// The one in the middle of sorted totals, or the mean of the two that are.
fn median(sorted: &[Points]) -> Option<Points> {
    let last = sorted.len().checked_sub(1)?;
    Points::mean(&sorted[last / 2..=sorted.len() / 2])
}

/// The root of the sum of squared distances from the mean over one less than their number. With n·Σx² − (Σx)² for that sum,
/// no mean is rounded on the way.
fn deviation(totals: &[Points]) -> Option<Points> {
    let count = u128::try_from(totals.len()).ok().filter(|count| *count > 1)?;
    let values = || totals.iter().map(|total| u128::from(total.hundredths()));
    let sum: u128 = values().sum();
    let squares: u128 = values().map(|value| value * value).sum();
    let doubled = (4 * (count * squares - sum * sum) / (count * (count - 1))).isqrt();
    u32::try_from(doubled.div_ceil(2)).ok().map(Points::from_hundredths)
}

/// How far the reviews of a proposal are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Reviews that are asked for.
    pub assigned: i32,
    pub submitted: i32,
}

/// How much of what was asked for is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Reviews that were asked for, but for those whose reviewers were relieved of them.
    pub assigned: u64,
    pub submitted: u64,
    pub proposals: usize,
    /// Proposals that lack no review that was asked for, and have one.
    pub complete: usize,
}

impl Completion {
    /// Of the proposals of a call.
    pub fn of<'p>(proposals: impl IntoIterator<Item = &'p Progress>) -> Self {
        let mut all = Self::default();
        for progress in proposals {
            let number = |count: i32| u64::try_from(count).unwrap_or_default();
            all.assigned += number(progress.assigned);
            all.submitted += number(progress.submitted);
            all.proposals += 1;
            all.complete += usize::from(progress.submitted > 0 && progress.submitted >= progress.assigned);
        }
        all
    }

    /// Reviews that are in, in whole per cent of those asked for: 100 only when none is missing. None if none was asked for.
    pub fn percent(&self) -> Option<u64> {
        (100 * self.submitted).checked_div(self.assigned)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn of(hundredths: &[u32]) -> Spread {
        Spread::of(&hundredths.iter().copied().map(Points::from_hundredths).collect::<Vec<_>>()).unwrap()
    }

    /// The constructed sets of univariate data among the Statistical Reference Datasets of the National Institute of Standards
    /// and Technology, whose means and standard deviations are exact. Floating-point numbers are known to miss them.
    #[test]
    fn means_and_deviations_are_as_certified() {
        let one = of(&[1_000_000_100, 1_000_000_300, 1_000_000_200]);
        assert_eq!((one.mean.to_string(), one.deviation.unwrap().to_string()), ("10000002".into(), "1".into()));
        for (whole, mean) in [(100, "1.2"), (100_000_000, "1000000.2"), (1_000_000_000, "10000000.2")] {
            let pairs = (0..500).flat_map(|_| [whole + 10, whole + 30]);
            let totals: Vec<u32> = [whole + 20].into_iter().chain(pairs).collect();
            let set = of(&totals);
            assert_eq!((set.count, set.mean.to_string().as_str()), (1001, mean));
            assert_eq!(set.deviation.unwrap().to_string(), "0.1");
            assert_eq!(set.median, set.mean);
        }
    }

    #[test]
    fn the_median_is_in_the_middle_or_halfway_between_two() {
        assert_eq!(of(&[9000, 1000, 7000]).median.to_string(), "70");
        assert_eq!(of(&[9000, 1000, 7000, 7001]).median.to_string(), "70.01", "a half is rounded upwards");
        assert_eq!(of(&[4200]).median.to_string(), "42");
    }

    #[test]
    fn one_total_has_no_deviation_and_none_have_nothing() {
        assert_eq!(Spread::of(&[]), None);
        let one = of(&[4200]);
        assert_eq!((one.deviation, one.gap()), (None, Points::from_hundredths(0)));
        assert_eq!(of(&[6000, 8000]).gap().to_string(), "20");
    }

    #[test]
    fn a_deviation_is_rounded_to_the_nearest_hundredth() {
        // √(½), √(4½), √(12½) hundredths
        assert_eq!(of(&[0, 1]).deviation.unwrap().hundredths(), 1);
        assert_eq!(of(&[0, 3]).deviation.unwrap().hundredths(), 2);
        assert_eq!(of(&[0, 5]).deviation.unwrap().hundredths(), 4);
        // √(14 / 6 + …): 2, 4, 4, 4, 5, 5, 7, 9 points have √(32/7) = 2.1381
        assert_eq!(of(&[200, 400, 400, 400, 500, 500, 700, 900]).deviation.unwrap().hundredths(), 214);
    }

    #[test]
    fn a_hundred_per_cent_is_all() {
        let progress = |assigned, submitted| Progress { assigned, submitted };
        let all = [progress(200, 199), progress(0, 0), progress(2, 2)];
        let completion = Completion::of(&all);
        assert_eq!(completion, Completion { assigned: 202, submitted: 201, proposals: 3, complete: 1 });
        assert_eq!(completion.percent(), Some(99));
        assert_eq!(Completion::of(&all[2..]).percent(), Some(100));
        assert_eq!(Completion::of(&all[1..2]).percent(), None);
    }

    proptest! {
        #[test]
        fn a_spread_does_not_depend_on_the_order_and_lies_within_its_ends(totals in vec(0..=10_000_u32, 1..20)) {
            let spread = of(&totals);
            let reversed: Vec<u32> = totals.iter().rev().copied().collect();
            prop_assert_eq!(of(&reversed), spread);
            for middle in [spread.mean, spread.median] {
                prop_assert!((spread.lowest..=spread.highest).contains(&middle));
            }
            // No sample deviates by more than its range over the root of two.
            let most = u64::from(spread.gap().hundredths()) + 1;
            prop_assert!(spread.deviation.is_none_or(|deviation| u64::from(deviation.hundredths()) <= most));
        }

        #[test]
        fn a_deviation_is_that_of_floating_point_where_those_suffice(totals in vec(0..=10_000_u32, 2..20)) {
            let values: Vec<f64> = totals.iter().copied().map(f64::from).collect();
            let count = f64::from(u32::try_from(values.len()).unwrap());
            let mean = values.iter().sum::<f64>() / count;
            let deviation = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
            prop_assert!((deviation - f64::from(of(&totals).deviation.unwrap().hundredths())).abs() <= 0.5 + 1e-6);
        }
    }
}
