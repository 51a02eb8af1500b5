//! Who wants to hear of what, by email and without an account; and what waits to be told together.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run_either(manager, OPENED_SQLITE, OPENED_POSTGRES).await?;
        run_either(manager, &partners("lower(hex(p.proposal_id))"), &partners("replace(p.proposal_id::text, '-', '')"))
            .await
    }
}

const TABLES: &str = r"
CREATE TABLE subscribers (
    id {uuid} NOT NULL PRIMARY KEY,
    email {key} NOT NULL UNIQUE,
    name text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    rhythm text NOT NULL CHECK (rhythm IN ('at_once', 'daily', 'weekly')),
    asked_at bigint,
    unanswered integer NOT NULL,
    confirmed_at bigint,
    stopped_at bigint,
    created_at bigint NOT NULL,
    version integer NOT NULL
);
CREATE INDEX subscribers_unconfirmed ON subscribers (asked_at) WHERE confirmed_at IS NULL;

CREATE TABLE subscriptions (
    subscriber_id {uuid} NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    topic text NOT NULL CHECK (topic IN
        ('everything', 'calls', 'theme', 'region', 'country', 'city', 'initiative')),
    value {key} NOT NULL,
    origin text NOT NULL CHECK (origin IN ('form', 'account', 'partner', 'import')),
    source text NOT NULL,
    asked_at bigint NOT NULL,
    confirmed_at bigint,
    PRIMARY KEY (subscriber_id, topic, value),
    CHECK ((topic IN ('everything', 'calls')) = (value = ''))
);
CREATE INDEX subscriptions_by_topic ON subscriptions (topic, value, subscriber_id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX subscriptions_unconfirmed ON subscriptions (asked_at) WHERE confirmed_at IS NULL;

CREATE TABLE gathered (
    id {uuid} NOT NULL PRIMARY KEY,
    unique_key text NOT NULL UNIQUE,
    digest text NOT NULL CHECK (digest IN ('announcements', 'notices')),
    recipient {key} NOT NULL,
    recipient_name text NOT NULL,
    user_id {uuid} REFERENCES users (id),
    proposal_id {uuid} REFERENCES proposals (id) ON DELETE CASCADE,
    locale text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    button text,
    link text,
    unsubscribe text,
    why text,
    manage text,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    CHECK ((button IS NULL) = (link IS NULL))
);
CREATE INDEX gathered_due ON gathered (due_at, digest, recipient);
CREATE INDEX gathered_by_recipient ON gathered (recipient, digest, due_at);
CREATE INDEX gathered_by_proposal ON gathered (proposal_id) WHERE proposal_id IS NOT NULL;

CREATE TABLE notice_choices (
    user_id {uuid} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    notice text NOT NULL CHECK (notice IN ('arrivals', 'discussions', 'reminders', 'team', 'progress')),
    wanted text NOT NULL CHECK (wanted IN ('at_once', 'daily', 'weekly', 'never')),
    PRIMARY KEY (user_id, notice)
);

CREATE TABLE news (
    id {uuid} NOT NULL PRIMARY KEY,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('milestone', 'report')),
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    title text NOT NULL,
    body text NOT NULL,
    link text,
    published_at bigint NOT NULL,
    published_by {uuid} NOT NULL REFERENCES users (id)
);
CREATE INDEX news_by_proposal ON news (proposal_id, published_at DESC, id DESC);

ALTER TABLE calls ADD COLUMN opening_told_at bigint;
";

// Calls that are open or over when this step is taken were told of by other means.
const OPENED_SQLITE: &str = r"
UPDATE calls SET opening_told_at = opens_at WHERE opens_at <= CAST(strftime('%s', 'now') AS integer) * 1000;
";
const OPENED_POSTGRES: &str = r"
UPDATE calls SET opening_told_at = opens_at WHERE opens_at <= extract(epoch FROM now())::bigint * 1000;
";

/// Partners who asked to hear of the proposal that names them follow it: the same right, in the one place where it is kept now.
fn partners(proposal: &str) -> String {
    format!(
        r"
INSERT INTO subscribers
    (id, email, name, locale, rhythm, asked_at, unanswered, confirmed_at, stopped_at, created_at, version)
SELECT p.id, p.email, '', p.locale, 'at_once', NULL, 0, p.answered_at, NULL, p.asked_at, 0
FROM partners p
WHERE p.answer IN ('confirmed', 'updates') AND p.unsubscribed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM partners q
    WHERE q.email = p.email AND q.id < p.id AND q.answer IN ('confirmed', 'updates') AND q.unsubscribed_at IS NULL
);
INSERT INTO subscriptions (subscriber_id, topic, value, origin, source, asked_at, confirmed_at)
SELECT s.id, 'initiative', {proposal}, 'partner', '', p.asked_at, p.answered_at
FROM partners p JOIN subscribers s ON s.email = p.email
WHERE p.answer IN ('confirmed', 'updates') AND p.unsubscribed_at IS NULL;
"
    )
}
