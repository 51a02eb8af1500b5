//! What somebody with an account wants to be told beside what they must know, and how often.

pub use super::store::notices::choices;
use super::{
    Because, Digest, Letter,
    letter::Gather,
    rhythm::{Notice, Rhythm, Wanted, is_of_the_morning},
    store,
};
use crate::{act::Act, clock::Moment, error::Result, ids::UserId};

use std::collections::BTreeMap;

/// Keeps what somebody chose.
pub async fn choose(act: &Act, person: UserId, choices: &BTreeMap<Notice, Wanted>) -> Result<()> {
    store::notices::choose(act, person, choices).await?;
    act.event("user.notices", format!("user:{person}"), choices).await?;
    Ok(())
}

/// A letter as its reader wants to have it, if it leaves at `due_at`: by itself, in a digest, or not at all.
pub(super) async fn as_wanted(act: &Act, letter: Letter, due_at: Moment) -> Result<Option<Letter>> {
    let (Some(notice), Some(person)) = (Notice::of(letter.kind), letter.to.user) else { return Ok(Some(letter)) };
    let wanted = store::notices::wanted(act.tx(), person, notice).await?;
    let Some(rhythm) = wanted.rhythm() else { return Ok(None) };
    let why = letter.to.locale.t("mail-why-notice");
    let because = Some(Because::new(why, act.app.config.link("/account/notices")));
    let comes_at = match rhythm {
        Rhythm::Daily if is_of_the_morning(letter.kind) => None,
        Rhythm::AtOnce | Rhythm::Daily | Rhythm::Weekly => rhythm.digest_due(due_at, act.app.config.demo),
    };
    let gather = comes_at.map(|due_at| Gather { digest: Digest::Notices, due_at });
    Ok(Some(Letter { because, gather, ..letter }))
}
