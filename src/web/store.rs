//! How often what everybody may read has changed.

use sea_orm::{ConnectionTrait, Statement};

use crate::error::{Error, Result};

/// The number of the last change of what pages for everybody are made of. The database raises it by itself, in the act that changes
/// something (`m0036_public_changes`).
pub async fn last_public_change(db: &impl ConnectionTrait) -> Result<i64> {
    let last = "SELECT number FROM public_changes WHERE one = 1";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), last.to_owned())).await?;
    Ok(row.ok_or_else(|| Error::internal("no number of public changes"))?.try_get("", "number")?)
}
