//! Letters that came back, and addresses to which nothing is sent any more.

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    TryInsertResult, sea_query::Expr,
};

use crate::{
    act::Act,
    entity::{
        letter::{self, Column},
        suppression,
    },
    error::Result,
    ids::LetterId,
    mail::{Email, LetterState},
};

pub async fn letter(act: &Act, id: LetterId) -> Result<Option<letter::Model>> {
    Ok(letter::Entity::find_by_id(id).one(act.tx()).await?)
}

/// Marks a letter as come back. False if it was, so that a report that is read twice changes nothing. Of one whose outcome nobody knew
/// it is known now that a server had taken it.
pub async fn mark(act: &Act, id: LetterId, words: &str) -> Result<bool> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Sent))
        .col_expr(Column::SentAt, Expr::value(act.at))
        .filter(Column::Id.eq(id))
        .filter(Column::BouncedAt.is_null())
        .filter(Column::State.eq(LetterState::Unknown))
        .filter(Column::LeaseHolder.eq(""))
        .exec(act.tx())
        .await?;
    let marked = letter::Entity::update_many()
        .col_expr(Column::BouncedAt, Expr::value(act.at))
        .col_expr(Column::Bounce, Expr::value(words))
        .filter(Column::Id.eq(id))
        .filter(Column::BouncedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(marked.rows_affected == 1)
}

/// Adds a suppression. False if the address has one.
pub async fn suppress(act: &Act, row: suppression::Model) -> Result<bool> {
    let added = suppression::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([suppression::Column::Email])
        .exec_without_returning(act.tx())
        .await?;
    Ok(!matches!(added, TryInsertResult::Conflicted))
}

/// Takes away a suppression, and gives it back. None if there is none, or if somebody else took it away at the same time.
pub async fn lift(act: &Act, email: &Email) -> Result<Option<suppression::Model>> {
    let Some(found) = suppression(act.tx(), email).await? else { return Ok(None) };
    let gone = suppression::Entity::delete_by_id(email.clone()).exec(act.tx()).await?;
    Ok((gone.rows_affected == 1).then_some(found))
}

pub async fn suppression(db: &impl ConnectionTrait, email: &Email) -> Result<Option<suppression::Model>> {
    Ok(suppression::Entity::find_by_id(email.clone()).one(db).await?)
}

/// Those of some addresses that are suppressed.
pub async fn suppressed(db: &DatabaseConnection, emails: Vec<Email>) -> Result<HashSet<Email>> {
    if emails.is_empty() {
        return Ok(HashSet::new());
    }
    let found = suppression::Entity::find().filter(suppression::Column::Email.is_in(emails));
    let found: Vec<Email> = found.select_only().column(suppression::Column::Email).into_tuple().all(db).await?;
    Ok(found.into_iter().collect())
}
