//! Writing together, and never losing a word.

use std::collections::BTreeMap;

use initiatives::{
    error::Error,
    guidelines::{Answer, Value},
    ids::Reference,
    proposals::{
        actions::{
            drafting,
            saving::{Outcome, Sent, save as save_section},
        },
        drafts,
    },
};

use crate::support::{TestApp, on_both};

async fn load(app: &TestApp, reference: &Reference) -> drafts::Draft {
    let case = app.case("official@agra.example", reference).await.unwrap();
    drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap()
}

type Seen = BTreeMap<String, i32>;

/// The form of a section as someone has it open: what is stored, and the versions.
async fn form(app: &TestApp, reference: &Reference) -> (Vec<(String, String)>, Seen) {
    let draft = load(app, reference).await;
    let text = |key: &str| draft.answers.text(key).unwrap_or_default().to_owned();
    let posted = ["title", "short_title"].map(|key| (key.to_owned(), text(key)));
    let seen = draft.saved.iter().map(|(field, saved)| (field.clone(), saved.version)).collect();
    (posted.to_vec(), seen)
}

fn with(form: &[(String, String)], key: &str, text: &str) -> Vec<(String, String)> {
    let mut form = form.to_vec();
    form.iter_mut().find(|(name, _)| name == key).unwrap().1 = text.to_owned();
    form.push(("content_language".to_owned(), "en".to_owned()));
    form
}

async fn save(
    app: &TestApp,
    email: &str,
    reference: &Reference,
    posted: &[(String, String)],
    seen: &Seen,
) -> Result<Outcome, Error> {
    let sent = Sent { section: "identity", posted, seen: seen.clone(), ..Sent::default() };
    app.act(email, async |act, actor| save_section(act, actor, reference, sent).await).await
}

#[tokio::test]
async fn a_draft_begins_with_what_is_known() {
    on_both(async |app| {
        let reference = app.draft().await;
        assert_eq!(reference.as_str(), "MI-2014-001");
        let draft = load(&app, &reference).await;
        assert_eq!(draft.answers.text("lead_city"), Some("Agra"));
        assert_eq!(draft.answers.country("lead_country").unwrap().code(), "IN");
        assert_eq!(draft.answers.point("location").unwrap().lat().to_string(), "27.18");
        assert_eq!(draft.answers.period("action_plan_period").unwrap().to_string(), "2015-2017");
        assert_eq!(app.draft().await.as_str(), "MI-2014-002");
    })
    .await;
}

#[tokio::test]
async fn only_a_city_that_the_open_call_admits_can_start() {
    on_both(async |app| {
        let call = app.call().await;
        let barcelona = app.actor("official@barcelona.example").await.memberships[0].organisation;
        let foreign =
            app.act("official@agra.example", async |act, actor| drafting::create(act, actor, call, barcelona).await);
        assert!(matches!(foreign.await, Err(Error::NotFound)));
        app.clock.advance(std::time::Duration::from_secs(60 * 86_400));
        let late = app
            .act("official@barcelona.example", async |act, actor| drafting::create(act, actor, call, barcelona).await);
        assert!(matches!(late.await, Err(Error::Refused("proposals-no-call-closed"))));
    })
    .await;
}

#[tokio::test]
async fn a_save_writes_only_what_was_changed_and_lists_repeat_it() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (open, seen) = form(&app, &reference).await;
        let done =
            save(&app, "editor@agra.example", &reference, &with(&open, "title", "Digital Agra"), &seen).await.unwrap();
        assert_eq!(done.written.iter().map(ToString::to_string).collect::<Vec<_>>(), ["title"]);
        let case = app.case("official@agra.example", &reference).await.unwrap();
        assert_eq!((case.proposal.title.as_str(), case.proposal.title_key.as_str()), ("Digital Agra", "digital agra"));
        assert_eq!(case.proposal.version, 1, "writing is no change of state");
    })
    .await;
}

#[tokio::test]
async fn two_people_in_different_fields_never_meet() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (open, seen) = form(&app, &reference).await;
        save(&app, "editor@agra.example", &reference, &with(&open, "title", "Theirs"), &seen).await.unwrap();
        let second = with(&open, "short_title", "Mine");
        let done = save(&app, "official@agra.example", &reference, &second, &seen).await.unwrap();
        assert!(done.clashes.is_empty());
        let draft = load(&app, &reference).await;
        assert_eq!(draft.answers.text("title"), Some("Theirs"));
        assert_eq!(draft.answers.text("short_title"), Some("Mine"));
    })
    .await;
}

#[tokio::test]
async fn two_people_in_one_field_see_both_texts_and_lose_neither() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (open, seen) = form(&app, &reference).await;
        save(&app, "editor@agra.example", &reference, &with(&open, "title", "Theirs"), &seen).await.unwrap();
        let mut mine = with(&open, "title", "Mine");
        mine[1].1 = "Short".to_owned();
        let done = save(&app, "official@agra.example", &reference, &mine, &seen).await.unwrap();
        assert_eq!(done.clashes.len(), 1);
        assert_eq!(done.clashes[0].mine, Answer::text("Mine"));
        assert_eq!(done.clashes[0].theirs.answer, Answer::text("Theirs"));
        assert_eq!(done.written.len(), 1, "the other field is saved all the same");
        assert_eq!(load(&app, &reference).await.answers.text("title"), Some("Theirs"));

        let (_, newest) = form(&app, &reference).await;
        let done = save(&app, "official@agra.example", &reference, &mine, &newest).await.unwrap();
        assert!(done.clashes.is_empty(), "having seen theirs, mine may replace it");
        assert_eq!(load(&app, &reference).await.answers.text("title"), Some("Mine"));
    })
    .await;
}

#[tokio::test]
async fn an_emptied_field_counts_on_and_can_be_filled_again() {
    on_both(async |app| {
        let reference = app.draft().await;
        for text in ["One", "", "Two"] {
            let (open, seen) = form(&app, &reference).await;
            save(&app, "editor@agra.example", &reference, &with(&open, "title", text), &seen).await.unwrap();
        }
        let draft = load(&app, &reference).await;
        assert_eq!(draft.version("title"), 3);
        assert_eq!(draft.answers.value("title"), Some(&Value::Text("Two".to_owned())));
    })
    .await;
}

#[tokio::test]
async fn strangers_find_no_draft_and_the_secretariat_none_of_its_text() {
    on_both(async |app| {
        let reference = app.draft().await;
        for email in ["official@barcelona.example", "reviewer1@jury.example", "admin@metropolis.example"] {
            assert!(matches!(app.case(email, &reference).await, Err(Error::NotFound)), "{email}");
        }
        let case = app.case("secretariat@metropolis.example", &reference).await.unwrap();
        assert!(!case.may(initiatives::proposals::Deed::ReadAnswers).is_yes());
        let denied = save(&app, "secretariat@metropolis.example", &reference, &[], &Seen::new()).await;
        assert!(matches!(denied, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn only_an_owner_deletes_a_draft_and_then_nothing_is_left() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let refused =
            app.act("submitter@agra.example", async |act, actor| drafting::discard(act, actor, &reference, 1).await);
        assert!(matches!(refused.await, Err(Error::Refused("proposals-no-owner"))));
        app.act("official@agra.example", async |act, actor| drafting::discard(act, actor, &reference, 1).await)
            .await
            .unwrap();
        assert!(matches!(app.case("official@agra.example", &reference).await, Err(Error::NotFound)));
    })
    .await;
}
