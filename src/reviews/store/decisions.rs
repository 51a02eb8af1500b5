//! The decisions of a call, as the secretariat sees them: a number of queries that does not depend on how many proposals it has.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::{
    accounts::Actor,
    clock::Moment,
    entity::{call, co_editor, decision, membership, proposal, publishing_item, publishing_order, review, user},
    error::Result,
    ids::{OrganisationId, ProposalId, Reference, UserId},
    proposals::{
        Case, cases, decisions::reaches_co_editors, people, publishing_orders, rules::Outcome, workflow::State,
    },
    reviews::{
        rules::Recommendation,
        store::{counted, desk::at_the_desk},
    },
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
    found(db, actor, handed_in(actor, call)?, now).await
}

/// The same of some of them.
pub async fn among(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: &call::Model,
    references: &[Reference],
    now: Moment,
) -> Result<Vec<Decided>> {
    let some = proposal::Column::Reference.is_in(references.iter().cloned());
    found(db, actor, handed_in(actor, call)?.filter(some), now).await
}

fn handed_in(actor: &Actor, call: &call::Model) -> Result<Select<proposal::Entity>> {
    Ok(at_the_desk(actor)?
        .filter(proposal::Column::CallId.eq(call.id))
        .filter(proposal::Column::State.ne(State::Draft))
        .order_by_asc(proposal::Column::Number))
}

async fn found(
    db: &impl ConnectionTrait,
    actor: &Actor,
    find: Select<proposal::Entity>,
    now: Moment,
) -> Result<Vec<Decided>> {
    let mut cases = cases(db, actor, find, now).await?;
    cases.retain(|case| case.standing.is_in());
    let ids: Vec<ProposalId> = cases.iter().map(|case| case.proposal.id).collect();
    let mut decisions = decisions(db, &ids).await?;
    let mut orders = orders(db, &ids).await?;
    let mut advice = advice(db, &ids).await?;
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

async fn decisions(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<BTreeMap<ProposalId, decision::Model>> {
    let rows = decision::Entity::find()
        .filter(decision::Column::ProposalId.is_in(ids.iter().copied()))
        .filter(decision::Column::RevisedAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.proposal_id, row)).collect())
}

async fn orders(
    db: &impl ConnectionTrait,
    ids: &[ProposalId],
) -> Result<BTreeMap<ProposalId, publishing_order::Model>> {
    let items = publishing_orders::open_items(db, ids).await?;
    let open = publishing_order::Entity::find()
        .filter(publishing_order::Column::Id.is_in(items.iter().map(|item| item.order_id)))
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
    ids: &[ProposalId],
) -> Result<BTreeMap<ProposalId, BTreeMap<Recommendation, i64>>> {
    let counted = counted(db, ids).await?;
    let rows: Vec<(ProposalId, UserId, Option<Recommendation>)> = review::Entity::find()
        .select_only()
        .columns([review::Column::ProposalId, review::Column::ReviewerId, review::Column::Recommendation])
        .filter(review::Column::ProposalId.is_in(ids.iter().copied()))
        .filter(review::Column::SubmittedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut found: BTreeMap<ProposalId, BTreeMap<Recommendation, i64>> = BTreeMap::new();
    for (proposal, reviewer, recommendation) in rows {
        let Some(recommendation) = recommendation.filter(|_| counted.contains(&(proposal, reviewer))) else { continue };
        *found.entry(proposal).or_default().entry(recommendation).or_default() += 1;
    }
    Ok(found)
}

/// Who gets the letters about these decisions, by proposal.
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
    let told_too = what.iter().filter(|(_, outcome)| reaches_co_editors(*outcome)).map(|(proposal, _)| proposal.id);
    let guests = co_editor::Entity::find()
        .filter(co_editor::Column::ProposalId.is_in(told_too))
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
