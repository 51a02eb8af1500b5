//! Views of the desk's list, saved under a name. What is shared belongs to all of the secretariat.

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    entity::saved_view,
    error::{Error, FieldErrors, Result},
    ids::{SavedViewId, UserId},
    reviews::store::views,
};

/// Saves what stands behind the question mark of an address.
pub async fn save(act: &Act, actor: &Actor, name: &str, query: &str, shared: bool) -> Result<SavedViewId> {
    let shared = shared && actor.is(StaffRole::Secretariat);
    is_free(act, actor, (actor.id, name), None).await?;
    let id = views::add(act, actor, (name, query), shared).await?;
    act.event("view.saved", format!("view:{id}"), json!({ "shared": shared })).await?;
    Ok(id)
}

pub async fn edit(act: &Act, actor: &Actor, id: SavedViewId, name: &str, shared: bool) -> Result<()> {
    let before = had(act, actor, id).await?;
    is_free(act, actor, (before.owner_id, name), Some(id)).await?;
    let shared = shared && actor.is(StaffRole::Secretariat);
    views::edit(act, id, name, shared).await?;
    act.event("view.edited", format!("view:{id}"), json!({ "shared": shared })).await.map(|_| ())
}

pub async fn remove(act: &Act, actor: &Actor, id: SavedViewId) -> Result<()> {
    let before = had(act, actor, id).await?;
    views::remove(act, id).await?;
    act.event("view.removed", format!("view:{id}"), json!({ "shared": before.shared })).await.map(|_| ())
}

async fn had(act: &Act, actor: &Actor, id: SavedViewId) -> Result<saved_view::Model> {
    views::by_id(act.tx(), actor, id).await?.ok_or(Error::NotFound)
}

/// No two views of one person have the same name.
async fn is_free(act: &Act, actor: &Actor, (owner, name): (UserId, &str), own: Option<SavedViewId>) -> Result<()> {
    let other = views::by_name(act.tx(), owner, name).await?.filter(|view| Some(view.id) != own);
    let taken = || FieldErrors::one("name", actor.locale.t("desk-view-name-taken"));
    if other.is_none() { Ok(()) } else { Err(Error::Invalid(taken())) }
}
