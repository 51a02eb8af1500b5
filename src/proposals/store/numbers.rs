//! Numbers and names that are given once.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    act::Act,
    entity::{call, organisation, proposal},
    error::{Error, Result},
    ids::{CallId, OrganisationId, Reference},
};

/// A number that is now this proposal's, in its call.
pub struct Taken {
    pub call: call::Model,
    pub number: i32,
    pub reference: Reference,
}

/// Takes the next number of a call, or `wanted` where it is known from elsewhere. References name the year only, so the
/// numbers of calls of one year run through all of them.
pub async fn take(act: &Act, id: CallId, wanted: Option<i32>) -> Result<Taken> {
    let call = call::Entity::find_by_id(id).one(act.tx()).await?.ok_or(Error::NotFound)?;
    let of_year = call::Entity::find()
        .filter(call::Column::Year.eq(call.year))
        .order_by_asc(call::Column::Id)
        .lock_exclusive()
        .all(act.tx())
        .await?;
    let next = of_year.iter().map(|call| call.next_number).max().unwrap_or(1);
    let number = wanted.unwrap_or(next);
    call::Entity::update_many()
        .set(call::ActiveModel { next_number: sea_orm::ActiveValue::Set(next.max(number + 1)), ..Default::default() })
        .filter(call::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    let call = of_year.into_iter().find(|call| call.id == id).ok_or(Error::NotFound)?;
    Ok(Taken { number, reference: Reference::new(call.year, number), call })
}

/// The organisation, which must exist.
pub async fn organisation(act: &Act, id: OrganisationId) -> Result<organisation::Model> {
    organisation::Entity::find_by_id(id).one(act.tx()).await?.ok_or(Error::NotFound)
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
    let is_free = |name: &str| !taken.iter().flatten().any(|taken| taken == name);
    if is_free(wanted) {
        return Ok(wanted.to_owned());
    }
    let next = (2..).map(|n| format!("{wanted}-{n}")).find(|name| is_free(name));
    next.ok_or_else(|| Error::internal("no free name"))
}
