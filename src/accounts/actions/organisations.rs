//! Organisations.

pub use crate::accounts::store::organisations::NewOrganisation;

use crate::{
    accounts::{
        actor::Actor,
        contacts::Contacts,
        policy::{Deed, may},
        store,
    },
    act::Act,
    app::App,
    entity::organisation,
    error::{Error, Result},
    ids::OrganisationId,
    slugs::{numbered, slug_of},
};

/// Slugs at which a page of its own stands.
const PAGES: [&str; 1] = ["new"];
/// The slug of a name that has no letter an address can hold.
const NAMELESS: &str = "organisation";

/// Adds an organisation, for seeds. One of that slug stays as it is.
pub async fn ensure_organisation(act: &Act, organisation: &NewOrganisation) -> Result<OrganisationId> {
    if let Some(known) = store::organisations::by_slug(act.tx(), &organisation.slug).await? {
        return Ok(known.id);
    }
    let id = store::organisations::add(act, organisation).await?;
    act.event("organisation.added", format!("organisation:{id}"), ()).await?;
    Ok(id)
}

/// Adds an organisation, under a slug made of its name; the slug.
pub async fn add_organisation(act: &Act, actor: &Actor, mut organisation: NewOrganisation) -> Result<String> {
    may(actor, Deed::KeepOrganisations).must()?;
    let slug = slug_of(&organisation.name);
    let wished = if slug.is_empty() || PAGES.contains(&slug.as_str()) { NAMELESS } else { &slug };
    let taken = store::organisations::slugs_like(act.tx(), wished).await?;
    organisation.slug = numbered(wished, &taken);
    ensure_organisation(act, &organisation).await?;
    Ok(organisation.slug)
}

/// Writes what an organisation is, unless someone else did since `seen`.
pub async fn edit_organisation(
    act: &Act,
    actor: &Actor,
    slug: &str,
    seen: i32,
    organisation: &NewOrganisation,
) -> Result<()> {
    may(actor, Deed::KeepOrganisations).must()?;
    let known = store::organisations::by_slug(act.tx(), slug).await?.ok_or(Error::NotFound)?;
    store::organisations::edit(act, known.id, seen, organisation).await?;
    act.event("organisation.edited", format!("organisation:{}", known.id), ()).await?;
    Ok(())
}

/// An organisation for those who may do this with it; for all others there is none.
pub async fn organisation_for(
    app: &App,
    actor: &Actor,
    slug: &str,
    deed: fn(OrganisationId) -> Deed,
) -> Result<organisation::Model> {
    let known = store::organisations::by_slug(app.db.read(), slug).await?.ok_or(Error::NotFound)?;
    may(actor, deed(known.id)).must()?;
    Ok(known)
}

/// Writes what an organisation says of itself and whom it names in its proposals, unless someone else did since `seen`.
pub async fn edit_profile(
    act: &Act,
    actor: &Actor,
    slug: &str,
    seen: i32,
    organisation: &NewOrganisation,
    contacts: &Contacts,
) -> Result<()> {
    let known = store::organisations::locked(act, slug).await?;
    let now = store::actor(act.tx(), actor.id).await?.ok_or(Error::SignIn)?;
    may(&now, Deed::EditOrganisation(known.id)).must()?;
    store::organisations::edit(act, known.id, seen, organisation).await?;
    store::organisations::set_contacts(act, known.id, contacts).await?;
    act.event("organisation.edited", format!("organisation:{}", known.id), ()).await?;
    Ok(())
}
