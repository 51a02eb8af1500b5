//! What those who keep the mail do with a letter.

use super::{
    rules::{Copied, why_no_copy, why_not_again},
    store,
};
use crate::{
    accounts::Actor,
    act::Act,
    entity::letter,
    error::{Error, Result},
    ids::LetterId,
    mail,
};

/// Sends a letter once more as a copy, if nothing stands against it. `seen` is how many copies there were on the page.
pub async fn send_copy(act: &Act, keeper: &Actor, id: LetterId, seen: u64) -> Result<LetterId> {
    let letter = store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    match why_no_copy(hurdles(act, &letter).await?) {
        Some(reason) => Err(Error::Refused(reason)),
        None => mail::outbox::send_copy(act, id, seen).await,
    }
}

async fn hurdles(act: &Act, letter: &letter::Model) -> Result<Copied> {
    let has_text = !mail::log::body(act.tx(), letter.id).await?.body_text.is_empty();
    let nothing_arrives = mail::suppressions::of(act.tx(), &letter.recipient).await?.is_some();
    store::hurdles::of(act.tx(), letter, has_text, nothing_arrives).await
}

/// Cancels a letter that waits.
pub async fn cancel(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    mail::outbox::cancel(act, id).await
}

/// Sends a letter again that failed, or whose outcome nobody knows.
pub async fn send_again(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    let letter = store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    if let Some(reason) = why_not_again(hurdles(act, &letter).await?) {
        return Err(Error::Refused(reason));
    }
    mail::outbox::send_again(act, id).await
}

/// Lets letters go to the address of this one again.
pub async fn lift(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    let letter = store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    mail::suppressions::lift(act, &letter.recipient).await?;
    Ok(())
}
