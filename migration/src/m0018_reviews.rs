//! Reviews: how sure the reviewer is, what is written over a review that is in, and every version that was handed in.

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
ALTER TABLE reviews ADD COLUMN confidence text CHECK (confidence IN ('low', 'medium', 'high'));
ALTER TABLE reviews ADD COLUMN draft {json};

CREATE TABLE review_versions (
    id {uuid} NOT NULL PRIMARY KEY,
    review_id {uuid} NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    submission_id {uuid} REFERENCES submissions (id),
    entry {json} NOT NULL,
    total integer NOT NULL CHECK (total BETWEEN 0 AND 10000),
    handed_in_at bigint NOT NULL,
    UNIQUE (review_id, number)
);
";
