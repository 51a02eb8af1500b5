//! Late attempts, extensions of deadlines, reminders that were sent, and answers to questions about a call.

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
CREATE TABLE late_attempts (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    guidelines_id {uuid} NOT NULL REFERENCES guidelines (id),
    answers {json} NOT NULL,
    sha256 text NOT NULL,
    deadline bigint NOT NULL,
    tried_by {uuid} NOT NULL REFERENCES users (id),
    tried_at bigint NOT NULL,
    refused_at bigint,
    refusal text NOT NULL,
    UNIQUE (proposal_id, number, sha256),
    CHECK (tried_at > deadline)
);

CREATE TABLE extensions (
    id {uuid} NOT NULL PRIMARY KEY,
    call_id {uuid} NOT NULL REFERENCES calls (id),
    organisation_id {uuid} REFERENCES organisations (id),
    was bigint NOT NULL,
    closes_at bigint NOT NULL,
    reason text NOT NULL,
    granted_by {uuid} REFERENCES users (id),
    granted_at bigint NOT NULL,
    ended_at bigint
);
CREATE INDEX extensions_by_call ON extensions (call_id, granted_at, id);
CREATE UNIQUE INDEX extensions_in_force ON extensions (organisation_id, call_id)
    WHERE organisation_id IS NOT NULL AND ended_at IS NULL;

CREATE TABLE reminders (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    deadline bigint NOT NULL,
    hours integer NOT NULL,
    sent_at bigint NOT NULL,
    UNIQUE (proposal_id, deadline, hours)
);

CREATE TABLE call_answers (
    id {uuid} NOT NULL PRIMARY KEY,
    call_id {uuid} NOT NULL REFERENCES calls (id),
    place integer NOT NULL,
    question {json} NOT NULL,
    answer {json} NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    version integer NOT NULL
);
CREATE INDEX call_answers_by_place ON call_answers (call_id, place, id);
";
