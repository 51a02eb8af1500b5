//! The announcement of a piece of news is found when the news is corrected or taken back.

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
        run(
            manager,
            "CREATE INDEX announcements_by_proposal ON announcements (proposal_id, kind, created_at) WHERE proposal_id IS NOT NULL;",
        )
        .await
    }
}
