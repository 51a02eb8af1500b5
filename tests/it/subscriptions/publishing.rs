//! What the secretariat publishes, and who is told of it.

use std::time::Duration;

use initiatives::{
    catalogue::{actions, store::publications},
    entity::publication,
    mail::LetterState,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ANA, HOUSE};
use crate::support::{TestApp, on_both, over};

const NEWS: [(&str, &str); 5] = [
    ("kind", "milestone"),
    ("language", "en"),
    ("title_en", "A thousand roofs"),
    ("text_en", "The thousandth roof was painted white.\n\nThe heat beneath fell by four degrees."),
    ("link", "https://agra.example/roofs"),
];

impl TestApp {
    /// Fills in a form of the desk, as it was drawn; the status and the page.
    async fn fill_in(&self, path: &str, values: &[(&'static str, &str)], twice: bool) -> crate::support::Page {
        let mut house = self.sign_in(HOUSE).await;
        let id = house.get(path).await.field("id").unwrap();
        let values = over(values, &[("id", &id)]);
        let first = house.post_typed(path, &values).await;
        if twice { house.post_typed(path, &values).await } else { first }
    }
}

#[tokio::test]
async fn news_of_an_initiative_stands_on_its_page_and_is_told_to_those_who_follow_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let path = format!("/desk/proposals/{reference}/news");
        assert_eq!(app.sign_in(HOUSE).await.get(&path).await.status, 404, "there is nothing public to tell of");
        app.approve_and_tell(&reference).await;
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        app.subscribe(ANA, &[("initiative", &slug)]).await;
        app.subscribe("bo@malmo.example", &[("theme", "governance")]).await;

        let wrong = app
            .fill_in(
                &path,
                &over(&NEWS, &[("link", "agra")]).iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>(),
                false,
            )
            .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("A thousand roofs"), "what was typed stays");
        // Pressing twice publishes once.
        assert_eq!(app.fill_in(&path, &NEWS, true).await.status, 303);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].subject.ends_with(": A thousand roofs"), "{}", told[0].subject);
        assert!(told[0].body_text.contains("> The heat beneath fell"), "{}", told[0].body_text);
        assert!(app.told("bo@malmo.example").await.is_empty());
        let public = app.browser().get(&format!("/initiatives/{slug}")).await;
        assert_eq!(public.main().matches("A thousand roofs").count(), 2, "heading, and what the link is about");
        assert!(public.text.contains("href=\"https://agra.example/roofs\""));
    })
    .await;
}

#[tokio::test]
async fn who_follows_an_initiative_hears_of_its_publications_and_nobody_of_a_hidden_one() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let slug = crate::programs::slug(&app, &reference).await;
        app.subscribe(ANA, &[("initiative", &slug)]).await;
        app.subscribe("bo@malmo.example", &[("theme", "governance")]).await;
        let about = reference.to_string();
        let named = |title: &'static str| {
            [
                ("title_en", title),
                ("title_fr", title),
                ("title_es", title),
                ("summary_en", "What was reached."),
                ("summary_fr", "Ce qui a été atteint."),
                ("summary_es", "Lo alcanzado."),
                ("year", "2014"),
                ("link", ""),
                ("initiatives", &about[..]),
            ]
        };
        assert_eq!(app.fill_in("/desk/publications", &named("Hidden at once"), false).await.status, 303);
        let act = app.begin_as("story").await.unwrap();
        let hidden = publication::Entity::find().filter(publication::Column::Slug.eq("hidden-at-once"));
        let id = hidden.one(app.db.read()).await.unwrap().unwrap().id;
        publications::show(&act, id, false).await.unwrap();
        act.commit().await.unwrap();
        assert_eq!(app.fill_in("/desk/publications", &named("Roofs, measured"), false).await.status, 303);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        let [letter] = told.as_slice() else { panic!("{} letters", told.len()) };
        assert_eq!(letter.subject, "New publication: Roofs, measured");
        assert!(letter.body_text.contains("you asked to hear of: Cool Roofs"), "{}", letter.body_text);
        assert!(app.told("bo@malmo.example").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_publication_that_is_hidden_leaves_in_no_letter_that_waits() {
    on_both(async |app| {
        app.subscribe(ANA, &[("general", "everything"), ("rhythm", "daily")]).await;
        app.subscribe("bo@malmo.example", &[("general", "everything")]).await;
        let sound = [
            ("title_en", "Report 2014"),
            ("title_fr", "Rapport 2014"),
            ("title_es", "Informe 2014"),
            ("summary_en", "What was reached."),
            ("summary_fr", "Ce qui a été atteint."),
            ("summary_es", "Lo alcanzado."),
        ];
        assert_eq!(app.fill_in("/desk/publications", &sound, false).await.status, 303);
        app.expand_announcements().await;
        assert_eq!(app.gathered().await, 1);
        app.act(HOUSE, async |act, actor| actions::publications::show(act, actor, "report-2014", false).await)
            .await
            .unwrap();
        assert_eq!(app.gathered().await, 0);
        app.clock.advance(Duration::from_secs(2 * 86_400));
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty());
        let waited = app.told("bo@malmo.example").await;
        assert_eq!(waited.iter().map(|letter| letter.state).collect::<Vec<_>>(), [LetterState::Cancelled]);
    })
    .await;
}

#[tokio::test]
async fn a_publication_is_added_and_told_to_those_who_want_to_hear_of_everything() {
    on_both(async |app| {
        app.subscribe(ANA, &[("general", "everything"), ("language", "es")]).await;
        app.subscribe("bo@malmo.example", &[("general", "calls")]).await;
        let sound = [
            ("title_en", "Report 2014"),
            ("title_fr", "Rapport 2014"),
            ("title_es", "Informe 2014"),
            ("summary_en", "What was reached."),
            ("summary_fr", "Ce qui a été atteint."),
            ("summary_es", "Lo alcanzado."),
            ("year", "2014"),
            ("link", ""),
        ];
        for (field, value) in [("title_fr", ""), ("year", "next"), ("link", "javascript:alert(1)")] {
            let values = over(&sound, &[(field, value)]);
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            assert_eq!(app.fill_in("/desk/publications", &values, false).await.status, 422, "{field}");
        }
        assert_eq!(app.fill_in("/desk/publications", &sound, true).await.status, 303);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].subject, "Nueva publicación: Informe 2014");
        assert!(app.told("bo@malmo.example").await.is_empty());
        assert!(told[0].body_text.contains("/publications/report-2014"), "{}", told[0].body_text);
        let list = app.browser().get("/publications").await;
        assert_eq!(list.main().matches("Report 2014").count(), 2, "on its cover and beside it");
    })
    .await;
}
