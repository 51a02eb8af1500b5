//! Every verb of the workflow, from its page.

use initiatives::{ids::Reference, proposals::workflow::State};

use super::{HOUSE, OWNER, RUTH, at};
use crate::support::{Browser, Page, TestApp, on_both};

/// Presses the verb's button with what its page asks, over the version that the page shows.
async fn press(house: &mut Browser, reference: &Reference, noun: &str, typed: &[(&str, &str)]) -> Page {
    let path = format!("{}/{noun}", at(reference));
    let form = house.get(&path).await;
    assert_eq!(form.status, 200, "{noun}: {}", form.words());
    let version = form.field("version").unwrap();
    let values = [&[("version", version.as_str())], typed].concat();
    let page = house.post(&path, &values).await;
    assert_eq!(page.status, 303, "{noun}: {}", page.words());
    house.get(&at(reference)).await
}

async fn state(app: &TestApp, reference: &Reference) -> State {
    app.case(HOUSE, reference).await.unwrap().proposal.state
}

const BOARD: [(&str, &str); 5] = [
    ("body", "Board of Directors"),
    ("session", "Hyderabad"),
    ("decided_on", "2014-03-28"),
    ("minute_reference", "MIN-7"),
    ("publish", "yes"),
];

#[tokio::test]
async fn a_proposal_goes_all_the_way_from_submitted_to_completed() {
    on_both(async |app| {
        let reference = app.eligible().await;
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get(&at(&reference)).await.has("Start review"));
        let page = press(&mut house, &reference, "review-start", &[]).await;
        assert!(page.has("The review has started."));
        assert_eq!(state(&app, &reference).await, State::UnderReview);
        let approve = [&[("outcome", "approved"), ("message", "Well done.")], BOARD.as_slice()].concat();
        let page = press(&mut house, &reference, "decision?outcome=approved", &approve).await;
        assert!(page.has("The proposal is approved and public."), "{}", page.words());
        assert!(page.has("MIN-7") && page.has("28 March 2014") && page.has("Start running"));
        let page = press(&mut house, &reference, "running", &[("starts_on", "2015-01-15")]).await;
        assert!(page.has("From 15 January 2015 on"));
        let done = [("outcome", "40 schools joined."), ("report", "All of it is told here.")];
        let page = press(&mut house, &reference, "completion", &done).await;
        assert!(page.has("40 schools joined.") && page.has("All of it is told here."));
        assert_eq!(state(&app, &reference).await, State::Completed);
        assert!(!page.has("What you can do"), "nothing is left to do");
    })
    .await;
}

#[tokio::test]
async fn a_proposal_is_returned_until_a_moment_on_the_clock_of_the_call() {
    on_both(async |app| {
        let reference = app.eligible().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/return", at(&reference));
        let form = house.get(&path).await;
        assert!(form.has("Europe/Madrid") && form.has("Asha Verma <official@agra.example>"), "{}", form.words());
        let version = form.field("version").unwrap();
        let page =
            house.post(&path, &[("version", &version), ("requests.0.text", "Say <more>"), ("due", "soon")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Write a day and a time") && page.has("Say <more>"), "{}", page.words());
        let page = house
            .post(&path, &[("version", &version), ("requests.0.text", "Say more"), ("due", "2014-01-01T12:00")])
            .await;
        assert_eq!(page.status, 422);
        assert!(page.has("This moment is past."));
        let page =
            press(&mut house, &reference, "return", &[("requests.0.text", "Say more"), ("due", "2014-06-01T12:00")])
                .await;
        assert!(page.has("Say more") && page.has("1 June 2014, 12:00 (Europe/Madrid, UTC+2)"), "{}", page.words());
        let page = press(&mut house, &reference, "due", &[("due", "2014-06-08T12:00")]).await;
        assert!(page.has("8 June 2014, 12:00"));
        assert_eq!(state(&app, &reference).await, State::Returned);
        let refused = [("outcome", "not_selected"), ("reason", "Too late")];
        press(&mut house, &reference, "decision?outcome=not_selected", &[&refused, BOARD.as_slice()].concat()).await;
        let page = press(&mut house, &reference, "reinstatement", &[("reason", "An error")]).await;
        assert!(page.has("The proposal stands again where it stood before."));
        assert_eq!(state(&app, &reference).await, State::Returned);
    })
    .await;
}

#[tokio::test]
async fn an_approval_is_taken_back_and_a_running_initiative_ends_early() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let approve = [&[("outcome", "approved")], BOARD.as_slice()].concat();
        press(&mut house, &reference, "decision?outcome=approved", &approve).await;
        let page = press(&mut house, &reference, "revision", &[("reason", "A vote was not counted")]).await;
        assert!(page.has("A vote was not counted"));
        assert_eq!(state(&app, &reference).await, State::UnderReview);
        press(&mut house, &reference, "decision?outcome=approved", &approve).await;
        press(&mut house, &reference, "running", &[("starts_on", "2015-01-15")]).await;
        let end = [("reason", "No funds"), ("ended_on", "2016-02-01")];
        let page = press(&mut house, &reference, "early-end", &end).await;
        assert!(page.has("No funds On 1 February 2016"), "{}", page.words());
        assert_eq!(state(&app, &reference).await, State::Discontinued);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_is_withdrawn_on_the_owners_written_request() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/withdrawal", at(&reference));
        let version = house.get(&path).await.field("version").unwrap();
        let page = house.post(&path, &[("version", &version), ("reason", "By letter of 1 May")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Only the owner’s written request allows you to withdraw it."));
        let typed = [("request", "yes"), ("reason", "By letter of 1 May")];
        let page = press(&mut house, &reference, "withdrawal", &typed).await;
        assert!(page.has("By letter of 1 May") && page.has("Reinstate"));
        assert_eq!(state(&app, &reference).await, State::Withdrawn);
    })
    .await;
}

#[tokio::test]
async fn a_stale_page_is_a_conflict_that_keeps_the_text() {
    on_both(async |app| {
        let reference = app.eligible().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/return", at(&reference));
        let stale = house.get(&path).await.field("version").unwrap();
        press(&mut house, &reference, "review-start", &[]).await;
        let typed = [("version", stale.as_str()), ("requests.0.text", "Say more"), ("due", "2014-06-01T12:00")];
        let page = house.post(&path, &typed).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Somebody else changed this in the meantime") && page.text.contains("Say more"));
        assert_eq!(state(&app, &reference).await, State::UnderReview, "nothing was done");
        let fresh = page.field("version").unwrap();
        assert_ne!(fresh, stale);
        let again = [("version", fresh.as_str()), ("requests.0.text", "Say more"), ("due", "2014-06-01T12:00")];
        assert_eq!(house.post(&path, &again).await.status, 303, "sent again, over what was seen");
        let late = house.post(&path, &again).await;
        assert_eq!(late.status, 409);
        assert!(late.has("This cannot be done now") && late.text.contains("Say more"), "{}", late.words());
    })
    .await;
}

#[tokio::test]
async fn verbs_are_the_secretariats_and_only_where_the_state_has_them() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let nouns = [
            "review-start",
            "return",
            "due",
            "decision",
            "revision",
            "running",
            "completion",
            "early-end",
            "withdrawal",
            "reinstatement",
        ];
        for email in [OWNER, RUTH] {
            let mut other = app.sign_in(email).await;
            for noun in nouns {
                let path = format!("{}/{noun}", at(&reference));
                assert_eq!(other.get(&path).await.status, 404, "{email} {noun}");
                let page = other.post(&path, &[("version", "1"), ("reason", "x")]).await;
                assert_eq!(page.status, 404, "{email} {noun}");
            }
        }
        let mut house = app.sign_in(HOUSE).await;
        for noun in ["review-start", "due", "revision", "running", "completion", "early-end", "reinstatement"] {
            assert_eq!(house.get(&format!("{}/{noun}", at(&reference))).await.status, 403, "{noun}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    on_both(async |app| {
        let reference = app.eligible().await;
        let mut house = app.sign_in(HOUSE).await;
        let nouns = ["", "/review-start", "/return", "/decision", "/withdrawal"];
        for language in ["en", "fr", "es"] {
            for noun in nouns {
                let path = format!("{}{noun}?lang={language}", at(&reference));
                let page = house.get(&path).await;
                assert!(page.text.contains(&format!("<html lang=\"{language}\"")), "{path}");
                // The decision to approve is not open before the review; not selecting is.
                assert_eq!(page.status, 200, "{path}");
            }
            assert_eq!(house.get(&format!("/desk?lang={language}")).await.status, 200);
        }
    })
    .await;
}
