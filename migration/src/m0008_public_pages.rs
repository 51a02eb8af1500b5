//! Publications and the texts of the public pages; the marks that seeding leaves.

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
CREATE TABLE publications (
    id {uuid} NOT NULL PRIMARY KEY,
    slug {key} NOT NULL UNIQUE,
    place integer NOT NULL,
    title {json} NOT NULL,
    summary {json} NOT NULL,
    year integer,
    link text
);

CREATE TABLE texts (
    name {key} NOT NULL PRIMARY KEY,
    text {json} NOT NULL
);

CREATE TABLE marks (
    name {key} NOT NULL PRIMARY KEY,
    value text NOT NULL,
    at bigint NOT NULL
);
";
