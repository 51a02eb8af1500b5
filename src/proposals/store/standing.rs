//! Rows that say how a proposal stands: eligibility and assignments.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use super::summary::renew;
use crate::{
    act::Act,
    clock::Moment,
    entity::{assignment, eligibility, user},
    error::{Error, Result},
    ids::{AssignmentId, ProposalId, UserId},
    proposals::eligibility::Checked,
};

/// Says whether the proposal fulfils the conditions; what was said before is replaced.
pub async fn write_eligibility(act: &Act, proposal: ProposalId, checked: &Checked, submission: i32) -> Result<()> {
    let row = eligibility::ActiveModel {
        proposal_id: Set(proposal),
        passed: Set(checked.passed),
        reason: Set(checked.reason.clone()),
        checks: Set(serde_json::to_value(&checked.checks).map_err(Error::internal)?),
        submission: Set(submission),
        checked_by: Set(act.by.user()),
        checked_at: Set(act.at),
    };
    let newest = OnConflict::column(eligibility::Column::ProposalId)
        .update_columns([
            eligibility::Column::Passed,
            eligibility::Column::Reason,
            eligibility::Column::Checks,
            eligibility::Column::Submission,
            eligibility::Column::CheckedBy,
            eligibility::Column::CheckedAt,
        ])
        .to_owned();
    eligibility::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    renew(act, proposal).await
}

pub async fn eligibility(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<eligibility::Model>> {
    Ok(eligibility::Entity::find_by_id(proposal).one(db).await?)
}

/// Gives the proposal to a reviewer, who has not got it already.
pub async fn assign(act: &Act, proposal: ProposalId, reviewer: UserId, due_at: Option<Moment>) -> Result<AssignmentId> {
    let row = assignment::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        reviewer_id: Set(reviewer),
        assigned_by: Set(act.by.user()),
        assigned_at: Set(act.at),
        ended_at: Set(None),
        due_at: Set(due_at),
        accepted_at: Set(None),
        abstained_at: Set(None),
        declined: Set(false),
        reason: Set(String::new()),
    };
    let id = row.insert(act.tx()).await?.id;
    renew(act, proposal).await?;
    Ok(id)
}

/// What becomes of a reviewer's standing on a proposal.
#[derive(Clone, Copy, Debug)]
pub enum Turn<'a> {
    /// The secretariat relieves them, or a conflict does.
    Ended(&'a str),
    /// They do not review it.
    Declined(&'a str),
    Accepted,
    /// They have read it, and do not judge it.
    Abstained(&'a str),
    /// They judge it after all.
    Resumed,
    Due(Option<Moment>),
}

/// Changes a reviewer's standing; false if there is none.
pub async fn turn(act: &Act, proposal: ProposalId, reviewer: UserId, turn: Turn<'_>) -> Result<bool> {
    let none = <assignment::ActiveModel as Default>::default;
    let said = |reason: &str| Set(reason.to_owned());
    let change = match turn {
        Turn::Ended(reason) => assignment::ActiveModel { ended_at: Set(Some(act.at)), reason: said(reason), ..none() },
        Turn::Declined(reason) => {
            assignment::ActiveModel { ended_at: Set(Some(act.at)), declined: Set(true), reason: said(reason), ..none() }
        }
        Turn::Accepted => assignment::ActiveModel { accepted_at: Set(Some(act.at)), ..none() },
        Turn::Abstained(reason) => {
            assignment::ActiveModel { abstained_at: Set(Some(act.at)), reason: said(reason), ..none() }
        }
        Turn::Resumed => assignment::ActiveModel { abstained_at: Set(None), reason: said(""), ..none() },
        Turn::Due(due_at) => assignment::ActiveModel { due_at: Set(due_at), ..none() },
    };
    let found = assignment::Entity::update_many()
        .set(change)
        .filter(assignment::Column::ProposalId.eq(proposal))
        .filter(assignment::Column::ReviewerId.eq(reviewer))
        .filter(assignment::Column::EndedAt.is_null())
        .exec(act.tx())
        .await?;
    renew(act, proposal).await?;
    Ok(found.rows_affected > 0)
}

/// Someone's standing as a reviewer of a proposal, if they are not relieved of it.
pub async fn assignment_of(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    reviewer: UserId,
) -> Result<Option<assignment::Model>> {
    Ok(assignment::Entity::find()
        .filter(assignment::Column::ProposalId.eq(proposal))
        .filter(assignment::Column::ReviewerId.eq(reviewer))
        .filter(assignment::Column::EndedAt.is_null())
        .one(db)
        .await?)
}

/// Those who were asked and have declined, the last first.
pub async fn declined(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
) -> Result<Vec<(assignment::Model, Option<user::Model>)>> {
    Ok(assignment::Entity::find()
        .filter(assignment::Column::ProposalId.eq(proposal))
        .filter(assignment::Column::Declined.eq(true))
        .find_also_related(user::Entity)
        .order_by_desc(assignment::Column::EndedAt)
        .order_by_desc(assignment::Column::Id)
        .all(db)
        .await?)
}

/// The reviewers of a proposal who are not relieved of it, by name.
pub async fn assigned(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
) -> Result<Vec<(assignment::Model, Option<user::Model>)>> {
    Ok(assignment::Entity::find()
        .filter(assignment::Column::ProposalId.eq(proposal))
        .filter(assignment::Column::EndedAt.is_null())
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?)
}
