//! What goes to a domain is what is tried there, taken or not; and what somebody asked to hear of is known of all that a digest tells.

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

    // Only the last minute is ever looked at: letters of before need no time.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            "ALTER TABLE outbox ADD COLUMN tried_at bigint;
            DROP INDEX outbox_sent_to;
            CREATE INDEX outbox_tried_at ON outbox (domain, tried_at) WHERE tried_at IS NOT NULL;
            ALTER TABLE gathered ADD COLUMN asked_for text NOT NULL DEFAULT '';",
        )
        .await
    }
}
