//! What those who keep the mail do with a letter.

use super::{
    rules::{Copied, why_no_copy},
    store,
};
use crate::{
    accounts::Actor,
    act::Act,
    app::App,
    entity::letter,
    error::{Error, Result},
    ids::LetterId,
    mail::{self, LetterClass},
    partners,
};

/// Sends a letter once more as a copy, if nothing stands against it. `seen` is how many copies there were on the page.
pub async fn send_copy(act: &Act, keeper: &Actor, id: LetterId, seen: u64) -> Result<LetterId> {
    let letter = store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    let to_many = letter.class == LetterClass::Announcement;
    let nothing_arrives = to_many && mail::suppressions::of(act.tx(), &letter.recipient).await?.is_some();
    let is_stopped = to_many && partners::has_stopped(act.tx(), &letter.recipient, letter.proposal_id).await?;
    let has_text = !mail::log::body(act.tx(), id).await?.body_text.is_empty();
    match why_no_copy(Copied { state: letter.state, has_text, nothing_arrives, is_stopped }) {
        Some(reason) => Err(Error::Refused(reason)),
        None => mail::outbox::send_copy(act, id, seen).await,
    }
}

/// Why a letter that has a text or none is not sent once more as a copy, for its page; none if it can be.
pub async fn hurdle(
    app: &App,
    letter: &letter::Model,
    has_text: bool,
    nothing_arrives: bool,
) -> Result<Option<&'static str>> {
    let to_many = letter.class == LetterClass::Announcement;
    let is_stopped = to_many && partners::has_stopped(app.db.read(), &letter.recipient, letter.proposal_id).await?;
    let nothing_arrives = to_many && nothing_arrives;
    Ok(why_no_copy(Copied { state: letter.state, has_text, nothing_arrives, is_stopped }))
}

/// Cancels a letter that waits.
pub async fn cancel(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    mail::outbox::cancel(act, id).await
}

/// Sends a letter again that failed, or whose outcome nobody knows.
pub async fn send_again(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    mail::outbox::send_again(act, id).await
}

/// Lets letters go to the address of this one again.
pub async fn lift(act: &Act, keeper: &Actor, id: LetterId) -> Result<()> {
    let letter = store::letters::letter(act.tx(), keeper, id).await?.ok_or(Error::NotFound)?;
    mail::suppressions::lift(act, &letter.recipient).await?;
    Ok(())
}
