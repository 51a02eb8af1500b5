//! What visitors write to the secretariat from the public pages, and which challenges were spent on it.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

// `arrived_at` is when a message was sent on; while it waits to be confirmed, when it was written.
const TABLES: &str = r"
CREATE TABLE contact_messages (
    id {uuid} NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email {key} NOT NULL,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    about text NOT NULL CHECK (about IN ('question', 'joining', 'press', 'fault', 'other')),
    body text NOT NULL CHECK (body <> ''),
    proposal_id {uuid} REFERENCES proposals (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('waiting', 'open', 'answered')),
    written_at bigint NOT NULL,
    arrived_at bigint NOT NULL,
    answered_at bigint,
    answered_by {uuid} REFERENCES users (id),
    version integer NOT NULL,
    CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX contact_messages_listed ON contact_messages (arrived_at DESC, id DESC);
CREATE INDEX contact_messages_by_address ON contact_messages (email, written_at);
CREATE INDEX contact_messages_by_proposal ON contact_messages (proposal_id) WHERE proposal_id IS NOT NULL;

CREATE TABLE spent_challenges (
    challenge {key} NOT NULL PRIMARY KEY,
    spent_on text NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX spent_challenges_over ON spent_challenges (expires_at);
";
