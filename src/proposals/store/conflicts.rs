//! Rulings on who has an interest in a proposal, promises of confidentiality, and what is known of who stands behind one.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::OnConflict,
};

use crate::{
    act::Act,
    entity::{conflict, pledge, proposal, user},
    error::Result,
    ids::{CallId, ProposalId, UserId},
    proposals::conflicts::Ruling,
};

/// Rules on somebody's interest in a proposal; what was ruled before is replaced, and stays in the audit trail.
pub async fn rule(act: &Act, proposal: ProposalId, person: UserId, ruling: Ruling, reason: &str) -> Result<()> {
    let row = conflict::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        person_id: Set(person),
        ruling: Set(ruling),
        reason: Set(reason.to_owned()),
        stated_by: Set(act.by.user()),
        stated_at: Set(act.at),
    };
    let newest = OnConflict::columns([conflict::Column::ProposalId, conflict::Column::PersonId])
        .update_columns([
            conflict::Column::Ruling,
            conflict::Column::Reason,
            conflict::Column::StatedBy,
            conflict::Column::StatedAt,
        ])
        .to_owned();
    conflict::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// Whether somebody has an interest in a proposal.
pub async fn has_interest(db: &impl ConnectionTrait, proposal: ProposalId, person: UserId) -> Result<bool> {
    let interest = conflict::Entity::find()
        .filter(conflict::Column::ProposalId.eq(proposal))
        .filter(conflict::Column::PersonId.eq(person))
        .filter(conflict::Column::Ruling.ne(Ruling::Dismissed));
    Ok(interest.one(db).await?.is_some())
}

/// All rulings on a proposal with the persons, by name.
pub async fn rulings(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
) -> Result<Vec<(conflict::Model, Option<user::Model>)>> {
    Ok(conflict::Entity::find()
        .filter(conflict::Column::ProposalId.eq(proposal))
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?)
}

/// All rulings on the proposals of a call.
pub async fn of_call(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<conflict::Model>> {
    let of_call = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::CallId.eq(call))
        .into_query();
    Ok(conflict::Entity::find().filter(conflict::Column::ProposalId.in_subquery(of_call)).all(db).await?)
}

/// The ruling between a proposal and a person.
pub async fn ruling(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    person: UserId,
) -> Result<Option<conflict::Model>> {
    Ok(conflict::Entity::find()
        .filter(conflict::Column::ProposalId.eq(proposal))
        .filter(conflict::Column::PersonId.eq(person))
        .one(db)
        .await?)
}

/// Keeps that somebody has promised to keep the proposals of a call to themselves; nothing happens if they have already.
pub async fn pledge(act: &Act, call: CallId, person: UserId) -> Result<bool> {
    if has_pledged(act.tx(), call, person).await? {
        return Ok(false);
    }
    let row = pledge::ActiveModel { call_id: Set(call), person_id: Set(person), pledged_at: Set(act.at) };
    row.insert(act.tx()).await?;
    Ok(true)
}

pub async fn has_pledged(db: &impl ConnectionTrait, call: CallId, person: UserId) -> Result<bool> {
    Ok(pledge::Entity::find_by_id((call, person)).one(db).await?.is_some())
}
