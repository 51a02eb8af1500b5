//! Answers to questions about a call: published, edited, put in order and removed. Each of these keeps the call from others
//! until it is done, so that no two answers come to the same place.

use serde_json::json;

use crate::{
    act::Act,
    calls::{
        answers::{Answered, MOST, Way},
        store::{self, answers},
    },
    entity::call_answer,
    error::{Error, FieldErrors, Result},
    ids::{CallAnswerId, CallId},
    words::Locale,
};

/// Publishes an answer below the others, under an id that is known before: publishing the same once more changes nothing.
pub async fn publish(act: &Act, call: CallId, id: CallAnswerId, text: &Answered, locale: Locale) -> Result<()> {
    store::locked(act, call).await?;
    let known = answers::of(act.tx(), call).await?;
    if known.iter().any(|row| row.id == id && row.answered() == *text) {
        return Ok(());
    }
    if known.len() >= MOST {
        return Err(Error::Invalid(FieldErrors::one("", locale.t("calls-answers-full"))));
    }
    // Something else that was typed into the same page is another answer.
    let id = if answers::is_taken(act, id).await? { act.id() } else { id };
    let place = known.last().map_or(1, |last| last.place.saturating_add(1));
    answers::add(act, call, id, place, text).await?;
    act.event("call.answer_published", format!("call:{call}"), json!({ "answer": id })).await?;
    Ok(())
}

/// Changes an answer that is still as it was seen at version `seen`. Saving what stands there already changes nothing.
pub async fn edit(act: &Act, call: CallId, id: CallAnswerId, seen: i32, text: &Answered) -> Result<()> {
    if held(act, call, id).await?.answered() == *text {
        return Ok(());
    }
    answers::edit(act, id, seen, text).await?;
    let data = json!({ "answer": id, "version": seen.saturating_add(1) });
    act.event("call.answer_edited", format!("call:{call}"), data).await?;
    Ok(())
}

/// Removes an answer that is still as it was seen at version `seen`.
pub async fn remove(act: &Act, call: CallId, id: CallAnswerId, seen: i32) -> Result<()> {
    held(act, call, id).await?;
    answers::remove(act, id, seen).await?;
    act.event("call.answer_removed", format!("call:{call}"), json!({ "answer": id })).await?;
    Ok(())
}

/// Moves an answer by one place. At the end of the list it stays.
pub async fn shift(act: &Act, call: CallId, id: CallAnswerId, way: Way) -> Result<()> {
    held(act, call, id).await?;
    let mut order = answers::of(act.tx(), call).await?;
    let place = order.iter().position(|row| row.id == id).ok_or(Error::NotFound)?;
    let Some(next) = way.onto(place, order.len()) else { return Ok(()) };
    order.swap(place, next);
    for (place, row) in (1..).zip(&order) {
        if row.place != place {
            answers::put(act, row.id, place).await?;
        }
    }
    act.event("call.answer_moved", format!("call:{call}"), json!({ "answer": id, "place": next + 1 })).await?;
    Ok(())
}

/// The answer, with its call kept from others until the act ends.
async fn held(act: &Act, call: CallId, id: CallAnswerId) -> Result<call_answer::Model> {
    store::locked(act, call).await?;
    answers::find(act.tx(), call, id).await?.ok_or(Error::NotFound)
}
