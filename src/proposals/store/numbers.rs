//! Names that are given once.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::{
    act::Act,
    entity::{organisation, organisation_contacts, proposal},
    error::{Error, Result},
    ids::{OrganisationId, Reference},
    slugs::numbered,
};

/// The organisation, which must exist.
pub async fn organisation(act: &Act, id: OrganisationId) -> Result<organisation::Model> {
    organisation::Entity::find_by_id(id).one(act.tx()).await?.ok_or(Error::NotFound)
}

/// Whom an organisation names in its proposals, if it has said so.
pub async fn contacts(act: &Act, id: OrganisationId) -> Result<Option<organisation_contacts::Model>> {
    Ok(organisation_contacts::Entity::find_by_id(id).one(act.tx()).await?)
}

/// Whether a proposal has this reference already.
pub async fn is_taken(act: &Act, reference: &Reference) -> Result<bool> {
    let same = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
    Ok(same.count(act.tx()).await? > 0)
}

/// `wanted`, or `wanted-2`, `wanted-3`, … where the catalogue has that name already.
pub async fn free_slug(act: &Act, wanted: &str) -> Result<String> {
    let taken: Vec<Option<String>> = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Slug)
        .filter(proposal::Column::Slug.starts_with(wanted))
        .into_tuple()
        .all(act.tx())
        .await?;
    let taken: Vec<String> = taken.into_iter().flatten().collect();
    Ok(numbered(wanted, &taken))
}
