//! What letters say, in a table of its own: a letter changes three times on its way, and what it says never does. SQLite writes a
//! whole row anew with each change, and lists of letters would read past all that they say.

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
        run(manager, MOVE).await
    }
}

const MOVE: &str = r"
CREATE TABLE outbox_bodies (
    letter_id {uuid} NOT NULL PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    body_text text NOT NULL,
    body_html text NOT NULL
);
INSERT INTO outbox_bodies (letter_id, body_text, body_html) SELECT id, body_text, body_html FROM outbox;
ALTER TABLE outbox DROP COLUMN body_text;
ALTER TABLE outbox DROP COLUMN body_html;
";
