//! What is published of an Initiative, apart from what was submitted: its texts, each version of them, and what lists, maps and
//! feeds know of it, with the order in which that changed.

use sea_orm_migration::prelude::*;

use super::{run, run_either};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await?;
        run_either(manager, KEPT_SQLITE, KEPT_POSTGRES).await
    }
}

// A version is never changed: the last one of a language is what everybody reads. `origin` is the language in which the Initiative
// was written; a translation holds those answers that were translated.
const TABLES: &str = r"
CREATE TABLE public_texts (
    proposal_id {uuid} NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    number integer NOT NULL CHECK (number > 0),
    origin boolean NOT NULL,
    answers {json} NOT NULL,
    of_number integer NOT NULL,
    note text NOT NULL,
    made_by {uuid} REFERENCES users (id),
    made_at bigint NOT NULL,
    PRIMARY KEY (proposal_id, locale, number)
);

CREATE TABLE catalogue_entries (
    proposal_id {uuid} NOT NULL PRIMARY KEY REFERENCES proposals (id) ON DELETE CASCADE,
    number bigint NOT NULL,
    shown boolean NOT NULL,
    slug {key} NOT NULL UNIQUE,
    reference text NOT NULL,
    language text NOT NULL CHECK (language IN ('en', 'fr', 'es')),
    title {json} NOT NULL,
    short_title {json} NOT NULL,
    aim {json} NOT NULL,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    city text NOT NULL,
    country text NOT NULL,
    theme text NOT NULL,
    state text NOT NULL,
    year integer NOT NULL,
    latitude integer,
    longitude integer,
    partners {json} NOT NULL,
    example boolean NOT NULL,
    published_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    featured_at bigint,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

CREATE TABLE catalogue_changes (
    one integer NOT NULL PRIMARY KEY CHECK (one = 1),
    number bigint NOT NULL
);
CREATE INDEX catalogue_entries_changed ON catalogue_entries (number);
CREATE INDEX catalogue_entries_of ON catalogue_entries (organisation_id);
INSERT INTO catalogue_changes (one, number) VALUES (1, 0);
";

// Who leads an Initiative stands in its organisation's row: where that is renamed, what is known of its Initiatives has changed.
const KEPT_SQLITE: &str = r"
CREATE TRIGGER public_texts_stay BEFORE UPDATE ON public_texts
BEGIN SELECT RAISE(ABORT, 'a version of a public text never changes'); END;
CREATE TRIGGER catalogue_leads_renamed AFTER UPDATE OF name ON organisations WHEN OLD.name <> NEW.name
BEGIN
    UPDATE catalogue_changes SET number = number + 1;
    UPDATE catalogue_entries SET number = (SELECT number FROM catalogue_changes) WHERE organisation_id = NEW.id;
END;
";

const KEPT_POSTGRES: &str = r"
CREATE TRIGGER public_texts_stay BEFORE UPDATE ON public_texts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION catalogue_leads_renamed() RETURNS trigger AS $$
BEGIN
    UPDATE catalogue_changes SET number = number + 1;
    UPDATE catalogue_entries SET number = (SELECT number FROM catalogue_changes) WHERE organisation_id = NEW.id;
    RETURN NULL;
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER catalogue_leads_renamed AFTER UPDATE OF name ON organisations FOR EACH ROW
    WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION catalogue_leads_renamed();
";
