//! The private notes of those who write a proposal. As draft saves, they are no events of the audit trail, and no letter tells
//! of them.

use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    ids::{NoteId, Reference},
    proposals::{
        policy::Deed,
        store::{Case, case_to_change, notes, requests::asked_now},
    },
};

/// Writes a note about a section, or, if that is empty, about the whole.
pub async fn write(act: &Act, actor: &Actor, reference: &Reference, section: &str, body: &str) -> Result<()> {
    let case = open(act, actor, reference).await?;
    let definition = asked_now(act.tx(), &case).await?;
    if !section.is_empty() && definition.section(section).is_none() {
        return Err(Error::NotFound);
    }
    notes::add(act, case.proposal.id, actor.id, section, said(body)?).await
}

/// Writes one's own note anew.
pub async fn edit(act: &Act, actor: &Actor, reference: &Reference, note: NoteId, seen: i32, body: &str) -> Result<()> {
    let case = open(act, actor, reference).await?;
    notes::edit(act, (case.proposal.id, actor.id), note, seen, said(body)?).await
}

/// Deletes one's own note.
pub async fn remove(act: &Act, actor: &Actor, reference: &Reference, note: NoteId) -> Result<()> {
    let case = open(act, actor, reference).await?;
    if notes::remove(act, (case.proposal.id, actor.id), note).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Marks a note as done with, or opens it again.
pub async fn resolve(act: &Act, actor: &Actor, reference: &Reference, note: NoteId, done: bool) -> Result<()> {
    let case = open(act, actor, reference).await?;
    if notes::resolve(act, case.proposal.id, note, done).await? { Ok(()) } else { Err(Error::NotFound) }
}

async fn open(act: &Act, actor: &Actor, reference: &Reference) -> Result<Case> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Discuss)?;
    Ok(case)
}

fn said(body: &str) -> Result<&str> {
    let body = body.trim();
    if body.is_empty() { Err(Error::Refused("proposals-no-comment")) } else { Ok(body) }
}
