//! News in three languages, which can be corrected and taken back; every version is kept.

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
        run_either(manager, &in_each_language_on_sqlite(), &in_each_language_on_postgres()).await?;
        run(manager, VERSIONS).await?;
        run_either(manager, IMMUTABLE_SQLITE, IMMUTABLE_POSTGRES).await
    }
}

/// An object with what stands in `column` in the language in which it was written, and nothing in the others.
fn object(make: &str, column: &str) -> String {
    let pairs = ["en", "fr", "es"].map(|tag| format!("'{tag}', CASE locale WHEN '{tag}' THEN {column} ELSE '' END"));
    format!("{make}({})", pairs.join(", "))
}

fn in_each_language_on_sqlite() -> String {
    let [title, body] = ["title", "body"].map(|column| object("json_object", column));
    format!("UPDATE news SET title = {title}, body = {body};")
}

fn in_each_language_on_postgres() -> String {
    let [title, body] = ["title", "body"].map(|column| object("jsonb_build_object", column));
    format!("ALTER TABLE news ALTER COLUMN title TYPE jsonb USING {title}, ALTER COLUMN body TYPE jsonb USING {body};")
}

const VERSIONS: &str = r"
ALTER TABLE news ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE news ADD COLUMN changed_at bigint;
ALTER TABLE news ADD COLUMN taken_back_at bigint;

CREATE TABLE news_versions (
    news_id {uuid} NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    deed text NOT NULL CHECK (deed IN ('published', 'changed', 'taken_back', 'put_back')),
    kind text NOT NULL,
    locale text NOT NULL,
    title {json} NOT NULL,
    body {json} NOT NULL,
    link text,
    written_by {uuid} NOT NULL REFERENCES users (id),
    written_at bigint NOT NULL,
    PRIMARY KEY (news_id, number)
);
CREATE INDEX news_versions_by_time ON news_versions (written_at);
INSERT INTO news_versions (news_id, number, deed, kind, locale, title, body, link, written_by, written_at)
SELECT id, 1, 'published', kind, locale, title, body, link, published_by, published_at FROM news;
";

const IMMUTABLE_SQLITE: &str = r"
CREATE TRIGGER news_versions_stay BEFORE UPDATE ON news_versions
BEGIN SELECT RAISE(ABORT, 'a version of a piece of news never changes'); END;
";

const IMMUTABLE_POSTGRES: &str = r"
CREATE TRIGGER news_versions_stay BEFORE UPDATE ON news_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
";
