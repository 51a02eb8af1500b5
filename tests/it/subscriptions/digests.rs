//! News that is told together.

use std::time::Duration;

use initiatives::{calls::actions::extending, entity::gathered, mail, words::Locale};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{ANA, HOUSE, link};
use crate::support::{TestApp, on_both};

const DAY: Duration = Duration::from_secs(86_400);

impl TestApp {
    async fn gathered(&self) -> u64 {
        gathered::Entity::find().count(self.db.read()).await.unwrap()
    }
}

#[tokio::test]
async fn a_week_without_news_brings_no_letter_and_one_with_news_brings_one() {
    on_both(async |app| {
        // The clock of stories begins on a Tuesday.
        app.subscribe(ANA, &[("general", "everything"), ("rhythm", "weekly")]).await;
        app.clock.advance(7 * DAY);
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty());

        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        app.clock.advance(DAY);
        app.start_and_tell(&reference).await;
        assert!(app.told(ANA).await.is_empty(), "they wait for Monday");
        assert_eq!(app.gathered().await, 2);
        app.clock.advance(5 * DAY);
        let other = app.again().await;
        let (one, two) = tokio::join!(mail::worker::deliver_due(&app), mail::worker::deliver_due(&other));
        one.and(two).unwrap();
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        let digest = &told[0];
        assert_eq!(digest.kind, "digest");
        assert!(digest.subject.ends_with("was approved, and one more piece of news"), "{}", digest.subject);
        let (first, second) =
            (digest.body_text.find("was approved").unwrap(), digest.body_text.find("has started").unwrap());
        assert!(first < second, "in the order in which it happened");
        for part in ["See the Initiative\nhttp://", "you asked to hear of: All Initiatives", "/unsubscribe/"] {
            assert!(digest.body_text.contains(part), "{part}: {}", digest.body_text);
        }
        assert_eq!(digest.body_html.matches("<h2").count(), 2, "{}", digest.body_html);
        assert_eq!(app.gathered().await, 0);
        app.clock.advance(7 * DAY);
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 1, "and nothing again");
    })
    .await;
}

#[tokio::test]
async fn a_digest_says_all_that_was_asked_for_of_what_it_tells() {
    on_both(async |app| {
        let wanted = [("theme", "sustainability"), ("general", "calls"), ("region", "africa"), ("rhythm", "weekly")];
        app.subscribe(ANA, &wanted).await;
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let call = app.case(HOUSE, &reference).await.unwrap().call;
        let later = app.now() + 120 * DAY;
        let extend = async |act: &initiatives::act::Act, _: &_| {
            extending::extend(act, call.id, call.version, later, "Floods.", Locale::En).await
        };
        app.act(HOUSE, extend).await.unwrap();
        app.deliver_mail().await;
        app.clock.advance(7 * DAY);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        let [digest] = told.as_slice() else { panic!("{} letters", told.len()) };
        assert!(
            digest.body_text.contains("you asked to hear of: Sustainability; Calls for proposals."),
            "{}",
            digest.body_text
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_gathered_comes_at_once_when_digests_are_given_up() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("general", "everything"), ("rhythm", "weekly")]).await;
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        assert_eq!(app.gathered().await, 1);
        app.press(&page, "", &[("general", "everything"), ("rhythm", "at_once"), ("language", "en")]).await;
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 1);
        app.start_and_tell(&reference).await;
        let kinds: Vec<String> = app.told(ANA).await.into_iter().map(|letter| letter.row.kind).collect();
        assert_eq!(kinds, ["digest", "partners-running"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_stops_gets_nothing_of_what_was_gathered() {
    on_both(async |app| {
        app.subscribe(ANA, &[("general", "everything"), ("rhythm", "daily")]).await;
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        app.clock.advance(DAY);
        app.deliver_mail().await;
        let digest = app.told(ANA).await.remove(0);
        app.start_and_tell(&reference).await;
        assert_eq!(app.gathered().await, 1);
        assert_eq!(app.browser().post(&link(&digest, "/unsubscribe/"), &[]).await.status, 200);
        assert_eq!(app.gathered().await, 0);
        app.clock.advance(DAY);
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 1);
    })
    .await;
}
