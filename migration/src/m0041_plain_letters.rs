//! What is found and sorted by is folded further: `œ`, `ø`, `ł` and their like, which no normalization takes apart, are written
//! plainly there. Keys that were folded before follow.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// As `words::fold` writes them since.
const PLAIN: [(char, &str); 10] = [
    ('œ', "oe"),
    ('æ', "ae"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ß', "ss"),
    ('ı', "i"),
    ('þ', "th"),
];

/// Tables and columns that hold folded text.
const FOLDED: [(&str, &str); 4] =
    [("proposals", "title_key"), ("organisations", "name_key"), ("users", "name_key"), ("search_texts", "body")];

/// Tables that hold a folded name once, the column, and what a second one must not share.
const ONCE: [(&str, &str, &str); 3] = [
    ("tags", "name_key", ""),
    ("saved_views", "name_key", "AND other.owner_id = saved_views.owner_id"),
    (
        "subscriptions",
        "value",
        "AND subscriptions.topic = 'city' AND other.topic = 'city' AND other.subscriber_id = subscriptions.subscriber_id",
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in FOLDED {
            run(manager, &format!("UPDATE {table} SET {column} = {} WHERE {}", plainly(column), holds_any(column)))
                .await?;
        }
        for (table, column, of_the_same) in ONCE {
            // Where both spellings were there, the plain one stays what it is; of several others, one becomes plain.
            let plain = plainly(&format!("{table}.{column}"));
            let taken = format!("SELECT 1 FROM {table} other WHERE other.{column} = {plain} {of_the_same}");
            let other = format!("other.{column}");
            let (like, same) = (holds_any(&other), plainly(&other));
            let before = format!(
                "SELECT 1 FROM {table} other WHERE ({like}) AND {same} = {plain} AND {other} < {table}.{column} {of_the_same}"
            );
            let (set, holds) = (plainly(column), holds_any(column));
            let free = format!("NOT EXISTS ({taken}) AND NOT EXISTS ({before})");
            run(manager, &format!("UPDATE {table} SET {column} = {set} WHERE ({holds}) AND {free}")).await?;
        }
        // A word of a letter says no more than that it stands there.
        let (plain, holds) = (plainly("word"), holds_any("word"));
        let add = format!(
            "INSERT INTO letter_words (word, letter_id) SELECT DISTINCT {plain}, letter_id FROM letter_words WHERE {holds} \
             ON CONFLICT DO NOTHING"
        );
        run(manager, &add).await?;
        run(manager, &format!("DELETE FROM letter_words WHERE {holds}")).await?;
        Ok(())
    }
}

fn plainly(column: &str) -> String {
    PLAIN.iter().fold(column.to_owned(), |inner, (letter, plain)| format!("replace({inner}, '{letter}', '{plain}')"))
}

fn holds_any(column: &str) -> String {
    PLAIN.map(|(letter, _)| format!("{column} LIKE '%{letter}%'")).join(" OR ")
}
