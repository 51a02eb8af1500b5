//! Reviews of which a newer submission comes while they are written, or after.

use std::time::Duration;

use initiatives::{
    entity::review_version,
    guidelines::{Answer, Answers, Value},
    ids::Reference,
    proposals::actions::{saving, steering::Target},
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    desk::{CRITERIA, HOUSE, RUTH, at},
    reviews::{pairs, typed},
    support::{TestApp, on_both, proposals::ask_for},
};

/// A proposal whose first submission Ruth has judged.
async fn reviewed(app: &TestApp) -> Reference {
    let reference = app.under_review().await;
    app.assign(&reference, RUTH).await;
    app.review(&reference, RUTH, [4; 6], "Of the first.").await;
    reference
}

/// The secretariat asks for more, and the city submits again.
pub async fn resubmitted(app: &TestApp, reference: &Reference) {
    returned(app, reference).await;
    app.submit(reference).await;
}

async fn returned(app: &TestApp, reference: &Reference) {
    let due = app.now() + Duration::from_secs(86_400);
    app.act(HOUSE, async |act, actor| {
        let target = Target { reference, seen: app.seen_within(act, reference).await };
        ask_for(act, actor, target, "Name more partners.", due).await
    })
    .await
    .unwrap();
}

/// What is typed beside a submission, with more of the form.
fn read_beside(submission: &str, mut all: Vec<(String, String)>, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let added = [("submission", submission)];
    all.extend(added.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    all
}

#[tokio::test]
async fn a_newer_submission_asks_to_confirm_or_change_each_score_and_is_never_judged_unread() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let before = ruth.get(&path).await;
        assert_eq!(before.field("submission").unwrap(), "1");
        resubmitted(&app, &reference).await;

        assert!(ruth.get("/desk?waiting=yes").await.has("Changed since your review"), "it is back in the queue");
        let with = |submission: &str, more: &[(&str, &str)]| {
            read_beside(submission, typed("1", "4", "Of the second.", "submit"), more)
        };
        let stale = ruth.post(&path, &pairs(&with("1", &[]))).await;
        assert_ne!(stale.status, 303, "nobody judges what they have not read: {}", stale.words());
        let page = ruth.get(&path).await;
        assert!(page.has("What has changed since your review") && page.has("My score still holds"), "{}", page.words());
        let unconfirmed = ruth.post(&path, &pairs(&with("2", &[]))).await;
        assert_eq!(unconfirmed.status, 422);
        assert!(unconfirmed.has("confirm your score or change it") && unconfirmed.has("Of the second."));
        let boxes: Vec<String> = CRITERIA.iter().map(|key| format!("confirm-{key}")).collect();
        let all: Vec<(&str, &str)> = boxes.iter().map(|name| (name.as_str(), "yes")).collect();
        assert_eq!(ruth.post(&path, &pairs(&with("2", &all))).await.status, 303);
        assert!(!ruth.get("/desk?waiting=yes").await.has("Changed since your review"));
        let versions = review_version::Entity::find().count(app.db.read()).await.unwrap();
        assert_eq!(versions, 2, "what was handed in for the first stays");
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_an_earlier_submission_asks_to_confirm_or_change_each_score_that_was_given() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let draft = [("version", "0"), ("submission", "1"), ("score-relevance", "4"), ("do", "save")];
        assert_eq!(ruth.post(&path, &draft).await.status, 303);
        assert!(!ruth.get(&path).await.has("My score still holds"));
        resubmitted(&app, &reference).await;

        let page = ruth.get(&path).await;
        assert!(page.has("What has changed since your review"), "{}", page.words());
        assert_eq!(page.field("submission").unwrap(), "2");
        let box_of = |key: &str| format!("name=\"confirm-{key}\"");
        assert!(page.text.contains(&box_of("relevance")) && !page.text.contains(&box_of("partnership")));
        // Saved beside the second, what was given to the first is still to be confirmed.
        let saved = read_beside("2", typed("1", "4", "Of both.", "save"), &[]);
        assert_eq!(ruth.post(&format!("{path}/draft"), &pairs(&saved)).await.status, 200);
        let complete = typed("2", "4", "Of both.", "submit");
        let unconfirmed = ruth.post(&path, &pairs(&read_beside("2", complete.clone(), &[]))).await;
        assert_eq!(unconfirmed.status, 422);
        assert!(unconfirmed.has("confirm your score or change it"), "{}", unconfirmed.words());
        let confirmed = read_beside("2", complete, &[("confirm-relevance", "yes")]);
        assert_eq!(ruth.post(&path, &pairs(&confirmed)).await.status, 303);
        assert!(!ruth.get(&path).await.has("My score still holds"));
    })
    .await;
}

#[tokio::test]
async fn a_score_that_was_changed_before_the_newer_submission_came_is_not_changed_for_it() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let draft = format!("{path}/draft");
        let second_thoughts = read_beside("1", typed("1", "3", "On second thoughts.", "save"), &[]);
        assert_eq!(ruth.post(&draft, &pairs(&second_thoughts)).await.status, 200);
        resubmitted(&app, &reference).await;

        let unread = ruth.post(&path, &pairs(&read_beside("2", typed("2", "3", "Of both.", "submit"), &[]))).await;
        assert_eq!(unread.status, 422, "{}", unread.words());
        // A window that has stood open since the first saves what was written on that.
        let late = read_beside("1", typed("2", "2", "On third thoughts.", "save"), &[]);
        assert_eq!(ruth.post(&draft, &pairs(&late)).await.status, 200);
        for version in ["3", "4"] {
            let as_it_was = read_beside("2", typed(version, "2", "Of both.", "submit"), &[]);
            assert_eq!(ruth.post(&path, &pairs(&as_it_was)).await.status, 422, "version {version}");
            let saved = read_beside("2", typed(version, "2", "Of both.", "save"), &[]);
            assert_eq!(ruth.post(&draft, &pairs(&saved)).await.status, 200);
        }
        let changed = read_beside("2", typed("5", "5", "Of the second.", "submit"), &[]);
        assert_eq!(ruth.post(&path, &pairs(&changed)).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_score_that_is_said_to_hold_is_saved_while_it_is_written() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        resubmitted(&app, &reference).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let ticked = |key: &str| format!("name=\"confirm-{key}\" value=\"yes\" checked");
        assert!(!ruth.get(&path).await.text.contains(&ticked("relevance")));
        let saved = read_beside("2", typed("1", "4", "So far.", "save"), &[("confirm-relevance", "yes")]);
        assert_eq!(ruth.post(&format!("{path}/draft"), &pairs(&saved)).await.status, 200);
        let page = ruth.get(&path).await;
        assert!(page.text.contains(&ticked("relevance")), "{}", page.words());
        assert!(!page.text.contains(&ticked("partnership")), "the others were not confirmed");
    })
    .await;
}

#[tokio::test]
async fn the_queue_says_what_has_changed_since_ones_review() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        returned(&app, &reference).await;
        let text = |key: &str, text: &str| (key.parse().unwrap(), Answer::Value(Value::Text(text.to_owned())));
        let answers: Answers = [text("title", "Cooler Roofs"), text("aim", "Cooler rooms.")].into_iter().collect();
        app.act("official@agra.example", async |act, actor| saving::set(act, actor, &reference, answers, &[]).await)
            .await
            .unwrap();
        app.submit(&reference).await;

        let mut ruth = app.sign_in(RUTH).await;
        let list = ruth.get("/desk").await;
        assert!(list.has("Changed since your review: Title, "), "{}", list.words());
        let mut house = app.sign_in(HOUSE).await;
        assert!(!house.get("/desk").await.has("Changed since"), "it is the reviewer's own matter");
    })
    .await;
}
