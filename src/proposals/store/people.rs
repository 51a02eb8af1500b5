//! Whom a proposal concerns, and what is to be told to many.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use serde_json::Value as Json;

use super::co_editors;
use crate::{
    accounts::{Role, StaffRole},
    act::Act,
    clock::Moment,
    entity::{announcement, conflict, membership, proposal, staff_role, user},
    error::Result,
    ids::{OrganisationId, ProposalId, UserId},
    proposals::conflicts::Ruling,
};

/// Whom news reaches.
#[derive(Clone, Copy, Debug)]
pub enum Circle {
    /// Those of the organisation who answer for a submission.
    Submitters,
    /// Everybody of the organisation.
    Officials,
    Secretariat,
    Owners,
    /// Those of other organisations who write in it.
    CoEditors,
}

/// The people of a circle around a proposal.
pub async fn circle(db: &impl ConnectionTrait, proposal: &proposal::Model, circle: Circle) -> Result<Vec<user::Model>> {
    let organisation = proposal.organisation_id;
    match circle {
        Circle::Submitters => officials(db, organisation, &[Role::Owner, Role::Submitter]).await,
        Circle::Officials => officials(db, organisation, Role::ALL).await,
        Circle::Owners => officials(db, organisation, &[Role::Owner]).await,
        Circle::CoEditors => co_editors::people(db, proposal.id).await,
        Circle::Secretariat => secretariat(db, proposal.id).await,
    }
}

/// The people of an organisation who have one of `roles`, by name.
pub async fn officials(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    roles: &[Role],
) -> Result<Vec<user::Model>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::Role.is_in(roles.iter().copied()))
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(_, user)| user).collect())
}

/// The people of the secretariat who have no interest in this proposal, by name.
pub async fn secretariat(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<user::Model>> {
    let interested = conflict::Entity::find()
        .select_only()
        .column(conflict::Column::PersonId)
        .filter(conflict::Column::ProposalId.eq(proposal))
        .filter(conflict::Column::Ruling.ne(Ruling::Dismissed))
        .into_query();
    let rows = staff_role::Entity::find().filter(staff_role::Column::Role.eq(StaffRole::Secretariat)).all(db).await?;
    Ok(user::Entity::find()
        .filter(user::Column::Id.is_in(rows.into_iter().map(|row| row.user_id)))
        .filter(user::Column::Id.not_in_subquery(interested))
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?)
}

/// All of the secretariat, by name: for what is about no proposal.
pub async fn whole_secretariat(db: &impl ConnectionTrait) -> Result<Vec<user::Model>> {
    let ids = staff_role::Entity::find()
        .select_only()
        .column(staff_role::Column::UserId)
        .filter(staff_role::Column::Role.eq(StaffRole::Secretariat))
        .into_query();
    Ok(user::Entity::find()
        .filter(user::Column::Id.in_subquery(ids))
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?)
}

/// The names of these people.
pub async fn named(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = UserId>) -> Result<Vec<(UserId, String)>> {
    let rows = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Leaves something to be told to many, whom a later slice knows: the worker reaches them.
pub async fn announce(act: &Act, kind: &str, proposal: ProposalId, data: Json) -> Result<()> {
    let row = announcement::ActiveModel {
        id: Set(act.id()),
        kind: Set(kind.to_owned()),
        proposal_id: Set(Some(proposal)),
        call_id: Set(None),
        data: Set(data),
        reached: Set(String::new()),
        created_at: Set(act.at),
        lease_until: Set(Moment::from_millis(0)),
        done_at: Set(None),
    };
    row.insert(act.tx()).await.map(|_| ()).map_err(Into::into)
}

/// The person of this id.
pub async fn by_id(db: &impl ConnectionTrait, id: UserId) -> Result<Option<user::Model>> {
    Ok(user::Entity::find_by_id(id).one(db).await?)
}

/// Whether someone is a reviewer who can log in.
pub async fn is_reviewer(db: &impl ConnectionTrait, id: UserId) -> Result<bool> {
    let roles = staff_role::Entity::find_by_id((id, StaffRole::Reviewer)).one(db).await?;
    let person = user::Entity::find_by_id(id).filter(user::Column::DisabledAt.is_null()).one(db).await?;
    Ok(roles.is_some() && person.is_some())
}
