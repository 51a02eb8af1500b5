//! Publications with covers, files in several languages and the Initiatives that they belong to; hidden ones; versions, by which
//! two who change one at a time find out.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

// The bytes of covers and files lie in the file store; the indexes by content are for the sweeper, which asks what is claimed.
const TABLES: &str = r"
ALTER TABLE publications ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE publications ADD COLUMN shown boolean NOT NULL DEFAULT true;
ALTER TABLE publications ADD COLUMN theme text NOT NULL DEFAULT ''
    CHECK (theme IN ('', 'governance', 'social_inclusion', 'urban_innovation', 'sustainability'));
ALTER TABLE publications ADD COLUMN cover_sha256 text;
ALTER TABLE publications ADD COLUMN cover_type text NOT NULL DEFAULT '';
ALTER TABLE publications ADD COLUMN cover_width integer NOT NULL DEFAULT 0;
ALTER TABLE publications ADD COLUMN cover_height integer NOT NULL DEFAULT 0;
CREATE INDEX publications_in_order ON publications (place, id);
CREATE INDEX publications_by_cover ON publications (cover_sha256) WHERE cover_sha256 IS NOT NULL;

CREATE TABLE publication_files (
    id {uuid} NOT NULL PRIMARY KEY,
    publication_id {uuid} NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
    language {key} NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    sha256 text NOT NULL,
    uploaded_by {uuid} REFERENCES users (id),
    uploaded_at bigint NOT NULL,
    UNIQUE (publication_id, language)
);
CREATE INDEX publication_files_by_content ON publication_files (sha256);

CREATE TABLE publication_initiatives (
    publication_id {uuid} NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    PRIMARY KEY (publication_id, proposal_id)
);
CREATE INDEX publication_initiatives_of ON publication_initiatives (proposal_id, publication_id);
";
