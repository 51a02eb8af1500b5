//! The first page of the desk's list, as the secretariat opens it.

use std::time::Duration;

use super::{Desk, SIZES};
use crate::{
    client::timed,
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
const TIMES: usize = 100;
const WARM: usize = 10;

/// The longest list against the shortest, by the median. Each is asked for in turn of every size: whatever else goes on in the
/// machine meets all of them.
pub async fn compare(desks: &[Desk], name: &impl Fn(&str) -> String) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (what, path) in VIEWS {
        let mut spans: Vec<Vec<Duration>> = vec![Vec::new(); desks.len()];
        for round in 0..WARM + TIMES {
            for (desk, spans) in desks.iter().zip(&mut spans) {
                let span = span(desk, path).await;
                if round >= WARM {
                    spans.push(span);
                }
            }
        }
        let medians: Vec<f64> = spans.into_iter().map(|spans| percentile(spans, 0.5)).collect();
        tell(&format!("{what}: {medians:.2?} ms at {SIZES:?}"));
        let ratio = medians[medians.len() - 1] / medians[0];
        figures.push(Figure::new(name(&format!("desk_{what}_10000_over_10")), ratio, Bar::AtMost(1.5)));
    }
    figures
}

async fn span(desk: &Desk, path: &str) -> Duration {
    let (status, span) = timed(async {
        let answer = desk.secretariat.get(path).await;
        let status = answer.status();
        answer.bytes().await.unwrap();
        status
    })
    .await;
    assert_eq!(status, 200, "{path}");
    span
}
