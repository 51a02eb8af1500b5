//! News that is told together.

use std::time::Duration;

use initiatives::{
    calls::actions::extending,
    entity::gathered,
    mail::{self, LetterState},
    proposals::{
        actions::steering::{self, Target},
        rules::Outcome,
    },
    words::Locale,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{ANA, HOUSE, link};
use crate::{
    proposals::verbs::decision,
    support::{Browser, TestApp, on_both},
};

const DAY: Duration = Duration::from_secs(86_400);

impl TestApp {
    pub async fn gathered(&self) -> u64 {
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
async fn what_is_public_no_more_is_told_to_nobody_who_has_not_been_told() {
    on_both(async |app| {
        app.subscribe(ANA, &[("general", "everything"), ("rhythm", "weekly")]).await;
        app.subscribe("bo@malmo.example", &[("general", "everything")]).await;
        let reference = app.under_review().await;
        let target = |seen| Target { reference: &reference, seen };
        let approval = decision(Outcome::Approved);
        let approve = async |seen| {
            app.act(HOUSE, async |act, actor| steering::approve(act, actor, target(seen), &approval).await)
                .await
                .unwrap();
        };
        approve(app.seen(&reference).await).await;
        app.expand_announcements().await;
        assert_eq!(app.gathered().await, 1);
        let seen = app.seen(&reference).await;
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target(seen), "Counted wrongly").await)
            .await
            .unwrap();
        assert_eq!(app.gathered().await, 0);
        app.deliver_mail().await;
        app.clock.advance(7 * DAY);
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty());
        let waited = app.told("bo@malmo.example").await;
        assert_eq!(waited.iter().map(|letter| letter.state).collect::<Vec<_>>(), [LetterState::Cancelled]);

        approve(app.seen(&reference).await).await;
        app.deliver_mail().await;
        app.clock.advance(7 * DAY);
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 1, "approved again, it is news");
        assert_eq!(app.told("bo@malmo.example").await.len(), 2);
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
async fn in_the_demonstration_a_partner_reads_an_approval_and_a_weekly_digest_a_minute_later_and_stops() {
    on_both(async |app| {
        let demo = app.again_with(|config| config.demo = true).await;
        let mut partner = demo.browser();
        for (email, rhythm) in [(ANA, "at_once"), ("bo@malmo.example", "weekly")] {
            let values = [("email", email), ("general", "everything"), ("rhythm", rhythm), ("language", "en")];
            assert_eq!(partner.post("/subscriptions", &values).await.location(), "/subscriptions/asked");
            mail::worker::deliver_due(&demo).await.unwrap();
            let link = newest(&mut partner, email, "/subscriptions/").await;
            let page = partner.get(&link).await;
            let version = page.field("version").unwrap();
            let page = partner.post_and_follow(&format!("{link}/confirmation"), &[("version", &version)]).await;
            assert!(page.has("All Initiatives, calls and publications"), "{}", page.main());
        }
        let reference = app.under_review().await;
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let made = decision(Outcome::Approved);
        app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
        mail::worker::deliver_due(&demo).await.unwrap();
        let stop = newest(&mut partner, ANA, "/unsubscribe/").await;
        assert!(partner.get("/demo/mail").await.has("was approved"));
        app.clock.advance(Duration::from_secs(61));
        mail::worker::deliver_due(&demo).await.unwrap();
        let weekly = newest(&mut partner, "bo@malmo.example", "/unsubscribe/").await;
        for link in [stop, weekly] {
            assert!(partner.get(&link).await.has("Stop the emails"));
            assert!(partner.post_and_follow(&format!("{link}/stopped"), &[]).await.has("The emails have stopped"));
        }
        let log = app.sign_in(HOUSE).await.get("/admin/mail?q=bo@malmo.example").await;
        assert!(log.has("was approved"), "the secretariat finds each: {}", log.main());
    })
    .await;
}

/// The path of the link below `below` in the newest email to somebody, as the demonstration shows it.
async fn newest(reader: &mut Browser, email: &str, below: &str) -> String {
    let list = reader.get(&format!("/demo/mail?to={email}")).await;
    let letter = list.each_after("href=\"/demo/mail/").remove(0);
    let letter = reader.get(&format!("/demo/mail/{letter}")).await;
    let at = letter.text.find(below).unwrap_or_else(|| panic!("no {below}: {}", letter.main()));
    let link = letter.text[at..].split(['"', '<', ' ', '\n', '?', '&']).next().unwrap();
    link.to_owned()
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
