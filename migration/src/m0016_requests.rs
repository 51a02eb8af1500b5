//! What the secretariat asks to be changed in returned proposals.

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
CREATE TABLE requests (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    submission integer NOT NULL CHECK (submission > 0),
    number integer NOT NULL CHECK (number > 0),
    field text NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    asked_by {uuid} REFERENCES users (id),
    asked_at bigint NOT NULL
);
CREATE UNIQUE INDEX requests_by_number ON requests (proposal_id, number);
";
