//! What is done with a letter: it is cancelled, or sent once more.

use std::time::Duration;

use initiatives::{
    entity::letter,
    mail::{Letter, LetterClass, LetterState, outbox, worker},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{ADMINISTRATOR, OWNER, SECRETARIAT, shown, stands};
use crate::support::{
    TestApp,
    letters::{letter_to, post},
    on_both,
    smtp::SmtpServer,
};

/// One of many, which its reader can stop.
fn to_many(app: &TestApp, address: &str) -> Letter {
    Letter {
        class: LetterClass::Announcement,
        unsubscribe: Some(app.config.link("/unsubscribe/AbC_1.x")),
        ..letter_to(app, address)
    }
}

/// The page of the only letter to an address.
async fn page_of(app: &TestApp, address: &str) -> String {
    format!("/admin/mail/{}", app.only_letter_to(address).await.id)
}

#[tokio::test]
async fn what_waits_is_cancelled_by_somebody_who_is_named_and_never_leaves() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let host = if app.db.is_postgres() { "postgres.example" } else { "sqlite.example" };
        let address = format!("wrong@{host}");
        app.post_letter(&address).await;
        let letter = page_of(&app, &address).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        assert!(secretariat.get(&letter).await.text.contains("/cancellation\""));
        app.clock.advance(Duration::from_secs(60));
        let page = secretariat.post_and_follow(&format!("{letter}/cancellation"), &[]).await;
        for said in [
            "The email was cancelled.",
            "It was stopped before it left",
            "Email cancelled 1 April 2014, 12:01 (Europe/Madrid, UTC+2) · Clara Soler",
        ] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        assert!(!page.text.contains("/cancellation\""), "it is cancelled");
        worker::deliver_due(&office).await.unwrap();
        assert!(server.received().iter().all(|arrived| arrived.to != [address.as_str()]));
        let again = secretariat.post_and_follow(&format!("{letter}/cancellation"), &[]).await;
        assert_eq!(again.text.matches("Email cancelled").count(), 1, "pressed twice, it is cancelled once");

        let found = secretariat.get("/admin/mail?state=cancelled").await;
        assert!(found.has(&address) && shown(&found) == 1, "{}", found.main());
        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Email cancelled letter.cancelled") && !trail.has(&address), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn what_is_on_its_way_or_has_left_is_not_cancelled() {
    on_both(async |app| {
        for (name, state) in [("sent", LetterState::Sent), ("failed", LetterState::Failed)] {
            app.post_letter(&format!("{name}@agra.example")).await;
            stands(&app, &format!("{name}@agra.example"), state).await;
        }
        app.post_letter("held@agra.example").await;
        let held = app.only_letter_to("held@agra.example").await.id;
        let hold = async |until| {
            letter::Entity::update_many()
                .col_expr(letter::Column::LeaseHolder, Expr::value("a worker"))
                .col_expr(letter::Column::LeaseUntil, Expr::value(until))
                .filter(letter::Column::Id.eq(held))
                .exec(app.db.write())
                .await
                .unwrap();
        };
        hold(app.now() + Duration::from_secs(120)).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        for name in ["sent", "failed", "held"] {
            let letter = page_of(&app, &format!("{name}@agra.example")).await;
            assert!(!secretariat.get(&letter).await.text.contains("/cancellation\""), "{name}");
            let page = secretariat.post(&format!("{letter}/cancellation"), &[]).await;
            assert!(page.status == 409 && page.has("changed this in the meantime"), "{name}: {}", page.words());
        }
        // A worker that is gone holds nothing.
        hold(app.now()).await;
        let page = secretariat.post_and_follow(&format!("/admin/mail/{held}/cancellation"), &[]).await;
        assert!(page.has("The email was cancelled."), "{}", page.main());
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_is_cancelled_keeps_no_secret() {
    on_both(async |app| {
        app.person(OWNER).await;
        app.browser().post("/password-reset", &[("email", OWNER)]).await;
        let letter = page_of(&app, OWNER).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        assert_eq!(secretariat.get(&format!("{letter}/html")).await.status, 404);
        let page = secretariat.post_and_follow(&format!("{letter}/cancellation"), &[]).await;
        assert!(page.has("Its text was deleted") && page.has("what it said was deleted for safety"), "{}", page.main());
        assert!(!page.text.contains("/copies\""), "a button that leads to a refusal is a lie");
        let row = app.only_letter_to(OWNER).await;
        assert_eq!((row.body_text.as_str(), row.body_html.as_str()), ("", ""));
        let refused = secretariat.post(&format!("{letter}/copies"), &[("copies", "0")]).await;
        assert!(refused.status == 403 && refused.has("deleted for safety"), "{}", refused.words());
        assert_eq!(app.letters_to(OWNER).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_sent_once_more_as_a_copy_however_often_the_button_is_pressed() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let host = if app.db.is_postgres() { "postgres.example" } else { "sqlite.example" };
        let address = format!("reader@{host}");
        app.post_letter(&address).await;
        worker::deliver_due(&office).await.unwrap();
        let first = page_of(&app, &address).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let copies = secretariat.get(&first).await.field("copies").unwrap();
        app.clock.advance(Duration::from_secs(60));
        let pressed = [("copies", copies.as_str())];
        let mut other = secretariat.clone();
        let door = format!("{first}/copies");
        let (one, two) = tokio::join!(secretariat.post(&door, &pressed), other.post(&door, &pressed));
        assert_eq!((one.status, two.status), (303, 303));
        assert_eq!(one.location(), two.location(), "both are led to the one copy");
        let copy = one.location().to_owned();
        let page = secretariat.get(&copy).await;
        for said in ["A copy of the email is on its way.", "This email was sent once more. The first one:"] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        assert!(page.text.contains(&format!("href=\"{first}\"")), "{}", page.main());
        let page = secretariat.get(&first).await;
        assert!(page.has("Email sent once more") && page.text.contains(&format!("href=\"{copy}\"")), "{}", page.main());

        worker::deliver_due(&office).await.unwrap();
        let arrived: Vec<_> = server.received().into_iter().filter(|one| one.to == [address.as_str()]).collect();
        assert_eq!(arrived.len(), 2);
        assert_eq!(arrived[0].text, arrived[1].text);
        assert_ne!(arrived[0].header("message-id"), arrived[1].header("message-id"), "a letter of its own");

        // Whoever has seen the copy can send another, from either page.
        app.clock.advance(Duration::from_secs(60));
        let copies = secretariat.get(&copy).await.field("copies").unwrap();
        secretariat.post_and_follow(&format!("{copy}/copies"), &[("copies", &copies)]).await;
        let numbers: Vec<String> = app
            .letters_to(&address)
            .await
            .iter()
            .map(|letter| letter.unique_key.rsplit(' ').next().unwrap().to_owned())
            .collect();
        assert_eq!(numbers, ["0", "1", "2"]);
    })
    .await;
}

#[tokio::test]
async fn a_copy_is_refused_with_a_reason_where_it_would_do_harm() {
    on_both(async |app| {
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let mut press = async |address: &str, copies: &str| {
            let letter = page_of(&app, address).await;
            let offered = secretariat.get(&letter).await;
            let page = secretariat.post(&format!("{letter}/copies"), &[("copies", copies)]).await;
            assert_eq!(offered.text.contains("/copies\""), page.status == 303, "{address}: {}", offered.main());
            page
        };
        app.post_letter("waits@agra.example").await;
        let page = press("waits@agra.example", "0").await;
        assert!(page.status == 403 && page.has("it is on its way"), "{}", page.words());

        // What goes to many does not go to an address at which nothing arrives, nor to whoever has stopped it.
        let gone = "gone@agra.example";
        post(&app, to_many(&app, gone)).await;
        stands(&app, gone, LetterState::Sent).await;
        let suppress =
            "INSERT INTO suppressions (email, since, letter_id, reason) VALUES ('gone@agra.example', 0, NULL, '')";
        app.db.write().execute_unprepared(suppress).await.unwrap();
        let page = press(gone, "0").await;
        assert!(page.status == 403 && page.has("nothing arrives at its address"), "{}", page.words());

        let stopped = "stopped@agra.example";
        post(&app, to_many(&app, stopped)).await;
        stands(&app, stopped, LetterState::Sent).await;
        let wish = [("email", stopped), ("rhythm", "at_once"), ("language", "en"), ("general", "calls")];
        assert_eq!(app.browser().post("/subscriptions", &wish).await.status, 303);
        let halt = "UPDATE subscribers SET confirmed_at = 1, stopped_at = 2 WHERE email = 'stopped@agra.example'";
        app.db.write().execute_unprepared(halt).await.unwrap();
        letter::Entity::delete_many()
            .filter(letter::Column::Recipient.eq(stopped))
            .filter(letter::Column::Class.eq(LetterClass::Service))
            .exec(app.db.write())
            .await
            .unwrap();
        let page = press(stopped, "0").await;
        assert!(page.status == 403 && page.has("has stopped such emails"), "{}", page.words());

        // A letter that somebody waits for is; and a number that nobody can have seen counts as what there is.
        app.post_letter("fine@agra.example").await;
        let act = app.begin_as("story").await.unwrap();
        outbox::cancel(&act, app.only_letter_to("fine@agra.example").await.id).await.unwrap();
        act.commit().await.unwrap();
        assert_eq!(press("fine@agra.example", "4000000000").await.status, 303);
        let keys: Vec<String> =
            app.letters_to("fine@agra.example").await.iter().map(|letter| letter.unique_key.clone()).collect();
        assert!(keys[1].ends_with(" 1"), "{keys:?}");
    })
    .await;
}
