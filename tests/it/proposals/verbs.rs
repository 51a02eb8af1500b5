//! Every verb of the workflow, with its guards.

use chrono::NaiveDate;
use initiatives::{
    error::Error,
    guidelines::sha256_hex,
    ids::Reference,
    proposals::{
        actions::{
            registering::{Registered, register},
            standing,
            steering::{self, Target},
            submitting::{self, Looked},
        },
        eligibility::Check,
        rules::{Decision, Outcome, Sources},
        submissions,
        workflow::State,
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel, ModelTrait};
use std::time::Duration;

use crate::support::{
    TestApp, on_both,
    proposals::{CLOSES, ask_for},
};

const DAY: Duration = Duration::from_secs(86_400);
const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";

pub fn decision(outcome: Outcome) -> Decision {
    Decision {
        outcome,
        body: "Board of Directors".to_owned(),
        session: "Hyderabad".to_owned(),
        decided_on: NaiveDate::from_ymd_opt(2014, 10, 10),
        minute_reference: "MIN-7".to_owned(),
        reason: if outcome == Outcome::Approved { String::new() } else { "No partner city".to_owned() },
        message: "Thank you.".to_owned(),
        requests: Vec::new(),
        due_at: None,
    }
}

macro_rules! does {
    ($app:expr, $email:expr, $reference:expr, |$act:ident, $actor:ident, $target:ident| $verb:expr) => {{
        let seen = $app.seen(&$reference).await;
        let $target = Target { reference: &$reference, seen };
        $app.act($email, async |$act, $actor| $verb.await).await
    }};
}

async fn state(app: &TestApp, reference: &Reference) -> State {
    app.case(HOUSE, reference).await.unwrap().proposal.state
}

#[tokio::test]
async fn a_submission_is_numbered_sealed_and_never_changes() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let receipt = app.submit(&reference).await;
        assert_eq!((receipt.number, receipt.at), (1, app.now()));
        let case = app.case(OWNER, &reference).await.unwrap();
        assert_eq!(case.proposal.state, State::Submitted);
        let kept = submissions::numbered(app.db.read(), case.proposal.id, 1).await.unwrap();
        assert_eq!(sha256_hex(&kept.canonical), receipt.sha256);
        let text = String::from_utf8(kept.canonical.clone()).unwrap();
        assert!(text.contains(r#""number":"1","reference":"MI-2014-001""#), "{text}");

        let mut changed = kept.clone().into_active_model();
        changed.sha256 = Set("0".repeat(64));
        assert!(changed.update(app.db.write()).await.is_err());
        assert!(kept.delete(app.db.write()).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn what_is_incomplete_or_late_is_kept_and_not_submitted() {
    on_both(async |app| {
        let reference = app.draft().await;
        let done = does!(app, OWNER, reference, |act, actor, target| {
            submitting::submit(act, actor, target.reference, target.seen, None)
        });
        assert!(matches!(done, Err(Error::Refused("proposals-no-incomplete"))));

        let reference = app.complete_draft().await;
        app.clock.advance((CLOSES - app.now()) + Duration::from_secs(300));
        let editor = does!(app, "editor@agra.example", reference, |act, actor, target| {
            submitting::submit(act, actor, target.reference, target.seen, None)
        });
        assert!(matches!(editor, Err(Error::Refused("proposals-no-submitter"))));
        app.clock.advance(Duration::from_millis(1));
        let late = does!(app, OWNER, reference, |act, actor, target| {
            submitting::submit(act, actor, target.reference, target.seen, None)
        });
        assert!(matches!(late, Err(Error::Refused("proposals-no-closed"))));
        assert_eq!(state(&app, &reference).await, State::Draft);
    })
    .await;
}

#[tokio::test]
async fn grace_still_counts() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.clock.advance((CLOSES - app.now()) + Duration::from_secs(300));
        assert_eq!(app.submit(&reference).await.number, 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_looked_at_is_what_is_submitted() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let stale = app
            .act(OWNER, async |act, actor| {
                submitting::submit(act, actor, &reference, 1, Some(Looked { edition: 1, ..Looked::default() })).await
            })
            .await;
        assert!(matches!(stale, Err(Error::Conflict)));
        let stale = app.act(OWNER, async |act, actor| submitting::submit(act, actor, &reference, 7, None).await).await;
        assert!(matches!(stale, Err(Error::Conflict)));
    })
    .await;
}

#[tokio::test]
async fn taken_back_it_is_a_draft_again_and_can_be_submitted_again() {
    on_both(async |app| {
        let reference = app.submitted().await;
        does!(app, OWNER, reference, |act, actor, target| {
            submitting::reopen(act, actor, target.reference, target.seen)
        })
        .unwrap();
        let case = app.case(HOUSE, &reference).await.unwrap();
        assert_eq!(case.proposal.state, State::Draft);
        assert!(!case.may(initiatives::proposals::Deed::ReadSubmissions).is_yes());
        assert_eq!(app.submit(&reference).await.number, 2);
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(1));
        let late = does!(app, OWNER, reference, |act, actor, target| {
            submitting::reopen(act, actor, target.reference, target.seen)
        });
        assert!(matches!(late, Err(Error::Refused("proposals-no-reopen-closed"))));
    })
    .await;
}

#[tokio::test]
async fn a_review_starts_only_for_what_is_eligible() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let early = does!(app, HOUSE, reference, |act, actor, target| steering::start_review(act, actor, target));
        assert!(matches!(early, Err(Error::Refused("proposals-no-eligibility-open"))));
        let bare = does!(app, HOUSE, reference, |act, actor, target| {
            standing::check_eligibility(act, actor, target.reference, Check::first(false, " "))
        });
        assert!(matches!(bare, Err(Error::Refused("proposals-no-reason"))));
        does!(app, HOUSE, reference, |act, actor, target| {
            standing::check_eligibility(act, actor, target.reference, Check::first(false, "Too late"))
        })
        .unwrap();
        let failed = does!(app, HOUSE, reference, |act, actor, target| steering::start_review(act, actor, target));
        assert!(matches!(failed, Err(Error::Refused("proposals-no-eligibility-failed"))));
        let made = Decision { body: String::new(), decided_on: None, ..decision(Outcome::Ineligible) };
        does!(app, HOUSE, reference, |act, actor, target| steering::not_select(act, actor, target, &made)).unwrap();
        assert_eq!(state(&app, &reference).await, State::NotSelected);
    })
    .await;
}

#[tokio::test]
async fn returned_it_goes_back_where_it_came_from() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let due = app.now() + 10 * DAY;
        does!(app, HOUSE, reference, |act, actor, target| { ask_for(act, actor, target, "Name a partner city.", due) })
            .unwrap();
        let stale = app.act(HOUSE, async |act, actor| {
            steering::move_due(act, actor, Target { reference: &reference, seen: 1 }, due).await
        });
        assert!(matches!(stale.await, Err(Error::Conflict)));
        does!(app, HOUSE, reference, |act, actor, target| steering::move_due(act, actor, target, due + DAY)).unwrap();
        app.clock.advance(11 * DAY + Duration::from_secs(299));
        let receipt = app.submit(&reference).await;
        assert_eq!(receipt.number, 2);
        assert_eq!(state(&app, &reference).await, State::UnderReview);
    })
    .await;
}

#[tokio::test]
async fn returned_withdrawn_and_reinstated_it_is_returned_as_before() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let due = app.now() + 10 * DAY;
        does!(app, HOUSE, reference, |act, actor, target| { ask_for(act, actor, target, "Name a partner city.", due) })
            .unwrap();
        does!(app, OWNER, reference, |act, actor, target| steering::withdraw(act, actor, target, "No money")).unwrap();
        does!(app, HOUSE, reference, |act, actor, target| steering::reinstate(act, actor, target, "Money")).unwrap();
        let case = app.case(OWNER, &reference).await.unwrap();
        assert_eq!(case.proposal.state, State::Returned);
        assert_eq!((case.proposal.returned_from, case.proposal.due_at), (Some(State::Submitted), Some(due)));
    })
    .await;
}

#[tokio::test]
async fn approved_running_completed() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut held = decision(Outcome::NotSelected);
        does!(app, HOUSE, reference, |act, actor, target| steering::hold_decision(act, actor, target, &held)).unwrap();
        assert_eq!(state(&app, &reference).await, State::UnderReview, "a decision that is held changes nothing");
        held.outcome = Outcome::Approved;
        does!(app, HOUSE, reference, |act, actor, target| steering::approve(act, actor, target, &held)).unwrap();
        let case = app.case("official@barcelona.example", &reference).await.expect("public from now on");
        assert_eq!(case.proposal.slug.as_deref(), Some("cool-roofs"));
        assert!(!case.may(initiatives::proposals::Deed::ReadSubmissions).is_yes());

        let starts = NaiveDate::from_ymd_opt(2015, 1, 7).unwrap();
        does!(app, HOUSE, reference, |act, actor, target| steering::start_running(act, actor, target, starts)).unwrap();
        let bare = does!(app, HOUSE, reference, |act, actor, target| steering::complete(act, actor, target, "", "R"));
        assert!(matches!(bare, Err(Error::Refused("proposals-no-reason"))));
        does!(app, HOUSE, reference, |act, actor, target| steering::complete(act, actor, target, "Done", "Report"))
            .unwrap();
        assert_eq!(state(&app, &reference).await, State::Completed);
    })
    .await;
}

#[tokio::test]
async fn a_changed_decision_leaves_the_catalogue_and_can_be_made_again() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let approved = decision(Outcome::Approved);
        does!(app, HOUSE, reference, |act, actor, target| steering::approve(act, actor, target, &approved)).unwrap();
        does!(app, HOUSE, reference, |act, actor, target| steering::revise(act, actor, target, "Error")).unwrap();
        assert!(app.case("official@barcelona.example", &reference).await.is_err());
        does!(app, HOUSE, reference, |act, actor, target| steering::approve(act, actor, target, &approved)).unwrap();
        let starts = NaiveDate::from_ymd_opt(2015, 1, 7).unwrap();
        does!(app, HOUSE, reference, |act, actor, target| steering::start_running(act, actor, target, starts)).unwrap();
        does!(app, HOUSE, reference, |act, actor, target| {
            steering::end_early(act, actor, target, "No money", starts)
        })
        .unwrap();
        assert_eq!(state(&app, &reference).await, State::Discontinued);
    })
    .await;
}

#[tokio::test]
async fn not_selected_and_reinstated() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let made = decision(Outcome::NotSelected);
        let bare = Decision { reason: String::new(), ..made.clone() };
        let refused =
            does!(app, HOUSE, reference, |act, actor, target| steering::not_select(act, actor, target, &bare));
        assert!(matches!(refused, Err(Error::Refused("proposals-no-decision-incomplete"))));
        does!(app, HOUSE, reference, |act, actor, target| steering::not_select(act, actor, target, &made)).unwrap();
        let foreign = does!(app, OWNER, reference, |act, actor, target| steering::reinstate(act, actor, target, "!"));
        assert!(matches!(foreign, Err(Error::NotFound)), "it is the secretariat's to do");
        does!(app, HOUSE, reference, |act, actor, target| steering::reinstate(act, actor, target, "Error")).unwrap();
        assert_eq!(state(&app, &reference).await, State::UnderReview);
        does!(app, HOUSE, reference, |act, actor, target| steering::not_select(act, actor, target, &made)).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_finds_what_is_assigned_and_handed_in() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let reviewer = app.person("reviewer1@jury.example").await;
        assert!(app.case("reviewer1@jury.example", &reference).await.is_err());
        for _ in 0..2 {
            does!(app, HOUSE, reference, |act, actor, target| {
                standing::assign(act, actor, target.reference, reviewer, standing::Asking::default())
            })
            .unwrap();
        }
        let case = app.case("reviewer1@jury.example", &reference).await.unwrap();
        assert!(!case.may(initiatives::proposals::Deed::Review).is_yes(), "confidentiality is promised first");
        app.give(&reference, "reviewer1@jury.example").await;
        let case = app.case("reviewer1@jury.example", &reference).await.unwrap();
        assert!(case.may(initiatives::proposals::Deed::Review).is_yes());
        assert!(!case.may(initiatives::proposals::Deed::ReadReviews).is_yes());
        does!(app, HOUSE, reference, |act, actor, target| {
            standing::unassign(act, actor, target.reference, reviewer)
        })
        .unwrap();
        assert!(app.case("reviewer1@jury.example", &reference).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_registered_proposal_says_where_it_is_known_from_and_invents_nothing() {
    on_both(async |app| {
        let call = app.call().await;
        let agra = app.actor(OWNER).await.memberships[0].organisation;
        let definition = app.definition().await;
        let known = serde_json::json!({ "title": "Piloting Digital Technologies", "short_title": "Digital", "lead_country": "IN" });
        let known = Registered {
            call,
            number: Some(5),
            organisation: agra,
            state: State::Running,
            answers: definition.answers_from_plain(known.as_object().unwrap()).unwrap(),
            sources: Sources { sources: vec!["The public page of 2014".to_owned()], ..Sources::default() },
            slug: None,
        };
        let act = app.begin_as("seed").await.unwrap();
        let unsourced = Registered { sources: Sources::default(), ..known.clone() };
        assert!(matches!(register(&act, None, unsourced).await, Err(Error::Refused("proposals-no-source"))));
        let reference = register(&act, None, known.clone()).await.unwrap();
        act.commit().await.unwrap();
        assert_eq!(reference.as_str(), "MI-2014-005");
        let case = app.case("official@barcelona.example", &reference).await.unwrap();
        assert_eq!((case.proposal.state, case.proposal.slug.as_deref()), (State::Running, Some("digital")));
        let text = submissions::last(app.db.read(), case.proposal.id).await.unwrap().unwrap();
        assert!(submissions::answers(&definition, &text).is_not_recorded("aim"));
        let other = app.act(OWNER, async |act, actor| register(act, Some(actor), known).await).await;
        assert!(matches!(other, Err(Error::NotFound)));
        assert_eq!(app.draft().await.as_str(), "MI-2014-006");
    })
    .await;
}
