//! Proposals, their answers with the history of saves, submissions, attachments, and every change of state.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run_either(manager, IMMUTABLE_SQLITE, IMMUTABLE_POSTGRES).await
    }
}

const TABLES: &str = r"
CREATE TABLE proposals (
    id {uuid} NOT NULL PRIMARY KEY,
    reference {key} NOT NULL UNIQUE,
    call_id {uuid} NOT NULL REFERENCES calls (id),
    number integer NOT NULL CHECK (number >= 1),
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'under_review', 'returned', 'approved', 'running',
        'completed', 'discontinued', 'not_selected', 'withdrawn')),
    version integer NOT NULL,
    state_since bigint NOT NULL,
    state_before text,
    returned_from text CHECK (returned_from IN ('submitted', 'under_review')),
    due_at bigint,
    title text NOT NULL,
    title_key {key} NOT NULL,
    short_title text NOT NULL,
    theme {key} NOT NULL,
    country {key} NOT NULL,
    language text NOT NULL,
    slug {key} UNIQUE,
    sources {json},
    example boolean NOT NULL,
    created_by {uuid} REFERENCES users (id),
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    UNIQUE (call_id, number),
    CHECK ((state = 'returned') = (returned_from IS NOT NULL)),
    CHECK ((state = 'returned') = (due_at IS NOT NULL)),
    CHECK ((state IN ('not_selected', 'withdrawn')) = (state_before IS NOT NULL)),
    CHECK (slug IS NOT NULL OR state NOT IN ('approved', 'running', 'completed', 'discontinued')),
    CHECK (sources IS NOT NULL OR created_by IS NOT NULL)
);
CREATE INDEX proposals_by_update ON proposals (updated_at, id);
CREATE INDEX proposals_by_title ON proposals (title_key, id);
CREATE INDEX proposals_by_call ON proposals (call_id, state, updated_at, id);
CREATE INDEX proposals_by_state ON proposals (state, updated_at, id);
CREATE INDEX proposals_by_theme ON proposals (theme, updated_at, id);
CREATE INDEX proposals_by_country ON proposals (country, updated_at, id);
CREATE INDEX proposals_by_organisation ON proposals (organisation_id, updated_at, id);

CREATE TABLE answers (
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    field text NOT NULL,
    value {json} NOT NULL,
    version integer NOT NULL,
    saved_by {uuid} REFERENCES users (id),
    saved_at bigint NOT NULL,
    PRIMARY KEY (proposal_id, field)
);

CREATE TABLE saves (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    field text NOT NULL,
    value {json} NOT NULL,
    version integer NOT NULL,
    saved_by {uuid} REFERENCES users (id),
    saved_at bigint NOT NULL
);
CREATE INDEX saves_by_proposal ON saves (proposal_id, field, version);

CREATE TABLE submissions (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    number integer NOT NULL CHECK (number >= 1),
    guidelines_id {uuid} NOT NULL REFERENCES guidelines (id),
    answers {json} NOT NULL,
    canonical {bytes} NOT NULL,
    sha256 text NOT NULL UNIQUE,
    submitted_by {uuid} REFERENCES users (id),
    submitted_at bigint NOT NULL,
    UNIQUE (proposal_id, number)
);

CREATE TABLE attachments (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    field text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    sha256 text NOT NULL,
    uploaded_by {uuid} REFERENCES users (id),
    uploaded_at bigint NOT NULL,
    removed_at bigint
);
CREATE INDEX attachments_by_proposal ON attachments (proposal_id, field);
CREATE INDEX attachments_by_content ON attachments (sha256);

CREATE TABLE transitions (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    by_user {uuid} REFERENCES users (id),
    at bigint NOT NULL,
    reason text NOT NULL,
    data {json} NOT NULL
);
CREATE INDEX transitions_by_proposal ON transitions (proposal_id, at, id);
";

const IMMUTABLE_SQLITE: &str = r"
CREATE TRIGGER submissions_stay BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'a submission never changes'); END;
CREATE TRIGGER submissions_remain BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
";

const IMMUTABLE_POSTGRES: &str = r"
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME; END $$;
CREATE TRIGGER submissions_stay BEFORE UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
";
