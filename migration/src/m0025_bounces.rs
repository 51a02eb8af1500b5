//! Letters that come back, addresses at which nothing arrives, and what is needed to send only so much to one domain.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, COLUMNS).await?;
        run_either(manager, DOMAIN_ON_SQLITE, DOMAIN_ON_POSTGRES).await?;
        run(manager, TABLES).await
    }
}

const COLUMNS: &str = r"
ALTER TABLE outbox ADD COLUMN bounced_at bigint;
ALTER TABLE outbox ADD COLUMN bounce text NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN domain text NOT NULL DEFAULT '';
";

const DOMAIN_ON_SQLITE: &str = "UPDATE outbox SET domain = substr(recipient, instr(recipient, '@') + 1)";
const DOMAIN_ON_POSTGRES: &str = "UPDATE outbox SET domain = split_part(recipient, '@', -1)";

// What somebody waits for is claimed before what goes to many, so what is due is found by class. How many went to a domain in
// the last minute, and how many wait for it, is counted in an index each.
const TABLES: &str = r"
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (class, due_at, id) WHERE state IN ('queued', 'sending', 'unknown');
CREATE INDEX outbox_bounced ON outbox (created_at, id) WHERE bounced_at IS NOT NULL;
CREATE INDEX outbox_sent_to ON outbox (domain, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_waiting_for ON outbox (domain, due_at, class) WHERE state = 'queued';

CREATE TABLE suppressions (
    email {key} NOT NULL PRIMARY KEY,
    since bigint NOT NULL,
    letter_id {uuid} REFERENCES outbox (id) ON DELETE SET NULL,
    reason text NOT NULL
);
";
