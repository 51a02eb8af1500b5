//! Saving one field while one writes, over HTTP, beside the same two rows written by bare transactions.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use futures::future::join_all;
use initiatives::{
    app::App,
    entity::proposal,
    ids::{ProposalId, Reference, SaveId, UserId},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};

use crate::{
    client::{Visitor, hidden},
    figures::median,
    service::House,
    stage::Stage,
    tell,
};

/// At once.
const CONNECTIONS: usize = 16;
const ROUNDS: usize = 3;
const SPAN: Duration = Duration::from_secs(4);

const UPSERT: &str = "INSERT INTO answers (proposal_id, field, value, version, saved_by, saved_at) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (proposal_id, field) DO UPDATE SET value = excluded.value, \
    version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at";
const HISTORY: &str = "INSERT INTO saves (id, proposal_id, field, value, version, saved_by, saved_at) \
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Autosaves in a second, as a part of the transactions in a second: the median of some rounds, each of both.
pub async fn share(house: &House, stage: &Stage, people: &[Visitor]) -> f64 {
    let mut rows = Vec::new();
    for city in stage.cities.iter().take(CONNECTIONS) {
        rows.push((id(&house.app, &city.drafts[0]).await, city.actor.id));
    }
    let drafts: Vec<&Reference> = stage.cities.iter().map(|city| &city.drafts[1]).take(CONNECTIONS).collect();
    let mut shares = Vec::new();
    let mut counted = 0;
    for round in 0..ROUNDS {
        let bare = rate(join_bare(&house.app, &rows, counted)).await;
        let saved = rate(join_saves(people, &drafts)).await;
        counted += 1_000_000;
        tell(&format!("round {}: {bare:.0} bare transactions and {saved:.0} autosaves in a second", round + 1));
        shares.push(saved / bare);
    }
    median(shares)
}

async fn id(app: &App, reference: &Reference) -> ProposalId {
    let find = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
    find.one(app.db.read()).await.unwrap().unwrap().id
}

/// How many in a second.
async fn rate(work: impl Future<Output = u64>) -> f64 {
    let start = Instant::now();
    let done = work.await;
    done as f64 / start.elapsed().as_secs_f64()
}

async fn join_bare(app: &App, rows: &[(ProposalId, UserId)], counted: i32) -> u64 {
    let (done, until) = (AtomicU64::new(0), Instant::now() + SPAN);
    join_all(rows.iter().map(async |(proposal, user)| {
        let mut version = 1_000 + counted;
        while Instant::now() < until {
            version += 1;
            bare(app, *proposal, *user, version).await;
            done.fetch_add(1, Ordering::Relaxed);
        }
    }))
    .await;
    done.into_inner()
}

/// The answer and its row of history, and nothing else.
async fn bare(app: &App, proposal: ProposalId, user: UserId, version: i32) {
    let at = app.now();
    let value = serde_json::json!(format!("What the city wants, in its version {version}."));
    let tx = app.db.begin().await.unwrap();
    let say = |sql, values: Vec<sea_orm::Value>| Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    // A field that the autosaves beside it do not touch.
    let field = "innovation";
    let answer = vec![proposal.into(), field.into(), value.clone().into(), version.into(), user.into(), at.into()];
    tx.execute_raw(say(UPSERT, answer)).await.unwrap();
    let id: SaveId = app.ids.id(at);
    let row = vec![id.into(), proposal.into(), field.into(), value.into(), version.into(), user.into(), at.into()];
    tx.execute_raw(say(HISTORY, row)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn join_saves(people: &[Visitor], drafts: &[&Reference]) -> u64 {
    let (done, until) = (AtomicU64::new(0), Instant::now() + SPAN);
    join_all(people.iter().zip(drafts).map(async |(person, reference)| {
        let path = format!("/proposals/{reference}/edit/content");
        let mut versions = versions(person, &path).await;
        while Instant::now() < until {
            save(person, &path, &mut versions).await;
            done.fetch_add(1, Ordering::Relaxed);
        }
    }))
    .await;
    done.into_inner()
}

/// Whose page the form is, and on which version each of its fields stands.
async fn versions(person: &Visitor, path: &str) -> Vec<(String, String)> {
    let page = person.get(path).await.text().await.unwrap();
    let known = |name: &str| name == "account" || name.starts_with("version.");
    hidden(&page).into_iter().filter(|(name, _)| known(name)).collect()
}

/// What the page sends when one field of it was changed, and what it learns of that.
async fn save(person: &Visitor, path: &str, versions: &mut [(String, String)]) {
    let seen = versions.iter_mut().find(|(name, _)| name == "version.aim").unwrap();
    let text = format!("What the city wants, in its version {}.", seen.1);
    let changed = [("changed-field", "aim"), ("aim", text.as_str())];
    let changed = changed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let sent: Vec<_> = versions.iter().cloned().chain(changed).collect();
    let answer = person.save(path, &sent).await;
    assert_eq!(answer.status(), 200);
    let told: serde_json::Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    assert!(told["redraw"].as_array().unwrap().is_empty(), "others wrote here");
    let seen = versions.iter_mut().find(|(name, _)| name == "version.aim").unwrap();
    seen.1 = told["versions"]["aim"].to_string();
}
