//! Who hears of what, once, and why.

use std::time::Duration;

use initiatives::{
    calls::actions::{extending, opening},
    clock::Moment,
    entity::proposal,
    mail,
    partners::topics::TopicKind,
    proposals::{actions::steering, rules::Outcome},
    seeds::{Folder, load::load, read::Seeds},
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ANA, HOUSE};
use crate::{programs::publish_news, proposals::verbs::decision, support::on_both};

#[tokio::test]
async fn whoever_is_matched_by_several_wishes_gets_one_letter_that_says_why() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let wanted = [("theme", "sustainability"), ("region", "oceania"), ("country", "AU"), ("theme", "governance")];
        app.subscribe(ANA, &wanted).await;
        app.subscribe("bo@malmo.example", &[("theme", "governance"), ("country", "AR"), ("general", "calls")]).await;
        app.subscribe("chi@lagos.example", &[("general", "everything"), ("language", "fr")]).await;
        app.approve_and_tell(&reference).await;

        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1, "once");
        let text = &told[0].body_text;
        assert!(text.contains("you asked to hear of: Sustainability; Oceania; Australia."), "{text}");
        assert!(text.contains("Change what you receive\nhttp://"), "{text}");
        assert!(told[0].unsubscribe.as_deref().is_some_and(|link| link.contains("/unsubscribe/")));
        assert!(app.told("bo@malmo.example").await.is_empty(), "not of this theme, not of this country");
        let french = app.told("chi@lagos.example").await.remove(0);
        assert!(french.body_text.contains("L’ensemble des Initiatives"), "{}", french.body_text);
    })
    .await;
}

#[tokio::test]
async fn who_follows_a_city_hears_of_what_it_takes_part_in() {
    on_both(async |app| {
        load(&app, &Seeds::read(&Folder::BuiltIn).unwrap()).await.unwrap();
        let page = app.browser().get("/initiatives/cities/fr-marseille?lang=en").await;
        let follow = page.each_after("href=\"/subscriptions?").remove(0);
        assert_eq!(follow, "city=fr-marseille");
        let form = app.browser().get(&format!("/subscriptions?{follow}&lang=en")).await;
        assert!(form.has("Marseille, France"), "{}", form.main());

        let path = app.subscribe(ANA, &[("city", "fr-marseille")]).await;
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::City, "fr-marseille".to_owned())]);
        assert!(app.browser().get(&format!("{path}?lang=en")).await.has("Marseille, France"));
        let of_marseille = proposal::Column::Slug.eq("climate-metropole-plus");
        let found = proposal::Entity::find().filter(of_marseille).one(app.db.read()).await.unwrap().unwrap();
        publish_news(&app, &found.reference, "Mille").await;
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body_text.contains("you asked to hear of: Marseille."), "{}", told[0].body_text);

        let other = [("email", ANA), ("city", "fr-lyon"), ("rhythm", "at_once"), ("language", "en")];
        let refused = app.browser().post("/subscriptions", &other).await;
        assert_eq!(refused.status, 422, "a city that has part in nothing");
    })
    .await;
}

#[tokio::test]
async fn a_followed_initiative_is_told_of_in_all_its_steps() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let case = app.case(HOUSE, &reference).await.unwrap();
        let slug = case.proposal.slug.unwrap();
        let page = app.browser().get(&format!("/initiatives/{slug}")).await;
        let links = page.each_after("href=\"/subscriptions?");
        assert_eq!(
            links,
            [format!("initiative={slug}"), "city=au-kestrel-bay".to_owned(), "theme=sustainability".to_owned()]
        );
        let form = app.browser().get(&format!("/subscriptions?initiative={slug}")).await;
        assert!(form.text.contains(&format!("name=\"initiative\" value=\"{slug}\" checked")), "{}", form.text);
        app.subscribe(ANA, &[("initiative", &slug)]).await;
        app.start_and_tell(&reference).await;
        let told = app.told(ANA).await;
        let kinds: Vec<&str> = told.iter().map(|letter| letter.kind.as_str()).collect();
        assert_eq!(kinds, ["partners-running"]);
        assert!(told[0].body_text.contains("you asked to hear of: this Initiative."), "{}", told[0].body_text);
    })
    .await;
}

#[tokio::test]
async fn a_call_that_opens_or_gets_more_time_is_told_once() {
    on_both(async |app| {
        app.subscribe(ANA, &[("general", "calls")]).await;
        app.subscribe("bo@malmo.example", &[("theme", "governance")]).await;
        let first = app.call().await;
        opening::tell_openings(&app).await.unwrap();
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty(), "what a seed brings had opened before");

        let call = initiatives::calls::by_id(app.db.read(), first).await.unwrap().unwrap();
        let mut terms = call.terms().unwrap();
        terms.slug = "2015".parse().unwrap();
        terms.window = initiatives::calls::Window::new(
            app.now() + Duration::from_secs(3600),
            app.now() + Duration::from_secs(90 * 86_400),
            Duration::from_secs(300),
        )
        .unwrap();
        let second = app.act(HOUSE, async |act, _| initiatives::calls::actions::create(act, &terms, Locale::En).await);
        let second = second.await.unwrap();
        opening::tell_openings(&app).await.unwrap();
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty(), "not open yet");
        app.clock.advance(Duration::from_secs(3600));
        let other = app.again().await;
        let (one, two) = tokio::join!(opening::tell_openings(&app), opening::tell_openings(&other));
        one.and(two).unwrap();
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].subject.starts_with("Call for proposals: "), "{}", told[0].subject);

        let later: Moment = app.now() + Duration::from_secs(120 * 86_400);
        let extend = async |act: &initiatives::act::Act, _: &_| {
            extending::extend(act, second, 1, later, "Floods.", Locale::En).await
        };
        app.act(HOUSE, extend).await.unwrap();
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 2);
        assert!(app.told("bo@malmo.example").await.is_empty(), "calls were not asked for");
    })
    .await;
}

#[tokio::test]
async fn what_is_public_no_more_when_its_turn_comes_is_told_to_nobody() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.subscribe(ANA, &[("general", "everything")]).await;
        let seen = app.seen(&reference).await;

        app.act(HOUSE, async |act, actor| {
            let target = steering::Target { reference: &reference, seen };
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await?;
            let target = steering::Target { reference: &reference, seen: seen + 1 };
            steering::revise(act, actor, target, "The session was another.").await
        })
        .await
        .unwrap();
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_workers_tell_each_of_many_once() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for n in 0..230 {
            app.enter_subscriber(&format!("reader{n:03}@cities.example"), &["everything", "calls"]).await;
        }
        let seen = app.seen(&reference).await;

        app.act(HOUSE, async |act, actor| {
            let target = steering::Target { reference: &reference, seen };
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        let other = app.again().await;
        let (one, two) = tokio::join!(mail::worker::deliver_due(&app), mail::worker::deliver_due(&other));
        one.and(two).unwrap();
        app.deliver_mail().await;
        assert_eq!(app.all_letters_of("partners-approved").await, 230);
        let examples = app.all_letters().await.into_iter().filter(|letter| letter.kind == "partners-approved");
        let examples = examples.filter(|letter| letter.args.is_some()).count();
        assert_eq!(examples, 4, "one of each batch, for whoever writes what such letters say");
    })
    .await;
}
