//! What the secretariat features on the home page.

use std::time::Duration;

use initiatives::{
    entity::audit_event,
    ids::Reference,
    proposals::actions::steering::{self, Target},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    programs, public_texts,
    support::{Browser, Page, TestApp, each_after, on_both},
};

const HOUSE: &str = "secretariat@metropolis.example";
const SECOND: Duration = Duration::from_secs(1);

/// The two faces of the button.
const FEATURE: &str = "Feature on the home page";
const TAKE_BACK: &str = "No longer feature";

/// An Initiative that has just become public, and its name in the addresses of the catalogue.
async fn initiative(app: &TestApp) -> (Reference, String) {
    app.clock.advance(SECOND);
    let reference = app.under_review().await;
    app.approve_and_tell(&reference).await;
    let slug = programs::slug(app, &reference).await;
    (reference, slug)
}

/// The Initiatives of a section of the home page, in its order.
pub async fn shown(visitor: &mut Browser, section: &str) -> Vec<String> {
    let home = visitor.get("/").await;
    let heading = format!("<h2 id=\"{section}\">");
    let rest = home.text.split_once(heading.as_str()).map_or("", |(_, rest)| rest);
    let slugs = each_after(rest.split("</section>").next().unwrap(), "href=\"/initiatives/");
    slugs.into_iter().map(str::to_owned).collect()
}

fn door(reference: &Reference) -> String {
    format!("/desk/proposals/{reference}/featured")
}

/// Presses this button beside the published text; the page that follows.
async fn press(house: &mut Browser, reference: &Reference, button: &str) -> Page {
    let form = house.get(&format!("/desk/proposals/{reference}/public-text")).await;
    assert!(form.has(button), "{}", form.main());
    let wish = form.field("featured").unwrap();
    house.post_and_follow(&door(reference), &[("featured", wish.as_str())]).await
}

/// What the audit trail holds of it, in its order.
pub async fn events(app: &TestApp, reference: &Reference) -> Vec<String> {
    let id = app.case(HOUSE, reference).await.unwrap().proposal.id;
    let rows = audit_event::Entity::find()
        .filter(audit_event::Column::Subject.eq(format!("proposal:{id}")))
        .filter(audit_event::Column::Action.starts_with("initiative."))
        .order_by_asc(audit_event::Column::Id)
        .all(app.db.read())
        .await
        .unwrap();
    rows.into_iter().map(|row| row.action).collect()
}

async fn revise(app: &TestApp, reference: &Reference) {
    let target = Target { reference, seen: app.seen(reference).await };
    app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A mistake.").await).await.unwrap();
}

#[tokio::test]
async fn what_is_featured_stands_above_the_latest_and_not_among_them_until_that_is_taken_back() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let (_, first) = initiative(&app).await;
        let (reference, second) = initiative(&app).await;
        let other = app.again().await;
        let visitor = &mut other.browser();
        assert!(shown(visitor, "featured").await.is_empty());
        assert_eq!(shown(visitor, "latest").await, [second.as_str(), first.as_str()]);
        assert!(!visitor.get("/").await.has("Featured Initiatives"), "no section without any");

        let done = press(&mut house, &reference, FEATURE).await;
        assert!(done.has("The Initiative is featured on the home page."), "{}", done.words());
        assert!(done.has("Featured on the home page since 1 April 2014."), "{}", done.main());
        assert_eq!(shown(visitor, "featured").await, [second.as_str()]);
        assert_eq!(shown(visitor, "latest").await, [first.as_str()]);
        assert!(visitor.get("/").await.has("Featured Initiatives"));

        app.clock.advance(SECOND);
        let done = press(&mut house, &reference, TAKE_BACK).await;
        assert!(done.has("The Initiative is no longer featured on the home page."), "{}", done.words());
        assert!(shown(visitor, "featured").await.is_empty());
        assert_eq!(shown(visitor, "latest").await, [second.as_str(), first.as_str()]);

        assert_eq!(events(&app, &reference).await, ["initiative.featured", "initiative.unfeatured"]);
        let mut administrator = app.sign_in("admin@metropolis.example").await;
        let trail = administrator.get(&format!("/admin/audit?subject={reference}")).await;
        assert!(trail.has("Initiative featured on the home page"), "{}", trail.main());
        assert!(trail.has("Initiative no longer featured on the home page"), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn the_three_that_were_featured_last_are_shown_and_the_last_comes_first() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let mut slugs = Vec::new();
        for _ in 0..4 {
            let (reference, slug) = initiative(&app).await;
            press(&mut house, &reference, FEATURE).await;
            slugs.insert(0, slug);
        }
        let visitor = &mut app.browser();
        assert_eq!(shown(visitor, "featured").await, slugs[..3]);
        assert_eq!(shown(visitor, "latest").await, slugs[3..], "whatever is not shown above may stand here");
    })
    .await;
}

#[tokio::test]
async fn the_mark_stays_while_texts_and_states_change_and_nobody_sees_it_of_what_is_not_public() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let (reference, slug) = initiative(&app).await;
        press(&mut house, &reference, FEATURE).await;
        let home = app.browser().get("/?lang=fr").await;
        assert!(home.has("Initiatives à la une") && !home.has("Dernières Initiatives"), "{}", home.main());
        assert!(home.text.contains("id=\"world\""), "the map stays where all that is there is featured");

        let visitor = &mut app.browser();
        let corrected = [("aim", "Roofs that stay cool."), ("note", "Shorter")];
        assert_eq!(public_texts::edit(&mut house, &reference, "en", &corrected).await.status, 303);
        let french = [("title", "Des toits frais")];
        assert_eq!(public_texts::edit(&mut house, &reference, "fr", &french).await.status, 303);
        assert_eq!(shown(visitor, "featured").await, [slug.as_str()]);

        revise(&app, &reference).await;
        assert!(shown(visitor, "featured").await.is_empty(), "it is public no more");
        assert_eq!(house.post(&door(&reference), &[("featured", "no")]).await.status, 404);
        app.approve_and_tell(&reference).await;
        assert_eq!(shown(visitor, "featured").await, [slug.as_str()]);
        app.start_and_tell(&reference).await;
        assert_eq!(shown(visitor, "featured").await, [slug.as_str()]);
    })
    .await;
}

#[tokio::test]
async fn only_the_secretariat_features_only_what_is_public_and_pressing_twice_does_it_once() {
    on_both(async |app| {
        let (mut house, mut colleague) = (app.sign_in(HOUSE).await, app.sign_in(HOUSE).await);
        let hidden = app.under_review().await;
        let (reference, slug) = initiative(&app).await;
        let (path, yes) = (door(&reference), [("featured", "yes")]);
        assert_eq!(house.post(&door(&hidden), &yes).await.status, 404, "it is not public");
        for who in ["official@agra.example", "reviewer1@jury.example", "admin@metropolis.example"] {
            assert_eq!(app.sign_in(who).await.post(&path, &yes).await.status, 404, "{who}");
        }
        assert_eq!(app.browser().post(&path, &yes).await.status, 401);
        assert_eq!(house.post(&path, &[("featured", "perhaps")]).await.status, 404);
        assert!(events(&app, &reference).await.is_empty() && events(&app, &hidden).await.is_empty());

        let (one, other) = tokio::join!(house.post(&path, &yes), colleague.post(&path, &yes));
        assert_eq!((one.status, other.status), (303, 303), "{} {}", one.words(), other.words());
        app.clock.advance(SECOND);
        assert_eq!(colleague.post(&path, &yes).await.status, 303);
        assert_eq!(events(&app, &reference).await, ["initiative.featured"]);
        assert_eq!(shown(&mut app.browser(), "featured").await, [slug.as_str()]);
    })
    .await;
}
