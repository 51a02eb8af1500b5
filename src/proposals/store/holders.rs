//! Those who hold drafts in a call: whoever can write in one of them.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::{
    entity::{membership, organisation, proposal, user},
    error::Result,
    ids::{CallId, OrganisationId},
    proposals::workflow::State,
};

/// Of which organisations: all that hold drafts, or only some of these.
#[derive(Clone, Copy, Debug)]
pub enum Among<'a> {
    All,
    Only(&'a [OrganisationId]),
}

fn drafts(call: CallId, among: Among<'_>) -> Select<proposal::Entity> {
    let drafts = proposal::Entity::find()
        .filter(proposal::Column::CallId.eq(call))
        .filter(proposal::Column::State.eq(State::Draft));
    match among {
        Among::All => drafts,
        Among::Only(some) => drafts.filter(proposal::Column::OrganisationId.is_in(some.iter().copied())),
    }
}

fn people(call: CallId, among: Among<'_>) -> Select<user::Entity> {
    let organisations = drafts(call, among).select_only().column(proposal::Column::OrganisationId).into_query();
    let members = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::OrganisationId.in_subquery(organisations));
    user::Entity::find()
        .filter(user::Column::Id.in_subquery(members.into_query()))
        .filter(user::Column::DisabledAt.is_null())
}

/// How many hold drafts.
pub async fn count(db: &impl ConnectionTrait, call: CallId, among: Among<'_>) -> Result<u64> {
    Ok(people(call, among).count(db).await?)
}

/// Those whose addresses sort behind `after`, at most `limit`, in the order of their addresses.
pub async fn after(
    db: &impl ConnectionTrait,
    call: CallId,
    among: Among<'_>,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    Ok(people(call, among)
        .filter(user::Column::Email.gt(after))
        .order_by_asc(user::Column::Email)
        .limit(limit)
        .all(db)
        .await?)
}

/// The people of an organisation whose addresses sort behind `after`, at most `limit`, in the order of their addresses.
pub async fn members_after(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    let members = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::OrganisationId.eq(organisation));
    Ok(user::Entity::find()
        .filter(user::Column::Id.in_subquery(members.into_query()))
        .filter(user::Column::DisabledAt.is_null())
        .filter(user::Column::Email.gt(after))
        .order_by_asc(user::Column::Email)
        .limit(limit)
        .all(db)
        .await?)
}

/// The organisations that hold drafts in a call, by name.
pub async fn organisations(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<organisation::Model>> {
    let holding = drafts(call, Among::All).select_only().column(proposal::Column::OrganisationId).into_query();
    Ok(organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(holding))
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?)
}
