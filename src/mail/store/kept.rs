//! What a person does with a letter in the log: cancels it, or sends it once more as a copy.

use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, sea_query::Expr};

use super::underway;
use crate::{
    act::Act,
    entity::{
        letter::{self, Column},
        letter_body, letter_word,
    },
    error::Result,
    ids::LetterId,
    mail::{LetterClass, LetterState, finding},
};

/// By what a letter is found.
pub fn words_of(letter: &letter::Model) -> impl Iterator<Item = letter_word::Model> + use<> {
    // The words of a subject that ten thousand share would be entered ten thousand times; kind and proposal find such letters.
    let subject = match letter.class {
        LetterClass::Announcement => "",
        LetterClass::Service => &letter.subject,
    };
    let words = finding::words_of(letter.recipient.as_str(), &letter.recipient_name, subject);
    let letter_id = letter.id;
    words.into_iter().map(move |word| letter_word::Model { word, letter_id })
}

/// Makes letters findable by words. One statement.
pub async fn enter(act: &Act, words: impl Iterator<Item = letter_word::Model>) -> Result<()> {
    let rows: Vec<letter_word::ActiveModel> = words.map(IntoActiveModel::into_active_model).collect();
    letter_word::Entity::insert_many(rows).exec_without_returning(act.tx()).await?;
    Ok(())
}

pub async fn letter(act: &Act, id: LetterId) -> Result<Option<letter::Model>> {
    Ok(letter::Entity::find_by_id(id).one(act.tx()).await?)
}

/// Cancels a letter that waits and that no worker holds; with `blank`, what it says is deleted. False if it stands elsewhere
/// by now.
pub async fn cancel(act: &Act, id: LetterId, blank: bool) -> Result<bool> {
    // Who held it longer ago than a lease lasts is gone; and if not, finds it cancelled before a word is spoken.
    let free = Condition::any().add(Column::LeaseHolder.eq("")).add(Column::LeaseUntil.lte(act.at));
    let cancelled = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .col_expr(Column::LeaseHolder, Expr::value(""))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(LetterState::Queued))
        .filter(free);
    let cancelled = cancelled.exec(act.tx()).await?.rows_affected == 1;
    if cancelled && blank {
        underway::blank(act.tx(), id).await?;
    }
    Ok(cancelled)
}

/// How many copies of a letter were written.
pub async fn count_copies(act: &Act, original: LetterId) -> Result<u64> {
    Ok(letter::Entity::find().filter(Column::CopyOf.eq(original)).count(act.tx()).await?)
}

/// Adds a copy, unless the same one is there; the copy that is there then.
pub async fn insert_copy(act: &Act, row: letter::Model, body: letter_body::Model) -> Result<LetterId> {
    let (key, id) = (row.unique_key.clone(), row.id);
    if !super::insert(act, vec![(row, body)]).await?.is_empty() {
        return Ok(id);
    }
    let there = letter::Entity::find().filter(Column::UniqueKey.eq(key)).one(act.tx()).await?;
    Ok(there.map_or(id, |row| row.id))
}
