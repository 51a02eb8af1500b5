//! What letters to many cost: to write them all while others write, and to send them, beside a bare loop that sends the same.

mod bare;
mod crowd;
mod sink;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use initiatives::{
    app::App,
    entity::{letter, letter_body, subscriber},
    ids::SubscriberId,
    mail::{LetterState, announcements, worker},
    partners::actions::announcing::ANNOUNCED,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};
use tokio_util::sync::CancellationToken;

use crate::{
    figures::{Bar, Figure, percentile},
    service::{House, Kind, Service},
    tell,
};
use bare::{Calls, Said};
use sink::Sink;

/// Those who want to hear of everything.
const SUBSCRIBERS: usize = 10_000;
/// Those in the measurement of pages.
const FEWER: usize = 5_000;
/// Connections over which letters go, here and there.
const LINES: u32 = 8;
/// How often both are sent, in turns. In the last one others act while the letters are written.
const TURNS: usize = 3;

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let mut figures = writing_and_sending(kind).await;
    figures.extend(beside_pages(kind).await);
    figures
}

async fn writing_and_sending(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("mail.{what}.{}", kind.name());
    let sink = Sink::start();
    let house = House::with(kind, |config| {
        config.mail_url = Some(sink.url());
        config.mail_per_domain = 0;
        config.mail_connections = LINES;
    })
    .await;
    let app = &house.app;
    tell(&format!("{}: {SUBSCRIBERS} subscribe", kind.name()));
    let readers = crowd::subscribe(app, SUBSCRIBERS).await;
    let (mut expanded, mut waits) = (Duration::ZERO, Vec::new());
    let (mut ours, mut theirs, mut lettre) = (Duration::ZERO, Duration::ZERO, 0.0);
    for turn in 0..TURNS {
        crowd::announce(app).await;
        let span = if turn + 1 < TURNS {
            let span = expand(app).await;
            expanded = expanded.max(span);
            span
        } else {
            let (span, waited) = expand_beside(app, &readers).await;
            waits = waited;
            span
        };
        let said = said(app).await;
        assert_eq!(said.len(), SUBSCRIBERS, "letters to be sent");
        let bare = bare::send(sink.port, said.clone(), LINES as usize, Calls::AtOnce).await;
        let before = sink.taken();
        let start = Instant::now();
        worker::deliver_due(app).await.unwrap();
        let sent = start.elapsed();
        assert_eq!(sink.taken() - before, SUBSCRIBERS, "letters that arrived");
        tell(&format!(
            "turn {turn}: written in {span:.2?}, sent in {sent:.2?}, by a loop that calls as we do in {bare:.2?}"
        ));
        ours += sent;
        theirs += bare;
        // Its pace is that of its waiting: once is enough.
        if turn == 0 {
            let waiting = bare::send(sink.port, said, LINES as usize, Calls::AsLettre).await;
            tell(&format!("by lettre's own loop in {waiting:.2?}"));
            lettre = waiting.as_secs_f64() / sent.as_secs_f64();
        }
    }
    // Each letter is written down three times on its way; the loop keeps no account of anything, and is no bar.
    let quickest = theirs.as_secs_f64() / ours.as_secs_f64();
    tell(&format!("sent {quickest:.2} times as fast as by the loop that calls as we do"));
    let all = letter::Entity::find().filter(letter::Column::State.eq(LetterState::Sent));
    assert_eq!(all.count(app.db.read()).await.unwrap() as usize, TURNS * SUBSCRIBERS);
    vec![
        Figure::new(name("seconds_to_write_10000"), expanded.as_secs_f64(), Bar::AtMost(3.0)),
        Figure::new(name("longest_wait_of_others_ms"), percentile(waits, 1.0), Bar::AtMost(50.0)),
        Figure::new(name("sent_of_bare_loop"), lettre, Bar::AtLeast(0.8)),
    ]
}

/// Writes the letters of what was announced: how long it took.
async fn expand(app: &App) -> Duration {
    let start = Instant::now();
    announcements::expand(app, &[&ANNOUNCED], &CancellationToken::new()).await.unwrap();
    start.elapsed()
}

/// The same while somebody else changes, again and again, what one of the readers wants: how long it took, and how long each of
/// these acts waited until it had the lock.
async fn expand_beside(app: &App, readers: &[SubscriberId]) -> (Duration, Vec<Duration>) {
    let over = Arc::new(AtomicBool::new(false));
    let others = tokio::spawn(others(app.clone(), readers.to_vec(), Arc::clone(&over)));
    let span = expand(app).await;
    over.store(true, Ordering::Relaxed);
    (span, others.await.unwrap())
}

async fn others(app: App, readers: Vec<SubscriberId>, over: Arc<AtomicBool>) -> Vec<Duration> {
    let mut waits = Vec::new();
    for reader in readers.into_iter().cycle().step_by(97) {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let start = Instant::now();
        let act = app.begin_as("bench").await.unwrap();
        let on_sqlite = start.elapsed();
        subscriber::Entity::update_many()
            .col_expr(subscriber::Column::Name, Expr::value("Somebody"))
            .filter(subscriber::Column::Id.eq(reader))
            .exec(act.tx())
            .await
            .unwrap();
        // On PostgreSQL the row is what is locked.
        waits.push(if app.db.is_postgres() { start.elapsed() } else { on_sqlite });
        act.commit().await.unwrap();
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    waits
}

/// What the letters say that wait.
async fn said(app: &App) -> Vec<Said> {
    let find = letter::Entity::find().filter(letter::Column::State.eq(LetterState::Queued));
    let mut said = Vec::new();
    for row in find.all(app.db.read()).await.unwrap() {
        let body = letter_body::Entity::find_by_id(row.id).one(app.db.read()).await.unwrap().unwrap();
        let (to, subject) = (row.recipient.to_string(), row.subject);
        said.push(Said { to, subject, text: body.body_text.text().unwrap(), html: body.body_html.text().unwrap() });
    }
    said
}

/// The service writes and sends to five thousand, and somebody reads its pages meanwhile.
async fn beside_pages(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("mail.{what}.{}", kind.name());
    let sink = Sink::start();
    let house = House::with(kind, |config| {
        config.mail_url = Some(sink.url());
        config.mail_per_domain = 0;
        config.mail_connections = LINES;
    })
    .await;
    crowd::subscribe(&house.app, FEWER).await;
    let service = Service::start(&house).await;
    let alone = look(&service, Duration::from_secs(3), || false).await;
    crowd::announce(&house.app).await;
    let start = Instant::now();
    let beside = look(&service, Duration::from_secs(120), || sink.taken() >= FEWER).await;
    let looked = beside.len();
    assert_eq!(sink.taken(), FEWER, "letters that arrived");
    let (alone, beside) = (percentile(alone, 0.95), percentile(beside, 0.95));
    tell(&format!(
        "{}: {FEWER} letters in {:.1?}, {looked} pages meanwhile: 95 of 100 in {beside:.1} ms, before in {alone:.1} ms",
        kind.name(),
        start.elapsed()
    ));
    vec![Figure::new(name("page_p95_ms_while_sending"), beside, Bar::AtMost(100.0))]
}

/// Looks at public pages until it is over: how long each took.
async fn look(service: &Service, at_most: Duration, over: impl Fn() -> bool) -> Vec<Duration> {
    let http = reqwest::Client::new();
    let (start, mut spans) = (Instant::now(), Vec::new());
    while start.elapsed() < at_most && !over() {
        for path in ["/", "/initiatives", "/subscriptions"] {
            let asked = Instant::now();
            let answer = http.get(format!("{}{path}", service.origin)).send().await.unwrap();
            assert_eq!(answer.status(), 200);
            answer.bytes().await.unwrap();
            spans.push(asked.elapsed());
        }
    }
    spans
}
