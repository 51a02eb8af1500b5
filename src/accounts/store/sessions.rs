//! The sessions of people: where they are signed in.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect, RelationTrait,
};

use crate::{
    clock::Moment,
    entity::{session, user},
    error::Result,
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
