//! Planning who reviews what.

use super::crowd::{self, Crowd};
use crate::{
    client::{Visitor, timed},
    service::{House, Service},
    tell,
};

const PROPOSALS: usize = 500;

/// How long the page takes that shows the plan of 500 proposals for 40 reviewers, three each, in milliseconds.
pub async fn span(house: &House) -> f64 {
    Crowd::gather(&house.app).await.wait(&house.app, PROPOSALS).await;
    let service = Service::start(house).await;
    let secretariat = Visitor::log_in(&service.origin, crowd::SECRETARIAT, crowd::PASSWORD).await;
    let mut spans = Vec::new();
    for _ in 0..5 {
        let plan = async {
            let answer = secretariat.get("/desk/calls/2014/assignments/plan?reviews=3&most=60").await;
            (answer.status(), answer.text().await.unwrap())
        };
        let ((status, page), span) = timed(plan).await;
        assert_eq!(status, 200, "{page}");
        spans.push(span.as_secs_f64() * 1_000.0);
    }
    tell(&format!("plans took {spans:.0?} ms"));
    crate::figures::median(spans)
}
