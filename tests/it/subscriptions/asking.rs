//! Asking for letters, and confirming that it was you.

use std::time::Duration;

use initiatives::{
    entity::{subscriber, subscription},
    partners::{
        actions::subscribing,
        topics::{Rhythm, TopicKind},
    },
    words::Locale,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{ANA, HOUSE, link};
use crate::support::{TestApp, on_both};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn nothing_is_sent_before_whoever_reads_the_mail_has_confirmed() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.ask_for_letters(ANA, &[("theme", "social_inclusion"), ("general", "everything")]).await;
        let asks = app.only_letter_to(ANA).await;
        assert_eq!(asks.kind, "subscription-confirm");
        assert!(asks.unsubscribe.is_none() && asks.body_text.contains("this address was typed in"));
        // A scanner that opens the link confirms nothing.
        let path = link(&asks, "/subscriptions/");
        let page = app.browser().get(&path).await;
        assert!(page.has("Did you?") && page.has("Social inclusion"), "{}", page.words());
        app.approve_and_tell(&reference).await;
        assert!(app.told(ANA).await.is_empty());
        assert!(app.confirmed(ANA).await.is_empty());

        let page = app.press(&path, "confirmation", &[]).await;
        assert!(page.has("Confirmed."), "{}", page.words());
        let both = [(TopicKind::Everything, String::new()), (TopicKind::Theme, "social_inclusion".to_owned())];
        assert_eq!(app.confirmed(ANA).await, both);
        app.start_and_tell(&reference).await;
        assert_eq!(app.told(ANA).await.len(), 1, "from now on, and nothing of before");
    })
    .await;
}

#[tokio::test]
async fn whoever_never_asked_says_so_and_hears_nothing() {
    on_both(async |app| {
        app.ask_for_letters(ANA, &[("general", "calls")]).await;
        let path = app.link_to_confirm(ANA).await;
        let page = app.press(&path, "refusal", &[]).await;
        assert!(page.has("Nothing will be sent"), "{}", page.words());
        assert!(app.confirmed(ANA).await.is_empty());
        assert_eq!(subscription::Entity::find().count(app.db.read()).await.unwrap(), 0);
        // Somebody who has letters refuses what was added, and keeps what there was.
        app.clock.advance(2 * HOUR);
        app.subscribe(ANA, &[("general", "calls")]).await;
        app.clock.advance(2 * HOUR);
        app.ask_for_letters(ANA, &[("theme", "governance")]).await;
        app.press(&path, "refusal", &[]).await;
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::Calls, String::new())]);
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_gets_letters_as_they_ask_for_them_now() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("general", "everything")]).await;
        app.browser().post(&page.replace("/subscriptions/", "/unsubscribe/"), &[]).await;
        assert!(app.subscriber(ANA).await.unwrap().stopped_at.is_some());
        app.clock.advance(Duration::from_secs(7 * 86_400));
        app.subscribe(ANA, &[("general", "everything"), ("rhythm", "weekly"), ("language", "fr")]).await;
        let row = app.subscriber(ANA).await.unwrap();
        assert_eq!((row.rhythm, row.locale, row.stopped_at), (Rhythm::Weekly, Locale::Fr, None));
        assert_eq!(app.letters_to(ANA).await.last().unwrap().locale, Locale::Fr, "so was the letter that asked");
        // Somebody else types the address of a reader: nothing of what they get changes.
        app.clock.advance(Duration::from_secs(7 * 86_400));
        app.ask_for_letters(ANA, &[("theme", "governance"), ("rhythm", "at_once"), ("language", "es")]).await;
        let row = app.subscriber(ANA).await.unwrap();
        assert_eq!((row.rhythm, row.locale), (Rhythm::Weekly, Locale::Fr));
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_again_what_came_back_says_so_on_their_page() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("general", "everything")]).await;
        assert!(!app.browser().get(&page).await.has("Emails to you came back"));
        app.suppress(ANA).await;
        let known = app.subscriber(ANA).await.unwrap();
        let desk = app.sign_in(HOUSE).await.get(&format!("/desk/subscribers/{}", known.id)).await;
        assert!(desk.has("Nothing arrives at this address"), "{}", desk.main());
        let shown = app.browser().get(&page).await;
        assert!(shown.has("Emails to you came back"), "{}", shown.main());
        app.press(&page, "confirmation", &[]).await;
        assert!(!app.browser().get(&page).await.has("Emails to you came back"));
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::Everything, String::new())]);
    })
    .await;
}

#[tokio::test]
async fn nobody_fills_the_mailbox_of_somebody_else() {
    on_both(async |app| {
        for n in 0..15_u8 {
            let theme = if n % 2 == 0 { "governance" } else { "sustainability" };
            app.ask_for_letters(ANA, &[("theme", theme)]).await;
            app.clock.advance(Duration::from_secs(200));
        }
        assert_eq!(app.letters_to(ANA).await.len(), 1, "one in an hour");
        // The one letter leads to all that was asked for meanwhile.
        let path = app.link_to_confirm(ANA).await;
        let page = app.browser().get(&path).await;
        assert!(page.has("Governance") && page.has("Sustainability"), "{}", page.words());

        // Unanswered, each further one waits twice as long: in a day and a half after the first they are five.
        for _ in 0..35 {
            app.clock.advance(HOUR);
            app.ask_for_letters(ANA, &[("theme", "governance")]).await;
        }
        assert_eq!(app.letters_to(ANA).await.len(), 6, "after 0, 1, 3, 7, 15 and 31 hours");
    })
    .await;
}

#[tokio::test]
async fn one_visitor_does_not_fill_the_mailboxes_of_many() {
    on_both(async |app| {
        let mut browser = app.browser();
        browser.address = Some("192.0.2.7:4000".parse().unwrap());
        let mut refused = 0;
        for n in 0..25 {
            let email = format!("somebody{n}@rosario.example");
            let values = [("email", email.as_str()), ("rhythm", "weekly"), ("language", "es"), ("general", "calls")];
            match browser.post("/subscriptions", &values).await.status {
                303 => {}
                429 => refused += 1,
                other => panic!("{other}"),
            }
        }
        assert_eq!(refused, 5, "twenty are heard");
        assert_eq!(subscriber::Entity::find().count(app.db.read()).await.unwrap(), 20);
    })
    .await;
}

#[tokio::test]
async fn odd_addresses_are_refused_or_reached_and_the_form_keeps_what_was_typed() {
    on_both(async |app| {
        let values = |email| vec![("email", email), ("rhythm", "daily"), ("language", "fr"), ("theme", "governance")];
        for wrong in
            ["", "ana", "ana@rosario.example\r\nBcc: x@y.example", "a b@c.example", "ana@127.0.0.1", "@b.example"]
        {
            let page = app.browser().post("/subscriptions", &values(wrong)).await;
            assert_eq!(page.status, 422, "{wrong}");
            assert!(page.text.contains("value=\"governance\" checked"), "what was ticked stays ticked");
            assert!(page.text.contains("value=\"daily\" id=\"f-rhythm-2\" checked"), "{}", page.text);
        }
        assert_eq!(app.all_letters().await.len(), 0);
        for (typed, reached) in [
            ("\"ana.maria\"@rosario.example", "\"ana.maria\"@rosario.example"),
            ("o'neill+news@Dublin.example", "o'neill+news@dublin.example"),
            (" ana@münchen.example ", "ana@xn--mnchen-3ya.example"),
        ] {
            let page = app.browser().post("/subscriptions", &values(typed)).await;
            assert_eq!(page.status, 303, "{typed}: {}", page.words());
            app.deliver_mail().await;
            assert_eq!(app.only_letter_to(reached).await.kind, "subscription-confirm");
        }
        let page = app.browser().post("/subscriptions", &values(ANA)[..3]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Choose at least one thing"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn what_there_is_not_to_hear_of_cannot_be_asked_for() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let id =
            app.case("secretariat@metropolis.example", &reference).await.unwrap().proposal.id.0.simple().to_string();
        let asked = [
            ("general", "moon"),
            ("theme", "weather"),
            ("region", "atlantis"),
            ("country", "XX"),
            ("add_city", "in-agra"),
            ("initiative", "not-yet"),
            ("followed", id.as_str()),
        ];
        for (name, value) in asked {
            let values = [("email", ANA), ("rhythm", "daily"), ("language", "fr"), (name, value)];
            assert_eq!(app.browser().post("/subscriptions", &values).await.status, 422, "{name}={value}");
        }
        assert!(app.subscriber(ANA).await.is_none());
        // Once it is public, its city can be chosen, and itself by its name.
        app.approve_and_tell(&reference).await;
        let slug = app.case("secretariat@metropolis.example", &reference).await.unwrap().proposal.slug.unwrap();
        app.subscribe(ANA, &[("add_city", "in-agra"), ("initiative", &slug)]).await;
        assert_eq!(
            app.confirmed(ANA).await,
            [(TopicKind::City, "in-agra".to_owned()), (TopicKind::Initiative, id.clone())]
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_who_is_signed_in_follows_at_once_and_others_addresses_are_asked() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let own = "official@agra.example";
        let mut official = app.sign_in(own).await;
        let page = official.get("/subscriptions?theme=governance&lang=en").await;
        assert_eq!(page.field("email").as_deref(), Some(own));
        let letters = app.letters_to(own).await.len();
        let values = [("email", own), ("rhythm", "weekly"), ("language", "es"), ("theme", "governance")];
        let page = official.post_and_follow("/subscriptions", &values).await;
        assert!(page.has("Saved."), "{}", page.words());
        assert_eq!(app.letters_to(own).await.len(), letters, "nothing to confirm");
        assert_eq!(app.confirmed(own).await, [(TopicKind::Theme, "governance".to_owned())]);

        let values = [("email", ANA), ("rhythm", "weekly"), ("language", "es"), ("theme", "governance")];
        assert_eq!(official.post("/subscriptions", &values).await.location(), "/subscriptions/asked");
        assert!(app.confirmed(ANA).await.is_empty());
        assert_eq!(app.only_letter_to(ANA).await.locale.tag(), "es");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_confirms_is_forgotten() {
    on_both(async |app| {
        app.ask_for_letters(ANA, &[("general", "calls")]).await;
        app.subscribe("bo@malmo.example", &[("general", "calls")]).await;
        app.clock.advance(29 * 24 * HOUR);
        subscribing::forget_unconfirmed(&app).await.unwrap();
        assert!(app.subscriber(ANA).await.is_some());
        let path = app.link_to_confirm(ANA).await;
        app.clock.advance(2 * 24 * HOUR);
        subscribing::forget_unconfirmed(&app).await.unwrap();
        assert!(app.subscriber(ANA).await.is_none());
        let mut visitor = app.browser();
        assert_eq!(visitor.get(&path).await.location(), "/subscriptions");
        assert!(visitor.get("/subscriptions?lang=en").await.has("You can ask again."));
        assert_eq!(app.browser().post(&format!("{path}/confirmation"), &[("version", "0")]).await.status, 404);
        assert_eq!(app.confirmed("bo@malmo.example").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_who_ask_for_the_same_address_at_once_send_one_letter() {
    on_both(async |app| {
        let other = app.again().await;
        let ask = async |browser: &mut crate::support::Browser, theme| {
            let values = [("email", ANA), ("rhythm", "daily"), ("language", "en"), ("theme", theme)];
            browser.post("/subscriptions", &values).await.status
        };
        let (mut here, mut there) = (app.browser(), other.browser());
        let answers = tokio::join!(ask(&mut here, "governance"), ask(&mut there, "sustainability"));
        assert_eq!(answers, (303, 303));
        assert_eq!(app.letters_to(ANA).await.len(), 1);
        let path = app.link_to_confirm(ANA).await;
        app.press(&path, "confirmation", &[]).await;
        assert_eq!(app.confirmed(ANA).await.len(), 2, "neither wish is lost");
    })
    .await;
}

impl TestApp {
    pub async fn all_letters_of(&self, kind: &str) -> usize {
        self.all_letters().await.iter().filter(|letter| letter.kind == kind).count()
    }
}
