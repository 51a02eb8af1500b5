//! What was measured, beside the bar that it must reach.

use std::{fmt, time::Duration};

/// What a figure must be.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    AtLeast(f64),
    AtMost(f64),
}

/// A measure.
#[derive(Clone, Debug)]
pub struct Figure {
    pub name: String,
    pub value: f64,
    pub bar: Bar,
}

impl Figure {
    pub fn new(name: String, value: f64, bar: Bar) -> Self {
        Self { name, value, bar }
    }

    pub fn holds(&self) -> bool {
        match self.bar {
            Bar::AtLeast(least) => self.value >= least,
            Bar::AtMost(most) => self.value <= most,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bar = match self.bar {
            Bar::AtLeast(least) => format!(">= {least}"),
            Bar::AtMost(most) => format!("<= {most}"),
        };
        let verdict = if self.holds() { "holds" } else { "short" };
        write!(f, "{}\t{:.3}\t{bar}\t{verdict}", self.name, self.value)
    }
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The span under which this part of all lies, in milliseconds.
pub fn percentile(mut spans: Vec<Duration>, part: f64) -> f64 {
    spans.sort();
    let last = spans.len() - 1;
    let place = ((spans.len() as f64 * part).ceil() as usize).saturating_sub(1).min(last);
    spans[place].as_secs_f64() * 1_000.0
}
