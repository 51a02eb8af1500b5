//! People and their roles.

pub use crate::accounts::store::people::NewPerson;

use serde_json::json;

use crate::{
    accounts::{
        actor::Actor,
        passwords::Hashed,
        policy::{Deed, Purpose, Role, StaffRole, Target, may},
        store,
    },
    act::Act,
    clock::Zone,
    entity::user,
    error::{Error, Result},
    ids::{OrganisationId, SessionId, UserId},
    words::Locale,
};

/// Adds a person with a password, for seeds and the command line. Someone of that address stays as they are.
pub async fn ensure_person(act: &Act, person: &NewPerson, password: Option<&Hashed>) -> Result<UserId> {
    if let Some(known) = store::people::by_email(act.tx(), person.email.as_str()).await? {
        return Ok(known.id);
    }
    let id = store::people::add(act, person, password).await?;
    act.event("user.added", format!("user:{id}"), ()).await?;
    Ok(id)
}

/// Makes a person a member with this role; whether anything changed.
pub async fn ensure_member(act: &Act, user: UserId, organisation: OrganisationId, role: Role) -> Result<bool> {
    let changed = store::roles::set_member(act, user, organisation, role).await?;
    if changed {
        let data = json!({ "user": user, "role": role });
        act.event("organisation.member", format!("organisation:{organisation}"), data).await?;
    }
    Ok(changed)
}

/// Gives a person a role of the staff; whether it was new.
pub async fn ensure_staff(act: &Act, user: UserId, role: StaffRole) -> Result<bool> {
    let new = store::roles::add_staff(act, user, role).await?;
    if new {
        act.event("staff.appointed", format!("user:{user}"), json!({ "role": role })).await?;
    }
    Ok(new)
}

/// Gives a person a role of the staff.
pub async fn appoint(act: &Act, actor: &Actor, user: UserId, role: StaffRole) -> Result<()> {
    may(actor, Deed::Appoint(role)).must()?;
    store::people::locked(act, user).await?;
    ensure_staff(act, user, role).await?;
    Ok(())
}

/// Takes a role of the staff away.
pub async fn dismiss(act: &Act, actor: &Actor, user: UserId, role: StaffRole) -> Result<()> {
    may(actor, Deed::SeePeople).must()?;
    let person = store::people::locked(act, user).await?;
    may(actor, Deed::Dismiss(role, target(act, &person).await?)).must()?;
    if store::roles::remove_staff(act, user, role).await? {
        act.event("staff.dismissed", format!("user:{user}"), json!({ "role": role })).await?;
    }
    Ok(())
}

/// Closes an account: its owner is signed out everywhere, and cannot sign in. What they wrote stays.
pub async fn disable(act: &Act, actor: &Actor, user: UserId) -> Result<()> {
    may(actor, Deed::SeePeople).must()?;
    let person = store::people::locked(act, user).await?;
    may(actor, Deed::Disable(target(act, &person).await?)).must()?;
    if person.disabled_at.is_some() {
        return Ok(());
    }
    store::people::set_disabled(act, user, Some(act.at)).await?;
    store::sessions::end_all(act, user).await?;
    store::tokens::void(act, user, Purpose::Invitation).await?;
    store::tokens::void(act, user, Purpose::PasswordReset).await?;
    act.event("user.disabled", format!("user:{user}"), ()).await?;
    Ok(())
}

/// Opens a closed account again.
pub async fn enable(act: &Act, actor: &Actor, user: UserId) -> Result<()> {
    may(actor, Deed::SeePeople).must()?;
    let person = store::people::locked(act, user).await?;
    may(actor, Deed::Enable(target(act, &person).await?)).must()?;
    if person.disabled_at.is_some() {
        store::people::set_disabled(act, user, None).await?;
        act.event("user.enabled", format!("user:{user}"), ()).await?;
    }
    Ok(())
}

/// What someone says of themselves.
#[derive(Clone, Debug)]
pub struct Profile {
    pub name: String,
    pub locale: Locale,
    pub zone: Zone,
}

/// Keeps one's own name, language and time zone.
pub async fn set_profile(act: &Act, actor: &Actor, profile: &Profile) -> Result<()> {
    store::people::set_profile(act, actor.id, &profile.name, profile.locale, profile.zone).await?;
    act.event("user.profile", format!("user:{}", actor.id), ()).await?;
    Ok(())
}

/// Ends one of one's own sessions.
pub async fn end_session(act: &Act, actor: &Actor, session: SessionId) -> Result<()> {
    if !store::sessions::end(act, actor.id, session).await? {
        return Err(Error::NotFound);
    }
    act.event("session.ended", format!("user:{}", actor.id), ()).await?;
    Ok(())
}

/// What the policy asks about a person whose row is locked.
async fn target(act: &Act, person: &user::Model) -> Result<Target> {
    store::roles::lock_administrators(act).await?;
    let staff = store::roles::staff_of(act.tx(), &[person.id]).await?.remove(&person.id).unwrap_or_default();
    store::roles::target(act.tx(), person.id, &staff).await
}
