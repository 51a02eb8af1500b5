//! Writing: with a proof of work, or confirmed by the mail.

use std::time::Duration;

use initiatives::partners::contact::{About, MessageState};

use super::{ANA, HOUSE, OWNER, typed, work};
use crate::{
    subscriptions::link,
    support::{Page, TestApp, on_both},
};

const HOUR: Duration = Duration::from_secs(3600);

/// Somebody opens the page behind the letter that asks, and presses one of its buttons about a message.
async fn press(app: &TestApp, path: &str, noun: &str, message: &str) -> Page {
    app.browser().post_and_follow(&format!("{path}/{noun}"), &[("message", message)]).await
}

#[tokio::test]
async fn a_message_about_an_initiative_goes_to_the_secretariat_and_to_who_leads_it() {
    on_both(async |app| {
        let (slug, title) = app.public_initiative().await;
        let mut visitor = app.browser();
        let page = visitor.get(&format!("/contact?initiative={slug}&lang=fr")).await;
        assert!(page.has(&title) && page.has("qui dirige cette Initiative : Agra."), "{}", page.words());
        assert!(page.text.contains("value=\"joining\" id=\"f-about-2\" checked"), "{}", page.text);
        assert!(!page.text.contains(OWNER) && !page.has("Asha Verma"), "nobody is named who will read it");

        let text = "Nous voudrions nous joindre à vous.";
        let mut values = typed(ANA, text, &slug, "");
        let proof = work(&page);
        values.retain(|(name, _)| !["about", "proof"].contains(name));
        values.extend([("about", "joining"), ("proof", proof.as_str())]);
        let page = visitor.post_and_follow("/contact", &values).await;
        assert!(page.has("Merci de votre message"), "in the visitor's language: {}", page.words());

        let (house, owner) = (app.of_kind(HOUSE, "contact-message").await, app.of_kind(OWNER, "contact-message").await);
        assert_eq!((house.len(), owner.len()), (1, 1));
        assert_eq!(house[0].subject, format!("Ana Díaz writes: Joining an Initiative: {title}"));
        for letter in [&house[0], &owner[0]] {
            assert!(letter.body_text.contains(text) && letter.body_text.contains(ANA), "{}", letter.body_text);
        }
        let kept = app.contact_messages().await;
        assert!(house[0].body_text.contains(&format!("/desk/messages/{}", kept[0].id)));
        assert!(!owner[0].body_text.contains("/desk/"), "the desk is not theirs");
        assert!(app.letters_to(ANA).await.is_empty(), "nobody knows whose address that is");
        let kept = &kept[0];
        assert_eq!((kept.state, kept.about, kept.locale.tag()), (MessageState::Open, About::Joining, "fr"));
    })
    .await;
}

#[tokio::test]
async fn a_proof_of_work_counts_once_and_whoever_presses_twice_writes_once() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let mut visitor = app.browser();
        let proof = work(&visitor.get("/contact").await);
        let values = typed(ANA, "How is a proposal chosen?", "", &proof);
        for _ in 0..2 {
            assert_eq!(visitor.post("/contact", &values).await.location(), "/contact/sent");
        }
        assert_eq!(app.contact_messages().await.len(), 1);
        assert_eq!(app.of_kind(HOUSE, "contact-message").await.len(), 1);

        let page = visitor.post("/contact", &typed(ANA, "Buy two, pay one.", "", &proof)).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Nothing of your message is lost"), "{}", page.words());
        assert!(page.text.contains("Buy two, pay one.") && page.field("email").as_deref() == Some(ANA));
        assert_eq!(page.field("proof").as_deref(), Some(""), "another challenge needs another proof");
        // With the challenge of that page it goes.
        let again = work(&page);
        assert_ne!(again, proof);
        assert_eq!(visitor.post("/contact", &typed(ANA, "Buy two, pay one.", "", &again)).await.status, 303);
        assert_eq!(app.contact_messages().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_proof_that_is_forged_or_too_old_is_refused_and_the_text_stays() {
    on_both(async |app| {
        let mut visitor = app.browser();
        let proof = work(&visitor.get("/contact").await);
        for forged in ["e30=", "x", "%00"] {
            let page = visitor.post("/contact", &typed(ANA, "A question.", "", forged)).await;
            assert_eq!(page.status, 422, "{forged}");
            assert!(page.text.contains("A question."), "{}", page.text);
        }
        app.clock.advance(2 * HOUR);
        let page = visitor.post("/contact", &typed(ANA, "A question.", "", &proof)).await;
        assert_eq!(page.status, 422);
        assert!(page.has("had been open for a long time") && page.text.contains("A question."), "{}", page.words());
        assert_eq!(visitor.post("/contact", &typed(ANA, "A question.", "", &work(&page))).await.status, 303);
        assert_eq!(app.contact_messages().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn without_scripts_whoever_reads_the_mail_sends_the_message() {
    on_both(async |app| {
        app.person(HOUSE).await;
        app.write_without_scripts(ANA, "May two cities apply together?").await;
        let asks = app.only_letter_to(ANA).await;
        assert_eq!(asks.kind, "contact-confirm");
        assert!(!asks.body_text.contains("Díaz") && !asks.body_text.contains("apply together"), "no words of others");
        assert!(app.of_kind(HOUSE, "contact-message").await.is_empty());
        // A scanner that opens the link sends nothing.
        let path = link(&asks, "/contact/");
        let page = app.browser().get(&path).await;
        assert!(page.has("Did you write this?") && page.has("May two cities apply together?"), "{}", page.words());
        assert!(app.of_kind(HOUSE, "contact-message").await.is_empty());

        let message = page.field("message").unwrap();
        for _ in 0..2 {
            let page = press(&app, &path, "confirmation", &message).await;
            assert!(page.has("Your message has arrived.") && page.has("Nothing waits here"), "{}", page.words());
        }
        assert_eq!(app.of_kind(HOUSE, "contact-message").await.len(), 1, "sending twice is sending once");
        let receipts = app.of_kind(ANA, "contact-received").await;
        assert_eq!(receipts.len(), 1);
        assert!(receipts[0].body_text.contains("May two cities apply together?"));
        // It is too late to say that it was somebody else.
        let refused = app.browser().post(&format!("{path}/refusal"), &[("message", &message)]).await;
        assert_eq!(refused.status, 409);
        assert_eq!(app.contact_messages().await[0].state, MessageState::Open);
    })
    .await;
}

#[tokio::test]
async fn what_was_written_in_the_name_of_somebody_else_is_deleted_unread() {
    on_both(async |app| {
        app.person(HOUSE).await;
        app.write_without_scripts(ANA, "Something mean.").await;
        let path = link(&app.only_letter_to(ANA).await, "/contact/");
        let message = app.browser().get(&path).await.field("message").unwrap();
        let page = press(&app, &path, "refusal", &message).await;
        assert!(page.has("nobody has received it"), "{}", page.words());
        assert!(app.contact_messages().await.is_empty());
        assert!(app.of_kind(HOUSE, "contact-message").await.is_empty());
        // In another window it stands still.
        let sent = app.browser().post(&format!("{path}/confirmation"), &[("message", &message)]).await;
        assert_eq!(sent.status, 409);
        // The proof of one address is none for another.
        app.write_without_scripts("other@rosario.example", "A question.").await;
        let other = app.contact_messages().await[0].id.to_string();
        let sent = app.browser().post(&format!("{path}/confirmation"), &[("message", &other)]).await;
        assert_eq!(sent.status, 409);
        assert_eq!(app.contact_messages().await[0].state, MessageState::Waiting);
        assert_eq!(app.browser().get("/contact/AAAA").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn nobody_fills_the_mailbox_of_somebody_else() {
    on_both(async |app| {
        for n in 0..15 {
            app.write_without_scripts(ANA, &format!("Message {n}.")).await;
            app.clock.advance(Duration::from_secs(200));
        }
        let path = link(&app.only_letter_to(ANA).await, "/contact/");
        let page = app.browser().get(&path).await;
        assert!(page.has("Message 0.") && page.has("Message 14."), "one letter leads to all: {}", page.words());
        // What is sent once more waits once.
        app.clock.advance(HOUR);
        app.write_without_scripts(ANA, "Message 14.").await;
        assert_eq!(app.contact_messages().await.len(), 15);
        assert_eq!(app.of_kind(ANA, "contact-confirm").await.len(), 2, "an hour later it is asked again");
    })
    .await;
}

#[tokio::test]
async fn one_visitor_does_not_write_without_end() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let mut visitor = app.browser();
        visitor.address = Some("192.0.2.7:4000".parse().unwrap());
        let mut refused = 0;
        for n in 0..25 {
            let (email, text) = (format!("somebody{n}@rosario.example"), format!("Number {n} of many."));
            let page = visitor.post("/contact", &typed(&email, &text, "", "")).await;
            match page.status {
                303 => {}
                429 => {
                    assert!(page.text.contains(&text), "it is given back");
                    refused += 1;
                }
                other => panic!("{other}"),
            }
        }
        assert_eq!(refused, 5, "twenty are heard");
        assert_eq!(app.contact_messages().await.len(), 20);
        // With a proof of work, too.
        let proof = work(&visitor.get("/contact").await);
        assert_eq!(visitor.post("/contact", &typed(ANA, "One more.", "", &proof)).await.status, 429);
    })
    .await;
}

#[tokio::test]
async fn whoever_fills_what_nobody_sees_is_thanked_and_not_heard() {
    on_both(async |app| {
        app.person(HOUSE).await;
        for (proof, next) in [("", "/contact/asked"), ("anything", "/contact/sent")] {
            let mut values = typed(ANA, "Cheap watches.", "", proof);
            values.retain(|(name, _)| *name != "more");
            values.push(("more", "https://watches.example"));
            let page = app.browser().post("/contact", &values).await;
            assert_eq!((page.status, page.location()), (303, next));
        }
        assert!(app.contact_messages().await.is_empty() && app.all_letters().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_a_visitor_types_becomes_neither_header_nor_link_nor_markup() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let mut visitor = app.browser();
        let proof = work(&visitor.get("/contact").await);
        let text = "<script>alert(1)</script>\r\nhttp://evil.example/pay";
        let mut values = typed("ana?bcc=all@city.example", text, "not-there", &proof);
        values.retain(|(name, _)| *name != "name");
        values.push(("name", "Ana\r\nBcc: all@city.example"));
        assert_eq!(visitor.post("/contact", &values).await.status, 303);
        let letter = app.of_kind(HOUSE, "contact-message").await.remove(0);
        assert!(letter.subject.starts_with("Ana Bcc: all@city.example writes:"), "{}", letter.subject);
        assert!(!letter.body_html.contains("<script>") && !letter.body_text.contains("http://evil"));
        assert!(letter.proposal_id.is_none(), "about an Initiative that is not there it is about none");
        let page = app.sign_in(HOUSE).await.get("/desk/messages").await;
        assert!(page.has("<script>alert(1)</script>") && !page.text.contains("<script>alert"), "{}", page.text);
        assert!(page.text.contains("mailto:ana%3Fbcc%3Dall@city.example"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_and_what_was_typed_stays() {
    on_both(async |app| {
        let long = "a".repeat(4_001);
        for (email, message, said) in [
            ("ana", "A question.", "Write an email address"),
            (ANA, " \r\n ", "Please write your message."),
            (ANA, long.as_str(), "At most 4000 characters"),
        ] {
            let page = app.browser().post("/contact", &typed(email, message, "", "")).await;
            assert_eq!(page.status, 422, "{said}");
            assert!(page.has(said), "{}", page.words());
            assert_eq!(page.field("name").as_deref(), Some("Ana Díaz"));
        }
        assert!(app.contact_messages().await.is_empty());
    })
    .await;
}
