//! Stored versions of definitions. A version never changes once it is stored: another text needs another version number.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use serde_json::json;

use super::definition::Definition;
use crate::{
    act::Act,
    entity::guidelines,
    error::{Error, FieldErrors, Result},
    ids::GuidelinesId,
};

/// A stored version, parsed.
#[derive(Clone, Debug)]
pub struct Stored {
    pub id: GuidelinesId,
    pub definition: Arc<Definition>,
    /// Whether a call uses it.
    pub frozen: bool,
}

/// Parsed definitions by id. Since a stored version never changes, neither does its entry.
static PARSED: LazyLock<RwLock<HashMap<GuidelinesId, Arc<Definition>>>> = LazyLock::new(RwLock::default);

/// Stores the definition written in `source` (TOML; `file` is what errors call it) and gives its id; the id it already has
/// when the same text was stored before. Another text under the same slug and version is refused: raise the version.
pub async fn keep(act: &Act, source: &str, file: &str) -> Result<GuidelinesId> {
    let refuse = |reason: String| Error::Invalid(FieldErrors::one("source", reason));
    let definition = Definition::parse(source, file).map_err(|error| refuse(error.to_string()))?;
    let version = i32::try_from(definition.version).map_err(Error::internal)?;
    let known = guidelines::Entity::find()
        .filter(guidelines::COLUMN.slug.eq(definition.slug.as_str()))
        .filter(guidelines::COLUMN.version.eq(version))
        .one(act.tx())
        .await?;
    if let Some(known) = known {
        let same = known.source == source;
        let reason =
            || format!("{file}: version {version} of {} is stored with another text: raise it", definition.slug);
        return if same { Ok(known.id) } else { Err(refuse(reason())) };
    }
    let id: GuidelinesId = act.id();
    guidelines::ActiveModel {
        id: Set(id),
        slug: Set(definition.slug.clone()),
        version: Set(version),
        source: Set(source.to_owned()),
        created_at: Set(act.at),
        frozen_at: Set(None),
    }
    .insert(act.tx())
    .await?;
    act.event("guidelines.stored", format!("guidelines:{id}"), json!({ "slug": definition.slug, "version": version }))
        .await?;
    Ok(id)
}

/// Notes that a call uses a version from now on.
pub async fn freeze(act: &Act, id: GuidelinesId) -> Result<()> {
    guidelines::Entity::update_many()
        .col_expr(guidelines::Column::FrozenAt, Expr::value(act.at))
        .filter(guidelines::Column::Id.eq(id))
        .filter(guidelines::Column::FrozenAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

/// The definition of this id; parsed once in the life of the process.
pub async fn definition(db: &impl ConnectionTrait, id: GuidelinesId) -> Result<Arc<Definition>> {
    if let Some(known) = remembered(id) {
        return Ok(known);
    }
    let row = guidelines::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    parsed(&row)
}

/// The version of this slug and number; the newest when no number is given.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str, version: Option<u32>) -> Result<Option<Stored>> {
    let mut query = guidelines::Entity::find().filter(guidelines::COLUMN.slug.eq(slug));
    if let Some(version) = version {
        // A number too large for the column names no version.
        let Ok(version) = i32::try_from(version) else { return Ok(None) };
        query = query.filter(guidelines::COLUMN.version.eq(version));
    }
    let row = query.order_by_desc(guidelines::Column::Version).one(db).await?;
    row.as_ref().map(stored).transpose()
}

/// All stored versions, by slug, the newest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Stored>> {
    let rows = guidelines::Entity::find()
        .order_by_asc(guidelines::Column::Slug)
        .order_by_desc(guidelines::Column::Version)
        .all(db)
        .await?;
    rows.iter().map(stored).collect()
}

fn stored(row: &guidelines::Model) -> Result<Stored> {
    let definition = match remembered(row.id) {
        Some(known) => known,
        None => parsed(row)?,
    };
    Ok(Stored { id: row.id, definition, frozen: row.frozen_at.is_some() })
}

fn remembered(id: GuidelinesId) -> Option<Arc<Definition>> {
    PARSED.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
}

fn parsed(row: &guidelines::Model) -> Result<Arc<Definition>> {
    let file = format!("guidelines {} version {}", row.slug, row.version);
    // It was sound when it was stored.
    let definition = Arc::new(Definition::parse(&row.source, &file).map_err(Error::internal)?);
    PARSED.write().unwrap_or_else(PoisonError::into_inner).insert(row.id, definition.clone());
    Ok(definition)
}
