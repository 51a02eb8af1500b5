//! Who hears of what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use initiatives::{
    entity::{announcement, letter},
    ids::LetterId,
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
            submitting,
        },
        rules::{Audience, Outcome},
    },
};
use sea_orm::EntityTrait;

use super::verbs::decision;
use crate::support::{TestApp, on_both};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const EVERYONE: [&str; 3] = ["editor@agra.example", "official@agra.example", "submitter@agra.example"];

/// The letters posted since the last look: each kind with its recipients.
async fn posted(app: &TestApp, seen: &mut BTreeSet<LetterId>) -> Vec<(String, Vec<String>)> {
    let all = letter::Entity::find().all(app.db.read()).await.unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in all.into_iter().filter(|row| seen.insert(row.id)) {
        found.entry(row.kind).or_default().push(row.recipient.to_string());
    }
    found.values_mut().for_each(|to| to.sort());
    found.into_iter().collect()
}

fn told(kind: &str, to: &[&str]) -> (String, Vec<String>) {
    (kind.to_owned(), to.iter().map(ToString::to_string).collect())
}

#[tokio::test]
async fn everyone_concerned_hears_of_every_step_and_nobody_else() {
    on_both(async |app| {
        for email in EVERYONE.into_iter().chain(["official@barcelona.example", "reviewer1@jury.example", HOUSE]) {
            app.person(email).await;
        }
        let mut seen = BTreeSet::new();
        let reference = app.submitted().await;
        let first = posted(&app, &mut seen).await;
        assert_eq!(first, [told("arrived", &[HOUSE]), told("received", &[EVERYONE[1], EVERYONE[2]])]);

        let does = async |email: &str, verb: u8| {
            let target = Target { reference: &reference, seen: app.seen(&reference).await };
            let day = NaiveDate::from_ymd_opt(2015, 1, 7).unwrap();
            let due = app.now() + std::time::Duration::from_secs(86_400);
            app.act(email, async |act, actor| match verb {
                0 => steering::return_for_changes(act, actor, target, "Name a partner city.", due).await,
                1 => submitting::submit(act, actor, target.reference, target.seen, None).await.map(|_| ()),
                2 => standing::check_eligibility(act, actor, target.reference, true, "").await,
                3 => steering::start_review(act, actor, target).await,
                4 => {
                    standing::comment(act, actor, target.reference, Audience::Applicant, "A question").await.map(|_| ())
                }
                5 => steering::hold_decision(act, actor, target, &decision(Outcome::Approved)).await,
                6 => steering::approve(act, actor, target, &decision(Outcome::Approved)).await,
                7 => steering::start_running(act, actor, target, day).await,
                _ => steering::complete(act, actor, target, "All done", "The report").await,
            })
            .await
            .unwrap();
        };
        let steps: [(&str, u8, &[(String, Vec<String>)]); 10] = [
            (HOUSE, 0, &[told("returned", &EVERYONE)]),
            (OWNER, 1, &[told("arrived", &[HOUSE]), told("received", &[EVERYONE[1], EVERYONE[2]])]),
            (HOUSE, 2, &[]),
            (HOUSE, 3, &[told("review_started", &EVERYONE)]),
            (HOUSE, 4, &[told("comment", &EVERYONE)]),
            (OWNER, 4, &[told("comment", &[HOUSE])]),
            (HOUSE, 5, &[]),
            (HOUSE, 6, &[told("approved", &EVERYONE)]),
            (HOUSE, 7, &[told("running", &EVERYONE)]),
            (HOUSE, 8, &[told("completed", &EVERYONE)]),
        ];
        for (email, verb, expected) in steps {
            does(email, verb).await;
            assert_eq!(posted(&app, &mut seen).await, expected, "step {verb} by {email}");
        }
        let told = announcement::Entity::find().all(app.db.read()).await.unwrap();
        let mut kinds: Vec<&str> = told.iter().map(|row| row.kind.as_str()).collect();
        kinds.sort_unstable();
        assert_eq!(
            kinds,
            ["partners.ask", "partners.ask", "proposal.approved", "proposal.completed", "proposal.running"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_receipt_names_the_hash_and_the_head_of_the_audit_trail_in_the_reader_s_zone() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        initiatives::audit::seal(&app.app).await.unwrap();
        let receipt = app.submit(&reference).await;
        let letter = app.only_letter_to(OWNER).await;
        assert!(letter.subject.starts_with("Received: MI-2014-001"), "{}", letter.subject);
        for part in [receipt.sha256.as_str(), "1 April 2014, 15:30 (Asia/Kolkata, UTC+5:30)", "Head of the audit trail"]
        {
            assert!(letter.body_text.contains(part), "{part} in {}", letter.body_text);
        }
    })
    .await;
}
