//! Making tags, and putting them on proposals.

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    error::{Error, FieldErrors, Result},
    ids::{Reference, TagId},
    proposals::{Deed, case_to_change},
    reviews::{store::tags, tags::NewTag},
};

pub async fn add(act: &Act, actor: &Actor, new: &NewTag) -> Result<TagId> {
    must_be_secretariat(actor)?;
    is_free(act, actor, new, None).await?;
    let id = tags::add(act, new).await?;
    act.event("tag.added", format!("tag:{id}"), json!({ "name": new.name })).await?;
    Ok(id)
}

pub async fn edit(act: &Act, actor: &Actor, id: TagId, new: &NewTag) -> Result<()> {
    must_be_secretariat(actor)?;
    is_free(act, actor, new, Some(id)).await?;
    if !tags::edit(act, id, new).await? {
        return Err(Error::NotFound);
    }
    act.event("tag.edited", format!("tag:{id}"), json!({ "name": new.name })).await.map(|_| ())
}

/// Removes it from all proposals, too.
pub async fn remove(act: &Act, actor: &Actor, id: TagId) -> Result<()> {
    must_be_secretariat(actor)?;
    let before = tags::by_id(act.tx(), id).await?.ok_or(Error::NotFound)?;
    tags::remove(act, id).await?;
    act.event("tag.removed", format!("tag:{id}"), json!({ "name": before.name })).await.map(|_| ())
}

fn must_be_secretariat(actor: &Actor) -> Result<()> {
    if actor.is(StaffRole::Secretariat) { Ok(()) } else { Err(Error::NotFound) }
}

/// No two tags have the same name, but for case and accents.
async fn is_free(act: &Act, actor: &Actor, new: &NewTag, own: Option<TagId>) -> Result<()> {
    let other = tags::by_name(act.tx(), &new.name).await?.filter(|tag| Some(tag.id) != own);
    let taken = || FieldErrors::one("name", actor.locale.t("desk-tag-name-taken"));
    if other.is_none() { Ok(()) } else { Err(Error::Invalid(taken())) }
}

/// Puts a tag on a proposal; false if it bore it already.
pub async fn put_on(act: &Act, actor: &Actor, reference: &Reference, tag: TagId) -> Result<bool> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Tag)?;
    tags::by_id(act.tx(), tag).await?.ok_or(Error::Refused("desk-tag-gone"))?;
    let new = tags::put_on(act, case.proposal.id, tag).await?;
    if new {
        act.event("proposal.tagged", format!("proposal:{}", case.proposal.id), json!({ "tag": tag })).await?;
    }
    Ok(new)
}

/// Takes a tag off a proposal; false if it did not bear it.
pub async fn take_off(act: &Act, actor: &Actor, reference: &Reference, tag: TagId) -> Result<bool> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Tag)?;
    let bore = tags::take_off(act, case.proposal.id, tag).await?;
    if bore {
        act.event("proposal.untagged", format!("proposal:{}", case.proposal.id), json!({ "tag": tag })).await?;
    }
    Ok(bore)
}
