//! Reviews as they are kept. What someone may not read is left out here, not where it is shown.

pub mod briefs;
pub mod bulk;
pub mod decisions;
pub mod desk;
pub mod dossier;
pub mod figures;
pub mod gathering;
pub mod offered;
pub mod people;
pub mod profiles;
pub mod reminders;
pub mod suspicions;
pub mod tags;
pub mod views;

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::{
    accounts::Actor,
    act::Act,
    entity::{assignment, review, review_version, user},
    error::{Error, Result},
    guidelines::Points,
    ids::{ProposalId, ReviewId, SubmissionId, UserId},
    proposals::{Case, Deed, summary},
    reviews::rules::{Draft, Entry, Review},
};

/// What someone wrote of a proposal, handed in or not.
pub async fn mine(db: &impl ConnectionTrait, proposal: ProposalId, reviewer: UserId) -> Result<Option<Review>> {
    Ok(row(db, proposal, reviewer).await?.map(|(row, person)| read(row, person)))
}

async fn row(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    reviewer: UserId,
) -> Result<Option<(review::Model, Option<user::Model>)>> {
    Ok(review::Entity::find()
        .filter(review::Column::ProposalId.eq(proposal))
        .filter(review::Column::ReviewerId.eq(reviewer))
        .find_also_related(user::Entity)
        .one(db)
        .await?)
}

/// The reviews of a proposal that are in, by the names of their reviewers.
pub async fn for_proposal(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<Review>> {
    let rows = review::Entity::find()
        .filter(review::Column::ProposalId.eq(proposal))
        .filter(review::Column::SubmittedAt.is_not_null())
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(row, person)| read(row, person)).collect())
}

/// Those of the reviews that are in which someone may read.
pub async fn readable(db: &impl ConnectionTrait, case: &Case, reader: &Actor) -> Result<Vec<Review>> {
    let all = for_proposal(db, case.proposal.id).await?;
    let counted = counted(db, &[case.proposal.id]).await?;
    Ok(told_to(case, reader.id, &counted, all))
}

/// The one rule of whose reviews somebody reads: a reviewer the own one until that is in, or the phase shows the others', then
/// those that count; what somebody wrote who is relieved, or has an interest, is the secretariat's alone. Where a reviewer must
/// not know who wrote the others', they have no names, and stand in the order in which they came.
fn told_to(case: &Case, reader: UserId, counted: &Counted, mut found: Vec<Review>) -> Vec<Review> {
    let others = case.may(Deed::ReadReviews).is_yes();
    let is_secretariat = case.standing.roles.secretariat;
    let counts = |review: &Review| counted.contains(&(case.proposal.id, review.reviewer));
    found.retain(|review| review.reviewer == reader || (others && (is_secretariat || counts(review))));
    if !case.may(Deed::KnowReviewers).is_yes() {
        found.sort_by_key(|review| (review.submitted_at, review.reviewer));
        found.iter_mut().filter(|review| review.reviewer != reader).for_each(|review| review.reviewer_name.clear());
    }
    found
}

/// Who reviews what.
type Counted = BTreeSet<(ProposalId, UserId)>;

/// Those whose reviews of these proposals count: neither relieved nor abstaining.
async fn counted(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<Counted> {
    if ids.is_empty() {
        return Ok(Counted::new());
    }
    let rows: Vec<(ProposalId, UserId)> = assignment::Entity::find()
        .select_only()
        .columns([assignment::Column::ProposalId, assignment::Column::ReviewerId])
        .filter(assignment::Column::ProposalId.is_in(ids.iter().copied()))
        .filter(assignment::Column::EndedAt.is_null())
        .filter(assignment::Column::AbstainedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A row as its reviewer wrote it.
fn read(row: review::Model, person: Option<user::Model>) -> Review {
    Review {
        reviewer: row.reviewer_id,
        reviewer_name: person.map(|person| person.name).unwrap_or_default(),
        entry: Entry {
            scores: serde_json::from_value(row.scores).unwrap_or_default(),
            remarks: serde_json::from_value(row.remarks).unwrap_or_default(),
            to_committee: row.to_committee,
            to_applicant: row.to_applicant,
            recommendation: row.recommendation,
            confidence: row.confidence,
        },
        draft: row.draft.and_then(|draft| serde_json::from_value(draft).ok()),
        total: row.total.and_then(|total| u32::try_from(total).ok()).map(Points::from_hundredths),
        submission: row.submission_id,
        version: row.version,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
    }
}

/// The submission that a review was written on, and its weighted total, if it is handed in.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    pub submission: Option<SubmissionId>,
    pub total: Option<Points>,
}

/// Writes a review over the version that its reviewer saw; 0 for the first time. A review that is in stays in.
pub async fn write(
    act: &Act,
    proposal: ProposalId,
    reviewer: UserId,
    seen: i32,
    entry: &Entry,
    written: Written,
) -> Result<ReviewId> {
    let before = row(act.tx(), proposal, reviewer).await?.map(|(row, _)| row);
    if before.as_ref().map_or(0, |row| row.version) != seen {
        return Err(Error::Conflict);
    }
    let total = written.total.map(|total| i32::try_from(total.hundredths())).transpose().map_err(Error::internal)?;
    let mut changed = review::ActiveModel {
        submission_id: Set(written.submission),
        scores: Set(serde_json::to_value(&entry.scores).map_err(Error::internal)?),
        remarks: Set(serde_json::to_value(&entry.remarks).map_err(Error::internal)?),
        to_committee: Set(entry.to_committee.clone()),
        to_applicant: Set(entry.to_applicant.clone()),
        recommendation: Set(entry.recommendation),
        confidence: Set(entry.confidence),
        draft: Set(None),
        version: Set(seen + 1),
        updated_at: Set(act.at),
        ..Default::default()
    };
    if total.is_some() {
        changed.total = Set(total);
        changed.submitted_at = Set(Some(before.as_ref().and_then(|row| row.submitted_at).unwrap_or(act.at)));
    }
    let Some(before) = before else {
        changed.id = Set(act.id());
        changed.proposal_id = Set(proposal);
        changed.reviewer_id = Set(reviewer);
        let id = changed.insert(act.tx()).await?.id;
        handed_over(act, proposal, id, entry, written).await?;
        return Ok(id);
    };
    let found = review::Entity::update_many()
        .set(changed)
        .filter(review::Column::Id.eq(before.id))
        .filter(review::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 {
        return Err(Error::Conflict);
    }
    handed_over(act, proposal, before.id, entry, written).await?;
    Ok(before.id)
}

/// Keeps the version that was handed in, and renews what the list knows of the proposal.
async fn handed_over(act: &Act, proposal: ProposalId, review: ReviewId, entry: &Entry, written: Written) -> Result<()> {
    let Some(total) = written.total else { return Ok(()) };
    let before = review_version::Entity::find().filter(review_version::Column::ReviewId.eq(review)).count(act.tx());
    let row = review_version::ActiveModel {
        id: Set(act.id()),
        review_id: Set(review),
        number: Set(i32::try_from(before.await?).map_err(Error::internal)? + 1),
        submission_id: Set(written.submission),
        entry: Set(serde_json::to_value(entry).map_err(Error::internal)?),
        total: Set(i32::try_from(total.hundredths()).map_err(Error::internal)?),
        handed_in_at: Set(act.at),
    };
    row.insert(act.tx()).await?;
    summary::renew(act, proposal).await
}

/// Keeps what is being written over a review, over the version that its reviewer saw. The review itself stays.
pub async fn keep_draft(act: &Act, proposal: ProposalId, reviewer: UserId, seen: i32, draft: &Draft) -> Result<()> {
    let found = review::Entity::update_many()
        .set(review::ActiveModel {
            draft: Set(Some(serde_json::to_value(draft).map_err(Error::internal)?)),
            version: Set(seen + 1),
            updated_at: Set(act.at),
            ..Default::default()
        })
        .filter(review::Column::ProposalId.eq(proposal))
        .filter(review::Column::ReviewerId.eq(reviewer))
        .filter(review::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 { Err(Error::Conflict) } else { Ok(()) }
}
