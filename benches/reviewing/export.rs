//! Taking along all proposals and all reviews, as tables.

use super::Desk;
use crate::tell;

/// The most memory that the service held, in MiB, after these exports.
pub async fn held(desk: &Desk, size: usize) -> f64 {
    for file in ["proposals.csv", "reviews.csv", "scores.csv", "reviews.json", "proposals.xlsx"] {
        let mut answer = desk.secretariat.get(&format!("/desk/exports/{file}")).await;
        assert_eq!(answer.status(), 200, "{file}");
        let mut bytes = 0;
        while let Some(part) = answer.chunk().await.unwrap() {
            bytes += part.len();
        }
        tell(&format!("{file} of {size} proposals: {bytes} bytes, {:.1} MiB held at most", desk.service.memory().1));
    }
    desk.service.memory().1
}
