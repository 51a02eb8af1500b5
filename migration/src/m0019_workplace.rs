//! The desk as a workplace: tags with colours, views saved under a name, and how each person likes to work.

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

// The key of proposal_tags finds the proposals of a tag, its index the tags of a proposal.
const TABLES: &str = r"
CREATE TABLE tags (
    id {uuid} NOT NULL PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    name_key {key} NOT NULL UNIQUE,
    colour integer NOT NULL CHECK (colour BETWEEN 1 AND 12),
    created_at bigint NOT NULL
);

CREATE TABLE proposal_tags (
    tag_id {uuid} NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, proposal_id)
);
CREATE INDEX proposal_tags_by_proposal ON proposal_tags (proposal_id, tag_id);

CREATE TABLE saved_views (
    id {uuid} NOT NULL PRIMARY KEY,
    owner_id {uuid} NOT NULL REFERENCES users (id),
    name text NOT NULL CHECK (name <> ''),
    name_key {key} NOT NULL,
    query text NOT NULL,
    shared boolean NOT NULL,
    created_at bigint NOT NULL
);
CREATE UNIQUE INDEX saved_views_by_owner ON saved_views (owner_id, name_key);
CREATE INDEX saved_views_by_name ON saved_views (shared, name_key);

CREATE TABLE habits (
    person_id {uuid} NOT NULL PRIMARY KEY REFERENCES users (id),
    shortcuts boolean NOT NULL,
    desk_columns text NOT NULL
);
";
