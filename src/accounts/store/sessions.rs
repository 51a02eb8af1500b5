//! The sessions of people: where they are signed in.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, sea_query::Expr,
};

use crate::{
    act::Act,
    clock::Moment,
    entity::{session, user},
    error::Result,
    ids::{SessionId, UserId},
};

/// Whether the person of this address signed in from there since then. One query, whether or not there is such a person.
pub async fn was_begun_from(db: &impl ConnectionTrait, email: &str, address: &str, since: Moment) -> Result<bool> {
    let found = session::Entity::find()
        .join(JoinType::InnerJoin, session::Relation::User.def())
        .filter(user::Column::Email.eq(email))
        .filter(session::Column::Address.eq(address))
        .filter(session::Column::Address.ne(""))
        .filter(session::Column::CreatedAt.gte(since))
        .limit(1)
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Where someone is signed in now, the last used first.
pub async fn of(db: &impl ConnectionTrait, user: UserId, at: Moment) -> Result<Vec<session::Model>> {
    Ok(session::Entity::find()
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(at))
        .order_by_desc(session::Column::SeenAt)
        .order_by_desc(session::Column::Id)
        .limit(100)
        .all(db)
        .await?)
}

/// Ends one session of a person; whether it stood.
pub async fn end(act: &Act, user: UserId, id: SessionId) -> Result<bool> {
    let ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(act.at))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::EndedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Ends all sessions of a person; how many there were.
pub async fn end_all(act: &Act, user: UserId) -> Result<u64> {
    let ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(act.at))
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(act.at))
        .exec(act.tx())
        .await?;
    Ok(ended.rows_affected)
}

/// Forgets the sessions that were over before `before`; of visitors who were nobody, before `anonymous`.
pub async fn sweep(act: &Act, before: Moment, anonymous: Moment) -> Result<u64> {
    let owned = session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(before)).exec(act.tx()).await?;
    let nobodys = session::Entity::delete_many()
        .filter(session::Column::UserId.is_null())
        .filter(session::Column::ExpiresAt.lt(anonymous))
        .exec(act.tx())
        .await?;
    Ok(owned.rows_affected + nobodys.rows_affected)
}
