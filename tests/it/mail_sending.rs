//! Letters from the outbox to a real SMTP server that is kind, unkind, or gone.

use std::{collections::BTreeSet, time::Duration};

use initiatives::{
    entity::letter,
    mail::{Letter, LetterClass, LetterState, announcements, outbox, worker},
    words::Locale,
};
use sea_orm::{EntityTrait, sea_query::Expr};

use crate::{
    many_processes::tell_everybody,
    support::{
        TestApp,
        letters::{letter_to, post, someone},
        on_both,
        smtp::SmtpServer,
    },
};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn letters_arrive_as_they_were_written_in_every_script() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let names = [("Şükrü Ünal, “mayor”", Locale::En), ("李小龙", Locale::Fr), ("محمد علي", Locale::Es)];
        let note = "Ærø, Łódź, 東京";
        let before = server.received().len();
        for (name, locale) in names {
            let to = someone(&format!("{locale}@agra.example"), name, locale);
            post(&app, Letter { secret: true, ..Letter::test(&app.config, to, "trial", note) }).await;
        }
        let written = app.all_letters().await;
        worker::deliver_due(&office).await.unwrap();

        let received = server.received();
        assert_eq!(received.len(), before + 3);
        for letter in &written {
            let arrived = received[before..].iter().find(|a| a.to == [letter.recipient.as_str()]).unwrap();
            assert_eq!(arrived.from, "initiatives@localhost");
            assert_eq!(arrived.header("subject"), letter.subject);
            assert_eq!(arrived.text.trim_end(), letter.body_text.trim_end());
            assert_eq!(arrived.html.trim_end(), letter.body_html.trim_end());
            for line in letter.body_text.lines().filter(|line| !line.is_empty() && !line.starts_with("--")) {
                let words = line.trim_start_matches("> ").split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(arrived.html_words().contains(&words), "not in the HTML: {line}");
            }
            assert!(
                arrived
                    .header("to")
                    .contains(names.iter().find(|n| n.1 == letter.locale).unwrap().0.trim_end_matches('”'))
            );
            assert_eq!(arrived.header("message-id"), format!("<{}@127.0.0.1>", letter.id));
            assert_eq!(arrived.header("auto-submitted"), "auto-generated");
            assert_eq!(arrived.header("content-language"), letter.locale.tag());
            assert!(!arrived.header_names.iter().any(|name| name == "bcc" || name.starts_with("list-")));
            assert_eq!(arrived.header("date"), "Tue, 01 Apr 2014 10:00:00 +0000");
        }
        for letter in app.all_letters().await {
            assert_eq!((letter.state, letter.attempts), (LetterState::Sent, 1));
            assert!(letter.answer.starts_with("250 "), "{}", letter.answer);
            assert_eq!((letter.body_text.as_str(), letter.body_html.as_str()), ("", ""), "their secrets are blanked");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_server_refuses_fails_and_says_why_while_others_go_on() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        for name in ["refused", "refused-late", "kind"] {
            app.post_letter(&format!("{name}@agra.example")).await;
        }
        worker::deliver_due(&office).await.unwrap();
        let refused = app.only_letter_to("refused@agra.example").await;
        assert_eq!(refused.state, LetterState::Failed);
        assert_eq!(refused.answer, "550 5.1.1 nobody of this name here");
        let late = app.only_letter_to("refused-late@agra.example").await;
        assert_eq!((late.state, late.answer.as_str()), (LetterState::Failed, "554 5.6.0 not like this"));
        assert_eq!(app.only_letter_to("kind@agra.example").await.state, LetterState::Sent);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_busy_or_hangs_up_early_is_asked_again_after_growing_pauses() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let (busy, rude) = (app.address("later-once"), app.address("hangs-up-once"));
        let stubborn = app.address("later");
        for address in [&busy, &rude, &stubborn] {
            app.post_letter(address).await;
        }
        worker::deliver_due(&office).await.unwrap();
        for address in [&busy, &rude, &stubborn] {
            let letter = app.only_letter_to(address).await;
            assert_eq!((letter.state, letter.attempts), (LetterState::Queued, 1), "{address}");
            assert_eq!(letter.due_at, app.now() + MINUTE);
        }
        assert_eq!(app.only_letter_to(&busy).await.answer, "451 4.3.0 come back later");

        app.clock.advance(MINUTE - Duration::from_millis(1));
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&busy).await.attempts, 1, "not before its time");
        app.clock.advance(Duration::from_millis(1));
        worker::deliver_due(&office).await.unwrap();
        for address in [&busy, &rude] {
            assert_eq!(app.only_letter_to(address).await.state, LetterState::Sent);
            server.only_letter_to(address);
        }
        let letter = app.only_letter_to(&stubborn).await;
        assert_eq!((letter.attempts, letter.due_at), (2, app.now() + 5 * MINUTE));
    })
    .await;
}

#[tokio::test]
async fn a_letter_of_unknown_outcome_goes_once_more_under_the_same_name() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let (once, always) = (app.address("lost-once"), app.address("lost"));
        app.post_letter(&once).await;
        app.post_letter(&always).await;
        for pass in 1..=5 {
            worker::deliver_due(&office).await.unwrap();
            let letter = app.only_letter_to(&once).await;
            let expected = if pass == 1 { LetterState::Unknown } else { LetterState::Sent };
            assert_eq!((letter.state, letter.unknowns), (expected, 1), "pass {pass}");
            app.clock.advance(MINUTE);
        }
        for address in [&once, &always] {
            let arrived: Vec<_> =
                server.received().into_iter().filter(|letter| letter.to == [address.as_str()]).collect();
            assert_eq!(arrived.len(), 2, "{address}");
            assert_eq!(arrived[0].header("message-id"), arrived[1].header("message-id"));
            assert_eq!(arrived[0].raw, arrived[1].raw, "the very same message");
            assert!(!arrived[0].answered);
        }
        let letter = app.only_letter_to(&always).await;
        assert_eq!(
            (letter.state, letter.unknowns, letter.attempts),
            (LetterState::Unknown, 2, 2),
            "it waits for a person"
        );
    })
    .await;
}

#[tokio::test]
async fn one_of_many_of_unknown_outcome_waits_for_a_person() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let address = app.address("lost-once");
        let letter = Letter {
            class: LetterClass::Announcement,
            unsubscribe: Some(app.config.link("/updates/stop?key=1")),
            ..letter_to(&app, &address)
        };
        post(&app, letter).await;
        for _ in 0..3 {
            worker::deliver_due(&office).await.unwrap();
            app.clock.advance(10 * MINUTE);
        }
        let arrived = server.only_letter_to(&address);
        assert_eq!(arrived.header("list-unsubscribe"), "<http://127.0.0.1:3000/updates/stop?key=1>");
        assert_eq!(arrived.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
        let waiting = app.only_letter_to(&address).await;
        assert_eq!((waiting.state, waiting.attempts), (LetterState::Unknown, 1));

        let act = app.begin_as("story").await.unwrap();
        outbox::send_again(&act, waiting.id).await.unwrap();
        act.commit().await.unwrap();
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
        let act = app.begin_as("story").await.unwrap();
        assert!(outbox::send_again(&act, waiting.id).await.is_err(), "what was sent is not sent again");
    })
    .await;
}

#[tokio::test]
async fn what_a_person_sends_again_is_tried_like_a_new_letter() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let address = app.address("later-once");
        post(&app, letter_to(&app, &address)).await;
        let broke = letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(LetterState::Unknown))
            .col_expr(letter::Column::Unknowns, Expr::value(2));
        broke.exec(app.db.write()).await.unwrap();
        let id = app.only_letter_to(&address).await.id;
        let act = app.begin_as("story").await.unwrap();
        outbox::send_again(&act, id).await.unwrap();
        act.commit().await.unwrap();
        worker::deliver_due(&office).await.unwrap();
        let waiting = app.only_letter_to(&address).await;
        assert_eq!((waiting.state, waiting.attempts), (LetterState::Queued, 1), "the server asked to come back later");
        app.clock.advance(10 * MINUTE);
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
    })
    .await;
}

#[tokio::test]
async fn an_announcement_that_cannot_be_written_holds_up_no_other_letter() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let act = app.begin_as("story").await.unwrap();
        announcements::announce(&act, "publication.added", (None, None), serde_json::json!("no title")).await.unwrap();
        act.commit().await.unwrap();
        app.enter_subscriber("reader@lagos.example", &["everything"]).await;
        tell_everybody(&app).await;
        let address = app.address("waits");
        app.post_letter(&address).await;
        assert!(worker::deliver_due(&office).await.is_err(), "what is wrong is told");
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
        assert_eq!(app.only_letter_to("reader@lagos.example").await.state, LetterState::Sent);
    })
    .await;
}

#[tokio::test]
async fn two_workers_on_one_database_send_each_letter_once() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let first = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let second = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let before = server.received().len();
        let act = app.begin_as("story").await.unwrap();
        for n in 0..60 {
            outbox::post(&act, letter_to(&app, &app.address(&format!("reader{n}")))).await.unwrap();
        }
        act.commit().await.unwrap();
        let (one, other) = tokio::join!(worker::deliver_due(&first), worker::deliver_due(&second));
        one.and(other).unwrap();
        let received = server.received();
        let recipients: BTreeSet<&str> = received[before..].iter().map(|letter| letter.to[0].as_str()).collect();
        assert_eq!((received.len() - before, recipients.len()), (60, 60));
        assert!(app.all_letters().await.iter().all(|letter| letter.state == LetterState::Sent && letter.attempts == 1));
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_slow_with_one_letter_delays_neither_others_nor_pages() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let slow = app.address("holds");
        app.post_letter(&slow).await;
        for n in 0..6 {
            app.post_letter(&app.address(&format!("reader{n}"))).await;
        }
        let before = server.received().len();
        let mut sending = std::pin::pin!(worker::deliver_due(&office));
        let mut browser = app.browser();
        // Pages are asked for, and somebody writes, as long as the letters are under way.
        let mut looked = 0;
        loop {
            tokio::select! {
                done = &mut sending => {
                    assert_eq!(done.unwrap(), worker::Pass::Done);
                    break;
                }
                page = browser.get("/health/ready") => assert_eq!(page.status, 200),
            };
            let act = app.begin_as("story").await.unwrap();
            act.event("story.told", "story".to_owned(), ()).await.unwrap();
            act.commit().await.unwrap();
            looked += 1;
        }
        assert!(looked > 0);
        let arrived: Vec<String> =
            server.received_behind(before).into_iter().map(|letter| letter.to[0].clone()).collect();
        let place = arrived.iter().position(|to| *to == slow).unwrap();
        assert_eq!(arrived.len(), 7);
        assert!(place >= 3, "others went on: {arrived:?}");
        assert!(app.all_letters().await.iter().all(|letter| letter.state == LetterState::Sent && letter.attempts == 1));
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_gone_delays_mail_and_nothing_else() {
    on_both(async |app| {
        let gone = SmtpServer::start();
        let office = app.again_with(|config| config.mail_url = Some(gone.url())).await;
        let port = gone.port.to_string();
        drop(gone);
        let address = app.address("reader");
        app.post_letter(&address).await;
        assert_eq!(worker::deliver_due(&office).await.unwrap(), worker::Pass::ServerGone);
        let letter = app.only_letter_to(&address).await;
        assert_eq!((letter.state, letter.attempts), (LetterState::Queued, 1));
        assert!(letter.answer.to_lowercase().contains("refused"), "{}", letter.answer);
        assert_eq!(office.browser().get("/health/ready").await.status, 200);

        let server = SmtpServer::start_with(&["--port", &port]);
        app.clock.advance(MINUTE);
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
        server.only_letter_to(&address);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_gone_for_three_days_is_given_up() {
    on_both(async |app| {
        let gone = SmtpServer::start();
        let office = app.again_with(|config| config.mail_url = Some(gone.url())).await;
        drop(gone);
        let address = app.address("reader");
        post(&app, Letter { secret: true, ..letter_to(&app, &address) }).await;
        let began = app.now();
        let mut tries = 0;
        let given_up = loop {
            worker::deliver_due(&office).await.unwrap();
            let letter = app.only_letter_to(&address).await;
            tries += 1;
            assert_eq!(letter.attempts, tries);
            if letter.state == LetterState::Failed {
                break letter;
            }
            app.clock.advance(letter.due_at - app.now());
        };
        assert_eq!(app.now() - began, Duration::from_hours(72));
        assert_eq!(given_up.body_text, "", "a secret that nobody will read is blanked");
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_dies_while_sending_leaves_an_unknown_outcome() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let address = app.address("reader");
        app.post_letter(&address).await;
        // As the dead worker left it: marked, and held for some more minutes.
        letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(LetterState::Sending))
            .col_expr(letter::Column::LeaseHolder, Expr::value("the dead"))
            .col_expr(letter::Column::LeaseUntil, Expr::value(app.now() + 5 * MINUTE))
            .exec(app.db.write())
            .await
            .unwrap();
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sending, "perhaps it lives");
        app.clock.advance(5 * MINUTE);
        worker::deliver_due(&office).await.unwrap();
        let letter = app.only_letter_to(&address).await;
        assert_eq!((letter.state, letter.unknowns), (LetterState::Unknown, 1));
        app.clock.advance(MINUTE);
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
        server.only_letter_to(&address);
    })
    .await;
}

impl TestApp {
    /// An address of this story alone, since both databases talk to one server.
    fn address(&self, name: &str) -> String {
        let kind = if self.db.is_postgres() { "postgres" } else { "sqlite" };
        format!("{name}@{kind}.example")
    }
}
