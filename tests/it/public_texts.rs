//! What is published of an Initiative: copied from what was submitted, corrected and translated by the secretariat.

use initiatives::{
    ids::Reference,
    proposals::{
        actions::{
            public_texts,
            steering::{self, Target},
        },
        rules::Outcome,
        store::published,
    },
};
use sea_orm::ConnectionTrait;

use crate::{
    proposals::verbs::decision,
    support::{Browser, Page, TestApp, on_both},
};

const HOUSE: &str = "secretariat@metropolis.example";

/// An Initiative, and the address of its page.
async fn published(app: &TestApp) -> (Reference, String) {
    let reference = app.under_review().await;
    let target = Target { reference: &reference, seen: app.seen(&reference).await };
    let made = decision(Outcome::Approved);
    app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
    let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
    (reference, format!("/initiatives/{slug}"))
}

/// The form for a language as it stands, with some of it changed.
async fn edit(house: &mut Browser, reference: &Reference, language: &str, changed: &[(&'static str, &str)]) -> Page {
    let path = format!("/desk/proposals/{reference}/public-text");
    let form = house.get(&format!("{path}?language={language}")).await;
    assert_eq!(form.status, 200, "{}", form.words());
    house.post_typed(&path, &crate::support::over(&posted(&form), changed)).await
}

/// What a browser would post of the texts of this form.
fn posted(form: &Page) -> Vec<(&'static str, &str)> {
    const NAMES: [&str; 7] = ["language", "seen", "title", "short_title", "aim", "theme", "content_language"];
    let mut values = Vec::new();
    for name in NAMES {
        if let Some(value) = form.field(name) {
            values.push((name, &*Box::leak(value.into_boxed_str())));
        }
    }
    values
}

#[tokio::test]
async fn a_correction_is_published_and_what_was_submitted_stays() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let refused = edit(&mut house, &reference, "en", &[("aim", "Roofs that stay cool.")]).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.has("Say why the text is corrected") && refused.has("Roofs that stay cool."),
            "typed text stays"
        );

        let done = edit(&mut house, &reference, "en", &[("aim", "Roofs that stay cool."), ("note", "Too long")]).await;
        assert_eq!(done.status, 303, "{}", done.words());
        let mut visitor = app.browser();
        assert!(visitor.get(&page).await.has("Roofs that stay cool."));
        assert!(visitor.get("/initiatives?q=stay+cool").await.has("1 Initiative"));
        let desk = house.get(&format!("/desk/proposals/{reference}/text")).await;
        assert!(!desk.has("Roofs that stay cool."), "what was submitted is another text");
        let form = house.get(&format!("/desk/proposals/{reference}/public-text")).await;
        assert!(form.has("Too long") && form.has("As submitted"));
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_another_language_reads_the_translation_and_the_rest_as_it_was_written() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let done =
            edit(&mut house, &reference, "fr", &[("title", "Des toits frais"), ("aim", "Peindre les toits en blanc.")])
                .await;
        assert_eq!(done.status, 303, "{}", done.words());
        let mut visitor = app.browser();
        let french = visitor.get(&format!("{page}?lang=fr")).await;
        assert!(french.has("<h1 lang=\"fr\">Des toits frais</h1>"), "{}", french.text);
        assert!(french.has("Peindre les toits en blanc.") && french.has("figure en anglais"));
        let english = visitor.get(&format!("{page}?lang=en")).await;
        assert!(!english.has("toits"));
        assert!(visitor.get("/initiatives?q=peindre&lang=en").await.has("1 Initiative"), "found by every language");
        assert!(visitor.get("/initiatives?q=peindre&lang=fr").await.has("<mark>Peindre</mark>"));

        edit(&mut house, &reference, "en", &[("aim", "Paint the roofs."), ("note", "Shorter")]).await;
        let form = house.get(&format!("/desk/proposals/{reference}/public-text?language=fr")).await;
        assert!(form.has("The original has changed since"));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_correct_at_once_the_second_is_told() {
    on_both(async |app| {
        let (reference, _) = published(&app).await;
        let (mut one, mut other) = (app.sign_in(HOUSE).await, app.sign_in(HOUSE).await);
        let path = format!("/desk/proposals/{reference}/public-text");
        let form = other.get(&path).await;
        let seen = posted(&form);
        edit(&mut one, &reference, "en", &[("aim", "The first."), ("note", "First")]).await;
        let late = [("aim", "The second, which was typed for an hour."), ("note", "Second")];
        let told = other.post_typed(&path, &crate::support::over(&seen, &late)).await;
        assert_eq!(told.status, 409);
        assert!(told.has("which was typed for an hour"), "nothing that was typed is lost");
    })
    .await;
}

#[tokio::test]
async fn lists_follow_what_is_public_in_every_process() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let other = app.again().await;
        assert!(other.browser().get("/initiatives").await.has("1 Initiative"));
        let seen = app.seen(&reference).await;
        let target = Target { reference: &reference, seen };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "Counted wrongly").await).await.unwrap();
        for path in ["/initiatives", "/map"] {
            assert!(!other.browser().get(path).await.has("Cool Roofs"), "{path}");
        }
        assert_eq!(other.browser().get(&page).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn who_leads_is_called_as_they_call_themselves_now() {
    on_both(async |app| {
        published(&app).await;
        assert!(app.browser().get("/initiatives").await.has("1 Initiative"));
        app.db
            .write()
            .execute_unprepared("UPDATE organisations SET name = 'Greater Agra' WHERE slug = 'agra'")
            .await
            .unwrap();
        assert!(app.browser().get("/initiatives").await.has("Greater Agra"));
    })
    .await;
}

#[tokio::test]
async fn what_was_public_before_there_were_such_texts_gets_one() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let id = app.case(HOUSE, &reference).await.unwrap().proposal.id;
        for table in ["catalogue_entries", "public_texts"] {
            app.db.write().execute_unprepared(&format!("DELETE FROM {table}")).await.unwrap();
        }
        let again = app.again().await;
        assert_eq!(again.browser().get(&page).await.status, 404);
        public_texts::catch_up(&app).await.unwrap();
        assert_eq!(again.browser().get(&page).await.status, 200);
        assert_eq!(published::current(app.db.read(), id).await.unwrap().len(), 1);
        public_texts::catch_up(&app).await.unwrap();
        assert_eq!(published::current(app.db.read(), id).await.unwrap().len(), 1);
    })
    .await;
}
