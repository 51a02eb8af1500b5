//! Addresses that nothing arrives at any more, as a server or a report said. One of many letters is not sent to them; a letter
//! that somebody waits for is still tried, since whoever asks for it may have mended their mailbox a minute ago.

pub use super::store::returned::suppression as of;
use super::{Email, store::returned};
use crate::{
    act::Act,
    entity::{letter, suppression},
    error::Result,
};

/// Writes down that nothing arrives at the address of a letter. Nothing changes if that is known.
pub(super) async fn suppress(act: &Act, letter: &letter::Model, reason: &str) -> Result<()> {
    let row = suppression::Model {
        email: letter.recipient.clone(),
        since: act.at,
        letter_id: Some(letter.id),
        reason: reason.to_owned(),
    };
    if returned::suppress(act, row).await? {
        act.event("suppression.set", format!("letter:{}", letter.id), ()).await?;
    }
    Ok(())
}

/// Lets letters go to an address again: somebody answers for it, or has just proven that they read what arrives there. False
/// if it was not suppressed.
pub async fn lift(act: &Act, email: &Email) -> Result<bool> {
    let Some(lifted) = returned::lift(act, email).await? else { return Ok(false) };
    // The address is personal: the trail names the letter that came back.
    let subject = lifted.letter_id.map_or_else(|| "suppression".to_owned(), |id| format!("letter:{id}"));
    act.event("suppression.lifted", subject, ()).await?;
    Ok(true)
}
