//! The decisions of a call, as the secretariat sees them: a number of queries that does not depend on how many proposals it has.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};

use crate::{
    accounts::Actor,
    clock::Moment,
    entity::{
        assignment, call, co_editor, decision, membership, proposal, publishing_item, publishing_order, review, user,
    },
    error::Result,
    ids::{CallId, OrganisationId, ProposalId, Reference, UserId},
    proposals::{Case, cases, people, rules::Outcome, workflow::State},
    reviews::{rules::Recommendation, store::desk::at_the_desk},
};

/// A proposal of the call, with what is decided on it.
pub struct Decided {
    pub case: Case,
    /// Prepared, or in force.
    pub decision: Option<decision::Model>,
    /// Who prepared it.
    pub by: Option<String>,
    /// The open order that publishes it.
    pub order: Option<publishing_order::Model>,
    /// How many reviews recommend what.
    pub advice: BTreeMap<Recommendation, i64>,
}

/// All that were handed in, by reference.
pub async fn of_call(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: &call::Model,
    now: Moment,
) -> Result<Vec<Decided>> {
    let find = at_the_desk(actor)?
        .filter(proposal::Column::CallId.eq(call.id))
        .filter(proposal::Column::State.ne(State::Draft))
        .order_by_asc(proposal::Column::Number);
    let mut cases = cases(db, actor, find, now).await?;
    cases.retain(|case| case.standing.is_in());
    let mut decisions = decisions(db, call.id).await?;
    let mut orders = orders(db, call.id).await?;
    let mut advice = advice(db, call.id).await?;
    let names = people::named(db, decisions.values().filter_map(|made| made.registered_by)).await?;
    let names: BTreeMap<UserId, String> = names.into_iter().collect();
    let row = |case: Case| {
        let id = case.proposal.id;
        let decision = decisions.remove(&id);
        Decided {
            by: decision.as_ref().and_then(|made| names.get(&made.registered_by?).cloned()),
            order: orders.remove(&id),
            advice: advice.remove(&id).unwrap_or_default(),
            decision,
            case,
        }
    };
    Ok(cases.into_iter().map(row).collect())
}

/// The same of some of them.
pub async fn among(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: &call::Model,
    references: &[Reference],
    now: Moment,
) -> Result<Vec<Decided>> {
    let mut all = of_call(db, actor, call, now).await?;
    all.retain(|one| references.contains(&one.case.proposal.reference));
    Ok(all)
}

/// The ids of the proposals of a call.
fn of(call: CallId) -> SelectStatement {
    proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::CallId.eq(call))
        .into_query()
}

async fn decisions(db: &impl ConnectionTrait, call: CallId) -> Result<BTreeMap<ProposalId, decision::Model>> {
    let rows = decision::Entity::find()
        .filter(decision::Column::ProposalId.in_subquery(of(call)))
        .filter(decision::Column::RevisedAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.proposal_id, row)).collect())
}

async fn orders(db: &impl ConnectionTrait, call: CallId) -> Result<BTreeMap<ProposalId, publishing_order::Model>> {
    let open = publishing_order::Entity::find()
        .filter(publishing_order::Column::CallId.eq(call))
        .filter(publishing_order::Column::DoneAt.is_null())
        .all(db)
        .await?;
    let items = publishing_item::Entity::find()
        .filter(publishing_item::Column::OrderId.is_in(open.iter().map(|order| order.id)))
        .filter(publishing_item::Column::DoneAt.is_null())
        .all(db)
        .await?;
    let order = |item: publishing_item::Model| {
        Some((item.proposal_id, open.iter().find(|order| order.id == item.order_id)?.clone()))
    };
    Ok(items.into_iter().filter_map(order).collect())
}

/// What the reviews that count recommend, by proposal.
async fn advice(
    db: &impl ConnectionTrait,
    call: CallId,
) -> Result<BTreeMap<ProposalId, BTreeMap<Recommendation, i64>>> {
    let asked = review::Entity::belongs_to(assignment::Entity)
        .from((review::Column::ProposalId, review::Column::ReviewerId))
        .to((assignment::Column::ProposalId, assignment::Column::ReviewerId))
        .into();
    let counted: Vec<(ProposalId, Option<Recommendation>, i64)> = review::Entity::find()
        .join(JoinType::InnerJoin, asked)
        .select_only()
        .column(review::Column::ProposalId)
        .column(review::Column::Recommendation)
        .column_as(review::Column::Id.count(), "reviews")
        .filter(review::Column::ProposalId.in_subquery(of(call)))
        .filter(review::Column::SubmittedAt.is_not_null())
        .filter(assignment::Column::EndedAt.is_null())
        .filter(assignment::Column::AbstainedAt.is_null())
        .group_by(review::Column::ProposalId)
        .group_by(review::Column::Recommendation)
        .into_tuple()
        .all(db)
        .await?;
    let mut found: BTreeMap<ProposalId, BTreeMap<Recommendation, i64>> = BTreeMap::new();
    for (proposal, recommendation, count) in counted {
        let Some(recommendation) = recommendation else { continue };
        found.entry(proposal).or_default().insert(recommendation, count);
    }
    Ok(found)
}

/// Who gets the letters about these decisions, by proposal: the same people as `deciding::circles` names, for many at once.
pub async fn recipients(
    db: &impl ConnectionTrait,
    what: &[(&proposal::Model, Outcome)],
) -> Result<BTreeMap<ProposalId, Vec<user::Model>>> {
    let organisations: Vec<OrganisationId> = what.iter().map(|(proposal, _)| proposal.organisation_id).collect();
    let members = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(organisations))
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    let returned = what.iter().filter(|(_, outcome)| *outcome == Outcome::Returned).map(|(proposal, _)| proposal.id);
    let guests = co_editor::Entity::find()
        .filter(co_editor::Column::ProposalId.is_in(returned))
        .filter(co_editor::Column::EndedAt.is_null())
        .filter(co_editor::Column::AcceptedAt.is_not_null())
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    let mut found: BTreeMap<ProposalId, Vec<user::Model>> = BTreeMap::new();
    for (proposal, _) in what {
        let told = members.iter().filter(|(row, _)| row.organisation_id == proposal.organisation_id);
        let told = told.filter_map(|(_, person)| person.clone());
        let more = guests.iter().filter(|(row, _)| row.proposal_id == proposal.id);
        let mut people: Vec<user::Model> = told.chain(more.filter_map(|(_, person)| person.clone())).collect();
        let mut seen = std::collections::BTreeSet::new();
        people.retain(|person| seen.insert(person.id));
        found.insert(proposal.id, people);
    }
    Ok(found)
}
