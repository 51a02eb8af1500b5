//! Guidelines (frozen once a call uses them) and calls.

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
CREATE TABLE guidelines (
    id {uuid} NOT NULL PRIMARY KEY,
    slug {key} NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    created_at bigint NOT NULL,
    frozen_at bigint,
    UNIQUE (slug, version)
);

CREATE TABLE calls (
    id {uuid} NOT NULL PRIMARY KEY,
    slug {key} NOT NULL UNIQUE,
    year integer NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    guidelines_id {uuid} NOT NULL REFERENCES guidelines (id),
    title {json} NOT NULL,
    summary {json} NOT NULL,
    body {json} NOT NULL,
    note {json},
    period_first integer NOT NULL CHECK (period_first BETWEEN 1900 AND 2199),
    period_last integer NOT NULL CHECK (period_last BETWEEN 1900 AND 2199),
    zone text NOT NULL,
    opens_at bigint NOT NULL,
    closes_at bigint NOT NULL,
    first_closes_at bigint,
    grace_seconds integer NOT NULL CHECK (grace_seconds BETWEEN 0 AND 604800),
    admits_members boolean NOT NULL,
    admits_partners boolean NOT NULL,
    next_number integer NOT NULL CHECK (next_number >= 1),
    example boolean NOT NULL,
    created_at bigint NOT NULL,
    version integer NOT NULL,
    CHECK (period_first <= period_last),
    CHECK (opens_at < closes_at),
    CHECK (admits_members OR admits_partners),
    CHECK (first_closes_at IS NULL OR first_closes_at <> closes_at)
);
CREATE INDEX calls_by_closing ON calls (closes_at, id);
CREATE INDEX calls_by_guidelines ON calls (guidelines_id);
CREATE INDEX calls_by_year ON calls (year);
";
