//! The organisations that can lead a proposal.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    entity::{call, organisation},
    error::Result,
};

/// More than there are members and partners of any association.
const MOST: u64 = 2000;

/// An organisation to choose.
#[derive(Clone, Debug, sea_orm::FromQueryResult)]
pub struct Lead {
    pub slug: String,
    pub name: String,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// All of them, by name.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Lead>> {
    Ok(organisation::Entity::find()
        .select_only()
        .columns([
            organisation::Column::Slug,
            organisation::Column::Name,
            organisation::Column::City,
            organisation::Column::Country,
        ])
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await?)
}

/// The organisation of this slug.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<organisation::Model>> {
    Ok(organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?)
}

/// The calls to which a proposal can have come on paper: all of them, the last to open first.
pub async fn calls(db: &impl ConnectionTrait) -> Result<Vec<call::Model>> {
    Ok(call::Entity::find()
        .order_by_desc(call::Column::OpensAt)
        .order_by_desc(call::Column::Id)
        .limit(MOST)
        .all(db)
        .await?)
}
