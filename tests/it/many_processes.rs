//! Several processes of the service on one database: two that serve, each with its worker, and two that only work.

use std::collections::BTreeMap;

use initiatives::{
    entity::{announcement, letter},
    ids::Reference,
    mail::{LetterState, announcements},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    crash::{open_until_later, submit_all},
    support::{
        PASSWORD, TestApp, on_both,
        process::{Process, Visitor},
        smtp::SmtpServer,
    },
};

#[tokio::test]
async fn two_that_serve_and_two_that_work_send_each_letter_once() {
    const PROPOSALS: usize = 8;
    const READERS: usize = 120;
    on_both(async |app| {
        let server = SmtpServer::start();
        app.person("secretariat@metropolis.example").await;
        let mut drafts: Vec<Reference> = Vec::new();
        for _ in 0..PROPOSALS {
            drafts.push(app.complete_draft().await);
        }
        for n in 0..READERS {
            app.enter_subscriber(&format!("reader{n}@city-{}.example", n % 4), &["everything"]).await;
        }
        open_until_later(&app).await;
        let serving = [(); 2].map(|()| Process::start(&app, "serve", &server.url()));
        let _working = [(); 2].map(|()| Process::start(&app, "worker", &server.url()));

        let visitors = serving.iter().zip(drafts.chunks(PROPOSALS / 2)).map(|(process, share)| {
            let (port, share) = (process.port, share.to_vec());
            std::thread::spawn(move || {
                let mut official = Visitor { port, cookie: String::new() };
                let login = [("email", "official@agra.example"), ("password", PASSWORD)];
                assert_eq!(official.post("/login", &login).unwrap().status, 303);
                let (said, confirmed) = std::sync::mpsc::channel();
                submit_all(official, share, &said);
                drop(said);
                confirmed.into_iter().count()
            })
        });
        let visitors: Vec<_> = visitors.collect();
        tell_everybody(&app).await;
        let confirmed: usize = visitors.into_iter().map(|visitor| visitor.join().unwrap()).sum();
        assert_eq!(confirmed, PROPOSALS, "each answered what it was asked");

        while !all_is_sent(&app).await {
            tokio::task::yield_now().await;
        }
        let mut arrived: BTreeMap<String, usize> = BTreeMap::new();
        for letter in server.received() {
            *arrived.entry(letter.header("message-id").to_owned()).or_default() += 1;
        }
        let all = letter::Entity::find().count(app.db.read()).await.unwrap();
        let told = letter::Entity::find().filter(letter::Column::Kind.eq("partners-publication"));
        assert_eq!(told.count(app.db.read()).await.unwrap(), READERS as u64);
        assert_eq!(arrived.len() as u64, all, "each arrived");
        assert!(arrived.values().all(|copies| *copies == 1), "{arrived:?}");
    })
    .await;
}

pub async fn tell_everybody(app: &TestApp) {
    let text = |text: &str| serde_json::json!({ "en": text, "fr": text, "es": text });
    let told = serde_json::json!({ "title": text("A report"), "summary": text("What was learned.") });
    let act = app.begin_as("story").await.unwrap();
    announcements::announce(&act, "publication.added", (None, None), told).await.unwrap();
    act.commit().await.unwrap();
}

async fn all_is_sent(app: &TestApp) -> bool {
    let open = announcement::Entity::find().filter(announcement::Column::DoneAt.is_null());
    let waits = letter::Entity::find().filter(letter::Column::State.ne(LetterState::Sent));
    open.count(app.db.read()).await.unwrap() == 0 && waits.count(app.db.read()).await.unwrap() == 0
}
