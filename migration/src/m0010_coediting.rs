//! The city as an account: people of other organisations who write in one proposal, the private notes of those who write it,
//! and whom an organisation names by itself in its proposals.

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
CREATE TABLE co_editors (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    user_id {uuid} NOT NULL REFERENCES users (id),
    invited_by {uuid} REFERENCES users (id),
    invited_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    accepted_at bigint,
    ended_at bigint
);
CREATE UNIQUE INDEX co_editors_once ON co_editors (proposal_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX co_editors_by_user ON co_editors (user_id, proposal_id);

CREATE TABLE notes (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    author_id {uuid} NOT NULL REFERENCES users (id),
    section text NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    at bigint NOT NULL,
    edited_at bigint,
    resolved_at bigint,
    resolved_by {uuid} REFERENCES users (id),
    version integer NOT NULL
);
CREATE INDEX notes_by_proposal ON notes (proposal_id, at, id);

CREATE TABLE organisation_contacts (
    organisation_id {uuid} NOT NULL PRIMARY KEY REFERENCES organisations (id),
    endorser {json} NOT NULL,
    manager {json} NOT NULL,
    saved_by {uuid} REFERENCES users (id),
    saved_at bigint NOT NULL
);
";
