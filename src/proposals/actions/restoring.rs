//! Bringing back an earlier text of a field.

use std::collections::BTreeMap;

use super::saving::{files_of, open, write};
use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    ids::Reference,
    proposals::store::{
        attachments,
        drafts::{self, Edit},
    },
};

/// An earlier answer of a field becomes its answer again, as one more save: nothing of the history goes. `seen` is the version
/// that stood on the page; if the field was saved since, it is a conflict.
pub async fn restore(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    field: &str,
    version: i32,
    seen: i32,
) -> Result<()> {
    let (case, definition, mut draft) = open(act, actor, reference).await?;
    let key = definition.field(field).ok_or(Error::NotFound)?.key.clone();
    if draft.version(field) != seen {
        return Err(Error::Conflict);
    }
    let wanted = BTreeMap::from([(field, version)]);
    let mut found = drafts::at_versions(act.tx(), &definition, case.proposal.id, &wanted).await?;
    let answer = found.remove(field).ok_or(Error::NotFound)?.answer;
    if draft.answers.get(field) == answer.as_ref() {
        return Ok(());
    }
    attachments::bring_back(act, case.proposal.id, files_of(answer.as_ref())).await?;
    write(act, &case, &mut draft, &[Edit::to(key, answer)]).await
}
