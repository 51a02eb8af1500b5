//! Lists of proposals and of what happened to one.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    accounts::Actor,
    entity::{call, proposal, submission, transition},
    error::Result,
    ids::ProposalId,
    proposals::store::own,
};

/// The most proposals that one's own list shows: no organisation comes near it.
const MOST: u64 = 500;

/// One's own proposals with their calls, the last changed first.
pub async fn own_proposals(
    db: &impl ConnectionTrait,
    actor: &Actor,
) -> Result<Vec<(proposal::Model, Option<call::Model>)>> {
    Ok(own(actor)
        .find_also_related(call::Entity)
        .order_by_desc(proposal::Column::UpdatedAt)
        .order_by_desc(proposal::Column::Id)
        .limit(MOST)
        .all(db)
        .await?)
}

/// Every change of state, the oldest first.
pub async fn transitions(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<transition::Model>> {
    Ok(transition::Entity::find()
        .filter(transition::Column::ProposalId.eq(proposal))
        .order_by_asc(transition::Column::At)
        .order_by_asc(transition::Column::Id)
        .all(db)
        .await?)
}

/// Every submission, the oldest first.
pub async fn submissions(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<submission::Model>> {
    Ok(submission::Entity::find()
        .filter(submission::Column::ProposalId.eq(proposal))
        .order_by_asc(submission::Column::Number)
        .all(db)
        .await?)
}
