//! All that an assignment of a call is planned from, gathered in a number of queries that does not depend on how many proposals
//! and reviewers there are (but for answers, which are read some hundreds at a time).

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use super::{people, profiles, suspicions};
use crate::{
    accounts::Actor,
    clock::Moment,
    entity::{assignment, call, co_editor, eligibility, membership, organisation, preference, proposal, user},
    error::Result,
    ids::{ProposalId, UserId},
    proposals::{conflicts::suspected, rulings, submissions, workflow::State},
    reviews::{
        matching::{Barred, Candidate, Field, Wanted},
        rules::Reviewer,
        store::desk::at_the_desk,
    },
};

/// The field of an assignment, with the ids of its proposals in their order.
pub struct Gathered {
    pub field: Field,
    pub ids: Vec<ProposalId>,
}

/// The proposals of a call that can be given to reviewers: submitted or under review, and not found ineligible.
fn assignable(actor: &Actor, call: &call::Model) -> Result<Select<proposal::Entity>> {
    let failed = eligibility::Entity::find()
        .select_only()
        .column(eligibility::Column::ProposalId)
        .filter(eligibility::Column::Passed.eq(false));
    Ok(at_the_desk(actor)?
        .filter(proposal::Column::CallId.eq(call.id))
        .filter(proposal::Column::State.is_in([State::Submitted, State::UnderReview]))
        .filter(proposal::Column::Id.not_in_subquery(failed.into_query())))
}

/// Gathers it, for somebody of the secretariat.
pub async fn gather(db: &impl ConnectionTrait, actor: &Actor, call: &call::Model, now: Moment) -> Result<Gathered> {
    let found = assignable(actor, call)?
        .find_also_related(organisation::Entity)
        .order_by_asc(proposal::Column::Reference)
        .all(db)
        .await?;
    let reviewers = people::reviewers(db).await?;
    let proposals: Vec<&proposal::Model> = found.iter().map(|(proposal, _)| proposal).collect();
    let ids: Vec<ProposalId> = proposals.iter().map(|proposal| proposal.id).collect();
    let places = Places {
        proposals: ids.iter().enumerate().map(|(place, id)| (*id, place)).collect(),
        reviewers: reviewers.iter().enumerate().map(|(place, one)| (one.id, place)).collect(),
    };
    let mut barred = BTreeMap::new();
    let loads = assigned(db, call, &places, &mut barred).await?;
    suspect(db, &found, &reviewers, &mut barred).await?;
    ruled(db, call, &places, &mut barred).await?;
    writing(db, &proposals, &places, now, &mut barred).await?;
    let wanted = |proposal: &&proposal::Model| Wanted {
        reference: proposal.reference.clone(),
        title: proposal.title.clone(),
        language: proposal.language,
        theme: proposal.theme.clone(),
        has: u32::try_from(proposal.reviews_asked).unwrap_or_default(),
    };
    let field = Field {
        proposals: proposals.iter().map(wanted).collect(),
        reviewers: candidates(db, &reviewers, &loads).await?,
        barred,
        wishes: wishes(db, &places).await?,
    };
    Ok(Gathered { field, ids })
}

/// Where proposals and reviewers stand in their lists.
struct Places {
    proposals: BTreeMap<ProposalId, usize>,
    reviewers: BTreeMap<UserId, usize>,
}

impl Places {
    fn of(&self, proposal: ProposalId, reviewer: UserId) -> Option<(usize, usize)> {
        Some((*self.proposals.get(&proposal)?, *self.reviewers.get(&reviewer)?))
    }
}

type Bars = BTreeMap<(usize, usize), Barred>;

/// Who has what already, or has declined it; and how many each has of this call.
async fn assigned(
    db: &impl ConnectionTrait,
    call: &call::Model,
    places: &Places,
    barred: &mut Bars,
) -> Result<BTreeMap<UserId, u32>> {
    let of_call = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::CallId.eq(call.id))
        .into_query();
    let rows = assignment::Entity::find()
        .filter(assignment::Column::ProposalId.in_subquery(of_call))
        .filter(Condition::any().add(assignment::Column::EndedAt.is_null()).add(assignment::Column::Declined.eq(true)))
        .all(db)
        .await?;
    let mut loads = BTreeMap::new();
    for row in rows {
        if row.ended_at.is_none() {
            *loads.entry(row.reviewer_id).or_default() += 1;
        }
        let Some(pair) = places.of(row.proposal_id, row.reviewer_id) else { continue };
        if row.ended_at.is_none() {
            barred.insert(pair, Barred::Has);
        } else {
            barred.entry(pair).or_insert(Barred::Declined);
        }
    }
    Ok(loads)
}

/// Suspicions on which nobody has ruled yet; rulings come after, and replace them.
async fn suspect(
    db: &impl ConnectionTrait,
    found: &[(proposal::Model, Option<organisation::Model>)],
    reviewers: &[Reviewer],
    barred: &mut Bars,
) -> Result<()> {
    let proposals: Vec<&proposal::Model> = found.iter().map(|(proposal, _)| proposal).collect();
    let ids: Vec<ProposalId> = proposals.iter().map(|proposal| proposal.id).collect();
    let mut writers = suspicions::writers(db, &proposals).await?;
    let latest = submissions::latest(db, &ids).await?;
    let known = suspicions::people(db, reviewers).await?;
    for (place, (proposal, organisation)) in found.iter().enumerate() {
        let Some(organisation) = organisation else { continue };
        let writers = writers.remove(&proposal.id).unwrap_or_default();
        let said = latest.get(&proposal.id).map_or(&serde_json::Value::Null, |row| &row.answers);
        let applicant = suspicions::applicant(&suspicions::Lead::of(proposal, organisation), &writers, said);
        for (at, reviewer) in reviewers.iter().enumerate() {
            let Some((ground, what)) = known.get(&reviewer.id).and_then(|person| suspected(person, &applicant)) else {
                continue;
            };
            barred.entry((place, at)).or_insert(Barred::Suspected(ground, what));
        }
    }
    Ok(())
}

/// What was ruled: a conflict bars, one that was dismissed no longer does.
async fn ruled(db: &impl ConnectionTrait, call: &call::Model, places: &Places, barred: &mut Bars) -> Result<()> {
    for row in rulings::of_call(db, call.id).await? {
        let Some(pair) = places.of(row.proposal_id, row.person_id) else { continue };
        if row.ruling.stands() {
            barred.insert(pair, Barred::Conflict);
        } else if matches!(barred.get(&pair), Some(Barred::Suspected(..))) {
            barred.remove(&pair);
        }
    }
    Ok(())
}

/// Nobody judges what they write.
async fn writing(
    db: &impl ConnectionTrait,
    proposals: &[&proposal::Model],
    places: &Places,
    now: Moment,
    barred: &mut Bars,
) -> Result<()> {
    let reviewers = || places.reviewers.keys().copied();
    let is_in =
        Condition::any().add(co_editor::Column::AcceptedAt.is_not_null()).add(co_editor::Column::ExpiresAt.gt(now));
    let invited = co_editor::Entity::find()
        .filter(co_editor::Column::UserId.is_in(reviewers()))
        .filter(co_editor::Column::EndedAt.is_null())
        .filter(is_in)
        .all(db)
        .await?;
    for row in invited {
        barred.extend(places.of(row.proposal_id, row.user_id).map(|pair| (pair, Barred::Writes)));
    }
    let members = membership::Entity::find().filter(membership::Column::UserId.is_in(reviewers())).all(db).await?;
    for row in members {
        let led = proposals.iter().filter(|proposal| proposal.organisation_id == row.organisation_id);
        barred.extend(led.filter_map(|led| Some((places.of(led.id, row.user_id)?, Barred::Writes))));
    }
    Ok(())
}

async fn wishes(db: &impl ConnectionTrait, places: &Places) -> Result<BTreeMap<(usize, usize), i32>> {
    let reviewers = places.reviewers.keys().copied();
    let rows = preference::Entity::find().filter(preference::Column::PersonId.is_in(reviewers)).all(db).await?;
    Ok(rows.into_iter().filter_map(|row| Some((places.of(row.proposal_id, row.person_id)?, row.wish))).collect())
}

async fn candidates(
    db: &impl ConnectionTrait,
    reviewers: &[Reviewer],
    loads: &BTreeMap<UserId, u32>,
) -> Result<Vec<Candidate>> {
    let ids: Vec<UserId> = reviewers.iter().map(|one| one.id).collect();
    let mut profiles = profiles::of(db, &ids).await?;
    let addresses = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(db).await?;
    let addresses: BTreeMap<UserId, String> =
        addresses.into_iter().map(|person| (person.id, person.email.to_string())).collect();
    let candidate = |one: &Reviewer| {
        let profile = profiles.remove(&one.id).unwrap_or_default();
        Candidate {
            id: one.id,
            name: one.name.clone(),
            email: addresses.get(&one.id).cloned().unwrap_or_default(),
            languages: profile.languages,
            themes: profile.themes,
            most: profile.most,
            has: loads.get(&one.id).copied().unwrap_or_default(),
        }
    };
    Ok(reviewers.iter().map(candidate).collect())
}
