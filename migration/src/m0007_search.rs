//! The search table: text folded in Rust into words separated by spaces, indexed by each database's own means.

use sea_orm_migration::prelude::*;

use super::run_either;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_either(manager, INDEX_SQLITE, INDEX_POSTGRES).await
    }
}

// One row per proposal and scope: `desk` holds all that was written, `public` only the published fields, so that a search
// by the public can never find by what it may not read.
// The words are separated already: every other character belongs to a word, so that both databases find the same.
const INDEX_SQLITE: &str = r#"
CREATE TABLE search_texts (
    number integer PRIMARY KEY,
    proposal_id blob NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    scope text NOT NULL CHECK (scope IN ('desk', 'public')),
    body text NOT NULL,
    UNIQUE (proposal_id, scope)
);
CREATE VIRTUAL TABLE search_index USING fts5 (body, content = 'search_texts', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'", prefix = '2 3');
CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts
    BEGIN INSERT INTO search_index (rowid, body) VALUES (NEW.number, NEW.body); END;
CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts
    BEGIN INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.number, OLD.body); END;
CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.number, OLD.body);
    INSERT INTO search_index (rowid, body) VALUES (NEW.number, NEW.body);
END;
"#;

const INDEX_POSTGRES: &str = r"
CREATE TABLE search_texts (
    proposal_id uuid NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    scope text NOT NULL CHECK (scope IN ('desk', 'public')),
    body text NOT NULL,
    words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' '))) STORED,
    PRIMARY KEY (proposal_id, scope)
);
CREATE INDEX search_texts_words ON search_texts USING gin (words);
";
