//! The review of a call: its phases, the check-list of eligibility, conflicts of interest, what reviewers answer to being
//! asked, and what the desk's list knows of each proposal, kept beside it so that the list need not add it up.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run_either(manager, BLIND_SQLITE, BLIND_POSTGRES).await?;
        run(manager, SUMMARIES).await
    }
}

const TABLES: &str = r"
ALTER TABLE calls ADD COLUMN phases {json};

ALTER TABLE eligibilities ADD COLUMN checks {json} NOT NULL DEFAULT '{}';
ALTER TABLE eligibilities ADD COLUMN submission integer NOT NULL DEFAULT 0;

ALTER TABLE assignments ADD COLUMN due_at bigint;
ALTER TABLE assignments ADD COLUMN accepted_at bigint;
ALTER TABLE assignments ADD COLUMN abstained_at bigint;
ALTER TABLE assignments ADD COLUMN declined boolean NOT NULL DEFAULT false;
ALTER TABLE assignments ADD COLUMN reason text NOT NULL DEFAULT '';

CREATE TABLE conflicts (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    person_id {uuid} NOT NULL REFERENCES users (id),
    ruling text NOT NULL CHECK (ruling IN ('declared', 'set', 'dismissed')),
    reason text NOT NULL CHECK (reason <> ''),
    stated_by {uuid} REFERENCES users (id),
    stated_at bigint NOT NULL,
    UNIQUE (proposal_id, person_id)
);
CREATE INDEX conflicts_by_person ON conflicts (person_id, ruling, proposal_id);

CREATE TABLE pledges (
    call_id {uuid} NOT NULL REFERENCES calls (id),
    person_id {uuid} NOT NULL REFERENCES users (id),
    pledged_at bigint NOT NULL,
    PRIMARY KEY (call_id, person_id)
);

CREATE TABLE reviewer_profiles (
    person_id {uuid} NOT NULL PRIMARY KEY REFERENCES users (id),
    languages {json} NOT NULL,
    themes {json} NOT NULL,
    organisation text NOT NULL,
    city text NOT NULL,
    country {key} NOT NULL,
    most integer CHECK (most > 0),
    version integer NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE preferences (
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    person_id {uuid} NOT NULL REFERENCES users (id),
    wish integer NOT NULL CHECK (wish IN (-1, 1)),
    stated_at bigint NOT NULL,
    PRIMARY KEY (proposal_id, person_id)
);
CREATE INDEX preferences_by_person ON preferences (person_id, proposal_id);

ALTER TABLE proposals ADD COLUMN waits integer NOT NULL DEFAULT 0;
ALTER TABLE proposals ADD COLUMN reviews_asked integer NOT NULL DEFAULT 0;
ALTER TABLE proposals ADD COLUMN reviews_in integer NOT NULL DEFAULT 0;
ALTER TABLE proposals ADD COLUMN reviews_mean integer NOT NULL DEFAULT -1;
ALTER TABLE proposals ADD COLUMN reviews_gap integer NOT NULL DEFAULT -1;
ALTER TABLE proposals ADD COLUMN place_of_state integer NOT NULL DEFAULT 0;
CREATE INDEX proposals_by_waits ON proposals (waits DESC, updated_at DESC, reference);
CREATE INDEX proposals_by_mean ON proposals (reviews_mean DESC, updated_at DESC, reference);
CREATE INDEX proposals_by_gap ON proposals (reviews_gap DESC, updated_at DESC, reference);
CREATE INDEX proposals_by_reviews ON proposals (reviews_in DESC, updated_at DESC, reference);
CREATE INDEX proposals_by_place ON proposals (place_of_state, updated_at DESC, reference);
CREATE INDEX proposals_by_theme_name ON proposals (theme, title_key, reference);
CREATE INDEX proposals_by_country_name ON proposals (country, title_key, reference);
";

// A search by someone who must not know who applies goes through a text of its own.
const BLIND_SQLITE: &str = r"
DROP TRIGGER search_texts_added;
DROP TRIGGER search_texts_removed;
DROP TRIGGER search_texts_changed;
ALTER TABLE search_texts RENAME TO search_texts_before;
CREATE TABLE search_texts (
    number integer PRIMARY KEY,
    proposal_id blob NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    scope text NOT NULL CHECK (scope IN ('desk', 'blind', 'public')),
    body text NOT NULL,
    UNIQUE (proposal_id, scope)
);
INSERT INTO search_texts SELECT number, proposal_id, scope, body FROM search_texts_before;
DROP TABLE search_texts_before;
CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts
    BEGIN INSERT INTO search_index (rowid, body) VALUES (NEW.number, NEW.body); END;
CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts
    BEGIN INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.number, OLD.body); END;
CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.number, OLD.body);
    INSERT INTO search_index (rowid, body) VALUES (NEW.number, NEW.body);
END;
";

const BLIND_POSTGRES: &str = r"
ALTER TABLE search_texts DROP CONSTRAINT search_texts_scope_check;
ALTER TABLE search_texts ADD CONSTRAINT search_texts_scope_check CHECK (scope IN ('desk', 'blind', 'public'));
";

const SUMMARIES: &str = r"
UPDATE proposals SET
    place_of_state = CASE state WHEN 'draft' THEN 0 WHEN 'submitted' THEN 1 WHEN 'under_review' THEN 2
        WHEN 'returned' THEN 3 WHEN 'approved' THEN 4 WHEN 'running' THEN 5 WHEN 'completed' THEN 6
        WHEN 'discontinued' THEN 7 WHEN 'not_selected' THEN 8 ELSE 9 END,
    reviews_asked = (SELECT COUNT(*) FROM assignments a WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL),
    reviews_in = (SELECT COUNT(*) FROM assignments a JOIN reviews r
        ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id
        WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND r.submitted_at IS NOT NULL),
    reviews_mean = COALESCE((SELECT (2 * SUM(r.total) + COUNT(r.total)) / (2 * NULLIF(COUNT(r.total), 0))
        FROM assignments a JOIN reviews r ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id
        WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND r.submitted_at IS NOT NULL), -1),
    reviews_gap = COALESCE((SELECT MAX(r.total) - MIN(r.total)
        FROM assignments a JOIN reviews r ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id
        WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND r.submitted_at IS NOT NULL), -1);
UPDATE proposals SET waits = CASE
    WHEN state IN ('draft', 'returned') AND EXISTS (SELECT 1 FROM late_attempts l WHERE l.proposal_id = proposals.id
        AND l.refused_at IS NULL AND l.number >
        (SELECT COALESCE(MAX(s.number), 0) FROM submissions s WHERE s.proposal_id = proposals.id)) THEN 8
    WHEN state = 'submitted' AND NOT EXISTS (SELECT 1 FROM eligibilities e WHERE e.proposal_id = proposals.id) THEN 2
    WHEN state = 'submitted' AND EXISTS
        (SELECT 1 FROM eligibilities e WHERE e.proposal_id = proposals.id AND NOT e.passed) THEN 4
    WHEN state = 'submitted' THEN 3
    WHEN state = 'under_review' AND EXISTS
        (SELECT 1 FROM decisions d WHERE d.proposal_id = proposals.id AND d.revised_at IS NULL) THEN 7
    WHEN state = 'under_review' AND reviews_asked = 0 THEN 5
    WHEN state = 'under_review' AND reviews_in = reviews_asked THEN 6
    ELSE 0 END;
";
