//! Processes of the service that are killed without warning, while they work.

use std::{collections::BTreeMap, time::Duration};

use initiatives::{
    app::App,
    clock::Clock,
    db::Db,
    entity::letter,
    ids::Ids,
    mail::{LetterState, outbox, worker},
};
use sea_orm::EntityTrait;

use crate::support::{TestApp, letters::letter_to, on_both, process::Process, smtp::SmtpServer};

#[tokio::test]
async fn killed_workers_lose_no_letter_and_send_none_twice_but_those_of_unknown_outcome() {
    const LETTERS: usize = 360;
    const ROUNDS: usize = 5;
    const WORKERS: usize = 2;
    const AT_ONCE: usize = 4;
    on_both(async |app| {
        let mut server = SmtpServer::start();
        let act = app.begin_as("story").await.unwrap();
        for n in 0..LETTERS {
            outbox::post(&act, letter_to(&app, &format!("reader{n}@agra.example"))).await.unwrap();
        }
        act.commit().await.unwrap();

        let settings = [("INITIATIVES_MAIL_URL", server.url().to_string())];
        for _ in 0..ROUNDS {
            let workers: Vec<Process> = (0..WORKERS).map(|_| Process::start(&app, "worker", &settings)).collect();
            server.wait_for(1 + some(25));
            workers.into_iter().for_each(Process::kill);
        }
        let left: Vec<letter::Model> = letter::Entity::find().all(app.db.read()).await.unwrap();
        assert!(left.iter().any(|letter| letter.state == LetterState::Sent), "some were sent");
        assert!(left.iter().any(|letter| letter.state == LetterState::Queued), "some were not");

        let survivor = hours_later(&app, server.url()).await;
        for _ in 0..3 {
            worker::deliver_due(&survivor).await.unwrap();
            survivor.clock.advance(Duration::from_secs(120));
        }
        let arrived = arrivals(&server);
        let letters = letter::Entity::find().all(app.db.read()).await.unwrap();
        let mut unknown = 0;
        for letter in &letters {
            let copies = arrived.get(&letter.id.to_string()).copied().unwrap_or(0);
            assert_eq!(letter.state, LetterState::Sent);
            assert!(copies >= 1, "{} is missing", letter.unique_key);
            assert!(copies == 1 || letter.unknowns == 1, "{} came {copies} times", letter.unique_key);
            unknown += usize::try_from(letter.unknowns).unwrap();
        }
        assert!(unknown <= ROUNDS * WORKERS * AT_ONCE, "only what was under way at a kill: {unknown}");
    })
    .await;
}

/// Some number below `limit`, another in every run.
fn some(limit: usize) -> usize {
    usize::from(Ids::from_system().salt()[0]) % limit
}

/// A process of the service when all leases of the dead have lapsed.
async fn hours_later(app: &TestApp, mail_url: url::Url) -> App {
    let mut config = app.config.clone();
    config.mail_url = Some(mail_url);
    let db = Db::connect(&config.database_url()).await.unwrap();
    let clock = Clock::standing_at(Clock::System.now() + Duration::from_hours(2));
    App::new(config, db, clock, Ids::from_system())
}

/// How often each letter came, by the id in its Message-ID.
fn arrivals(server: &SmtpServer) -> BTreeMap<String, usize> {
    let mut arrivals = BTreeMap::new();
    for letter in server.received() {
        let id = letter.header("message-id").trim_start_matches('<').split('@').next().unwrap().to_owned();
        *arrivals.entry(id).or_insert(0) += 1;
    }
    arrivals
}
