//! Letters to many, written batch by batch, each beside the one before.

use std::{collections::BTreeSet, time::Duration};

use initiatives::{
    entity::announcement,
    mail::{
        Letter, LetterClass,
        announcements::{self, Announced},
    },
    partners::actions::announcing,
    words::Locale,
};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};
use tokio_util::sync::CancellationToken;

use crate::{
    many_processes::tell_everybody,
    support::{
        TestApp,
        letters::{letter_to, someone},
        on_both,
    },
};

/// Something to tell as many as the announcement says.
const MANY: &[&[Announced]] = &[&[Announced {
    kind: "many",
    class: LetterClass::Announcement,
    can_be_foreseen: true,
    letters: |act, row, after, limit| {
        Box::pin(async move {
            let unsubscribe = Some(act.app.config.link("/updates/stop"));
            let letter = |address: String| Letter { unsubscribe: unsubscribe.clone(), ..letter_to(&act.app, &address) };
            Ok(readers(row, after, limit).map(letter).collect())
        })
    },
}]];

/// The next of as many as the announcement says.
fn readers(row: &announcement::Model, after: &str, limit: u64) -> impl Iterator<Item = String> {
    let all = (0..row.data["readers"].as_u64().unwrap()).map(|n| format!("reader{n:04}@agra.example"));
    all.filter(move |address| address.as_str() > after).take(usize::try_from(limit).unwrap())
}

async fn announce_to(app: &TestApp, readers: usize) {
    let act = app.begin_as("story").await.unwrap();
    announcements::announce(&act, "many", (None, None), serde_json::json!({ "readers": readers })).await.unwrap();
    act.commit().await.unwrap();
}

/// How many letters PostgreSQL reckons with when it plans; -1 while it has never looked.
async fn reckoned_with(app: &TestApp) -> f32 {
    let asked = "SELECT reltuples FROM pg_class WHERE relname = 'outbox'";
    let row = app.db.read().query_one_raw(Statement::from_string(DbBackend::Postgres, asked)).await.unwrap();
    row.unwrap().try_get("", "reltuples").unwrap()
}

#[tokio::test]
async fn after_hundreds_were_added_the_database_reckons_with_hundreds() {
    on_both(async |app| {
        announce_to(&app, 780).await;
        announcements::expand(&app, MANY, &CancellationToken::new()).await.unwrap();
        if app.db.is_postgres() {
            assert!(reckoned_with(&app).await >= 750.0, "else it looks for each by reading all");
        }
    })
    .await;
}

#[tokio::test]
async fn an_announcement_reaches_each_of_many_once_whoever_writes_its_letters() {
    on_both(async |app| {
        let other = app.again().await;
        announce_to(&app, 250).await;
        let stop = CancellationToken::new();
        let (one, two) =
            tokio::join!(announcements::expand(&app, MANY, &stop), announcements::expand(&other, MANY, &stop));
        one.and(two).unwrap();
        announcements::expand(&app, MANY, &stop).await.unwrap();
        let letters = app.all_letters().await;
        let recipients: BTreeSet<&str> = letters.iter().map(|letter| letter.recipient.as_str()).collect();
        assert_eq!((letters.len(), recipients.len()), (250, 250));
        assert!(letters.iter().all(|letter| letter.class == LetterClass::Announcement));
    })
    .await;
}

/// Something that is said otherwise, and to fewer, while its second batch is written out ahead.
const CORRECTED: &[&[Announced]] = &[&[Announced {
    kind: "many",
    class: LetterClass::Service,
    can_be_foreseen: true,
    letters: |act, row, after, limit| {
        Box::pin(async move {
            if !after.is_empty() && row.data["note"] == "first" {
                let other = act.app.begin_as("story").await?;
                announcements::say(&other, row.id, serde_json::json!({ "readers": 130, "note": "second" })).await?;
                other.commit().await?;
            }
            let note = row.data["note"].as_str().unwrap();
            let to = |address: String| someone(&address, "Ada", Locale::En);
            let letter = |address: String| Letter::test(&act.app.config, to(address), row.id, note);
            Ok(readers(row, after, limit).map(letter).collect())
        })
    },
}]];

#[tokio::test]
async fn what_is_corrected_while_the_next_letters_are_written_out_is_said_by_them() {
    on_both(async |app| {
        let act = app.begin_as("story").await.unwrap();
        let told = serde_json::json!({ "readers": 200, "note": "first" });
        announcements::announce(&act, "many", (None, None), told).await.unwrap();
        act.commit().await.unwrap();
        announcements::expand(&app, CORRECTED, &CancellationToken::new()).await.unwrap();
        let letters = app.all_letters().await;
        assert_eq!(letters.len(), 130, "readers who were struck out meanwhile hear nothing");
        let mut first = 0;
        for letter in &letters {
            let said = &letter.body_text;
            assert_ne!(said.contains("first"), said.contains("second"), "{said}");
            first += usize::from(said.contains("first"));
        }
        assert!((1..130).contains(&first), "{first}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_is_found_again_a_little_later_is_the_very_same() {
    on_both(async |app| {
        for n in 0..3 {
            app.enter_subscriber(&format!("reader{n}@agra.example"), &["everything"]).await;
        }
        tell_everybody(&app).await;
        let row = announcement::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        let kind = announcing::ANNOUNCED.iter().find(|known| known.kind == row.kind).unwrap();
        let mut found = Vec::new();
        for _ in 0..2 {
            let act = app.begin_as("story").await.unwrap();
            found.push((kind.letters)(&act, &row, "", 10).await.unwrap());
            app.clock.advance(Duration::from_secs(1));
        }
        assert_eq!(found[0].len(), 3);
        assert_eq!(found[0], found[1], "else what is written ahead is never of use");
    })
    .await;
}
