//! Rows that say how a proposal stands: eligibility, assignments, decisions, comments.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use crate::{
    act::Act,
    entity::{assignment, comment, decision, eligibility, user},
    error::{Error, Result},
    ids::{AssignmentId, CommentId, DecisionId, ProposalId, UserId},
    proposals::rules::{Audience, Decision},
};

/// Says whether the proposal fulfils the conditions; what was said before is replaced.
pub async fn write_eligibility(act: &Act, proposal: ProposalId, passed: bool, reason: &str) -> Result<()> {
    let row = eligibility::ActiveModel {
        proposal_id: Set(proposal),
        passed: Set(passed),
        reason: Set(reason.to_owned()),
        checked_by: Set(act.by.user()),
        checked_at: Set(act.at),
    };
    let newest = OnConflict::column(eligibility::Column::ProposalId)
        .update_columns([
            eligibility::Column::Passed,
            eligibility::Column::Reason,
            eligibility::Column::CheckedBy,
            eligibility::Column::CheckedAt,
        ])
        .to_owned();
    eligibility::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}

pub async fn eligibility(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<eligibility::Model>> {
    Ok(eligibility::Entity::find_by_id(proposal).one(db).await?)
}

/// Gives the proposal to a reviewer, who has not got it already.
pub async fn assign(act: &Act, proposal: ProposalId, reviewer: UserId) -> Result<AssignmentId> {
    let row = assignment::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        reviewer_id: Set(reviewer),
        assigned_by: Set(act.by.user()),
        assigned_at: Set(act.at),
        ended_at: Set(None),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// Ends a reviewer's standing; false if there was none.
pub async fn unassign(act: &Act, proposal: ProposalId, reviewer: UserId) -> Result<bool> {
    let found = assignment::Entity::update_many()
        .set(assignment::ActiveModel { ended_at: Set(Some(act.at)), ..Default::default() })
        .filter(assignment::Column::ProposalId.eq(proposal))
        .filter(assignment::Column::ReviewerId.eq(reviewer))
        .filter(assignment::Column::EndedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(found.rows_affected > 0)
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

/// The decision in force, published or not.
pub async fn decision(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<decision::Model>> {
    let find = decision::Entity::find().filter(decision::Column::ProposalId.eq(proposal));
    Ok(find.filter(decision::Column::RevisedAt.is_null()).one(db).await?)
}

/// Writes the decision that holds: in the place of one that was not published yet, or as the first.
pub async fn write_decision(act: &Act, proposal: ProposalId, made: &Decision, publish: bool) -> Result<DecisionId> {
    let held = decision(act.tx(), proposal).await?;
    if held.as_ref().is_some_and(|held| held.published_at.is_some()) {
        return Err(Error::Conflict);
    }
    let mut row = decision::ActiveModel {
        id: Set(held.as_ref().map_or_else(|| act.id(), |held| held.id)),
        proposal_id: Set(proposal),
        outcome: Set(made.outcome),
        body: Set(made.body.clone()),
        session: Set(made.session.clone()),
        decided_on: Set(made.decided_on.map(|day| day.to_string()).unwrap_or_default()),
        minute_reference: Set(made.minute_reference.clone()),
        reason: Set(made.reason.clone()),
        message: Set(made.message.clone()),
        registered_by: Set(act.by.user()),
        registered_at: Set(act.at),
        published_at: Set(publish.then_some(act.at)),
        revised_at: Set(None),
    };
    let written = match held {
        None => row.insert(act.tx()).await?,
        Some(held) => {
            row.id = sea_orm::ActiveValue::Unchanged(held.id);
            row.update(act.tx()).await?
        }
    };
    Ok(written.id)
}

/// Takes the published decision out of force.
pub async fn revise_decision(act: &Act, proposal: ProposalId) -> Result<()> {
    decision::Entity::update_many()
        .set(decision::ActiveModel { revised_at: Set(Some(act.at)), ..Default::default() })
        .filter(decision::Column::ProposalId.eq(proposal))
        .filter(decision::Column::RevisedAt.is_null())
        .filter(decision::Column::PublishedAt.is_not_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

pub async fn comment(act: &Act, proposal: ProposalId, audience: Audience, body: &str) -> Result<CommentId> {
    let Some(author) = act.by.user() else { return Err(Error::NotFound) };
    let row = comment::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        author_id: Set(author),
        audience: Set(audience),
        body: Set(body.to_owned()),
        at: Set(act.at),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// The comments for these audiences with their authors, the oldest first.
pub async fn comments(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    audiences: &[Audience],
) -> Result<Vec<(comment::Model, Option<user::Model>)>> {
    Ok(comment::Entity::find()
        .filter(comment::Column::ProposalId.eq(proposal))
        .filter(comment::Column::Audience.is_in(audiences.iter().copied()))
        .find_also_related(user::Entity)
        .order_by_asc(comment::Column::At)
        .order_by_asc(comment::Column::Id)
        .all(db)
        .await?)
}
