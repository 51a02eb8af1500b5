//! Who hears of what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use initiatives::{
    entity::{announcement, letter},
    ids::{LetterId, Reference},
    proposals::{
        actions::{
            discussing::{self, Saying},
            standing,
            steering::{self, Target},
            submitting,
        },
        eligibility::Check,
        rules::{Audience, Outcome},
    },
};
use sea_orm::EntityTrait;

use super::verbs::decision;
use crate::support::{TestApp, on_both, proposals::ask_for};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const EVERYONE: [&str; 3] = ["editor@agra.example", "official@agra.example", "submitter@agra.example"];

/// The letters posted since the last look: each kind with its recipients.
async fn posted(app: &TestApp, seen: &mut BTreeSet<LetterId>) -> Vec<Told> {
    let all = letter::Entity::find().all(app.db.read()).await.unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in all.into_iter().filter(|row| seen.insert(row.id)) {
        found.entry(row.kind).or_default().push(row.recipient.to_string());
    }
    found.values_mut().for_each(|to| to.sort());
    found.into_iter().collect()
}

/// A kind of letter, and to whom it went.
type Told = (String, Vec<String>);

fn told(kind: &str, to: &[&str]) -> Told {
    (kind.to_owned(), to.iter().map(ToString::to_string).collect())
}

/// What someone does on the way.
#[derive(Clone, Copy, Debug)]
enum Step {
    Return,
    Resubmit,
    CheckEligibility,
    StartReview,
    Comment,
    HoldDecision,
    Approve,
    StartRunning,
    Complete,
}

async fn take(app: &TestApp, email: &str, reference: &Reference, step: Step) {
    app.answer_requests(reference).await;
    let target = Target { reference, seen: app.seen(reference).await };
    let day = NaiveDate::from_ymd_opt(2015, 1, 7).unwrap();
    let due = app.now() + std::time::Duration::from_secs(86_400);
    let approved = decision(Outcome::Approved);
    app.act(email, async |act, actor| match step {
        Step::Return => ask_for(act, actor, target, "Name a partner city.", due).await,
        Step::Resubmit => submitting::submit(act, actor, reference, target.seen, None).await.map(|_| ()),
        Step::CheckEligibility => standing::check_eligibility(act, actor, reference, Check::first(true, "")).await,
        Step::StartReview => steering::start_review(act, actor, target).await,
        Step::Comment => {
            let saying = Saying::plain("A question");
            discussing::begin(act, actor, reference, (Audience::Applicant, ""), saying).await.map(|_| ())
        }
        Step::HoldDecision => steering::hold_decision(act, actor, target, &approved).await,
        Step::Approve => steering::approve(act, actor, target, &approved).await,
        Step::StartRunning => steering::start_running(act, actor, target, day).await,
        Step::Complete => steering::complete(act, actor, target, "All done", "The report").await,
    })
    .await
    .unwrap();
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

        let steps: [(&str, Step, Vec<Told>); 10] = [
            (HOUSE, Step::Return, vec![told("returned", &EVERYONE)]),
            (OWNER, Step::Resubmit, vec![told("arrived", &[HOUSE]), told("received", &[EVERYONE[1], EVERYONE[2]])]),
            (HOUSE, Step::CheckEligibility, vec![]),
            (HOUSE, Step::StartReview, vec![told("review_started", &EVERYONE)]),
            (HOUSE, Step::Comment, vec![told("comment", &EVERYONE)]),
            (OWNER, Step::Comment, vec![told("comment", &[HOUSE])]),
            (HOUSE, Step::HoldDecision, vec![]),
            (HOUSE, Step::Approve, vec![told("approved", &EVERYONE)]),
            (HOUSE, Step::StartRunning, vec![told("running", &EVERYONE)]),
            (HOUSE, Step::Complete, vec![told("completed", &EVERYONE)]),
        ];
        for (email, step, expected) in steps {
            take(&app, email, &reference, step).await;
            assert_eq!(posted(&app, &mut seen).await, expected, "{step:?} by {email}");
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
        for part in
            [receipt.sha256.as_str(), "1 April 2014, 15:30 (Asia/Kolkata, UTC+5:30)", "Audit record at that moment"]
        {
            assert!(letter.body_text.contains(part), "{part} in {}", letter.body_text);
        }
    })
    .await;
}
