//! What the page of a bulk deed knows of many proposals at once: a fixed number of queries, however many they are.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    accounts::Actor,
    clock::Moment,
    entity::{assignment, conflict, eligibility, proposal, user},
    error::Result,
    ids::ProposalId,
    proposals::{Case, cases, conflicts::Ruling, visible_to},
    reviews::{bulk::Bulk, selection::Selection},
};

/// The selected proposals that somebody of the secretariat works on, by their references.
pub async fn chosen(db: &impl ConnectionTrait, actor: &Actor, selection: &Selection, now: Moment) -> Result<Vec<Case>> {
    let find = visible_to(Some(actor)).filter(proposal::Column::Reference.is_in(selection.iter().cloned()));
    let mut found = cases(db, actor, find.order_by_asc(proposal::Column::Reference), now).await?;
    found.retain(|case| case.standing.roles.secretariat);
    Ok(found)
}

/// What is known of each beside its case, as far as the deed asks for it.
#[derive(Debug, Default)]
pub struct Known {
    pub checks: BTreeMap<ProposalId, eligibility::Model>,
    /// The names of those who review it.
    pub reviewers: BTreeMap<ProposalId, Vec<String>>,
    /// The names of those who must not.
    pub conflicts: BTreeMap<ProposalId, Vec<String>>,
}

pub async fn known(db: &impl ConnectionTrait, bulk: Bulk, cases: &[Case]) -> Result<Known> {
    let ids = || cases.iter().map(|case| case.proposal.id);
    match bulk {
        Bulk::Eligibility => {
            let rows = eligibility::Entity::find().filter(eligibility::Column::ProposalId.is_in(ids())).all(db).await?;
            Ok(Known { checks: rows.into_iter().map(|row| (row.proposal_id, row)).collect(), ..Known::default() })
        }
        Bulk::Assignment => Ok(Known {
            reviewers: reviewers(db, ids()).await?,
            conflicts: conflicts(db, ids()).await?,
            ..Known::default()
        }),
        Bulk::ReviewStart | Bulk::Tagging | Bulk::Untagging => Ok(Known::default()),
    }
}

async fn reviewers(
    db: &impl ConnectionTrait,
    proposals: impl Iterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, Vec<String>>> {
    let rows = assignment::Entity::find()
        .filter(assignment::Column::ProposalId.is_in(proposals))
        .filter(assignment::Column::EndedAt.is_null())
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(by_proposal(rows.into_iter().map(|(row, person)| (row.proposal_id, person))))
}

async fn conflicts(
    db: &impl ConnectionTrait,
    proposals: impl Iterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, Vec<String>>> {
    let rows = conflict::Entity::find()
        .filter(conflict::Column::ProposalId.is_in(proposals))
        .filter(conflict::Column::Ruling.ne(Ruling::Dismissed))
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(by_proposal(rows.into_iter().map(|(row, person)| (row.proposal_id, person))))
}

fn by_proposal(rows: impl Iterator<Item = (ProposalId, Option<user::Model>)>) -> BTreeMap<ProposalId, Vec<String>> {
    let mut found: BTreeMap<ProposalId, Vec<String>> = BTreeMap::new();
    for (proposal, person) in rows {
        found.entry(proposal).or_default().extend(person.map(|person| person.name));
    }
    found
}
