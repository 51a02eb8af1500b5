//! How often what everybody may read has changed.

use crate::{
    db::{Asker, Db},
    error::Result,
};

/// The number of the last change of what pages for everybody are made of. The database raises it by itself, in the act that changes
/// something (`m0036_public_changes`).
pub async fn last_public_change(asker: &Asker, db: &Db) -> Result<i64> {
    asker.number(db, "SELECT number FROM public_changes WHERE one = 1").await
}
