//! What publishing many decisions costs: ordered by the page, carried out by the service beside its pages, which answer meanwhile.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use initiatives::{
    accounts::{
        self, Actor, StaffRole,
        actions::{NewPerson, ensure_person, ensure_staff},
    },
    app::App,
    clock::Zone,
    entity::{letter, proposal, publishing_item, publishing_order},
    ids::Reference,
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
            submitting,
        },
        eligibility::Check,
        rules::{Decision, Outcome},
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    client::{Visitor, hidden, timed},
    figures::{Bar, Figure, percentile},
    service::{House, Kind, Service},
    stage::{PASSWORD, Stage, act},
    tell,
};

/// Organisations, and proposals of each.
const CITIES: usize = 100;
const PROPOSALS: usize = 3;

/// The bar, in seconds.
const BAR: f64 = 10.0;

const HOUSE: &str = "secretariat@bench.example";

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("publishing.{what}.{}", kind.name());
    let count = CITIES * PROPOSALS;
    tell(&format!("{}: {count} proposals are submitted, and their decisions prepared", kind.name()));
    let house = House::new(kind).await;
    let stage = Stage::set(&house.app, CITIES, PROPOSALS).await;
    let secretariat = secretariat(&house.app).await;
    for city in &stage.cities {
        for (place, reference) in city.drafts.iter().enumerate() {
            prepared(&house.app, &city.actor, &secretariat, reference, place).await;
        }
    }
    let service = Service::start(&house).await;
    let desk = Visitor::log_in(&service.origin, HOUSE, PASSWORD).await;
    let city = Visitor::log_in(&service.origin, &stage.cities[0].email, PASSWORD).await;
    let form = checked(&desk).await;
    tell("the order is given, and a city looks at its pages meanwhile");
    let over = Arc::new(AtomicBool::new(false));
    let looking = tokio::spawn(look(city, Arc::clone(&over)));
    let start = Instant::now();
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = desk.post("/desk/calls/2014/decisions/orders", &form, "text/html").await;
    assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap_or_default());
    wait_until_done(&house.app).await;
    let seconds = start.elapsed().as_secs_f64();
    over.store(true, Ordering::Relaxed);
    let (spans, failures) = looking.await.unwrap();
    tell(&format!("{} pages were looked at meanwhile", spans.len()));
    vec![
        Figure::new(name("seconds_of_bar"), seconds / BAR, Bar::AtMost(1.0)),
        Figure::new(name("published"), published(&house.app).await, Bar::AtLeast(count as f64)),
        Figure::new(name("letters"), letters(&house.app).await, Bar::AtLeast(count as f64)),
        Figure::new(name("page_p95_ms"), percentile(spans, 0.95), Bar::AtMost(500.0)),
        Figure::new(name("page_failures"), failures, Bar::AtMost(0.0)),
    ]
}

pub async fn secretariat(app: &App) -> Actor {
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await.unwrap();
    let act = app.begin_as("bench").await.unwrap();
    let person =
        NewPerson { email: HOUSE.parse().unwrap(), name: "Clara".to_owned(), locale: Locale::En, zone: Zone::UTC };
    let user = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_staff(&act, user, StaffRole::Secretariat).await.unwrap();
    act.commit().await.unwrap();
    accounts::store::actor(app.db.read(), user).await.unwrap().unwrap()
}

pub async fn seen(app: &App, reference: &Reference) -> i32 {
    let find = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
    find.one(app.db.read()).await.unwrap().unwrap().version
}

/// Submits a draft, and has what is decided on it prepared: two of three are approved.
async fn prepared(app: &App, official: &Actor, secretariat: &Actor, reference: &Reference, place: usize) {
    let version = seen(app, reference).await;
    act(app, official, async |act| submitting::submit(act, official, reference, version, None).await).await;
    act(app, secretariat, async |act| {
        standing::check_eligibility(act, secretariat, reference, Check::first(true, "")).await
    })
    .await;
    let version = seen(app, reference).await;
    act(app, secretariat, async |act| {
        steering::start_review(act, secretariat, Target { reference, seen: version }).await
    })
    .await;
    let outcome = if place.is_multiple_of(3) { Outcome::NotSelected } else { Outcome::Approved };
    let version = seen(app, reference).await;
    let made = Decision {
        outcome,
        body: "Board of Directors".to_owned(),
        session: "Hyderabad".to_owned(),
        decided_on: Some(app.now().day_in(Zone::UTC.0)),
        minute_reference: "MIN-7".to_owned(),
        reason: if outcome == Outcome::Approved { String::new() } else { "Not this time.".to_owned() },
        message: "Thank you.".to_owned(),
        requests: Vec::new(),
        due_at: None,
    };
    act(app, secretariat, async |act| {
        steering::hold_decision(act, secretariat, Target { reference, seen: version }, &made).await
    })
    .await;
}

/// What the page before publishing sends on, for all that is prepared.
async fn checked(desk: &Visitor) -> Vec<(String, String)> {
    let list = desk.get("/desk/calls/2014/decisions?show=prepared").await.text().await.unwrap();
    let picks: Vec<&str> =
        list.split("name=\"pick\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(picks.len(), CITIES * PROPOSALS);
    let picks: Vec<(&str, &str)> = picks.into_iter().map(|pick| ("pick", pick)).collect();
    let (answer, span) = timed(desk.post("/desk/calls/2014/decisions/check", &picks, "text/html")).await;
    assert_eq!(answer.status(), 200);
    tell(&format!("the page before publishing took {:.0} ms", span.as_secs_f64() * 1_000.0));
    let mut form = hidden(&answer.text().await.unwrap());
    form.push(("when".to_owned(), "now".to_owned()));
    form
}

/// Looks at pages until it is over: how long each took, and how many failed.
async fn look(city: Visitor, over: Arc<AtomicBool>) -> (Vec<Duration>, f64) {
    let (mut spans, mut failures) = (Vec::new(), 0.0);
    while !over.load(Ordering::Relaxed) {
        for path in ["/proposals", "/calls/2014", "/initiatives"] {
            let (status, span) = timed(async {
                let answer = city.get(path).await;
                let status = answer.status();
                answer.text().await.map(|_| status)
            })
            .await;
            spans.push(span);
            failures += f64::from(u8::from(!status.is_ok_and(|status| status == 200)));
        }
    }
    (spans, failures)
}

async fn wait_until_done(app: &App) {
    loop {
        let open = publishing_order::Entity::find().filter(publishing_order::Column::DoneAt.is_null());
        if open.count(app.db.read()).await.unwrap() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

async fn published(app: &App) -> f64 {
    let find = publishing_item::Entity::find()
        .filter(publishing_item::Column::DoneAt.is_not_null())
        .filter(publishing_item::Column::Failure.is_null());
    find.count(app.db.read()).await.unwrap() as f64
}

async fn letters(app: &App) -> f64 {
    let find = letter::Entity::find().filter(letter::Column::Kind.is_in(["approved", "not_selected"]));
    find.count(app.db.read()).await.unwrap() as f64
}
