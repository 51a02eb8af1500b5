//! Letters to many are written quicker on PostgreSQL. Nothing deletes a letter, so no word can lose its own: to look for it once more
//! with each word cost a third of writing one. What letters say is packed by the quicker way, where the server was built with it.

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
        run_either(manager, "SELECT 1;", ON_POSTGRES).await
    }
}

const ON_POSTGRES: &str = r"
ALTER TABLE letter_words DROP CONSTRAINT IF EXISTS letter_words_letter_id_fkey;
DO $$
BEGIN
    ALTER TABLE outbox_bodies ALTER COLUMN body_text SET COMPRESSION lz4, ALTER COLUMN body_html SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
";
