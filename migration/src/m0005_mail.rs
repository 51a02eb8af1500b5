//! The outbox, announcements to many, and the partners who are reached by email only.

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
CREATE TABLE partners (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    name text NOT NULL,
    email {key} NOT NULL,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    answer text NOT NULL CHECK (answer IN ('asked', 'confirmed', 'updates', 'neither')),
    asked_at bigint NOT NULL,
    answered_at bigint,
    unsubscribed_at bigint,
    UNIQUE (proposal_id, email),
    CHECK ((answer = 'asked') = (answered_at IS NULL))
);

CREATE TABLE announcements (
    id {uuid} NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    proposal_id {uuid} REFERENCES proposals (id) ON DELETE CASCADE,
    call_id {uuid} REFERENCES calls (id),
    data {json} NOT NULL,
    reached text NOT NULL,
    created_at bigint NOT NULL,
    lease_until bigint NOT NULL,
    done_at bigint
);
CREATE INDEX announcements_open ON announcements (lease_until, id) WHERE done_at IS NULL;

CREATE TABLE outbox (
    id {uuid} NOT NULL PRIMARY KEY,
    unique_key text NOT NULL UNIQUE,
    kind text NOT NULL,
    class text NOT NULL CHECK (class IN ('service', 'announcement')),
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
    recipient text NOT NULL,
    recipient_name text NOT NULL,
    user_id {uuid} REFERENCES users (id),
    proposal_id {uuid} REFERENCES proposals (id) ON DELETE SET NULL,
    locale text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    unsubscribe text,
    secret boolean NOT NULL,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    unknowns integer NOT NULL,
    lease_until bigint NOT NULL,
    lease_holder text NOT NULL,
    sent_at bigint,
    answer text NOT NULL,
    CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CHECK (class = 'service' OR unsubscribe IS NOT NULL)
);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state IN ('queued', 'sending', 'unknown');
CREATE INDEX outbox_held ON outbox (lease_holder) WHERE lease_holder <> '';
CREATE INDEX outbox_by_time ON outbox (created_at, id);
CREATE INDEX outbox_by_state ON outbox (state, created_at, id);
CREATE INDEX outbox_by_proposal ON outbox (proposal_id, created_at);
CREATE INDEX outbox_by_recipient ON outbox (recipient, created_at);
";
