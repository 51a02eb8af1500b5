//! The guidelines of a call, as the engine reads them.

use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{
    entity::{call, guidelines},
    error::{Error, Result},
    guidelines::{Definition, Period},
};

/// The definition that the call follows.
pub async fn definition(db: &impl ConnectionTrait, call: &call::Model) -> Result<Definition> {
    let row = guidelines::Entity::find_by_id(call.guidelines_id).one(db).await?;
    let row = row.ok_or_else(|| Error::internal("a call without guidelines"))?;
    Definition::parse(&row.source, &row.slug).map_err(Error::internal)
}

/// The years of the action plan that the call is for.
pub fn period(call: &call::Model) -> Option<Period> {
    call.period.as_deref()?.parse().ok()
}
