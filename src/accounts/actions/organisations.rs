//! Organisations.

pub use crate::accounts::store::organisations::NewOrganisation;

use crate::{accounts::store, act::Act, error::Result, ids::OrganisationId};

/// Adds an organisation, for seeds. One of that slug stays as it is.
pub async fn ensure_organisation(act: &Act, organisation: &NewOrganisation) -> Result<OrganisationId> {
    if let Some(known) = store::organisations::by_slug(act.tx(), &organisation.slug).await? {
        return Ok(known.id);
    }
    let id = store::organisations::add(act, organisation).await?;
    act.event("organisation.added", format!("organisation:{id}"), ()).await?;
    Ok(id)
}
