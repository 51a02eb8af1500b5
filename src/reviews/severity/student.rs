//! Student's t, as far as an interval needs it: by the finite sums that hold for whole degrees of freedom (M. Abramowitz,
//! I. A. Stegun, *Handbook of Mathematical Functions*, 1964, 26.7.3 and 26.7.4).

use std::{f64::consts::FRAC_2_PI, iter::successors, num::NonZeroU32};

/// How often an interval holds what it estimates: 19 times out of 20.
pub const CONFIDENCE: f64 = 0.95;

/// So many halvings leave nothing that a number of 53 bits could tell apart.
const HALVINGS: usize = 60;

/// How far from 0, to either side, Student's t stays with a probability of [`CONFIDENCE`].
pub fn reach(freedom: NonZeroU32) -> f64 {
    let doubled = successors(Some(1.0), |t| Some(t * 2.0));
    let beyond = doubled.into_iter().find(|t| within(*t, freedom) >= CONFIDENCE);
    let mut low = 0.0;
    let mut high = beyond.unwrap_or(f64::INFINITY);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if within(middle, freedom) < CONFIDENCE {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The probability that Student's t lies between `-t` and `t`.
fn within(t: f64, freedom: NonZeroU32) -> f64 {
    let freedom = freedom.get();
    let angle = (t / f64::from(freedom).sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    let mut term = if is_odd { cosine } else { 1.0 };
    let mut sum = if freedom == 1 { 0.0 } else { term };
    for step in (2 + freedom % 2..=freedom.saturating_sub(2)).step_by(2) {
        term *= cosine * cosine * f64::from(step - 1) / f64::from(step);
        sum += term;
    }
    if is_odd { FRAC_2_PI * (angle + sine * sum) } else { sine * sum }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Degrees of freedom and t in thousandths: Abramowitz and Stegun, table 26.10, the column of 0.95.
    const PRINTED: [(u32, u32); 24] = [
        (1, 12706),
        (2, 4303),
        (3, 3182),
        (4, 2776),
        (5, 2571),
        (6, 2447),
        (7, 2365),
        (8, 2306),
        (9, 2262),
        (10, 2228),
        (11, 2201),
        (12, 2179),
        (13, 2160),
        (14, 2145),
        (15, 2131),
        (16, 2120),
        (17, 2110),
        (18, 2101),
        (19, 2093),
        (20, 2086),
        (30, 2042),
        (40, 2021),
        (60, 2000),
        (120, 1980),
    ];

    fn reach_of(freedom: u32) -> f64 {
        reach(NonZeroU32::new(freedom).unwrap())
    }

    #[test]
    fn it_is_as_printed() {
        for (freedom, thousandths) in PRINTED {
            let t = reach_of(freedom);
            assert!((t * 1000.0 - f64::from(thousandths)).abs() <= 0.5, "{freedom}: {t}");
        }
    }

    #[test]
    fn one_and_two_degrees_of_freedom_are_those_of_the_closed_forms() {
        assert!((reach_of(1) - (CONFIDENCE / FRAC_2_PI).tan()).abs() < 1e-12);
        let two = CONFIDENCE * (2.0 / (1.0 - CONFIDENCE * CONFIDENCE)).sqrt();
        assert!((reach_of(2) - two).abs() < 1e-12);
    }

    #[test]
    fn with_many_degrees_of_freedom_it_nears_that_of_the_normal_distribution() {
        assert!((reach_of(100_001) - 1.959_964).abs() < 3e-5);
        assert!((1..500).all(|freedom| reach_of(freedom) > reach_of(freedom + 1)));
    }
}
