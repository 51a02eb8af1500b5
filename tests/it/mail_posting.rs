//! Letters from what happened to the outbox: once, in the reader's language, and harmless whatever their values.

use initiatives::{
    mail::{Letter, LetterClass, log, outbox},
    words::Locale,
};

use crate::support::{
    letters::{letter_to, post, someone},
    on_both,
};

const READER: &str = "reader@agra.example";

#[tokio::test]
async fn what_happened_once_is_written_once() {
    on_both(async |app| {
        post(&app, letter_to(&app, READER)).await;
        post(&app, letter_to(&app, READER)).await;
        assert_eq!(app.letters_to(READER).await.len(), 1);
        let other = Letter { event: "another".to_owned(), ..letter_to(&app, READER) };
        post(&app, other).await;
        assert_eq!(app.letters_to(READER).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_did_not_happen_is_not_written() {
    on_both(async |app| {
        let act = app.begin_as("story").await.unwrap();
        outbox::post(&act, letter_to(&app, READER)).await.unwrap();
        drop(act);
        assert!(app.letters_to(READER).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_in_the_language_of_its_reader() {
    on_both(async |app| {
        for locale in Locale::ALL {
            app.clock.advance(std::time::Duration::from_millis(1));
            let letter = Letter::test(&app.config, someone(READER, "Ana", locale), locale, "note");
            post(&app, letter).await;
        }
        let letters = app.letters_to(READER).await;
        let beginnings: Vec<&str> = letters.iter().map(|letter| letter.body_text.lines().next().unwrap()).collect();
        assert_eq!(beginnings, ["Dear Ana,", "Bonjour Ana,", "Hola, Ana:"]);
        assert!(letters[1].subject.starts_with("Courriel d’essai"));
        assert!(letters[1].body_html.contains("<html lang=\"fr\">"));
    })
    .await;
}

#[tokio::test]
async fn values_become_neither_headers_nor_markup_nor_links() {
    on_both(async |app| {
        let note = "Hello\r\nBcc: victim@city.example\r\n\r\n<a href=\"https://evil.example/\">Log in</a>\n\n\
                    Pay at https://evil.example/pay or www.evil.example, ours is http://127.0.0.1:3000/proposals \u{202e}txt \
                    http://127.0.0.1:3000/,https://evil.example/x";
        let name = "Eve\r\nBcc: victim@city.example <b>";
        post(&app, Letter::test(&app.config, someone(READER, name, Locale::En), "evil", note)).await;
        let letter = app.only_letter_to(READER).await;

        assert!(letter.subject.chars().all(|c| !c.is_control()), "{:?}", letter.subject);
        assert!(letter.subject.starts_with("A test email: Hello Bcc: victim@city.example <a href="));

        assert!(letter.body_text.starts_with("Dear Eve Bcc: victim@city.example <b>,\n"), "{}", letter.body_text);
        let quoted = letter.body_text.split("writes:\n\n").nth(1).unwrap().split("\n\nOpen the service").next().unwrap();
        assert!(quoted.lines().all(|line| line.starts_with('>')), "{quoted}");
        assert_eq!(quoted.lines().count(), 6);

        for body in [&letter.body_text, &letter.body_html] {
            assert!(!body.contains("https://evil") && !body.contains("www.evil"), "{body}");
            assert!(body.contains("http://127.0.0.1:3000/proposals"), "our own addresses stay whole");
            assert!(!body.contains('\u{202e}'));
        }
        assert!(!letter.body_html.contains("<a href=\"https://evil"));
        assert!(letter.body_html.contains("&#60;a href=") || letter.body_html.contains("&lt;a href="));
        assert_eq!(letter.body_html.matches("<blockquote").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_an_address_that_the_service_makes_is_a_link() {
    on_both(async |app| {
        let ours = app.config.link("/receipts/0f");
        let about = |verify: &str| {
            let values = ["proposal", "reference", "number", "when", "utc", "sha256", "fields", "seal"];
            let mut args: Vec<_> = values.map(|name| (name, format!("A {ours}"))).to_vec();
            args.extend([("changed", "some".to_owned()), ("sealed", "yes".to_owned()), ("verify", verify.to_owned())]);
            Letter { kind: "received", event: verify.to_owned(), args, action: None, ..letter_to(&app, READER) }
        };
        post(&app, about(&ours)).await;
        let letter = app.only_letter_to(READER).await;
        let link = format!("<a href=\"{ours}\"");
        assert_eq!(letter.body_html.matches(&link).count(), 1, "{}", letter.body_html);
        assert!(letter.body_text.contains(&format!("\n\n{ours}\n\n")), "{}", letter.body_text);

        app.clock.advance(std::time::Duration::from_millis(1));
        post(&app, about(&format!("{ours}\nhttps://evil.example/"))).await;
        post(&app, about("https://evil.example/")).await;
        for letter in &app.letters_to(READER).await[1..] {
            assert_eq!(letter.body_html.matches("<a href").count(), 1, "the footer alone: {}", letter.body_html);
        }
    })
    .await;
}

#[tokio::test]
async fn one_of_many_must_say_how_to_stop_it() {
    on_both(async |app| {
        let act = app.begin_as("story").await.unwrap();
        let letter = Letter { class: LetterClass::Announcement, ..letter_to(&app, READER) };
        assert!(outbox::post(&act, letter).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn the_outbox_is_read_newest_first_page_by_page() {
    on_both(async |app| {
        for n in 0..5 {
            app.clock.advance(std::time::Duration::from_millis(1));
            app.post_letter(&format!("reader{n}@agra.example")).await;
        }
        let db = app.db.read();
        let page = log::letters(db, None, None, 3).await.unwrap();
        let next = log::letters(db, None, Some(page[2].id), 3).await.unwrap();
        let recipients: Vec<&str> = page.iter().chain(&next).map(|letter| letter.recipient.as_str()).collect();
        let expected: Vec<String> = (0..5).rev().map(|n| format!("reader{n}@agra.example")).collect();
        assert_eq!(recipients, expected);
        assert_eq!(log::letter(db, page[0].id).await.unwrap(), Some(page[0].clone()));
    })
    .await;
}
