//! Starting a proposal from answers that somebody brings along.

use super::{drafting, saving};
use crate::{
    accounts::Actor,
    act::Act,
    calls,
    error::{Error, Result},
    guidelines::{Exported, Imported, definition},
    ids::{CallId, OrganisationId, Reference},
};

/// What became of an import.
pub struct Done {
    pub reference: Reference,
    pub imported: Imported,
    /// The file follows other guidelines than the call, or another version of them.
    pub follows_others: bool,
}

/// Starts a proposal, with the answers of a file over what is known of the organisation.
pub async fn import(
    act: &Act,
    actor: &Actor,
    (call, organisation): (CallId, OrganisationId),
    exported: &Exported,
) -> Result<Done> {
    let reference = drafting::create(act, actor, call, organisation).await?;
    let call = calls::by_id(act.tx(), call).await?.ok_or(Error::NotFound)?;
    let definition = definition(act.tx(), call.guidelines_id).await?;
    let imported = definition.import(&exported.answers);
    saving::set(act, actor, &reference, imported.answers.clone(), &[]).await?;
    Ok(Done { reference, imported, follows_others: exported.follows_others(&definition) })
}
