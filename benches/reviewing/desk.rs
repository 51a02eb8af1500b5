//! The first page of the desk's list, as the secretariat opens it.

use std::time::Duration;

use super::SIZES;
use crate::{
    client::{Visitor, timed},
    figures::{Bar, Figure, percentile},
    tell,
};

/// How a list is asked for. The last ones are selective: they find a few, and one.
const VIEWS: [(&str, &str); 7] = [
    ("all", "/desk"),
    ("call", "/desk?call=2014"),
    ("by_mean", "/desk?call=2014&sort=total"),
    ("by_gap", "/desk?sort=gap"),
    ("waiting", "/desk?waiting=on"),
    ("filtered", "/desk?state=submitted"),
    ("searched", "/desk?q=number7th"),
];
const TIMES: usize = 60;
const WARM: usize = 10;

/// How long each takes, in milliseconds, by the median.
pub async fn spans(secretariat: &Visitor) -> Vec<f64> {
    let mut spans: Vec<Vec<Duration>> = vec![Vec::new(); VIEWS.len()];
    for round in 0..WARM + TIMES {
        for ((_, path), spans) in VIEWS.iter().zip(&mut spans) {
            let (answer, span) = timed(async {
                let answer = secretariat.get(path).await;
                (answer.status(), answer.bytes().await.unwrap().len())
            })
            .await;
            assert_eq!(answer.0, 200, "{path}");
            if round >= WARM {
                spans.push(span);
            }
        }
    }
    spans.into_iter().map(|spans| percentile(spans, 0.5)).collect()
}

/// The longest lists against the shortest.
pub fn compare(lists: &[Vec<f64>], name: &impl Fn(&str) -> String) -> Vec<Figure> {
    let (few, many) = (&lists[0], &lists[lists.len() - 1]);
    for (place, (what, _)) in VIEWS.iter().enumerate() {
        let spans: Vec<String> = lists.iter().map(|list| format!("{:.2}", list[place])).collect();
        tell(&format!("{what}: {} ms at {SIZES:?}", spans.join(", ")));
    }
    let ratio = |(place, (what, _)): (usize, &(&str, &str))| {
        Figure::new(name(&format!("desk_{what}_10000_over_10")), many[place] / few[place], Bar::AtMost(1.5))
    };
    VIEWS.iter().enumerate().map(ratio).collect()
}
