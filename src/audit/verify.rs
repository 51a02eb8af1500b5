//! Recomputes the chain and names the first event that does not fit.

use super::{Head, chain, store};
use crate::{db::Db, entity::audit_event, error::Result, ids::EventId};

/// What a check of the whole chain came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every event is as it was sealed. `unsealed` events have no place yet.
    Sound { head: Option<Head>, unsealed: u64 },
    /// The first place at which the chain does not fit.
    Broken { position: i64, event: Option<EventId>, fault: Fault },
    /// The chain fits together, but nowhere in it is the head that was to be found: events were removed from its end, or the
    /// whole chain was made anew.
    HeadNotFound,
}

/// What is wrong at a place of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The event differs from what was sealed.
    Changed,
    /// The event that was sealed here is gone.
    Removed,
    /// No event was sealed here: it was put in later.
    Added,
    /// The last event of the chain differs from what was sealed, or was put in later: nothing follows that could tell.
    ChangedOrAdded,
}

/// Events read at once: memory stays flat, however long the chain.
const PAGE: u64 = 500;

/// Checks the chain from its first event to its last; and, if a head is given (from a receipt, say), that it is in the chain.
pub async fn verify(db: &Db, head: Option<&str>) -> Result<Verdict> {
    let mut last: Option<Head> = None;
    let mut found = head.is_none();
    loop {
        let page = store::sealed_after(db.read(), last.as_ref().map_or(0, |last| last.position), PAGE).await?;
        if page.is_empty() {
            break;
        }
        for event in page {
            let next = chain::next(last.as_ref(), &event);
            if event.position != Some(next.position) || event.hash.as_deref() != Some(&next.hash) {
                return diagnose(db, last.as_ref(), &event).await;
            }
            found = found || head.is_some_and(|head| head.eq_ignore_ascii_case(&next.hash));
            last = Some(next);
        }
    }
    if !found {
        return Ok(Verdict::HeadNotFound);
    }
    Ok(Verdict::Sound { head: last, unsealed: store::count_unsealed(db.read()).await? })
}

/// `event` does not fit behind `last`: why?
async fn diagnose(db: &Db, last: Option<&Head>, event: &audit_event::Model) -> Result<Verdict> {
    let expected = last.map_or(1, |last| last.position + 1);
    let position = event.position.unwrap_or(expected);
    if position != expected {
        return Ok(Verdict::Broken { position: expected, event: None, fault: Fault::Removed });
    }
    let following = store::sealed_after(db.read(), position, 1).await?.into_iter().next();
    let fault = following.map_or(Fault::ChangedOrAdded, |following| fault(last, event, &following));
    let event = (fault != Fault::Removed).then_some(event.id);
    Ok(Verdict::Broken { position, event, fault })
}

/// The event that follows was sealed over its true predecessor, and at its true place.
fn fault(last: Option<&Head>, event: &audit_event::Model, following: &audit_event::Model) -> Fault {
    let (Some(stored), Some(place)) = (&following.hash, following.position) else { return Fault::Changed };
    let here = event.hash.as_deref().unwrap_or_default();
    let before = last.map_or("", |last| last.hash.as_str());
    if chain::hash(following, place - 1, before) == *stored {
        // It was sealed in the place of this one.
        Fault::Added
    } else if chain::hash(following, place + 1, here) == *stored {
        // Both have moved up, so one before them is gone.
        Fault::Removed
    } else {
        Fault::Changed
    }
}
