//! How many proposals wait is counted in the index by which they are sorted; and they are sorted by their call.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, INDEX).await
    }
}

// Whoever of the secretariat has an interest in a proposal is told by its id, and which call is asked for by that of the call:
// with them, no row is read for the count.
const INDEX: &str = r"
DROP INDEX proposals_by_waits;
CREATE INDEX proposals_by_waits ON proposals (waits DESC, updated_at DESC, reference, id, call_id);
CREATE INDEX proposals_by_call_changed ON proposals (call_id DESC, updated_at DESC, reference);
";
