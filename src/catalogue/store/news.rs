//! News of Initiatives; the only writer of these rows.

use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::{act::Act, entity::news, error::Result, ids::ProposalId};

/// What was published about an Initiative, the newest first.
pub async fn of(db: &impl ConnectionTrait, initiative: ProposalId) -> Result<Vec<news::Model>> {
    Ok(news::Entity::find()
        .filter(news::Column::ProposalId.eq(initiative))
        .order_by_desc(news::Column::PublishedAt)
        .order_by_desc(news::Column::Id)
        .all(db)
        .await?)
}

/// Adds a piece of news; whether it was new.
pub async fn add(act: &Act, row: news::Model) -> Result<bool> {
    if news::Entity::find_by_id(row.id).one(act.tx()).await?.is_some() {
        return Ok(false);
    }
    row.into_active_model().insert(act.tx()).await?;
    Ok(true)
}
