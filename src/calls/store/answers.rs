//! Answers to questions about a call, and the only writer of their table.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    act::Act,
    calls::answers::Answered,
    entity::call_answer,
    error::{Error, Result},
    ids::{CallAnswerId, CallId},
};

impl call_answer::Model {
    pub fn answered(&self) -> Answered {
        Answered { question: self.question.clone(), answer: self.answer.clone() }
    }

    /// Whether it says something else than when it was published.
    pub fn was_changed(&self) -> bool {
        self.version > 1
    }
}

/// All of a call, in the order of the page. There are at most `answers::MOST`, so they are not paged.
pub async fn of(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<call_answer::Model>> {
    Ok(call_answer::Entity::find()
        .filter(call_answer::Column::CallId.eq(call))
        .order_by_asc(call_answer::Column::Place)
        .order_by_asc(call_answer::Column::Id)
        .all(db)
        .await?)
}

pub async fn find(db: &impl ConnectionTrait, call: CallId, id: CallAnswerId) -> Result<Option<call_answer::Model>> {
    Ok(call_answer::Entity::find_by_id(id).filter(call_answer::Column::CallId.eq(call)).one(db).await?)
}

/// Whether an answer has this id, in whichever call.
pub async fn is_taken(act: &Act, id: CallAnswerId) -> Result<bool> {
    Ok(call_answer::Entity::find_by_id(id).one(act.tx()).await?.is_some())
}

/// Adds an answer at this place.
pub async fn add(act: &Act, call: CallId, id: CallAnswerId, place: i32, text: &Answered) -> Result<()> {
    let row = call_answer::ActiveModel {
        id: Set(id),
        call_id: Set(call),
        place: Set(place),
        question: Set(text.question.clone()),
        answer: Set(text.answer.clone()),
        created_at: Set(act.at),
        updated_at: Set(act.at),
        version: Set(1),
    };
    row.insert(act.tx()).await?;
    Ok(())
}

/// Writes an answer anew that still is as it was seen; a conflict if it is not.
pub async fn edit(act: &Act, id: CallAnswerId, seen: i32, text: &Answered) -> Result<()> {
    let row = call_answer::ActiveModel {
        question: Set(text.question.clone()),
        answer: Set(text.answer.clone()),
        updated_at: Set(act.at),
        version: Set(seen.saturating_add(1)),
        ..Default::default()
    };
    let written = call_answer::Entity::update_many()
        .set(row)
        .filter(call_answer::Column::Id.eq(id))
        .filter(call_answer::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Puts an answer at another place. What it says stays, and so does its version.
pub async fn put(act: &Act, id: CallAnswerId, place: i32) -> Result<()> {
    call_answer::Entity::update_many()
        .set(call_answer::ActiveModel { place: Set(place), ..Default::default() })
        .filter(call_answer::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Takes an answer away that still is as it was seen; a conflict if it is not.
pub async fn remove(act: &Act, id: CallAnswerId, seen: i32) -> Result<()> {
    let gone = call_answer::Entity::delete_many()
        .filter(call_answer::Column::Id.eq(id))
        .filter(call_answer::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}
