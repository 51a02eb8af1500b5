//! Lists of proposals and of what happened to one.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    accounts::{
        Actor,
        lists::{Part, ROWS, Turn},
    },
    entity::{call, proposal, submission, transition},
    error::Result,
    ids::{OrganisationId, ProposalId},
    proposals::{
        store::{own, visible_to},
        workflow::State,
    },
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

/// A part of the proposals of an organisation with their calls, the last started first: as far as `actor` may see them.
pub async fn of_organisation(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation: OrganisationId,
    state: Option<State>,
    turn: Turn<ProposalId>,
) -> Result<Part<(proposal::Model, Option<call::Model>)>> {
    let mut find = visible_to(Some(actor)).filter(proposal::Column::OrganisationId.eq(organisation));
    if let Some(state) = state {
        find = find.filter(proposal::Column::State.eq(state));
    }
    let backwards = matches!(turn, Turn::Before(_));
    // An id tells when it was made.
    let find = match turn {
        Turn::First => find,
        Turn::After(id) => find.filter(proposal::Column::Id.lt(id)),
        Turn::Before(id) => find.filter(proposal::Column::Id.gt(id)),
    };
    let order = if backwards { Order::Asc } else { Order::Desc };
    let find = find.order_by(proposal::Column::Id, order).limit(ROWS as u64 + 1);
    let mut rows = find.find_also_related(call::Entity).all(db).await?;
    if backwards {
        rows.reverse();
    }
    Ok(turn.part(rows))
}

/// In which states the proposals of an organisation are, and how many in each.
pub async fn states_of(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation: OrganisationId,
) -> Result<Vec<(State, u64)>> {
    let rows: Vec<(State, i64)> = visible_to(Some(actor))
        .filter(proposal::Column::OrganisationId.eq(organisation))
        .select_only()
        .column(proposal::Column::State)
        .column_as(proposal::Column::Id.count(), "many")
        .group_by(proposal::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let many = |state: State| rows.iter().find(|(found, _)| *found == state).and_then(|(_, n)| u64::try_from(*n).ok());
    Ok(State::ALL.iter().filter_map(|state| Some((*state, many(*state)?))).collect())
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
