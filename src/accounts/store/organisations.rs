//! Organisations: their rows.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use crate::{
    accounts::{
        contacts::{Contact, Contacts},
        policy::OrganisationKind,
    },
    act::Act,
    entity::{organisation, organisation_contacts},
    error::{Error, Result},
    ids::OrganisationId,
    words::fold,
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

/// The organisation of this id.
pub async fn by_id(db: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<organisation::Model>> {
    Ok(organisation::Entity::find_by_id(id).one(db).await?)
}

/// The organisation of this slug, locked until the act ends.
pub async fn locked(act: &Act, slug: &str) -> Result<organisation::Model> {
    let find = organisation::Entity::find().filter(organisation::Column::Slug.eq(slug));
    find.lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)
}

/// Locks an organisation until the act ends: its members change one after the other.
pub async fn lock(act: &Act, id: OrganisationId) -> Result<()> {
    let found = organisation::Entity::find_by_id(id).lock_exclusive().one(act.tx()).await?;
    found.map(|_| ()).ok_or(Error::NotFound)
}

/// Whom an organisation names in its proposals, if it has said so.
pub async fn contacts(db: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<Contacts>> {
    let row = organisation_contacts::Entity::find_by_id(id).one(db).await?;
    let contact = |json| serde_json::from_value(json).unwrap_or_default();
    Ok(row.map(|row| Contacts { endorser: contact(row.endorser), manager: contact(row.manager) }))
}

/// Writes whom an organisation names in its proposals.
pub async fn set_contacts(act: &Act, id: OrganisationId, contacts: &Contacts) -> Result<()> {
    let json = |contact: &Contact| serde_json::to_value(contact).map_err(Error::internal);
    let row = organisation_contacts::ActiveModel {
        organisation_id: Set(id),
        endorser: Set(json(&contacts.endorser)?),
        manager: Set(json(&contacts.manager)?),
        saved_by: Set(act.by.user()),
        saved_at: Set(act.at),
    };
    let newest = OnConflict::column(organisation_contacts::Column::OrganisationId)
        .update_columns([
            organisation_contacts::Column::Endorser,
            organisation_contacts::Column::Manager,
            organisation_contacts::Column::SavedBy,
            organisation_contacts::Column::SavedAt,
        ])
        .to_owned();
    organisation_contacts::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// The slugs that are `slug` or begin with it.
pub async fn slugs_like(db: &impl ConnectionTrait, slug: &str) -> Result<Vec<String>> {
    Ok(organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Slug)
        .filter(organisation::Column::Slug.starts_with(slug))
        .into_tuple()
        .all(db)
        .await?)
}

/// Writes what an organisation is over what it was, if nobody did since `seen`; the slug stays.
pub async fn edit(act: &Act, id: OrganisationId, seen: i32, new: &NewOrganisation) -> Result<()> {
    let (latitude, longitude) = new.place.unzip();
    let edited = organisation::Entity::update_many()
        .col_expr(organisation::Column::Name, Expr::value(&new.name))
        .col_expr(organisation::Column::NameKey, Expr::value(fold(&new.name)))
        .col_expr(organisation::Column::Kind, Expr::value(new.kind))
        .col_expr(organisation::Column::City, Expr::value(&new.city))
        .col_expr(organisation::Column::Country, Expr::value(&new.country))
        .col_expr(organisation::Column::Latitude, Expr::value(latitude))
        .col_expr(organisation::Column::Longitude, Expr::value(longitude))
        .col_expr(organisation::Column::Website, Expr::value(new.website.clone()))
        .col_expr(organisation::Column::Version, Expr::value(seen + 1))
        .filter(organisation::Column::Id.eq(id))
        .filter(organisation::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if edited.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
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
