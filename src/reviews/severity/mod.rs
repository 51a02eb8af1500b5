//! How severe reviewers are, and what the proposals' totals would be if all reviewers were alike: the additive model
//! *total = proposal + reviewer + error* by least squares, the reviewers' effects summing to zero. It is the intra-block
//! analysis of incomplete blocks, with reviewers as blocks (F. Yates, *Incomplete randomized blocks*, Annals of Eugenics 7,
//! 1936; D. C. Montgomery, *Design and Analysis of Experiments*, balanced incomplete block designs).
//!
//! The proposals are eliminated first, so that there are only as many equations as reviewers. What the numbers mean, and what
//! they do not, is told in docs/statistics.md.

mod blocks;
mod student;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroU32,
};

use self::blocks::{Blocks, Matrix, count, inverse};
pub use self::student::CONFIDENCE;
use crate::guidelines::Points;

/// From so many proposals on, with [`LEAST_REVIEWS`] each, a correction is shown.
pub const LEAST_PROPOSALS: usize = 10;
/// So many reviews must a proposal have to count for [`LEAST_PROPOSALS`].
pub const LEAST_REVIEWS: usize = 3;

/// The total that a reviewer gave to a proposal. Both are places in lists of the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    pub proposal: usize,
    pub reviewer: usize,
    pub total: Points,
}

/// Why there is no correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// So few proposals have [`LEAST_REVIEWS`] reviews.
    TooFew { proposals: usize },
    /// Groups of reviewers who share no proposal, not even through others: nothing tells a severe group from weak proposals.
    Unconnected { groups: Vec<Vec<usize>> },
    /// No observation is left over to tell how large the errors are.
    NoFreedom,
}

/// What the model says of one proposal, of one reviewer, or of two proposals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub standard_error: f64,
    /// The ends of the interval of [`CONFIDENCE`]. Like the value, they may lie outside the scale of the totals.
    pub low: f64,
    pub high: f64,
}

/// The model, as it fits the observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The total that each proposal would have from the average of all reviewers, by its place.
    pub proposals: BTreeMap<usize, Estimate>,
    /// By how much each reviewer lies above the average of all, by their place: below zero is severe.
    pub reviewers: BTreeMap<usize, Estimate>,
    /// How many observations tell of the errors alone.
    pub freedom: NonZeroU32,
    /// The mean square of the errors.
    pub mean_square: f64,
    blocks: Blocks,
    errors: Errors,
}

/// How uncertain what is made of reviewers' effects is.
#[derive(Clone, Debug, PartialEq)]
struct Errors {
    mean_square: f64,
    /// The variances and covariances of the reviewers' effects, but for the factor `mean_square`.
    inverse: Matrix,
    /// How many standard errors an interval reaches to either side.
    reach: f64,
}

/// The corrected totals, where there are enough reviews to speak of them.
pub fn corrected(observations: &[Observation]) -> Result<Corrected, Unfit> {
    enough(observations)?;
    estimate(observations)
}

/// Whether there are [`LEAST_PROPOSALS`] proposals with [`LEAST_REVIEWS`] reviewers each.
pub fn enough(observations: &[Observation]) -> Result<(), Unfit> {
    let mut reviewers: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for observation in observations {
        reviewers.entry(observation.proposal).or_default().insert(observation.reviewer);
    }
    let proposals = reviewers.values().filter(|reviewers| reviewers.len() >= LEAST_REVIEWS).count();
    if proposals < LEAST_PROPOSALS { Err(Unfit::TooFew { proposals }) } else { Ok(()) }
}

/// The model of any observations that determine it, however few.
pub fn estimate(observations: &[Observation]) -> Result<Corrected, Unfit> {
    let blocks = Blocks::new(observations);
    let groups = blocks.groups();
    if groups.len() > 1 {
        return Err(Unfit::Unconnected { groups });
    }
    let freedom = blocks.freedom().ok_or(Unfit::NoFreedom)?;
    let (matrix, right) = blocks.equations();
    // A thread between two groups that the numbers of a computer cannot tell from none is none.
    let inverse = inverse(matrix).ok_or(Unfit::Unconnected { groups })?;
    let effects: Vec<f64> = inverse.iter().map(|line| line.iter().zip(&right).map(|(a, b)| a * b).sum()).collect();
    let means = blocks.means(&effects);
    let mean_square = blocks.squares(&means, &effects) / f64::from(freedom.get());
    let errors = Errors { mean_square, inverse: blocks.centred(inverse), reach: student::reach(freedom) };
    let proposal = |(place, mean): (&usize, &f64)| {
        let shares = blocks.shares(*place);
        (*place, errors.around(*mean, 1.0 / count(shares.len()), &shares))
    };
    let reviewer =
        |(line, (place, effect)): (usize, (&usize, &f64))| (*place, errors.around(*effect, 0.0, &[(line, 1.0)]));
    Ok(Corrected {
        proposals: means.iter().map(proposal).collect(),
        reviewers: blocks.reviewers.iter().zip(&effects).enumerate().map(reviewer).collect(),
        freedom,
        mean_square,
        blocks,
        errors,
    })
}

impl Corrected {
    /// By how much the first of two proposals is above the second; none for one that was not observed, or for twice the same.
    /// Two proposals whose own intervals overlap may well differ: they are told apart where this interval does not hold zero.
    pub fn difference(&self, one: usize, other: usize) -> Option<Estimate> {
        let value = self.proposals.get(&one)?.value - self.proposals.get(&other)?.value;
        let (first, second) = (self.blocks.shares(one), self.blocks.shares(other));
        let own = 1.0 / count(first.len()) + 1.0 / count(second.len());
        let against = second.iter().map(|(line, share)| (*line, -share));
        let shares: Vec<(usize, f64)> = first.iter().copied().chain(against).collect();
        (one != other).then(|| self.errors.around(value, own, &shares))
    }
}

impl Errors {
    /// The interval around a value that has errors of its own, and holds the effects of reviewers in these shares.
    fn around(&self, value: f64, own: f64, shares: &[(usize, f64)]) -> Estimate {
        let pairs = shares.iter().flat_map(|one| shares.iter().map(move |other| (one, other)));
        let of_reviewers: f64 = pairs.map(|((i, a), (j, b))| a * b * self.inverse[*i][*j]).sum();
        let standard_error = (self.mean_square * (own + of_reviewers).max(0.0)).sqrt();
        let reach = self.reach * standard_error;
        Estimate { value, standard_error, low: value - reach, high: value + reach }
    }
}
