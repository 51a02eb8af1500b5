//! Queries on what is public. Each starts from what the public may see.

pub mod content;
pub mod entries;
pub mod news;
pub mod programs;
pub mod publications;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    entity::{call, organisation, proposal},
    error::{Error, Result},
    proposals,
};

/// The Initiative of this slug, with its call and the organisation that leads it.
pub async fn initiative(
    db: &impl ConnectionTrait,
    slug: &str,
) -> Result<(proposal::Model, call::Model, organisation::Model)> {
    let found = proposals::visible_to(None)
        .filter(proposal::Column::Slug.eq(slug))
        .find_also_related(organisation::Entity)
        .one(db)
        .await?;
    let (proposal, Some(lead)) = found.ok_or(Error::NotFound)? else { return Err(Error::NotFound) };
    let call = call::Entity::find_by_id(proposal.call_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok((proposal, call, lead))
}
