//! Organisations: their rows.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    accounts::policy::OrganisationKind, act::Act, entity::organisation, error::Result, ids::OrganisationId, words::fold,
};

/// What is known of an organisation before there is a row.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    pub slug: String,
    pub name: String,
    pub kind: OrganisationKind,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Latitude and longitude in millionths of a degree.
    pub place: Option<(i64, i64)>,
    pub website: Option<String>,
    /// An invented one, shown as such.
    pub example: bool,
}

/// The organisation of this slug.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<organisation::Model>> {
    Ok(organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?)
}

/// Adds an organisation.
pub async fn add(act: &Act, new: &NewOrganisation) -> Result<OrganisationId> {
    let id = act.id();
    organisation::ActiveModel {
        id: Set(id),
        slug: Set(new.slug.clone()),
        name: Set(new.name.clone()),
        name_key: Set(fold(&new.name)),
        kind: Set(new.kind),
        city: Set(new.city.clone()),
        country: Set(new.country.clone()),
        latitude: Set(new.place.map(|(latitude, _)| latitude)),
        longitude: Set(new.place.map(|(_, longitude)| longitude)),
        website: Set(new.website.clone()),
        example: Set(new.example),
        created_at: Set(act.at),
        version: Set(1),
    }
    .insert(act.tx())
    .await?;
    Ok(id)
}
