//! Reviews as they are kept. What someone may not read is left out here, not where it is shown.

pub mod bulk;
pub mod desk;
pub mod dossier;
pub mod people;
pub mod suspicions;
pub mod tags;
pub mod views;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    accounts::Actor,
    act::Act,
    entity::{review, user},
    error::{Error, Result},
    guidelines::Points,
    ids::{ProposalId, ReviewId, SubmissionId, UserId},
    proposals::{Case, Deed, summary},
    reviews::rules::{Entry, Review},
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
    submitted(db, proposal, None).await
}

/// Those of the reviews that are in which someone may read: for a reviewer, only the own one until that is in.
pub async fn readable(db: &impl ConnectionTrait, case: &Case, reader: &Actor) -> Result<Vec<Review>> {
    let only = if case.may(Deed::ReadReviews).is_yes() { None } else { Some(reader.id) };
    submitted(db, case.proposal.id, only).await
}

async fn submitted(db: &impl ConnectionTrait, proposal: ProposalId, only: Option<UserId>) -> Result<Vec<Review>> {
    let mut find = review::Entity::find()
        .filter(review::Column::ProposalId.eq(proposal))
        .filter(review::Column::SubmittedAt.is_not_null());
    if let Some(reader) = only {
        find = find.filter(review::Column::ReviewerId.eq(reader));
    }
    let rows = find
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(row, person)| read(row, person)).collect())
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
        },
        total: row.total.and_then(|total| u32::try_from(total).ok()).map(Points::from_hundredths),
        submission: row.submission_id,
        version: row.version,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
    }
}

/// That a review is handed in: the submission that it judges, and its weighted total.
#[derive(Clone, Copy, Debug)]
pub struct HandedIn {
    pub submission: Option<SubmissionId>,
    pub total: Points,
}

/// Writes a review over the version that its reviewer saw; 0 for the first time. A review that is in stays in.
pub async fn write(
    act: &Act,
    proposal: ProposalId,
    reviewer: UserId,
    seen: i32,
    entry: &Entry,
    handed_in: Option<HandedIn>,
) -> Result<ReviewId> {
    let before = row(act.tx(), proposal, reviewer).await?.map(|(row, _)| row);
    if before.as_ref().map_or(0, |row| row.version) != seen {
        return Err(Error::Conflict);
    }
    let total = handed_in.map(|given| i32::try_from(given.total.hundredths())).transpose().map_err(Error::internal)?;
    let mut changed = review::ActiveModel {
        scores: Set(serde_json::to_value(&entry.scores).map_err(Error::internal)?),
        remarks: Set(serde_json::to_value(&entry.remarks).map_err(Error::internal)?),
        to_committee: Set(entry.to_committee.clone()),
        to_applicant: Set(entry.to_applicant.clone()),
        recommendation: Set(entry.recommendation),
        version: Set(seen + 1),
        updated_at: Set(act.at),
        ..Default::default()
    };
    if let Some(given) = handed_in {
        changed.submission_id = Set(given.submission);
        changed.total = Set(total);
        changed.submitted_at = Set(Some(before.as_ref().and_then(|row| row.submitted_at).unwrap_or(act.at)));
    }
    let Some(before) = before else {
        changed.id = Set(act.id());
        changed.proposal_id = Set(proposal);
        changed.reviewer_id = Set(reviewer);
        let id = changed.insert(act.tx()).await?.id;
        summary::renew(act, proposal).await?;
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
    summary::renew(act, proposal).await?;
    Ok(before.id)
}
