//! Counting what people set off who have proven nothing: from the address of a visitor, and towards somebody's mailbox.

use crate::{
    accounts::{store, throttle},
    act::Act,
    error::{Error, Result},
};

/// Counts a message that somebody writes from the address of a visitor; refused when there were too many.
pub async fn count_written(act: &Act, address: &str) -> Result<()> {
    let written = throttle::written(address);
    let count = written.limit.next(store::throttles::locked(act, &written).await?, act.at).map_err(Error::TooMany)?;
    store::throttles::set(act, &written, count).await
}

/// Whether a mailbox may be asked now to confirm what was written in its name. If so, it counts as asked.
pub async fn may_ask_to_confirm(act: &Act, email: &str) -> Result<bool> {
    let confirming = throttle::confirming(email);
    let Ok(count) = confirming.limit.next(store::throttles::locked(act, &confirming).await?, act.at) else {
        return Ok(false);
    };
    store::throttles::set(act, &confirming, count).await?;
    Ok(true)
}
