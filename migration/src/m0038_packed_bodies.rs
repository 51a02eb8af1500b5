//! What letters say is kept as bytes: packed from now on; what is there stays as it stands, and is read so.

use sea_orm_migration::prelude::*;

use super::run_either;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_either(manager, ON_SQLITE, ON_POSTGRES).await
    }
}

const ON_SQLITE: &str = r"
CREATE TABLE packed_bodies (
    letter_id {uuid} NOT NULL PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    body_text {bytes} NOT NULL,
    body_html {bytes} NOT NULL
);
INSERT INTO packed_bodies (letter_id, body_text, body_html)
SELECT letter_id, CAST(body_text AS blob), CAST(body_html AS blob) FROM outbox_bodies;
DROP TABLE outbox_bodies;
ALTER TABLE packed_bodies RENAME TO outbox_bodies;
";

// The server need not pack once more what is packed.
const ON_POSTGRES: &str = r"
ALTER TABLE outbox_bodies
    ALTER COLUMN body_text TYPE {bytes} USING convert_to(body_text, 'UTF8'),
    ALTER COLUMN body_html TYPE {bytes} USING convert_to(body_html, 'UTF8');
ALTER TABLE outbox_bodies ALTER COLUMN body_text SET STORAGE EXTERNAL, ALTER COLUMN body_html SET STORAGE EXTERNAL;
";
