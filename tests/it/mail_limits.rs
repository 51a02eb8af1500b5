//! How much goes out in which order: what somebody waits for before what goes to many, and only so much a minute to one domain.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use initiatives::{
    act::Act,
    app::App,
    db::Db,
    ids::Ids,
    mail::{Letter, LetterClass, LetterState, outbox, worker},
};
use sea_orm::{ConnectionTrait, Statement};

use crate::support::{
    AnotherProcess, TestApp,
    letters::{letter_to, post},
    on_both, on_sqlite,
    smtp::SmtpServer,
};

const MINUTE: Duration = Duration::from_secs(60);

fn to_many(app: &TestApp, address: &str) -> Letter {
    Letter {
        class: LetterClass::Announcement,
        unsubscribe: Some(app.config.link("/updates/stop?key=1")),
        ..letter_to(app, address)
    }
}

async fn limited(app: &TestApp, server: &SmtpServer, limit: u32) -> AnotherProcess {
    app.again_with(|config| {
        config.mail_url = Some(server.url());
        config.mail_per_domain = limit;
    })
    .await
}

/// Posts announcements to so many at a domain, in one act.
async fn post_to(act: &Act, app: &TestApp, domain: &str, readers: usize) {
    for n in 0..readers {
        outbox::post(act, to_many(app, &format!("reader{n:03}@{domain}"))).await.unwrap();
    }
}

fn sent_to(server: &SmtpServer, domain: &str) -> usize {
    server.received().iter().filter(|letter| letter.to[0].ends_with(&format!("@{domain}"))).count()
}

#[tokio::test]
async fn no_more_goes_to_a_domain_in_a_minute_than_it_likes() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = limited(&app, &server, 10).await;
        let act = app.begin_as("story").await.unwrap();
        post_to(&act, &app, "big.example", 35).await;
        post_to(&act, &app, "small.example", 5).await;
        act.commit().await.unwrap();
        for (minute, expected) in [10, 20, 30, 35].into_iter().enumerate() {
            assert_eq!(worker::deliver_due(&office).await.unwrap(), worker::Pass::Done);
            assert_eq!(sent_to(&server, "big.example"), expected, "in minute {minute}");
            assert_eq!(sent_to(&server, "small.example"), 5, "others do not wait for it");
            if minute == 0 {
                let waits: Vec<_> = (0..35).collect();
                for n in waits {
                    let letter = app.only_letter_to(&format!("reader{n:03}@big.example")).await;
                    let waiting = letter.state == LetterState::Queued;
                    assert!(!waiting || letter.attempts == 0 && letter.due_at > app.now(), "it was not tried");
                    assert!(letter.due_at <= app.now() + 3 * MINUTE, "nor put off for longer than needed");
                }
            }
            app.clock.advance(MINUTE);
        }
    })
    .await;
}

#[tokio::test]
async fn a_domain_that_takes_nothing_is_not_asked_more_often_than_one_that_does() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = limited(&app, &server, 10).await;
        for mood in ["later", "refused"] {
            let domain = format!("{mood}.example");
            let act = app.begin_as("story").await.unwrap();
            for n in 0..25 {
                let event = format!("{mood}:{n}");
                outbox::post(&act, Letter { event, ..to_many(&app, &format!("{mood}@{domain}")) }).await.unwrap();
            }
            act.commit().await.unwrap();
            worker::deliver_due(&office).await.unwrap();
            let letters = app.letters_to(&format!("{mood}@{domain}")).await;
            let tried = letters.iter().filter(|letter| letter.attempts > 0).count();
            // Once an address is known to be dead, no server is asked for it any more.
            assert!((1..=10).contains(&tried), "{mood}: {tried}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_limit_holds_for_all_processes_together() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let (one, two) = (limited(&app, &server, 20).await, limited(&app, &server, 20).await);
        let act = app.begin_as("story").await.unwrap();
        post_to(&act, &app, "big.example", 60).await;
        act.commit().await.unwrap();
        let (first, second) = tokio::join!(worker::deliver_due(&one), worker::deliver_due(&two));
        first.and(second).unwrap();
        let sent = sent_to(&server, "big.example");
        // One of them may not see what the other claims after it has looked: 20 letters.
        assert!((20..=40).contains(&sent), "{sent}");
        for _ in 0..5 {
            app.clock.advance(MINUTE);
            let before = sent_to(&server, "big.example");
            let (first, second) = tokio::join!(worker::deliver_due(&one), worker::deliver_due(&two));
            first.and(second).unwrap();
            assert!(sent_to(&server, "big.example") - before <= 40);
        }
        assert_eq!(sent_to(&server, "big.example"), 60, "each once, and nobody for ever");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_waits_for_goes_first_and_waits_for_no_announcement() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = limited(&app, &server, 5).await;
        let act = app.begin_as("story").await.unwrap();
        post_to(&act, &app, "big.example", 40).await;
        act.commit().await.unwrap();
        app.clock.advance(Duration::from_secs(1));
        app.post_letter("waits@big.example").await;
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(sent_to(&server, "big.example"), 5);
        server.only_letter_to("waits@big.example");

        app.post_letter("later@big.example").await;
        post(&app, letter_to(&app, "waits-too@big.example")).await;
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(sent_to(&server, "big.example"), 5, "this minute is full");
        app.clock.advance(MINUTE);
        worker::deliver_due(&office).await.unwrap();
        server.only_letter_to("waits-too@big.example");
        let sent = sent_to(&server, "big.example");
        assert!((9..=10).contains(&sent), "one of five was told to come back later: {sent}");
    })
    .await;
}

#[tokio::test]
async fn what_is_due_and_what_went_where_is_found_by_indexes() {
    on_sqlite(async |app| {
        let server = SmtpServer::start();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let mut db = Db::connect(&app.config.database_url()).await.unwrap();
        let kept = Arc::clone(&heard);
        db.on_statement(move |info| kept.lock().unwrap().push(info.statement.clone()));
        let mut config = app.config.clone();
        config.mail_url = Some(server.url());
        config.mail_per_domain = 2;
        let office = App::new(config, db, app.clock.clone(), Ids::from_system());
        let act = app.begin_as("story").await.unwrap();
        post_to(&act, &app, "big.example", 5).await;
        act.commit().await.unwrap();
        app.post_letter("refused@big.example").await;
        worker::deliver_due(&office).await.unwrap();
        let statements: Vec<Statement> = heard.lock().unwrap().drain(..).collect();
        let about_letters = statements.into_iter().filter(|one| one.sql.contains("\"outbox\""));
        let read = about_letters.filter(|one| !one.sql.starts_with("INSERT"));
        let mut count = 0;
        for statement in read {
            let explain = Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement };
            let rows = app.db.write().query_all_raw(explain.clone()).await.unwrap();
            let plan: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect();
            // What workers hold is little, and has an index of its own.
            let scanned = plan.iter().any(|step| step.starts_with("SCAN outbox") && !step.ends_with("outbox_held"));
            assert!(!scanned, "{plan:#?}\n{}", explain.sql);
            count += 1;
        }
        assert!(count > 10, "{count}");
    })
    .await;
}

#[tokio::test]
async fn without_a_limit_all_goes_at_once() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let office = limited(&app, &server, 0).await;
        let act = app.begin_as("story").await.unwrap();
        post_to(&act, &app, "big.example", 45).await;
        act.commit().await.unwrap();
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(sent_to(&server, "big.example"), 45);
    })
    .await;
}
