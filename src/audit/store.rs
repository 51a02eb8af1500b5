//! The chain in the database.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement, sea_query::Expr,
};

use super::Head;
use crate::{
    entity::audit_event::{self, Column},
    error::Result,
    ids::EventId,
};

/// The key of the advisory lock under which PostgreSQL seals.
const SEALER: i64 = 0x5ea1_2014;

/// Whether this transaction is the only one that seals. On SQLite it is, since it is the only one that writes.
pub async fn only_sealer(tx: &DatabaseTransaction, postgres: bool) -> Result<bool> {
    if !postgres {
        return Ok(true);
    }
    let ask = Statement::from_string(
        tx.get_database_backend(),
        format!("SELECT pg_try_advisory_xact_lock({SEALER}) AS alone"),
    );
    Ok(tx.query_one_raw(ask).await?.map(|row| row.try_get("", "alone")).transpose()?.unwrap_or(false))
}

/// The head of the chain; none before the first event is sealed.
pub async fn head(db: &impl ConnectionTrait) -> Result<Option<Head>> {
    let last = audit_event::Entity::find()
        .filter(Column::Position.is_not_null())
        .order_by_desc(Column::Position)
        .one(db)
        .await?;
    Ok(last.and_then(|event| Some(Head { position: event.position?, hash: event.hash? })))
}

pub async fn anything_unsealed(db: &impl ConnectionTrait) -> Result<bool> {
    let one = audit_event::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Position.is_null())
        .limit(1)
        .into_tuple::<EventId>();
    Ok(one.one(db).await?.is_some())
}

pub async fn count_unsealed(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(audit_event::Entity::find().filter(Column::Position.is_null()).count(db).await?)
}

/// Committed events without a place, oldest first as far as their ids know.
pub async fn unsealed(tx: &DatabaseTransaction, most: u64) -> Result<Vec<audit_event::Model>> {
    Ok(audit_event::Entity::find()
        .filter(Column::Position.is_null())
        .order_by_asc(Column::Id)
        .limit(most)
        .all(tx)
        .await?)
}

pub async fn place(tx: &DatabaseTransaction, event: EventId, place: &Head) -> Result<()> {
    audit_event::Entity::update_many()
        .col_expr(Column::Position, Expr::value(place.position))
        .col_expr(Column::Hash, Expr::value(place.hash.as_str()))
        .filter(Column::Id.eq(event))
        .exec(tx)
        .await?;
    Ok(())
}

/// The sealed events behind a position, in the order of the chain.
pub async fn sealed_after(db: &impl ConnectionTrait, position: i64, most: u64) -> Result<Vec<audit_event::Model>> {
    Ok(audit_event::Entity::find()
        .filter(Column::Position.gt(position))
        .order_by_asc(Column::Position)
        .limit(most)
        .all(db)
        .await?)
}
