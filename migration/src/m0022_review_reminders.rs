//! Reminders of reviews that were posted: the last one of each review, by the instant until which it is asked for.

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
CREATE TABLE review_reminders (
    assignment_id {uuid} NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    due_at bigint NOT NULL,
    hours integer NOT NULL,
    sent_at bigint NOT NULL,
    PRIMARY KEY (assignment_id, due_at)
);
";
