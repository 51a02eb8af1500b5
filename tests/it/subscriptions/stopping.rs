//! Changing what comes, and stopping it.

use axum::{body::Body, http::Request};
use initiatives::{
    entity::letter,
    mail::LetterState,
    partners::topics::TopicKind,
    proposals::{actions::steering, rules::Outcome},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{ANA, HOUSE, link};
use crate::{proposals::verbs::decision, support::on_both};

#[tokio::test]
async fn one_click_in_a_mail_program_stops_all_at_once() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for name in ["ana", "bo"] {
            app.subscribe(&format!("{name}@rosario.example"), &[("general", "everything")]).await;
        }
        app.approve_and_tell(&reference).await;
        let encodings = [
            ("ana", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
            (
                "bo",
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n",
            ),
        ];
        for (name, encoding, body) in encodings {
            let email = format!("{name}@rosario.example");
            let told = app.told(&email).await.remove(0);
            let link = link(&told, "/unsubscribe/");
            // Whoever opens the link, a scanner perhaps, stops nothing.
            assert!(app.browser().get(&link).await.has("We will send no more news"));
            // From a mail provider's machine: another origin, no cookie.
            let request = Request::post(&link)
                .header("content-type", encoding)
                .header("origin", "https://mail.example")
                .header("sec-fetch-site", "cross-site")
                .body(Body::from(body))
                .unwrap();
            let answer = app.browser().send(request).await;
            assert_eq!((answer.status, answer.headers.get("set-cookie")), (200, None), "{encoding}");
            assert!(app.confirmed(&email).await.is_empty());
            assert!(app.browser().get(&link).await.has("The emails have stopped"));
        }
        app.start_and_tell(&reference).await;
        assert_eq!(app.told(ANA).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_in_the_outbox_is_taken_back() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let page = app.subscribe(ANA, &[("general", "everything")]).await;
        let seen = app.seen(&reference).await;
        app.act(HOUSE, async |act, actor| {
            let target = steering::Target { reference: &reference, seen };
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        app.expand_announcements().await;
        let stop = page.replace("/subscriptions/", "/unsubscribe/");
        assert_eq!(app.browser().post(&stop, &[]).await.status, 200);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.iter().map(|letter| letter.state).collect::<Vec<_>>(), [LetterState::Cancelled]);
        let sent = letter::Entity::find()
            .filter(letter::Column::Recipient.eq("official@agra.example"))
            .filter(letter::Column::State.eq(LetterState::Cancelled));
        assert_eq!(sent.count(app.db.read()).await.unwrap(), 0, "letters of others are theirs");
    })
    .await;
}

#[tokio::test]
async fn somebody_changes_what_comes_and_stops_it_on_a_page() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("theme", "governance"), ("country", "IN")]).await;
        let shown = app.browser().get(&page).await;
        assert!(shown.text.contains("value=\"governance\" checked") && shown.text.contains("value=\"IN\" checked"));
        let values = [("country", "IN"), ("add_country", "AR"), ("rhythm", "daily"), ("language", "fr")];
        let saved = app.press(&page, "", &values).await;
        assert!(saved.has("Saved."), "{}", saved.words());
        assert_eq!(
            app.confirmed(ANA).await,
            [(TopicKind::Country, "AR".to_owned()), (TopicKind::Country, "IN".to_owned())]
        );
        let row = app.subscriber(ANA).await.unwrap();
        assert_eq!((row.rhythm.code(), row.locale.tag()), ("daily", "fr"));

        let stopped = app.press(&page, "", &[("rhythm", "daily"), ("language", "fr")]).await;
        assert!(stopped.has("You receive no emails"), "nothing chosen is nothing wanted: {}", stopped.words());
        assert!(app.subscriber(ANA).await.unwrap().stopped_at.is_some());
        // And begins anew, without another letter: the link is proof enough.
        let again = app.press(&page, "", &[("general", "calls"), ("rhythm", "daily"), ("language", "fr")]).await;
        assert!(again.has("Saved."), "{}", again.words());
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::Calls, String::new())]);
        assert!(app.subscriber(ANA).await.unwrap().stopped_at.is_none());
    })
    .await;
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("theme", "governance")]).await;
        let version = app.browser().get(&page).await.field("version").unwrap();
        app.press(&page, "", &[("theme", "sustainability"), ("rhythm", "daily"), ("language", "en")]).await;
        let values = [("theme", "governance"), ("rhythm", "weekly"), ("language", "en"), ("version", &version)];
        let late = app.browser().post(&page, &values).await;
        assert_eq!(late.status, 409, "{}", late.words());
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::Theme, "sustainability".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn forged_links_lead_nowhere() {
    on_both(async |app| {
        let page = app.subscribe(ANA, &[("general", "calls")]).await;
        let token = page.rsplit('/').next().unwrap().to_owned();
        let flipped = |at: usize| {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            String::from_utf8(bytes).unwrap()
        };
        for forged in [flipped(0), flipped(token.len() / 2), token[..token.len() - 4].to_owned(), "x".repeat(2000)] {
            for path in [format!("/subscriptions/{forged}"), format!("/unsubscribe/{forged}")] {
                assert_eq!(app.browser().get(&path).await.status, 404, "{path}");
                assert_eq!(app.browser().post(&path, &[("version", "1")]).await.status, 404, "{path}");
            }
            let path = format!("/subscriptions/{forged}/confirmation");
            assert_eq!(app.browser().post(&path, &[("version", "1")]).await.status, 404, "{path}");
        }
        // A partner's proof is not a subscriber's.
        app.under_review().await;
        app.deliver_mail().await;
        let asks = app.all_letters().await.into_iter().find(|letter| letter.kind == "partners-ask").unwrap();
        let path = link(&asks, "/partners/").replace("/partners/", "/subscriptions/");
        assert_eq!(app.browser().get(&path).await.status, 404);
        assert_eq!(app.confirmed(ANA).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_partner_who_wants_updates_follows_and_stops_like_all_others() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.deliver_mail().await;
        let asks = app.all_letters().await.into_iter().find(|letter| letter.kind == "partners-ask").unwrap();
        let email = asks.recipient.to_string();
        app.browser().post(&link(&asks, "/partners/"), &[("choice", "updates")]).await;
        assert_eq!(app.confirmed(&email).await.len(), 1);
        app.approve_and_tell(&reference).await;
        let told = app.told(&email).await.pop().unwrap();
        assert_eq!(told.kind, "partners-approved");
        let page = app.browser().get(&link(&told, "/subscriptions/")).await;
        assert!(page.has("Initiatives you follow"), "{}", page.words());
        app.browser().post(&link(&told, "/unsubscribe/"), &[]).await;
        let answers = app.sign_in(HOUSE).await.get(&format!("/desk/proposals/{reference}/partners")).await;
        assert!(answers.has("Receives no more emails"), "{}", answers.words());
        // Who answers once more that nothing is wanted follows nothing.
        app.browser().post(&link(&asks, "/partners/"), &[("choice", "confirm")]).await;
        assert_eq!(app.confirmed(&email).await.len(), 1);
        app.browser().post(&link(&asks, "/partners/"), &[("choice", "neither")]).await;
        assert!(app.confirmed(&email).await.is_empty());
    })
    .await;
}
