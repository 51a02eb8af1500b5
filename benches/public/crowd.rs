//! Initiatives, as many as are wanted, in cities all over the world. The first one is made through the service's own actions; the
//! others are its likenesses, written straight into the tables.

use std::time::Duration;

use initiatives::{
    app::App,
    clock::Zone,
    entity::{catalogue_entry, proposal, public_text, transition},
    ids::Reference,
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
            submitting,
        },
        eligibility::Check,
        rules::{Decision, Outcome},
        workflow::{Action, State},
    },
    words::{Locale, Trilingual},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, TransactionTrait};

use crate::{
    publishing::{secretariat, seen},
    reviewing::crowd::{insert, make_findable, settle},
    stage::{Stage, act},
};

const THEMES: [&str; 4] = ["governance", "social_inclusion", "urban_innovation", "sustainability"];
/// As many rows go into one statement.
const BATCH: usize = 500;
/// The call stays open for this long.
const OPEN: Duration = Duration::from_secs(60 * 86_400);

/// Makes as many Initiatives.
pub async fn fill(app: &App, size: usize) {
    let first = First::made(app).await;
    let (cities, all) = (cities(), (1..size).collect::<Vec<usize>>());
    for some in all.chunks(BATCH) {
        let rows: Vec<Likeness> = some.iter().map(|n| first.likeness(app, *n, &cities[n % cities.len()])).collect();
        let tx = app.db.write().begin().await.unwrap();
        insert::<proposal::Entity, _>(&tx, rows.iter().map(|row| row.proposal.clone())).await;
        insert::<public_text::Entity, _>(&tx, rows.iter().map(|row| row.text.clone())).await;
        insert::<catalogue_entry::Entity, _>(&tx, rows.iter().map(|row| row.entry.clone())).await;
        insert::<transition::Entity, _>(&tx, rows.iter().map(|row| row.step.clone())).await;
        tx.commit().await.unwrap();
    }
    make_findable(app).await;
    settle(app).await;
}

/// A row of each table.
struct Likeness {
    proposal: proposal::Model,
    text: public_text::Model,
    entry: catalogue_entry::Model,
    step: transition::Model,
}

/// A city, its country, and where it lies, in millionths of a degree.
struct City {
    name: &'static str,
    country: &'static str,
    latitude: i32,
    longitude: i32,
}

/// The largest of the world.
fn cities() -> Vec<City> {
    let lines = include_str!("../../geography/cities.tsv").lines().take(1_500);
    let millionths = |degrees: &str| (degrees.parse::<f64>().unwrap() * 1_000_000.0).round() as i32;
    let city = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let (latitude, longitude) = (millionths(columns[2]), millionths(columns[3]));
        City { name: columns[0], country: columns[1], latitude, longitude }
    };
    lines.map(city).collect()
}

struct First(Likeness);

impl First {
    /// Written, submitted, reviewed and approved.
    async fn made(app: &App) -> Self {
        let stage = Stage::set(app, 1, 1).await;
        stage.closes(app, app.now() + OPEN).await;
        let (official, reference) = (&stage.cities[0].actor, &stage.cities[0].drafts[0]);
        let house = &secretariat(app).await;
        let version = seen(app, reference).await;
        act(app, official, async |act| submitting::submit(act, official, reference, version, None).await).await;
        act(app, house, async |act| standing::check_eligibility(act, house, reference, Check::first(true, "")).await)
            .await;
        let target = Target { reference, seen: seen(app, reference).await };
        act(app, house, async |act| steering::start_review(act, house, target).await).await;
        let target = Target { reference, seen: seen(app, reference).await };
        let made = Decision {
            outcome: Outcome::Approved,
            body: "Board of Directors".to_owned(),
            session: "Hyderabad".to_owned(),
            decided_on: Some(app.now().day_in(Zone::UTC.0)),
            minute_reference: "MIN-7".to_owned(),
            reason: String::new(),
            message: "Thank you.".to_owned(),
            requests: Vec::new(),
            due_at: None,
        };
        act(app, house, async |act| steering::approve(act, house, target, &made).await).await;
        let db = app.db.read();
        let approved = transition::Entity::find().filter(transition::Column::Action.eq(Action::Approve));
        Self(Likeness {
            proposal: proposal::Entity::find().one(db).await.unwrap().unwrap(),
            text: public_text::Entity::find().one(db).await.unwrap().unwrap(),
            entry: catalogue_entry::Entity::find().one(db).await.unwrap().unwrap(),
            step: approved.one(db).await.unwrap().unwrap(),
        })
    }

    /// The Initiative of this number, in a city. Each can be found by its number.
    fn likeness(&self, app: &App, n: usize, city: &City) -> Likeness {
        let first = &self.0;
        let at = first.proposal.updated_at + Duration::from_secs(n as u64);
        let title = format!("Likeness number{n}th of an Initiative");
        let mut proposal = first.proposal.clone();
        proposal.id = app.ids.id(at);
        proposal.number = n as i32 + 1;
        proposal.reference = Reference::new(2014, proposal.number);
        proposal.slug = Some(format!("likeness-{n}"));
        proposal.state = if n.is_multiple_of(3) { State::Running } else { State::Approved };
        proposal.place_of_state = proposal.state.place();
        proposal.title_key = title.to_lowercase();
        proposal.title = title.clone();
        proposal.short_title = format!("Number {n}");
        proposal.theme = THEMES[n % THEMES.len()].to_owned();
        proposal.country = city.country.to_owned();
        proposal.updated_at = at;
        let mut entry = first.entry.clone();
        entry.proposal_id = proposal.id;
        entry.slug = format!("likeness-{n}");
        entry.reference = proposal.reference.clone();
        entry.language = Locale::En;
        entry.title = Trilingual { en: title, ..Trilingual::default() };
        entry.short_title = Trilingual { en: proposal.short_title.clone(), ..Trilingual::default() };
        entry.city = city.name.to_owned();
        entry.country = city.country.to_owned();
        entry.theme.clone_from(&proposal.theme);
        entry.state = proposal.state;
        (entry.latitude, entry.longitude) = (Some(city.latitude), Some(city.longitude));
        (entry.published_at, entry.changed_at) = (at, at);
        let text = public_text::Model { proposal_id: proposal.id, ..first.text.clone() };
        let step = transition::Model { id: app.ids.id(at), proposal_id: proposal.id, at, ..first.step.clone() };
        Likeness { proposal, text, entry, step }
    }
}
