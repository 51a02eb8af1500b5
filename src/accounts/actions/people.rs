//! People and their roles.

pub use crate::accounts::store::people::NewPerson;

use crate::{
    accounts::{
        passwords::Hashed,
        policy::{Role, StaffRole},
        store,
    },
    act::Act,
    error::Result,
    ids::{OrganisationId, UserId},
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
    let changed = store::people::set_member(act, user, organisation, role).await?;
    if changed {
        let data = serde_json::json!({ "user": user, "role": role });
        act.event("organisation.member", format!("organisation:{organisation}"), data).await?;
    }
    Ok(changed)
}

/// Gives a person a role of the staff; whether it was new.
pub async fn ensure_staff(act: &Act, user: UserId, role: StaffRole) -> Result<bool> {
    let new = store::people::add_staff(act, user, role).await?;
    if new {
        act.event("staff.granted", format!("user:{user}"), serde_json::json!({ "role": role })).await?;
    }
    Ok(new)
}
