//! The audit trail: events as they are committed, numbered and chained afterwards by the sealer.

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
CREATE TABLE audit_events (
    id {uuid} NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    data text NOT NULL,
    position bigint UNIQUE,
    hash text UNIQUE,
    CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE INDEX audit_events_unsealed ON audit_events (id) WHERE position IS NULL;
CREATE INDEX audit_events_by_subject ON audit_events (subject, at);
CREATE INDEX audit_events_by_time ON audit_events (at, id);
";

// A sealed event stays as it is; the sealer alone may give an unsealed one its place.
const IMMUTABLE_SQLITE: &str = r"
CREATE TRIGGER audit_events_stay BEFORE UPDATE ON audit_events WHEN OLD.position IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a sealed event never changes'); END;
CREATE TRIGGER audit_events_remain BEFORE DELETE ON audit_events
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
";

const IMMUTABLE_POSTGRES: &str = r"
CREATE TRIGGER audit_events_stay BEFORE UPDATE ON audit_events FOR EACH ROW
    WHEN (OLD.position IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_remain BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
";
