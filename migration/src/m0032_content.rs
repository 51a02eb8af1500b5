//! What the texts of the public pages said, version by version.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run_either(manager, IMMUTABLE_SQLITE, IMMUTABLE_POSTGRES).await
    }
}

// Benefits were called by their place and a key of the seed (`benefits.items.01.exchange`); now by their place alone, which a page
// has whoever wrote it.
const TABLES: &str = r"
CREATE TABLE text_versions (
    page {key} NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    texts {json} NOT NULL,
    changed {json} NOT NULL,
    written_by {uuid} REFERENCES users (id),
    written_at bigint NOT NULL,
    PRIMARY KEY (page, number)
);

UPDATE texts SET name = substr(name, 1, 17)
WHERE name LIKE 'benefits.items.__.%' AND NOT EXISTS (
    SELECT 1 FROM texts AS other WHERE other.name < texts.name AND substr(other.name, 1, 17) = substr(texts.name, 1, 17)
);
";

const IMMUTABLE_SQLITE: &str = r"
CREATE TRIGGER text_versions_stay BEFORE UPDATE ON text_versions
BEGIN SELECT RAISE(ABORT, 'a version of a text never changes'); END;
CREATE TRIGGER text_versions_remain BEFORE DELETE ON text_versions
BEGIN SELECT RAISE(ABORT, 'a version of a text is never deleted'); END;
";

const IMMUTABLE_POSTGRES: &str = r"
CREATE TRIGGER text_versions_stay BEFORE UPDATE OR DELETE ON text_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
";
