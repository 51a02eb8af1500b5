//! What letters say in the words of the secretariat, version by version; and the values of letters, by which a text is looked at.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

// The newest letter of a kind in a language gives the values of an example.
const TABLES: &str = r"
CREATE TABLE letter_wordings (
    id {uuid} NOT NULL PRIMARY KEY,
    kind {key} NOT NULL,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    version integer NOT NULL CHECK (version > 0),
    subject text,
    body text,
    written_by {uuid} REFERENCES users (id),
    written_at bigint NOT NULL,
    UNIQUE (kind, locale, version),
    CHECK ((subject IS NULL) = (body IS NULL))
);

ALTER TABLE outbox ADD COLUMN args {json};
CREATE INDEX outbox_examples ON outbox (kind, locale, id) WHERE args IS NOT NULL;
";
