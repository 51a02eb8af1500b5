//! Decisions that are prepared one by one or together, a return among them; what their letters say; and when they are published.

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

/// SQLite changes no CHECK of a table that is there, so the decisions move into a new one.
const TABLES: &str = r"
CREATE TABLE decisions_anew (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    outcome text NOT NULL CHECK (outcome IN ('approved', 'not_selected', 'ineligible', 'returned')),
    body text NOT NULL,
    session text NOT NULL,
    decided_on {key} NOT NULL,
    minute_reference text NOT NULL,
    reason text NOT NULL,
    message text NOT NULL,
    requests {json},
    due_at bigint,
    letters {json},
    version integer NOT NULL CHECK (version > 0),
    registered_by {uuid} REFERENCES users (id),
    registered_at bigint NOT NULL,
    published_at bigint,
    revised_at bigint,
    CHECK (outcome IN ('ineligible', 'returned') OR (body <> '' AND decided_on <> '')),
    CHECK (outcome IN ('approved', 'returned') OR reason <> ''),
    CHECK (outcome <> 'returned' OR (due_at IS NOT NULL AND requests IS NOT NULL)),
    CHECK (revised_at IS NULL OR published_at IS NOT NULL)
);
INSERT INTO decisions_anew (id, proposal_id, outcome, body, session, decided_on, minute_reference, reason, message, version,
    registered_by, registered_at, published_at, revised_at)
SELECT id, proposal_id, outcome, body, session, decided_on, minute_reference, reason, message, 1,
    registered_by, registered_at, published_at, revised_at FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_anew RENAME TO decisions;
CREATE UNIQUE INDEX decisions_in_force ON decisions (proposal_id) WHERE revised_at IS NULL;
CREATE INDEX decisions_by_proposal ON decisions (proposal_id, registered_at);

CREATE TABLE letter_texts (
    id {uuid} NOT NULL PRIMARY KEY,
    call_id {uuid} NOT NULL REFERENCES calls (id),
    kind {key} NOT NULL,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    version integer NOT NULL CHECK (version > 0),
    subject text,
    body text,
    written_by {uuid} REFERENCES users (id),
    written_at bigint NOT NULL,
    UNIQUE (call_id, kind, locale, version),
    CHECK ((subject IS NULL) = (body IS NULL))
);

CREATE TABLE publishing_orders (
    id {uuid} NOT NULL PRIMARY KEY,
    call_id {uuid} NOT NULL REFERENCES calls (id),
    ordered_by {uuid} NOT NULL REFERENCES users (id),
    ordered_at bigint NOT NULL,
    publish_at bigint NOT NULL,
    texts {json} NOT NULL,
    done_at bigint,
    cancelled_by {uuid} REFERENCES users (id)
);
CREATE INDEX publishing_orders_due ON publishing_orders (publish_at) WHERE done_at IS NULL;
CREATE INDEX publishing_orders_by_call ON publishing_orders (call_id, id);

CREATE TABLE publishing_items (
    order_id {uuid} NOT NULL REFERENCES publishing_orders (id),
    proposal_id {uuid} NOT NULL REFERENCES proposals (id),
    place integer NOT NULL,
    seen integer NOT NULL,
    decision_version integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('approved', 'not_selected', 'ineligible', 'returned')),
    done_at bigint,
    failure text,
    PRIMARY KEY (order_id, proposal_id),
    CHECK (failure IS NULL OR done_at IS NOT NULL)
);
CREATE UNIQUE INDEX publishing_items_open ON publishing_items (proposal_id) WHERE done_at IS NULL;
CREATE INDEX publishing_items_by_order ON publishing_items (order_id, place);
";
