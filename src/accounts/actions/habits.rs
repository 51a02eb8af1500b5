//! How one likes to work. It is nobody else's, so the trail knows nothing of it.

use crate::{
    accounts::{actor::Actor, store::habits},
    act::Act,
    error::Result,
};

/// Whether single keys do something on the pages of the desk.
pub async fn set_shortcuts(act: &Act, actor: &Actor, shortcuts: bool) -> Result<()> {
    let before = habits::of(act.tx(), actor.id).await?;
    habits::write(act, crate::entity::habits::Model { shortcuts, ..before }).await
}

/// The columns of the desk's list, as the desk writes them down; empty for the usual ones.
pub async fn set_desk_columns(act: &Act, actor: &Actor, desk_columns: String) -> Result<()> {
    let before = habits::of(act.tx(), actor.id).await?;
    habits::write(act, crate::entity::habits::Model { desk_columns, ..before }).await
}
