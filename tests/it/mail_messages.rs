//! Letters as messages: what others read in their headers, in any script, and where they come back to.

use initiatives::{
    mail::{Letter, LetterClass, Wording, Words, worker},
    words::Locale,
};

use crate::support::{
    letters::{letter_to, post, someone},
    on_both, on_sqlite,
    smtp::SmtpServer,
};

const READER: &str = "reader@agra.example";

/// Names and subjects of all kinds: right to left, without spaces, of many code points to one sign, long, with what has a meaning
/// in headers.
fn texts() -> Vec<String> {
    let family = "👩‍👩‍👧‍👦";
    let stacked = "Z̸̡̢̛̦̃͊A̷̧͙͐L̶̨̛͖G̵̠̈́O̸͔̽";
    vec![
        "محمد علي بن عبد الله".to_owned(),
        "李小龍與王羲之".to_owned(),
        "नमस्ते दुनिया".to_owned(),
        family.repeat(12),
        stacked.repeat(4),
        "Ana \"the mayor\" O'Hara, (acting) <ana@evil.example>; \\ =?utf-8?q?x?=".to_owned(),
        "Å".repeat(80),
        "x".repeat(80),
        "é x ".repeat(20).trim().to_owned(),
        "Ñ, «ciudad»; @ %".to_owned(),
        "=?UTF-8?B?8J+SqQ==?=".to_owned(),
    ]
}

#[tokio::test]
async fn names_and_subjects_of_any_script_are_read_as_they_were_written() {
    on_sqlite(async |app| {
        let server = SmtpServer::start();
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let mut subjects = texts();
        subjects.push("Ein sehr langer Betreff – 長い件名 ".repeat(8).trim().to_owned());
        for (n, text) in subjects.into_iter().enumerate() {
            let address = format!("reader{n}@agra.example");
            let own = Wording { subject: text.clone(), body: "Words.".to_owned() };
            let to = someone(&address, &text, Locale::En);
            post(&app, Letter { words: Words::Own(own), args: Vec::new(), to, ..letter_to(&app, &address) }).await;
            worker::deliver_due(&office).await.unwrap();
            let written = app.only_letter_to(&address).await;
            let arrived = server.only_letter_to(&address);
            // What looks like an encoded word is kept from being taken for one by a mark that nobody sees.
            assert_eq!(arrived.header("subject").replace('\u{2060}', ""), written.subject);
            let name = &arrived.name.replace('\u{2060}', "");
            if text.chars().count() <= 80 {
                assert_eq!(*name, text);
            } else {
                assert!(text.starts_with(name.trim_end_matches('…')), "{name:?} is not {text:?}");
            }
            assert_eq!(arrived.broken_words, [""; 0]);
            let head = arrived.raw.split("\r\n\r\n").next().unwrap();
            assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 998), "{head}");
        }
    })
    .await;
}

#[tokio::test]
async fn letters_about_a_proposal_stand_together() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let reference = app.draft().await;
        let proposal = app.case("official@agra.example", &reference).await.unwrap().proposal.id;
        let about = |event: &str, class| Letter {
            event: event.to_owned(),
            class,
            proposal: Some(proposal),
            unsubscribe: Some(app.config.link("/updates/stop")),
            ..letter_to(&app, READER)
        };
        for (event, class) in [("first", LetterClass::Service), ("second", LetterClass::Announcement)] {
            post(&app, about(event, class)).await;
        }
        post(&app, letter_to(&app, "other@agra.example")).await;
        worker::deliver_due(&office).await.unwrap();

        let root = format!("<proposal.{proposal}@127.0.0.1>");
        let arrived: Vec<_> = server.received().into_iter().filter(|letter| letter.to == [READER]).collect();
        assert_eq!(arrived.len(), 2);
        for letter in &arrived {
            assert_eq!((letter.header("references"), letter.header("in-reply-to")), (root.as_str(), root.as_str()));
            assert_ne!(letter.header("message-id"), root);
            assert_eq!(letter.header("auto-submitted"), "auto-generated");
        }
        assert_eq!(arrived.iter().filter(|letter| letter.header("list-id") == "<announcements.127.0.0.1>").count(), 1);
        let other = server.only_letter_to("other@agra.example");
        assert!(!other.header_names.iter().any(|name| name == "references" || name == "list-id"));
    })
    .await;
}

#[tokio::test]
async fn a_letter_comes_back_to_an_address_of_its_own() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = app
            .again_with(|config| {
                config.mail_url = Some(server.url());
                config.return_path = Some("bounces@initiatives.example".to_owned());
            })
            .await;
        app.post_letter(READER).await;
        app.post_letter("other@agra.example").await;
        worker::deliver_due(&office).await.unwrap();
        let (one, other) = (server.only_letter_to(READER), server.only_letter_to("other@agra.example"));
        assert_ne!(one.from, other.from);
        for arrived in [one, other] {
            assert!(arrived.from.starts_with("bounces+") && arrived.from.ends_with("@initiatives.example"));
            assert!(arrived.header("from").contains("initiatives@localhost"), "readers see the sender");
            assert!(!arrived.raw.contains("bounces+"));
        }
    })
    .await;
}
