//! The audit trail's chain. Acts append events and wait for nothing; afterwards the sealer numbers the committed events as
//! it finds them and hashes each over the one before. docs/decisions/0014-audit-chain.md says what that proves, and what it does not.

mod chain;
mod store;
mod verify;

pub use store::{count_unsealed, head};
pub use verify::{Fault, Verdict, verify};

use crate::{app::App, error::Result};

/// Events sealed in one transaction: few enough that on SQLite nobody waits long.
const BATCH: u64 = 200;

/// The last sealed event: its number and its hash, which receipts and decision letters print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub position: i64,
    pub hash: String,
}

/// Seals all events that are committed by now; how many. One sealer works at a time: another finds nothing to do.
pub async fn seal(app: &App) -> Result<u64> {
    let mut sealed = 0;
    while store::anything_unsealed(app.db.read()).await? {
        let some = seal_some(app).await?;
        sealed += some;
        if some == 0 {
            break;
        }
    }
    Ok(sealed)
}

async fn seal_some(app: &App) -> Result<u64> {
    let tx = app.db.begin().await?;
    if !store::only_sealer(&tx, app.db.is_postgres()).await? {
        return Ok(0);
    }
    let mut head = store::head(&tx).await?;
    let mut sealed = 0;
    for event in store::unsealed(&tx, BATCH).await? {
        let next = chain::next(head.as_ref(), &event);
        store::place(&tx, event.id, &next).await?;
        head = Some(next);
        sealed += 1;
    }
    tx.commit().await?;
    Ok(sealed)
}
