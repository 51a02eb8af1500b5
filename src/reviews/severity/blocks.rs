//! The observations as incomplete blocks: their equations, once the proposals are eliminated, and what solves them.

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroU32,
};

use super::Observation;

/// A pivot below this is what rounding leaves of none.
const SMALLEST_PIVOT: f64 = 1e-9;

pub(super) type Matrix = Vec<Vec<f64>>;

/// The observations by proposal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Blocks {
    /// In ascending order. A reviewer's place in here is a line of the equations.
    pub(super) reviewers: Vec<usize>,
    /// Of each proposal, the reviewers' lines with their totals.
    pub(super) rows: BTreeMap<usize, Vec<(usize, f64)>>,
    count: usize,
}

impl Blocks {
    pub(super) fn new(observations: &[Observation]) -> Self {
        let all: BTreeSet<usize> = observations.iter().map(|observation| observation.reviewer).collect();
        let lines: BTreeMap<usize, usize> = all.iter().enumerate().map(|(line, place)| (*place, line)).collect();
        let mut rows: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
        for Observation { proposal, reviewer, total } in observations {
            let seen = (lines[reviewer], f64::from(total.hundredths()) / 100.0);
            rows.entry(*proposal).or_default().push(seen);
        }
        Self { reviewers: all.into_iter().collect(), rows, count: observations.len() }
    }

    /// The reviewers, so that those are together who share proposals, if only through others.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut group: Vec<usize> = (0..self.reviewers.len()).collect();
        for row in self.rows.values() {
            for (line, _) in row {
                let (from, to) = (group[*line], group[row[0].0]);
                group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (reviewer, group) in self.reviewers.iter().zip(group) {
            groups.entry(group).or_default().push(*reviewer);
        }
        groups.into_values().collect()
    }

    /// What is left of the observations when each proposal and each reviewer but one has taken one.
    pub(super) fn freedom(&self) -> Option<NonZeroU32> {
        let left = (self.count + 1).checked_sub(self.rows.len() + self.reviewers.len())?;
        NonZeroU32::new(u32::try_from(left).ok()?).filter(|_| self.count > 0)
    }

    /// The equations of the reviewers' effects. Alone they are singular, for they do not say where zero is: a one added
    /// everywhere says that the effects sum to it.
    pub(super) fn equations(&self) -> (Matrix, Vec<f64>) {
        let size = self.reviewers.len();
        let mut matrix = vec![vec![1.0; size]; size];
        let mut right = vec![0.0; size];
        for row in self.rows.values() {
            let share = 1.0 / count(row.len());
            let mean = row.iter().map(|(_, total)| total).sum::<f64>() * share;
            for (line, total) in row {
                right[*line] += total - mean;
                matrix[*line][*line] += 1.0;
                for (other, _) in row {
                    matrix[*line][*other] -= share;
                }
            }
        }
        (matrix, right)
    }

    /// Takes away again what [`Self::equations`] has added: the inverse of Moore and Penrose is left.
    pub(super) fn centred(&self, mut inverse: Matrix) -> Matrix {
        let added = count(self.reviewers.len()).powi(-2);
        inverse.iter_mut().flatten().for_each(|value| *value -= added);
        inverse
    }

    /// The mean of each proposal without its reviewers' effects.
    pub(super) fn means(&self, effects: &[f64]) -> BTreeMap<usize, f64> {
        let mean = |row: &[(usize, f64)]| {
            row.iter().map(|(line, total)| total - effects[*line]).sum::<f64>() / count(row.len())
        };
        self.rows.iter().map(|(place, row)| (*place, mean(row))).collect()
    }

    /// The sum of the squares that the model leaves.
    pub(super) fn squares(&self, means: &BTreeMap<usize, f64>, effects: &[f64]) -> f64 {
        let rows = self.rows.values().zip(means.values());
        rows.flat_map(|(row, mean)| row.iter().map(move |(line, total)| (total - mean - effects[*line]).powi(2))).sum()
    }

    /// In which shares the reviewers' effects are in the mean of a proposal.
    pub(super) fn shares(&self, proposal: usize) -> Vec<(usize, f64)> {
        let row = self.rows.get(&proposal).map_or(&[][..], Vec::as_slice);
        row.iter().map(|(line, _)| (*line, 1.0 / count(row.len()))).collect()
    }
}

/// The inverse of a positive definite matrix, by sweeping all of its pivots (J. H. Goodnight, *A Tutorial on the SWEEP
/// Operator*, The American Statistician 33, 1979); none if it is not positive definite.
pub(super) fn inverse(mut matrix: Matrix) -> Option<Matrix> {
    for place in 0..matrix.len() {
        let mut swept = matrix[place].clone();
        let pivot = swept[place];
        if pivot < SMALLEST_PIVOT {
            return None;
        }
        swept.iter_mut().for_each(|value| *value /= pivot);
        swept[place] = 1.0 / pivot;
        for line in &mut matrix {
            let factor = std::mem::take(&mut line[place]);
            line.iter_mut().zip(&swept).for_each(|(value, by)| *value -= factor * by);
        }
        matrix[place] = swept;
    }
    Some(matrix)
}

/// A number of reviews or reviewers, to reckon with; there are never more than fit.
pub(super) fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}
