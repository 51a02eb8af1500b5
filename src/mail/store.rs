//! The outbox in the database.

use sea_orm::{EntityTrait, IntoActiveModel, TryInsertResult};

use crate::{act::Act, entity::letter, error::Result};

/// Adds a letter, unless the same one is there.
pub async fn insert(act: &Act, row: letter::Model) -> Result<()> {
    let added = letter::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([letter::Column::UniqueKey])
        .exec_without_returning(act.tx())
        .await?;
    if matches!(added, TryInsertResult::Conflicted) {
        tracing::debug!("a letter was posted before");
    }
    Ok(())
}
