//! What finds a letter in the log: its words, its kind and where it stands, each by an index that has the letters in order;
//! and of which letter one is a copy.

use std::collections::BTreeSet;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, Statement, Value, prelude::Uuid},
};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        // On SQLite its key is all of it.
        run_either(manager, &format!("{WORDS} WITHOUT ROWID;"), &format!("{WORDS};")).await?;
        enter_words(manager.get_connection()).await
    }
}

// Ids sort by time, so an index that ends in the id has its letters in the order of the list. What is counted stands in the
// index too, so that a count reads no letters.
const TABLES: &str = r"
ALTER TABLE outbox ADD COLUMN copy_of {uuid} REFERENCES outbox (id) ON DELETE SET NULL;
CREATE INDEX outbox_copies ON outbox (copy_of) WHERE copy_of IS NOT NULL;

DROP INDEX outbox_by_time;
DROP INDEX outbox_by_state;
DROP INDEX outbox_by_proposal;
DROP INDEX outbox_by_recipient;
DROP INDEX outbox_bounced;
CREATE INDEX outbox_by_day ON outbox (created_at, state, bounced_at, proposal_id, kind, user_id);
CREATE INDEX outbox_by_state ON outbox (state, id, attempts, bounced_at, proposal_id, kind, user_id);
CREATE INDEX outbox_by_kind ON outbox (kind, id);
CREATE INDEX outbox_by_kind_state ON outbox (kind, state, id);
CREATE INDEX outbox_by_proposal ON outbox (proposal_id, id);
CREATE INDEX outbox_by_recipient ON outbox (recipient, id);
CREATE INDEX outbox_by_reader ON outbox (user_id, proposal_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX outbox_bounced ON outbox (state, id) WHERE bounced_at IS NOT NULL;
";

const WORDS: &str = r"
CREATE TABLE letter_words (
    word {key} NOT NULL,
    letter_id {uuid} NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    PRIMARY KEY (word, letter_id)
)";

/// Letters that are read at once.
const BATCH: i32 = 500;

/// Makes the letters of before findable.
async fn enter_words(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let backend = db.get_database_backend();
    let (first, next) = (
        "SELECT id, recipient, recipient_name, subject FROM outbox ORDER BY id LIMIT $1",
        "SELECT id, recipient, recipient_name, subject FROM outbox WHERE id > $2 ORDER BY id LIMIT $1",
    );
    let mut last: Option<Uuid> = None;
    loop {
        let mut values: Vec<Value> = vec![BATCH.into()];
        values.extend(last.map(Value::from));
        let sql = if last.is_some() { next } else { first };
        let rows = db.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        for row in &rows {
            let id: Uuid = row.try_get_by_index(0)?;
            let (email, name, subject): (String, String, String) =
                (row.try_get_by_index(1)?, row.try_get_by_index(2)?, row.try_get_by_index(3)?);
            let words = words_of(&email, &name, &subject);
            let places: Vec<String> = (0..words.len()).map(|n| format!("(${}, $1)", n + 2)).collect();
            let insert = format!("INSERT INTO letter_words (word, letter_id) VALUES {}", places.join(", "));
            let values: Vec<Value> = [id.into()].into_iter().chain(words.into_iter().map(Value::from)).collect();
            db.execute_raw(Statement::from_sql_and_values(backend, insert, values)).await?;
            last = Some(id);
        }
        if rows.is_empty() {
            return Ok(());
        }
    }
}

/// As `mail::finding` made them when this step was written.
fn words_of(email: &str, name: &str, subject: &str) -> BTreeSet<String> {
    let runs = [name, email, subject].map(folded);
    let runs = runs.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|run| !run.is_empty());
    let mut words: BTreeSet<String> = runs.take(60).map(|run| run.chars().take(60).collect()).collect();
    words.insert(folded(email).chars().take(254).collect());
    words
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                folded.extend(part.to_lowercase());
            }
        });
    }
    folded
}
