//! Discussion: conversations about a proposal, each with one audience, its messages with what stood in them before, their files,
//! who was named, and how far each reader has read. The comments that were there become conversations.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run(manager, CARRIED_OVER).await
    }
}

const TABLES: &str = r"
CREATE TABLE threads (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    audience text NOT NULL CHECK (audience IN ('internal', 'reviewers', 'applicant')),
    subject text NOT NULL,
    begun_by {uuid} NOT NULL REFERENCES users (id),
    begun_at bigint NOT NULL,
    resolved_at bigint,
    resolved_by {uuid} REFERENCES users (id)
);
CREATE INDEX threads_by_proposal ON threads (proposal_id, begun_at, id);

CREATE TABLE messages (
    id {uuid} NOT NULL PRIMARY KEY,
    thread_id {uuid} NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    author_id {uuid} NOT NULL REFERENCES users (id),
    by_applicant boolean NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    at bigint NOT NULL,
    goes_at bigint NOT NULL,
    taken_back boolean NOT NULL,
    edited_at bigint,
    version integer NOT NULL,
    CHECK (goes_at >= at)
);
CREATE INDEX messages_by_thread ON messages (thread_id, goes_at, id);

CREATE TABLE message_versions (
    message_id {uuid} NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    body text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (message_id, number)
);

CREATE TABLE mentions (
    message_id {uuid} NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    person_id {uuid} NOT NULL REFERENCES users (id),
    PRIMARY KEY (message_id, person_id)
);

CREATE TABLE thread_readers (
    thread_id {uuid} NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    person_id {uuid} NOT NULL REFERENCES users (id),
    read_to bigint NOT NULL,
    follows boolean NOT NULL,
    PRIMARY KEY (thread_id, person_id)
);

ALTER TABLE attachments ADD COLUMN message_id {uuid} REFERENCES messages (id) ON DELETE CASCADE;
CREATE INDEX attachments_by_message ON attachments (message_id);
";

// What was internal was read by reviewers too, as far as their phase let them: so it stays, and nobody reads more than before.
// A conversation takes the id of its first comment. What was said before counts as read by all who could read it, and whoever
// has written to an applicant, or as one, goes on being told of answers.
const CARRIED_OVER: &str = r"
INSERT INTO threads (id, proposal_id, audience, subject, begun_by, begun_at)
    SELECT c.id, c.proposal_id, CASE c.audience WHEN 'internal' THEN 'reviewers' ELSE c.audience END, '', c.author_id, c.at
    FROM comments c WHERE NOT EXISTS (SELECT 1 FROM comments e
        WHERE e.proposal_id = c.proposal_id AND e.audience = c.audience AND (e.at < c.at OR (e.at = c.at AND e.id < c.id)));
INSERT INTO messages (id, thread_id, author_id, by_applicant, body, at, goes_at, taken_back, version)
    SELECT c.id, t.id, c.author_id,
        c.audience = 'applicant' AND EXISTS (SELECT 1 FROM memberships m JOIN proposals p ON p.organisation_id = m.organisation_id
            WHERE p.id = c.proposal_id AND m.user_id = c.author_id),
        c.body, c.at, c.at, false, 1
    FROM comments c JOIN threads t ON t.proposal_id = c.proposal_id
        AND t.audience = CASE c.audience WHEN 'internal' THEN 'reviewers' ELSE c.audience END;
INSERT INTO thread_readers (thread_id, person_id, read_to, follows)
    SELECT t.id, u.id, (SELECT MAX(m.goes_at) FROM messages m WHERE m.thread_id = t.id),
        t.audience = 'applicant' AND EXISTS (SELECT 1 FROM messages m WHERE m.thread_id = t.id AND m.author_id = u.id)
    FROM threads t JOIN proposals p ON p.id = t.proposal_id JOIN users u
        ON u.id IN (SELECT s.user_id FROM staff_roles s)
        OR u.id IN (SELECT o.user_id FROM memberships o WHERE o.organisation_id = p.organisation_id);
DROP TABLE comments;
";
