//! What visitors have written, as the secretariat reads it, and how long it is kept.

use std::time::Duration;

use initiatives::{
    accounts::{
        StaffRole,
        actions::{NewPerson, ensure_person, ensure_staff},
    },
    clock::Zone,
    entity::{audit_event, spent_challenge},
    ids::UserId,
    partners::{
        actions::contacting,
        contact::{About, MessageState},
        store::contact::{NewMessage, insert},
    },
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
        },
        conflicts::Ruling,
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{ANA, HOUSE};
use crate::support::{Browser, PASSWORD, TestApp, on_both};

const COLLEAGUE: &str = "colleague@metropolis.example";
const DAY: Duration = Duration::from_secs(86_400);

/// Somebody else of the secretariat.
async fn colleague(app: &TestApp) -> (UserId, Browser) {
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await.unwrap();
    let person = NewPerson {
        email: COLLEAGUE.parse().unwrap(),
        name: "Nuria Costa".to_owned(),
        locale: Locale::En,
        zone: Zone::UTC,
    };
    let act = app.begin_as("test").await.unwrap();
    let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_staff(&act, id, StaffRole::Secretariat).await.unwrap();
    act.commit().await.unwrap();
    let mut browser = app.browser();
    assert_eq!(browser.log_in(COLLEAGUE, PASSWORD).await.status, 303);
    (id, browser)
}

#[tokio::test]
async fn whoever_has_an_interest_in_an_initiative_finds_nothing_that_was_written_about_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let (id, mut colleague) = colleague(&app).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, id, Ruling::Set, "They know each other.").await
        })
        .await
        .unwrap();
        app.approve_and_tell(&reference).await;
        let proposal = app.case(HOUSE, &reference).await.unwrap().proposal;
        let slug = proposal.slug.unwrap();
        app.write_with_scripts(ANA, "When is the next call?", "").await;
        app.write_with_scripts(ANA, "May we join the roofs?", &slug).await;

        let mut house = app.sign_in(HOUSE).await;
        let page = house.get("/desk/messages").await;
        assert!(page.has("When is the next call?") && page.has("May we join the roofs?"), "{}", page.words());
        let about = app.contact_messages().await.remove(1).id;
        assert!(house.get(&format!("/desk/messages/{about}")).await.has("May we join the roofs?"));

        let page = colleague.get("/desk/messages").await;
        assert!(page.has("When is the next call?") && !page.has("May we join"), "{}", page.words());
        assert_eq!(colleague.get(&format!("/desk/messages/{about}")).await.status, 404);
        let values = [("version", "0"), ("answered", "yes")];
        assert_eq!(colleague.post(&format!("/desk/messages/{about}/answer"), &values).await.status, 404);
        assert_eq!(app.of_kind(COLLEAGUE, "contact-message").await.len(), 1, "of the other one, no letter either");
        assert_eq!(app.of_kind(HOUSE, "contact-message").await.len(), 2);
        let log = "/admin/mail?kind=contact-message";
        assert!(house.get(log).await.has(&proposal.title));
        let page = colleague.get(log).await;
        assert!(page.has("writes: A question") && !page.has(&proposal.title), "nor in the log: {}", page.words());
    })
    .await;
}

#[tokio::test]
async fn what_is_written_about_an_initiative_that_is_public_no_more_is_closed_to_the_same_people() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let (id, mut colleague) = colleague(&app).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, id, Ruling::Set, "They know each other.").await
        })
        .await
        .unwrap();
        app.approve_and_tell(&reference).await;
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A mistake.").await).await.unwrap();
        app.write_with_scripts(ANA, "May we join the roofs?", &slug).await;
        assert!(app.sign_in(HOUSE).await.get("/desk/messages").await.has("May we join the roofs?"));
        assert!(!colleague.get("/desk/messages").await.has("May we join the roofs?"));
        assert!(app.of_kind(COLLEAGUE, "contact-message").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_noted_once_and_taken_back() {
    on_both(async |app| {
        let (_, mut colleague) = colleague(&app).await;
        app.write_with_scripts(ANA, "When is the next call?", "").await;
        let mut house = app.sign_in(HOUSE).await;
        let (seen, also_seen) = (house.get("/desk/messages").await, colleague.get("/desk/messages").await);
        assert!(seen.has("Not answered") && seen.has("Mark as answered"), "{}", seen.words());
        let id = app.contact_messages().await[0].id;
        let path = format!("/desk/messages/{id}/answer");
        let version = seen.field("version").unwrap();
        let done = house.post(&path, &[("version", &version), ("answered", "yes")]).await;
        assert_eq!((done.status, done.location()), (303, format!("/desk/messages#m-{id}").as_str()));
        let page = house.get("/desk/messages").await;
        assert!(page.has("Answered on 1 April 2014") && page.has("Clara Soler"), "{}", page.words());

        let late = also_seen.field("version").unwrap();
        let refused = colleague.post(&path, &[("version", &late), ("answered", "yes")]).await;
        assert_eq!(refused.status, 409, "somebody else was quicker");
        let version = page.field("version").unwrap();
        assert_eq!(house.post(&path, &[("version", &version), ("answered", "no")]).await.status, 303);
        assert_eq!(app.contact_messages().await[0].state, MessageState::Open);
        let told: Vec<String> = audit_event::Entity::find()
            .filter(audit_event::Column::Subject.eq(format!("contact:{id}")))
            .order_by_asc(audit_event::Column::Id)
            .all(app.db.read())
            .await
            .unwrap()
            .into_iter()
            .map(|event| event.action)
            .collect();
        assert_eq!(told, ["contact.sent", "contact.answered", "contact.reopened"]);
    })
    .await;
}

#[tokio::test]
async fn the_list_goes_on_behind_the_last_message_of_a_page() {
    on_both(async |app| {
        let act = app.begin_as("story").await.unwrap();
        for n in 1..=51 {
            let new = NewMessage {
                name: "Ana".to_owned(),
                email: ANA.parse().unwrap(),
                locale: Locale::En,
                about: About::Other,
                body: format!("Message number {n}."),
                proposal: None,
            };
            insert(&act, new, MessageState::Open).await.unwrap();
        }
        act.commit().await.unwrap();
        app.write_without_scripts(ANA, "Nobody has confirmed this.").await;
        let mut house = app.sign_in(HOUSE).await;
        let first = house.get("/desk/messages").await;
        assert!(first.has("Message number 51.") && first.has("Message number 2.") && !first.has("Message number 1."));
        assert!(!first.has("Nobody has confirmed"), "what waits is read by nobody");
        let next = first.each_after("rel=\"next\" href=\"").remove(0);
        let second = house.get(&next).await;
        assert!(second.has("Message number 1.") && !second.has("Message number 2."), "{}", second.words());
        // An answer leads back to the same part of the list.
        let action = second.each_after("action=\"/desk/messages/").remove(0);
        let values = [("version", "0"), ("answered", "yes")];
        let done = house.post(&format!("/desk/messages/{action}"), &values).await;
        assert!(done.location().starts_with(&format!("{next}#m-")), "{}", done.location());
        let previous = second.each_after("rel=\"prev\" href=\"").remove(0);
        assert!(house.get(&previous).await.has("Message number 51."));
    })
    .await;
}

#[tokio::test]
async fn messages_and_challenges_are_forgotten_in_their_time() {
    on_both(async |app| {
        app.write_without_scripts(ANA, "Never confirmed.").await;
        app.write_with_scripts(ANA, "Answered.", "").await;
        app.write_with_scripts(ANA, "Not answered.", "").await;
        let answered = app.contact_messages().await.remove(1).id;
        app.act(HOUSE, async |act, actor| contacting::answer(act, actor, answered, 0, true).await).await.unwrap();
        let texts = async || app.contact_messages().await.into_iter().map(|row| row.body).collect::<Vec<_>>();

        app.clock.advance(6 * DAY);
        contacting::forget(&app).await.unwrap();
        assert_eq!(texts().await.len(), 3, "a week is not over");
        assert_eq!(spent_challenge::Entity::find().count(app.db.read()).await.unwrap(), 0, "a challenge is over");
        app.clock.advance(2 * DAY);
        contacting::forget(&app).await.unwrap();
        assert_eq!(texts().await, ["Answered.", "Not answered."]);
        app.clock.advance(731 * DAY);
        contacting::forget(&app).await.unwrap();
        assert_eq!(texts().await, ["Not answered."], "what is not answered waits for an answer");
    })
    .await;
}
