//! Who has a standing on a proposal, what reviewers and the Board said of it, and what was said about it.

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
CREATE TABLE eligibilities (
    proposal_id {uuid} NOT NULL PRIMARY KEY REFERENCES proposals (id),
    passed boolean NOT NULL,
    reason text NOT NULL,
    checked_by {uuid} REFERENCES users (id),
    checked_at bigint NOT NULL,
    CHECK (passed OR reason <> '')
);

CREATE TABLE assignments (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    reviewer_id {uuid} NOT NULL REFERENCES users (id),
    assigned_by {uuid} REFERENCES users (id),
    assigned_at bigint NOT NULL,
    ended_at bigint
);
CREATE UNIQUE INDEX assignments_once ON assignments (proposal_id, reviewer_id) WHERE ended_at IS NULL;
CREATE INDEX assignments_by_reviewer ON assignments (reviewer_id, proposal_id);

CREATE TABLE decisions (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    outcome text NOT NULL CHECK (outcome IN ('approved', 'not_selected', 'ineligible')),
    body text NOT NULL,
    session text NOT NULL,
    decided_on {key} NOT NULL,
    minute_reference text NOT NULL,
    reason text NOT NULL,
    message text NOT NULL,
    registered_by {uuid} REFERENCES users (id),
    registered_at bigint NOT NULL,
    published_at bigint,
    revised_at bigint,
    CHECK (outcome = 'ineligible' OR (body <> '' AND decided_on <> '')),
    CHECK (outcome = 'approved' OR reason <> ''),
    CHECK (revised_at IS NULL OR published_at IS NOT NULL)
);
CREATE UNIQUE INDEX decisions_in_force ON decisions (proposal_id) WHERE revised_at IS NULL;
CREATE INDEX decisions_by_proposal ON decisions (proposal_id, registered_at);

CREATE TABLE comments (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    author_id {uuid} NOT NULL REFERENCES users (id),
    audience text NOT NULL CHECK (audience IN ('internal', 'applicant')),
    body text NOT NULL CHECK (body <> ''),
    at bigint NOT NULL
);
CREATE INDEX comments_by_proposal ON comments (proposal_id, at, id);

CREATE TABLE reviews (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    reviewer_id {uuid} NOT NULL REFERENCES users (id),
    submission_id {uuid} REFERENCES submissions (id),
    scores {json} NOT NULL,
    remarks {json} NOT NULL,
    to_committee text NOT NULL,
    to_applicant text NOT NULL,
    recommendation text CHECK (recommendation IN ('approve', 'approve_with_changes', 'do_not_select')),
    total integer CHECK (total BETWEEN 0 AND 10000),
    version integer NOT NULL,
    updated_at bigint NOT NULL,
    submitted_at bigint,
    UNIQUE (proposal_id, reviewer_id),
    CHECK (submitted_at IS NULL OR (recommendation IS NOT NULL AND total IS NOT NULL))
);
CREATE INDEX reviews_by_reviewer ON reviews (reviewer_id, proposal_id);
";
