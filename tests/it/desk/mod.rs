//! The desk: the list, a proposal, the forms of the workflow.

mod decision;
mod list;
mod proposal;
mod verbs;

use initiatives::{
    ids::{Reference, UserId},
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
        },
        eligibility::Check,
    },
    reviews::{Confidence, Entry, Recommendation, actions},
};

use crate::support::TestApp;

pub const HOUSE: &str = "secretariat@metropolis.example";
pub const OWNER: &str = "official@agra.example";
pub const RUTH: &str = "reviewer1@jury.example";
pub const EVE: &str = "reviewer2@jury.example";
pub const LUIS: &str = "reviewer3@jury.example";

/// The criteria of the guidelines of 2014.
pub const CRITERIA: [&str; 6] = ["relevance", "partnership", "transfer", "innovation", "feasibility", "results"];

impl TestApp {
    /// Gives a proposal to a reviewer.
    pub async fn assign(&self, reference: &Reference, reviewer: &str) -> UserId {
        self.give(reference, reviewer).await
    }

    /// Hands in a review with these scores, in the order of [`CRITERIA`].
    pub async fn review(&self, reference: &Reference, reviewer: &str, scores: [u8; 6], word: &str) {
        let entry = entry(scores, word);
        let judged = actions::Judged::default();
        self.act(reviewer, async |act, actor| actions::submit(act, actor, reference, 0, &entry, &judged).await)
            .await
            .unwrap();
    }

    /// Submits a proposal of Agra that has passed the check of eligibility, without starting its review.
    pub async fn eligible(&self) -> Reference {
        let reference = self.submitted().await;
        self.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, &reference, Check::first(true, "")).await
        })
        .await
        .unwrap();
        reference
    }

    pub async fn withdraw(&self, reference: &Reference) {
        let seen = self.seen(reference).await;
        let target = Target { reference, seen };
        self.act(HOUSE, async |act, actor| steering::withdraw(act, actor, target, "Asked by letter.").await)
            .await
            .unwrap();
    }
}

pub fn entry(scores: [u8; 6], word: &str) -> Entry {
    Entry {
        scores: CRITERIA.into_iter().map(|key| key.parse().unwrap()).zip(scores).collect(),
        to_committee: word.to_owned(),
        recommendation: Some(Recommendation::Approve),
        confidence: Some(Confidence::High),
        ..Entry::default()
    }
}

pub fn at(reference: &Reference) -> String {
    format!("/desk/proposals/{reference}")
}
