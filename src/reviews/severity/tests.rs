//! The model against a published example, and against a solution of all of its equations at once.

use std::iter::once;

use proptest::{collection::vec, prelude::*};

use super::*;

fn seen(proposal: usize, reviewer: usize, points: u32) -> Observation {
    Observation { proposal, reviewer, total: Points::from_hundredths(points * 100) }
}

/// Montgomery's catalysts, as proposals, in batches of raw material, as reviewers.
fn catalysts() -> Vec<Observation> {
    let times = [
        [Some(73), Some(74), None, Some(71)],
        [None, Some(75), Some(67), Some(72)],
        [Some(73), Some(75), Some(68), None],
        [Some(75), None, Some(72), Some(75)],
    ];
    let row = |(catalyst, row): (usize, [Option<u32>; 4])| {
        (0..4).filter_map(move |batch| Some(seen(catalyst, batch, row[batch]?)))
    };
    times.into_iter().enumerate().flat_map(row).collect()
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-9 * (1.0 + wanted.abs()), "{found} for {wanted}");
}

#[test]
fn it_is_as_published() {
    let model = estimate(&catalysts()).unwrap();
    // The grand mean of 72.5 and the adjusted effects, in eighths.
    for (place, eighths) in [-9.0, -7.0, -4.0, 20.0].into_iter().enumerate() {
        near(model.proposals[&place].value, 72.5 + eighths / 8.0);
    }
    assert_eq!(model.freedom.get(), 5);
    near(model.mean_square, 0.65);
    let difference = model.difference(3, 0).unwrap();
    near(difference.value, 29.0 / 8.0);
    // √(2 k MSE / (λ a))
    near(difference.standard_error, (2.0 * 3.0 * 0.65 / (2.0 * 4.0_f64)).sqrt());
    assert!((difference.standard_error - 0.698).abs() < 5e-4);
    // With t = 2.571 of 5 degrees of freedom.
    assert!((difference.high - difference.value - 2.571 * 0.698).abs() < 2e-3);
    near(difference.value - difference.low, difference.high - difference.value);
}

#[test]
fn only_two_proposals_that_were_observed_differ() {
    let model = estimate(&catalysts()).unwrap();
    assert_eq!(model.difference(1, 1), None);
    assert_eq!(model.difference(1, 4), None);
    near(model.difference(0, 1).unwrap().value, -model.difference(1, 0).unwrap().value);
}

#[test]
fn what_all_have_reviewed_is_not_corrected() {
    let observations: Vec<_> = (0..4)
        .flat_map(|p| (0..3).map(move |r| (p, r)))
        .map(|(p, r)| seen(p, r, [61, 48, 75, 90][p] + [0, 7, 3][r]))
        .collect();
    let model = estimate(&observations).unwrap();
    for (place, mean) in [61.0, 48.0, 75.0, 90.0].into_iter().enumerate() {
        near(model.proposals[&place].value, mean + 10.0 / 3.0);
    }
    for (place, effect) in [-10.0, 11.0, -1.0].into_iter().enumerate() {
        near(model.reviewers[&place].value, effect / 3.0);
    }
}

#[test]
fn the_proposals_of_a_severe_reviewer_move_up() {
    // All proposals are alike; reviewer 0 gives 20 points less, and reviews the first four.
    let all = (0..8).flat_map(|p| [if p < 4 { 0 } else { 3 }, 1, 2].map(|r| (p, r)));
    let wobble = |p: usize, r: usize| [0, 1, 2][(p + 2 * r) % 3];
    let observations: Vec<_> = all.map(|(p, r)| seen(p, r, 70 + wobble(p, r) - if r == 0 { 20 } else { 0 })).collect();
    let model = estimate(&observations).unwrap();
    assert!(model.reviewers[&0].high < -10.0);
    for (place, estimate) in &model.proposals {
        let totals = observations.iter().filter(|seen| seen.proposal == *place).map(|seen| seen.total);
        let mean = f64::from(Points::mean(&totals.collect::<Vec<_>>()).unwrap().hundredths()) / 100.0;
        assert_eq!(estimate.value - mean > 0.5, *place < 4, "{place}: {mean} became {}", estimate.value);
        assert!((estimate.value - 66.0).abs() < 2.5, "{place}: {}", estimate.value);
    }
}

#[test]
fn groups_that_share_no_proposal_are_not_compared() {
    let apart: Vec<_> =
        [(0, 0), (0, 5), (1, 0), (1, 5), (2, 3), (2, 9), (3, 3), (3, 9)].map(|(p, r)| seen(p, r, 50)).into();
    assert_eq!(estimate(&apart), Err(Unfit::Unconnected { groups: vec![vec![0, 5], vec![3, 9]] }));
    let joined = [apart, vec![seen(4, 5, 50), seen(4, 9, 60)]].concat();
    assert!(estimate(&joined).is_ok());
}

#[test]
fn without_observations_to_spare_there_is_no_error_to_tell() {
    assert_eq!(estimate(&[]), Err(Unfit::NoFreedom));
    assert_eq!(estimate(&[seen(0, 0, 50)]), Err(Unfit::NoFreedom));
    assert_eq!(estimate(&[seen(0, 0, 50), seen(0, 1, 60), seen(1, 1, 70)]), Err(Unfit::NoFreedom));
    let square = [seen(0, 0, 50), seen(0, 1, 60), seen(1, 1, 70), seen(1, 0, 50)];
    assert_eq!(estimate(&square).unwrap().freedom.get(), 1);
}

#[test]
fn a_correction_is_shown_from_ten_proposals_with_three_reviews_each_on() {
    let reviewed =
        |proposals: usize| (0..proposals).flat_map(|p| (0..3).map(move |r| seen(p, r, 60))).collect::<Vec<_>>();
    assert_eq!(corrected(&reviewed(9)), Err(Unfit::TooFew { proposals: 9 }));
    let with_two = [reviewed(9), vec![seen(9, 0, 60), seen(9, 1, 60), seen(9, 1, 60)]].concat();
    assert_eq!(corrected(&with_two), Err(Unfit::TooFew { proposals: 9 }), "a reviewer counts once");
    assert!(corrected(&reviewed(10)).is_ok());
}

/// All equations of all proposals and reviewers at once, the last reviewer's effect being what makes the sum zero: solved for
/// the proposals' means and the reviewers' effects, with their variances but for the factor of the error. None if singular.
fn dense(observations: &[Observation], proposals: usize, reviewers: usize) -> Option<Vec<(f64, f64)>> {
    let size = proposals + reviewers - 1;
    let columns = |seen: &Observation| -> Vec<f64> {
        let of_reviewer = |r: usize| match seen.reviewer {
            last if last == reviewers - 1 => -1.0,
            own => f64::from(u8::from(own == r)),
        };
        (0..proposals)
            .map(|p| f64::from(u8::from(p == seen.proposal)))
            .chain((0..reviewers - 1).map(of_reviewer))
            .collect()
    };
    // The normal equations, with the right side and the unit matrix beside them.
    let mut lines: Vec<Vec<f64>> =
        (0..size).map(|i| (0..=2 * size).map(|j| f64::from(u8::from(j == size + 1 + i))).collect()).collect();
    for seen in observations {
        let columns = columns(seen);
        for i in 0..size {
            for j in 0..size {
                lines[i][j] += columns[i] * columns[j];
            }
            lines[i][size] += columns[i] * f64::from(seen.total.hundredths()) / 100.0;
        }
    }
    for k in 0..size {
        let best = (k..size).max_by(|a, b| lines[*a][k].abs().total_cmp(&lines[*b][k].abs()))?;
        lines.swap(k, best);
        let pivot = lines[k].clone();
        if pivot[k].abs() < 1e-9 {
            return None;
        }
        for (i, line) in lines.iter_mut().enumerate() {
            // Its own line is divided by the pivot, the others are cleared of it.
            let factor = if i == k { 1.0 - 1.0 / pivot[k] } else { line[k] / pivot[k] };
            line.iter_mut().zip(&pivot).for_each(|(value, by)| *value -= factor * by);
        }
    }
    let found = |i: usize| (lines[i][size], lines[i][size + 1 + i]);
    let effects = proposals..size;
    let last = -effects.clone().map(|i| lines[i][size]).sum::<f64>();
    let both = effects.clone().flat_map(|i| effects.clone().map(move |j| (i, j)));
    let of_last = both.map(|(i, j)| lines[i][size + 1 + j]).sum::<f64>();
    Some((0..size).map(found).chain(once((last, of_last))).collect())
}

/// Some reviews: each proposal and each reviewer has one at least.
fn some() -> impl Strategy<Value = (Vec<Observation>, usize, usize)> {
    (2..7_usize, 2..6_usize).prop_flat_map(|(proposals, reviewers)| {
        let one = (0..proposals, 0..reviewers, 0..=100_u32);
        let more = vec(one, 0..2 * (proposals + reviewers));
        let first = vec((0..reviewers, 0..=100_u32), proposals);
        let each = vec((0..proposals, 0..=100_u32), reviewers);
        (first, each, more).prop_map(move |(first, each, more)| {
            let first = first.into_iter().enumerate().map(|(p, (r, total))| seen(p, r, total));
            let each = each.into_iter().enumerate().map(|(r, (p, total))| seen(p, r, total));
            let more = more.into_iter().map(|(p, r, total)| seen(p, r, total));
            (first.chain(each).chain(more).collect(), proposals, reviewers)
        })
    })
}

proptest! {
    #[test]
    fn it_is_the_solution_of_all_equations_at_once((observations, proposals, reviewers) in some()) {
        let dense = dense(&observations, proposals, reviewers);
        match estimate(&observations) {
            Err(Unfit::Unconnected { groups }) => prop_assert!(groups.len() > 1 && dense.is_none()),
            Err(Unfit::NoFreedom) => prop_assert_eq!(observations.len() + 1, proposals + reviewers),
            Err(Unfit::TooFew { .. }) => prop_assert!(false, "the estimation asks for no number"),
            Ok(model) => {
                let dense = dense.unwrap();
                let found: Vec<Estimate> = model.proposals.values().chain(model.reviewers.values()).copied().collect();
                prop_assert_eq!(found.len(), dense.len());
                for (found, (value, variance)) in found.iter().zip(&dense) {
                    near(found.value, *value);
                    near(found.standard_error.powi(2), variance * model.mean_square);
                }
                near(model.reviewers.values().map(|one| one.value).sum(), 0.0);
            }
        }
    }

    #[test]
    fn points_given_to_all_by_one_or_by_all_change_no_difference(
        (observations, _, _) in some(), more in 1..50_u32, generous in 0..2_usize
    ) {
        let Ok(before) = estimate(&observations) else { return Ok(()) };
        let raised = |by_all: bool| {
            let raise = |seen: &Observation| {
                let by = if by_all || seen.reviewer == generous { more * 100 } else { 0 };
                Observation { total: Points::from_hundredths(seen.total.hundredths() + by), ..*seen }
            };
            estimate(&observations.iter().map(raise).collect::<Vec<_>>()).unwrap()
        };
        let (by_one, by_all) = (raised(false), raised(true));
        for place in before.proposals.keys().skip(1) {
            let difference = before.difference(0, *place).unwrap();
            for after in [&by_one, &by_all] {
                near(after.difference(0, *place).unwrap().value, difference.value);
                near(after.difference(0, *place).unwrap().standard_error, difference.standard_error);
            }
        }
        near(by_all.proposals[&0].value, before.proposals[&0].value + f64::from(more));
        near(by_all.reviewers[&0].value, before.reviewers[&0].value);
    }

    #[test]
    fn the_order_of_the_list_and_the_places_in_it_change_nothing((observations, _, _) in some()) {
        let Ok(before) = estimate(&observations) else { return Ok(()) };
        let moved = |seen: &Observation| {
            Observation { proposal: 100 - seen.proposal, reviewer: usize::MAX - seen.reviewer, ..*seen }
        };
        let after = estimate(&observations.iter().rev().map(moved).collect::<Vec<_>>()).unwrap();
        for (place, estimate) in &before.proposals {
            near(after.proposals[&(100 - place)].value, estimate.value);
            near(after.proposals[&(100 - place)].low, estimate.low);
        }
        for (place, estimate) in &before.reviewers {
            near(after.reviewers[&(usize::MAX - place)].value, estimate.value);
        }
    }
}
