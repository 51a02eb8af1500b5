//! What is published of an Initiative: copied from what was submitted, corrected and translated by the secretariat.

use std::time::Duration;

use initiatives::{
    accounts::store::organisations,
    entity::catalogue_entry,
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
use sea_orm::{ConnectionTrait, EntityTrait, Statement};

use crate::{
    proposals::verbs::decision,
    reviews_newer::resubmitted,
    support::{Browser, Page, TestApp, on_both},
};

const HOUSE: &str = "secretariat@metropolis.example";

/// An Initiative, and the address of its page.
async fn published(app: &TestApp) -> (Reference, String) {
    let reference = app.under_review().await;
    approve(app, &reference).await;
    let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
    (reference, format!("/initiatives/{slug}"))
}

async fn approve(app: &TestApp, reference: &Reference) {
    let target = Target { reference, seen: app.seen(reference).await };
    let made = decision(Outcome::Approved);
    app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
}

async fn revise(app: &TestApp, reference: &Reference) {
    let target = Target { reference, seen: app.seen(reference).await };
    app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "Counted wrongly").await).await.unwrap();
}

/// The form for a language as it stands, with some of it changed.
pub async fn edit(
    house: &mut Browser,
    reference: &Reference,
    language: &str,
    changed: &[(&'static str, &str)],
) -> Page {
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
        assert!(french.text.contains("<h1 lang=\"fr\">Des toits frais</h1>"), "{}", french.text);
        assert!(french.has("Peindre les toits en blanc.") && french.has("figure en anglais"));
        let english = visitor.get(&format!("{page}?lang=en")).await;
        assert!(!english.has("toits"));
        assert!(visitor.get("/initiatives?q=peindre&lang=en").await.has("1 Initiative"), "found by every language");
        assert!(visitor.get("/initiatives?q=peindre&lang=fr").await.text.contains("<mark>Peindre</mark>"));

        edit(&mut house, &reference, "en", &[("aim", "Paint the roofs."), ("note", "Shorter")]).await;
        let form = house.get(&format!("/desk/proposals/{reference}/public-text?language=fr")).await;
        assert!(form.has("The original has changed since"));
    })
    .await;
}

#[tokio::test]
async fn by_a_corrected_title_visitors_write_about_it_and_follow_it() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let title = [("title", "Roofs of Agra"), ("note", "As the city asked")];
        assert_eq!(edit(&mut house, &reference, "en", &title).await.status, 303);
        assert_eq!(edit(&mut house, &reference, "fr", &[("title", "Les toits d’Agra")]).await.status, 303);
        let slug = page.rsplit('/').next().unwrap();
        for path in ["contact", "subscriptions"] {
            let form = app.browser().get(&format!("/{path}?initiative={slug}")).await;
            assert!(form.has("Roofs of Agra") && !form.has("Cool Roofs"), "{path}: {}", form.main());
            let form = app.browser().get(&format!("/{path}?initiative={slug}&lang=fr")).await;
            assert!(form.has("Les toits d’Agra") && !form.has("Roofs of Agra"), "{path}: {}", form.main());
        }
        // That it was approved is told before they ask to hear of it.
        app.deliver_mail().await;
        app.subscribe("ana@rosario.example", &[("initiative", slug)]).await;
        app.subscribe("lea@lyon.example", &[("initiative", slug), ("language", "fr")]).await;
        app.start_and_tell(&reference).await;
        for (email, title) in [("ana@rosario.example", "Roofs of Agra"), ("lea@lyon.example", "Les toits d’Agra")] {
            let told = app.told(email).await;
            let [letter] = told.as_slice() else { panic!("{} letters", told.len()) };
            assert!(letter.body_text.contains(title), "{}", letter.body_text);
            assert!(!letter.body_text.contains("Cool Roofs"), "{}", letter.body_text);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_out_of_the_original_is_read_and_found_in_no_language() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let french = [("title", "Des toits frais"), ("aim", "Peindre les toits en blanc.")];
        assert_eq!(edit(&mut house, &reference, "fr", &french).await.status, 303);
        let done = edit(&mut house, &reference, "en", &[("aim", ""), ("note", "It was wrong")]).await;
        assert_eq!(done.status, 303, "{}", done.words());
        let mut visitor = app.browser();
        let french = visitor.get(&format!("{page}?lang=fr")).await;
        assert!(french.has("Des toits frais") && !french.has("Peindre"), "{}", french.main());
        for path in ["/initiatives?q=peindre&lang=fr", "/initiatives?lang=fr", "/data/initiatives.json"] {
            assert!(!visitor.get(path).await.has("les toits en blanc"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_came_of_an_initiative_is_read_found_corrected_and_translated() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(edit(&mut house, &reference, "fr", &[("title", "Des toits frais")]).await.status, 303);
        app.start_and_tell(&reference).await;
        let mut visitor = app.browser();
        let running = visitor.get(&page).await;
        assert!(running.has("From 1 January 2015 on") && !running.has("What came of it"), "{}", running.main());

        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let (outcome, report) = ("8,112 roofs are white.\n\n- Nights are cooler", "Lime lasts three monsoons.");
        app.act(HOUSE, async |act, actor| steering::complete(act, actor, target, outcome, report).await).await.unwrap();
        let read = visitor.get(&page).await;
        assert!(read.has("What came of it") && read.has("8,112 roofs are white."), "{}", read.main());
        assert!(read.text.contains("<li>Nights are cooler</li>"), "{}", read.main());
        assert!(read.has("Final report") && read.has("Lime lasts three monsoons."), "{}", read.main());
        assert!(visitor.get("/initiatives?q=monsoons").await.has("1 Initiative"));
        let french = visitor.get(&format!("{page}?lang=fr")).await;
        assert!(french.has("Des toits frais"), "what was translated of the rest stays");
        assert!(french.text.contains("lang=\"en\"><p>8,112 roofs"), "{}", french.main());

        let form = house.get(&format!("/desk/proposals/{reference}/public-text?language=fr")).await;
        assert!(form.has("The original has changed since"), "{}", form.words());
        let translated = [("what_was_reached", "8 112 toits sont blancs.")];
        assert_eq!(edit(&mut house, &reference, "fr", &translated).await.status, 303);
        let corrected = [("what_was_reached", "8,211 roofs are white."), ("note", "Two digits were swapped")];
        assert_eq!(edit(&mut house, &reference, "en", &corrected).await.status, 303);
        assert!(visitor.get(&format!("{page}?lang=fr")).await.has("8 112 toits sont blancs."));
        let english = visitor.get(&format!("{page}?lang=en")).await;
        assert!(english.has("8,211 roofs") && !english.has("8,112"), "{}", english.main());
        assert!(!english.has("Final report"), "what was left empty is taken out");
        assert!(visitor.get("/initiatives?q=monsoons&lang=en").await.has("No Initiative matches"));
    })
    .await;
}

#[tokio::test]
async fn what_was_translated_of_another_submission_is_not_published_with_the_new_one() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(edit(&mut house, &reference, "fr", &[("title", "Des toits frais")]).await.status, 303);
        revise(&app, &reference).await;
        approve(&app, &reference).await;
        let mut visitor = app.browser();
        assert!(visitor.get(&format!("{page}?lang=fr")).await.has("Des toits frais"), "the submission is the same");

        revise(&app, &reference).await;
        resubmitted(&app, &reference).await;
        approve(&app, &reference).await;
        assert!(!visitor.get(&format!("{page}?lang=fr")).await.has("Des toits frais"));
        assert!(!visitor.get("/initiatives?q=toits").await.has("1 Initiative"));
        let form = house.get(&format!("/desk/proposals/{reference}/public-text?language=fr")).await;
        assert!(form.has("The original has changed since"), "{}", form.words());
        assert_eq!(form.field("title").as_deref(), Some("Des toits frais"), "much of it may still hold");
    })
    .await;
}

#[tokio::test]
async fn what_was_corrected_while_somebody_translated_is_told_to_be_missing() {
    on_both(async |app| {
        let (reference, _) = published(&app).await;
        let (mut house, mut other) = (app.sign_in(HOUSE).await, app.sign_in(HOUSE).await);
        let path = format!("/desk/proposals/{reference}/public-text");
        let form = other.get(&format!("{path}?language=fr")).await;
        let original = form.field("original").unwrap();
        edit(&mut house, &reference, "en", &[("aim", "Paint the roofs."), ("note", "Shorter")]).await;
        let typed = [("title", "Des toits frais"), ("original", original.as_str())];
        let done = other.post_typed(&path, &crate::support::over(&posted(&form), &typed)).await;
        assert_eq!(done.status, 303, "{}", done.words());
        assert!(house.get(&format!("{path}?language=fr")).await.has("The original has changed since"));
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
        revise(&app, &reference).await;
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

/// Goes on once somebody waits for what an act of the story holds; on SQLite at once, where whole acts wait.
async fn somebody_waits(app: &TestApp) {
    let waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waits = Statement::from_string(app.db.read().get_database_backend(), waits);
    while app.db.is_postgres() && app.db.read().query_one_raw(waits.clone()).await.unwrap().is_none() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn an_organisation_is_renamed_while_its_initiative_becomes_public() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let act = app.begin_as("story").await.unwrap();
        organisations::locked(&act, "agra").await.unwrap();
        let renaming = async {
            somebody_waits(&app).await;
            let rename = "UPDATE organisations SET name = 'Greater Agra' WHERE slug = 'agra'";
            act.tx().execute_unprepared(rename).await.unwrap();
            act.commit().await.unwrap();
        };
        tokio::join!(renaming, approve(&app, &reference));
        let list = app.browser().get("/initiatives").await;
        assert!(list.has("1 Initiative") && list.has("Greater Agra"), "{}", list.main());
    })
    .await;
}

#[tokio::test]
async fn what_was_public_before_there_were_such_texts_gets_one() {
    on_both(async |app| {
        let (reference, page) = published(&app).await;
        let id = app.case(HOUSE, &reference).await.unwrap().proposal.id;
        let since = async || {
            let entry = catalogue_entry::Entity::find_by_id(id).one(app.db.read()).await.unwrap();
            entry.map(|entry| entry.published_at)
        };
        let public_since = since().await;
        app.clock.advance(Duration::from_secs(86_400));
        for table in ["catalogue_entries", "public_texts"] {
            app.db.write().execute_unprepared(&format!("DELETE FROM {table}")).await.unwrap();
        }
        let again = app.again().await;
        assert_eq!(again.browser().get(&page).await.status, 404);
        public_texts::catch_up(&app).await.unwrap();
        assert_eq!(again.browser().get(&page).await.status, 200);
        assert_eq!(published::current(app.db.read(), id).await.unwrap().len(), 1);
        assert_eq!(since().await, public_since, "it is not news");
        public_texts::catch_up(&app).await.unwrap();
        assert_eq!(published::current(app.db.read(), id).await.unwrap().len(), 1);
    })
    .await;
}
