//! Of which announcement a letter is, so that it can be told how many an announcement has reached; and the announcements about
//! a call.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

const TABLES: &str = r"
ALTER TABLE outbox ADD COLUMN announcement_id {uuid} REFERENCES announcements (id) ON DELETE SET NULL;
CREATE INDEX outbox_by_announcement ON outbox (announcement_id, state) WHERE announcement_id IS NOT NULL;
CREATE INDEX announcements_by_call ON announcements (call_id, id) WHERE call_id IS NOT NULL;
";
