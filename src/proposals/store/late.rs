//! Submissions that came too late: held as they were handed in.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, TryInsertResult};
use serde_json::Value as Json;

use super::summary::renew;
use crate::{
    act::Act,
    clock::Moment,
    entity::late_attempt,
    error::{Error, Result},
    guidelines::{Answers, Definition, canonical, sha256_hex},
    ids::{AttachmentId, GuidelinesId, LateAttemptId, ProposalId},
    proposals::store::Case,
};

/// What came too late: the submission that it would have been, with the deadline that it missed.
pub struct Came<'a> {
    pub number: i32,
    pub deadline: Moment,
    /// When it was handed in, or written last, whichever is later.
    pub at: Moment,
    pub guidelines: (GuidelinesId, &'a Definition),
    pub answers: &'a Answers,
}

/// Holds what came too late. The same text that is held already stays as it was held first; whether it is new is told.
pub async fn hold(act: &Act, case: &Case, came: Came<'_>) -> Result<(late_attempt::Model, bool)> {
    let Some(by) = act.by.user() else { return Err(Error::NotFound) };
    let heading = [("reference", case.proposal.reference.as_str())];
    let sha256 = sha256_hex(&canonical(came.guidelines.1, &heading, came.answers));
    let row = late_attempt::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(case.proposal.id),
        number: Set(came.number),
        guidelines_id: Set(came.guidelines.0),
        answers: Set(Json::Object(came.answers.to_json())),
        sha256: Set(sha256.clone()),
        deadline: Set(came.deadline),
        tried_by: Set(by),
        tried_at: Set(came.at),
        refused_at: Set(None),
        refusal: Set(String::new()),
    };
    let once = [late_attempt::Column::ProposalId, late_attempt::Column::Number, late_attempt::Column::Sha256];
    let added =
        late_attempt::Entity::insert(row).on_conflict_do_nothing_on(once).exec_without_returning(act.tx()).await?;
    let held = late_attempt::Entity::find()
        .filter(late_attempt::Column::ProposalId.eq(case.proposal.id))
        .filter(late_attempt::Column::Number.eq(came.number))
        .filter(late_attempt::Column::Sha256.eq(sha256))
        .one(act.tx())
        .await?;
    let held = held.ok_or_else(|| Error::internal("a late attempt was not kept"))?;
    renew(act, case.proposal.id).await?;
    Ok((held, matches!(added, TryInsertResult::Inserted(_))))
}

/// What came too late and would be the next submission, refused or not; the last first.
pub async fn attempts(db: &impl ConnectionTrait, case: &Case) -> Result<Vec<late_attempt::Model>> {
    Ok(late_attempt::Entity::find()
        .filter(late_attempt::Column::ProposalId.eq(case.proposal.id))
        .filter(late_attempt::Column::Number.gt(case.standing.facts.submissions))
        .order_by_desc(late_attempt::Column::TriedAt)
        .order_by_desc(late_attempt::Column::Id)
        .all(db)
        .await?)
}

/// Those of these that can still be admitted.
pub async fn open_attempts(db: &impl ConnectionTrait, case: &Case) -> Result<Vec<late_attempt::Model>> {
    let mut found = attempts(db, case).await?;
    found.retain(|row| row.refused_at.is_none());
    Ok(found)
}

/// One of these.
pub async fn held(db: &impl ConnectionTrait, case: &Case, id: LateAttemptId) -> Result<late_attempt::Model> {
    open_attempts(db, case).await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)
}

/// Writes down that all that is held of a proposal stays out, and why.
pub async fn refuse(act: &Act, proposal: ProposalId, reason: &str) -> Result<()> {
    late_attempt::Entity::update_many()
        .set(late_attempt::ActiveModel {
            refused_at: Set(Some(act.at)),
            refusal: Set(reason.to_owned()),
            ..Default::default()
        })
        .filter(late_attempt::Column::ProposalId.eq(proposal))
        .filter(late_attempt::Column::RefusedAt.is_null())
        .exec(act.tx())
        .await?;
    renew(act, proposal).await
}

/// The answers of an attempt, as its definition reads them.
pub fn answers(definition: &Definition, attempt: &late_attempt::Model) -> Answers {
    attempt.answers.as_object().map(|stored| definition.answers_from_json(stored)).unwrap_or_default()
}

/// Whether an attempt that can still be admitted holds this file.
pub async fn holds(
    db: &impl ConnectionTrait,
    case: &Case,
    definition: &Definition,
    file: AttachmentId,
) -> Result<bool> {
    let held = open_attempts(db, case).await?;
    Ok(held
        .iter()
        .map(|attempt| answers(definition, attempt))
        .any(|text| text.all_files().any(|(_, f)| f.attachment == file)))
}
