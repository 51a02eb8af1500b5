//! Processes of the service that are killed without warning, while they work.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::mpsc,
    time::Duration,
};

use initiatives::{
    app::App,
    audit::{self, Verdict},
    clock::Clock,
    db::Db,
    entity::{announcement, audit_event, call, letter, proposal, submission, transition},
    ids::{Ids, Reference},
    mail::{LetterState, is_sent_again, outbox, worker},
    proposals::workflow::State,
};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use crate::support::{
    PASSWORD, TestApp,
    letters::letter_to,
    on_both,
    process::{Process, Visitor},
    smtp::{Received, SmtpServer},
};

#[tokio::test]
async fn a_hundred_killed_workers_lose_no_letter_and_send_none_twice_but_those_of_unknown_outcome() {
    const KILLS: usize = 100;
    const LETTERS: usize = 24;
    on_both(async |app| {
        let mut server = SmtpServer::start();
        let mut met = Kills::default();
        let mut arrived = 0;
        for round in 0..KILLS {
            let act = app.begin_as("story").await.unwrap();
            for n in 0..LETTERS {
                outbox::post(&act, letter_to(&app, &format!("reader{n}@round-{round}.example"))).await.unwrap();
            }
            act.commit().await.unwrap();
            let worker = Process::start(&app, "worker", &server.url());
            let more = some(LETTERS);
            server.wait_for(more);
            worker.kill();
            met.count(&app, &server).await;
            arrived += more;
            // The next one finds what the dead held, as it would some hours later.
            hours_pass(&app).await;
        }
        assert!(
            met.before_marking > 0 && met.while_sending > 0 && met.before_recording > 0,
            "not at every step: {met:?}"
        );
        assert!(arrived > KILLS, "they were at work: {arrived}");
        let survivor = hours_later(&app, server.url()).await;
        let unknown = all_arrive(&survivor, &server).await;
        assert!(unknown <= met.under_way, "only what was under way at a kill: {unknown} of {met:?}");
    })
    .await;
}

/// What killed workers left behind.
#[derive(Debug, Default)]
struct Kills {
    /// Kills at which letters were claimed and nothing of them was begun.
    before_marking: usize,
    /// Kills at which a letter was being sent, and had not arrived.
    while_sending: usize,
    /// Kills at which a letter had arrived, and that was not written down.
    before_recording: usize,
    /// All letters that were being sent.
    under_way: usize,
    /// What has arrived so far.
    arrived: BTreeSet<String>,
    messages: usize,
}

impl Kills {
    async fn count(&mut self, app: &TestApp, server: &SmtpServer) {
        let held = letter::Entity::find().filter(letter::Column::LeaseHolder.ne(""));
        let held = held.all(app.db.read()).await.unwrap();
        let (sending, claimed): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|letter| letter.state == LetterState::Sending);
        let received = server.received_behind(self.messages);
        self.messages += received.len();
        self.arrived.extend(received.iter().map(letter_id));
        let has_arrived = |letter: &&letter::Model| self.arrived.contains(&letter.id.to_string());
        let there = sending.iter().filter(has_arrived).count();
        self.before_marking += usize::from(!claimed.is_empty());
        self.while_sending += usize::from(sending.len() > there);
        self.before_recording += usize::from(there > 0);
        self.under_way += sending.len();
    }
}

/// What waits, and what is held, was so some hours ago.
async fn hours_pass(app: &TestApp) {
    let hours = 2 * 3_600_000;
    letter::Entity::update_many()
        .col_expr(letter::Column::DueAt, Expr::col(letter::Column::DueAt).sub(hours))
        .col_expr(letter::Column::LeaseUntil, Expr::col(letter::Column::LeaseUntil).sub(hours))
        .filter(letter::Column::State.is_in([LetterState::Queued, LetterState::Sending, LetterState::Unknown]))
        .exec(app.db.write())
        .await
        .unwrap();
}

#[tokio::test]
async fn killed_during_submissions_each_is_whole_or_has_not_happened() {
    const PROPOSALS: usize = 16;
    const BROWSERS: usize = 3;
    on_both(async |app| {
        let server = SmtpServer::start();
        app.person("secretariat@metropolis.example").await;
        let mut left = Vec::new();
        for _ in 0..PROPOSALS {
            left.push(app.complete_draft().await);
        }
        let all = left.clone();
        open_until_later(&app).await;
        let mut official = Visitor::default();
        let mut kills = 0;
        while !left.is_empty() {
            let process = Process::start(&app, "serve", &server.url());
            official.port = process.port;
            if official.cookie.is_empty() {
                let login = [("email", "official@agra.example"), ("password", PASSWORD)];
                assert_eq!(official.post("/login", &login).unwrap().status, 303);
            }
            let shares: Vec<Vec<Reference>> = left.chunks(left.len().div_ceil(BROWSERS)).map(<[_]>::to_vec).collect();
            let (said, answers) = mpsc::channel();
            let browsers: Vec<_> = shares
                .into_iter()
                .map(|share| {
                    let (browser, said) = (official.clone(), said.clone());
                    std::thread::spawn(move || submit_all(browser, share, &said))
                })
                .collect();
            drop(said);
            let confirmed: Vec<Reference> = answers.iter().take(2 + some(8)).collect();
            process.kill();
            kills += 1;
            let confirmed = confirmed.into_iter().chain(answers).collect::<BTreeSet<_>>();
            browsers.into_iter().for_each(|browser| browser.join().unwrap());
            for reference in &confirmed {
                assert!(is_submitted_as_a_whole(&app, reference).await, "{reference} was confirmed");
            }
            let mut still = Vec::new();
            for reference in left {
                if !is_submitted_as_a_whole(&app, &reference).await {
                    still.push(reference);
                }
            }
            left = still;
        }
        assert!(kills > 1, "it was killed in between");
        for reference in &all {
            assert!(is_submitted_as_a_whole(&app, reference).await);
        }
        let survivor = hours_later(&app, server.url()).await;
        all_arrive(&survivor, &server).await;
        audit::seal(&survivor).await.unwrap();
        assert!(matches!(audit::verify(&app.db, None).await.unwrap(), Verdict::Sound { unsealed: 0, .. }));
    })
    .await;
}

/// Submits one after the other through the confirmation page, saying which were confirmed, until the service is gone.
pub fn submit_all(mut browser: Visitor, share: Vec<Reference>, said: &mpsc::Sender<Reference>) {
    for reference in share {
        let path = format!("/proposals/{reference}/submission");
        let Ok(page) = browser.get(&path) else { return };
        assert_eq!(page.status, 200, "{}", page.words());
        let (version, edition) = (page.field("version").unwrap(), page.field("edition").unwrap());
        let Ok(page) = browser.post(&path, &[("version", &version), ("edition", &edition)]) else { return };
        assert_eq!(page.status, 303, "{}", page.words());
        let _ = said.send(reference);
    }
}

/// Whether a proposal is submitted with all that belongs to it. Half of it is a failure.
async fn is_submitted_as_a_whole(app: &TestApp, reference: &Reference) -> bool {
    let db = app.db.read();
    let found = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
    let proposal = found.one(db).await.unwrap().unwrap();
    let submissions = submission::Entity::find().filter(submission::Column::ProposalId.eq(proposal.id));
    let steps = transition::Entity::find()
        .filter(transition::Column::ProposalId.eq(proposal.id))
        .filter(transition::Column::ToState.eq(State::Submitted));
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Subject.eq(format!("proposal:{}", proposal.id)))
        .filter(audit_event::Column::Action.eq("proposal.submit"));
    let letters = |kind| {
        letter::Entity::find().filter(letter::Column::ProposalId.eq(proposal.id)).filter(letter::Column::Kind.eq(kind))
    };
    let asked = announcement::Entity::find().filter(announcement::Column::ProposalId.eq(proposal.id));
    let parts = [
        u64::from(proposal.state == State::Submitted),
        submissions.count(db).await.unwrap(),
        steps.count(db).await.unwrap(),
        events.count(db).await.unwrap(),
        letters("received").count(db).await.unwrap(),
        letters("arrived").count(db).await.unwrap(),
        asked.count(db).await.unwrap(),
    ];
    assert!(parts == [0; 7] || parts == [1; 7], "{reference} is submitted in part: {parts:?}");
    parts == [1; 7]
}

/// The stories' call closed in 2014, and processes live now.
pub async fn open_until_later(app: &TestApp) {
    let later = Clock::System.now() + Duration::from_hours(24 * 365);
    let open = call::Entity::update_many().col_expr(call::Column::ClosesAt, Expr::value(later));
    open.exec(app.db.write()).await.unwrap();
}

/// Sends what the dead have left, and looks whether each letter came, and came twice only if its outcome was unknown. How
/// many of those there were.
async fn all_arrive(survivor: &App, server: &SmtpServer) -> usize {
    for _ in 0..3 {
        worker::deliver_due(survivor).await.unwrap();
        survivor.clock.advance(Duration::from_secs(120));
    }
    let arrived = arrivals(server);
    let mut unknown = 0;
    for letter in letter::Entity::find().all(survivor.db.read()).await.unwrap() {
        let copies = arrived.get(&letter.id.to_string()).copied().unwrap_or(0);
        let (name, unknowns) = (&letter.unique_key, usize::try_from(letter.unknowns).unwrap());
        let goes_on = is_sent_again(letter.class, letter.state, letter.unknowns);
        let waits = letter.state == LetterState::Unknown && !goes_on;
        assert!(letter.state == LetterState::Sent || waits, "{name} is {:?}", letter.state);
        assert!(copies >= 1 || waits, "{name} is missing");
        assert!(copies <= 1 + unknowns, "{name} came {copies} times");
        unknown += unknowns;
    }
    unknown
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
        *arrivals.entry(letter_id(&letter)).or_insert(0) += 1;
    }
    arrivals
}

fn letter_id(received: &Received) -> String {
    received.header("message-id").trim_start_matches('<').split('@').next().unwrap().to_owned()
}
