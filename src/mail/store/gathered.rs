//! What is gathered until it is told together.

use sea_orm::{
    ColumnTrait, Condition, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use crate::{
    act::Act,
    clock::Moment,
    entity::gathered::{self, Column},
    error::Result,
    ids::{ProposalId, UserId},
    mail::{Digest, Email},
};

/// Adds what is to be told, but for what is there. One statement.
pub async fn insert(act: &Act, rows: Vec<gathered::Model>) -> Result<()> {
    let there = OnConflict::column(Column::UniqueKey).do_nothing().to_owned();
    gathered::Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model))
        .on_conflict(there)
        .exec_without_returning(act.tx())
        .await?;
    Ok(())
}

/// Whose digests are due: at most `most` of them.
pub async fn due(db: &DatabaseConnection, now: Moment, most: u64) -> Result<Vec<(Digest, Email)>> {
    Ok(gathered::Entity::find()
        .select_only()
        .distinct()
        .columns([Column::Digest, Column::Recipient])
        .filter(Column::DueAt.lte(now))
        .order_by_asc(Column::Digest)
        .order_by_asc(Column::Recipient)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?)
}

/// Takes all that is due of somebody's digest, in the order in which it happened.
pub async fn take(act: &Act, digest: Digest, recipient: &Email) -> Result<Vec<gathered::Model>> {
    let mut rows = gathered::Entity::delete_many()
        .filter(Column::Recipient.eq(recipient.as_str()))
        .filter(Column::Digest.eq(digest))
        .filter(Column::DueAt.lte(act.at))
        .exec_with_returning(act.tx())
        .await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    Ok(rows)
}

/// Forgets what was gathered for somebody.
pub async fn forget(act: &Act, digest: Digest, recipient: &Email) -> Result<()> {
    gathered::Entity::delete_many()
        .filter(Column::Recipient.eq(recipient.as_str()))
        .filter(Column::Digest.eq(digest))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets what was gathered of a proposal for one digest of somebody, or of everybody.
pub async fn forget_of(act: &Act, digest: Digest, recipient: Option<&Email>, proposal: ProposalId) -> Result<()> {
    let whose = recipient.map(|recipient| Column::Recipient.eq(recipient.as_str()));
    gathered::Entity::delete_many()
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::Digest.eq(digest))
        .filter(Condition::all().add_option(whose))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets what was gathered about a proposal for somebody who must not hear of it any more.
pub async fn forget_about(act: &Act, proposal: ProposalId, person: UserId) -> Result<()> {
    gathered::Entity::delete_many()
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::UserId.eq(person))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets what was gathered of one event, of a proposal or of none.
pub async fn forget_event(act: &Act, proposal: Option<ProposalId>, event: &str) -> Result<()> {
    gathered::Entity::delete_many()
        .filter(proposal.map_or_else(|| Column::ProposalId.is_null(), |proposal| Column::ProposalId.eq(proposal)))
        .filter(Column::UniqueKey.starts_with(format!("{event} ")))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Tells at another time what was gathered for somebody.
pub async fn move_to(act: &Act, digest: Digest, recipient: &Email, due_at: Moment) -> Result<()> {
    gathered::Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(due_at))
        .filter(Column::Recipient.eq(recipient.as_str()))
        .filter(Column::Digest.eq(digest))
        .exec(act.tx())
        .await?;
    Ok(())
}
