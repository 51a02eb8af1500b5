//! The members of an organisation: their roles, who leaves, and who owns it. Each verb locks the organisation first, so that of
//! two who act at once the second finds what the first has done: an organisation is never without an owner.

use serde_json::json;

use crate::{
    accounts::{
        actions::invitations::{member_part, recipient},
        actor::Actor,
        letters,
        policy::{Deed, Role, is_last_owner, may},
        store::{
            self,
            roles::{is_able, seats},
        },
    },
    act::Act,
    entity::{organisation, user},
    error::{Error, Result},
    ids::UserId,
    mail::outbox,
};

/// Gives a member another role. The last owner stays one.
pub async fn change_role(act: &Act, actor: &Actor, slug: &str, member: UserId, role: Role) -> Result<()> {
    let held = Held::to_manage(act, actor, slug).await?;
    if role != Role::Owner {
        held.keep_an_owner(member)?;
    }
    held.set(act, member, role).await
}

/// Removes a member: from now on nothing of the organisation exists for them. The last owner stays.
pub async fn remove_member(act: &Act, actor: &Actor, slug: &str, member: UserId) -> Result<()> {
    let held = Held::to_manage(act, actor, slug).await?;
    let (person, _) = held.member(member)?;
    held.keep_an_owner(member)?;
    store::roles::remove_member(act, member, held.organisation.id).await?;
    let event = held.event(act, "organisation.member_removed", json!({ "user": member })).await?;
    if person.disabled_at.is_some() {
        return Ok(());
    }
    outbox::post(act, letters::member_removed(recipient(person), event, &held.organisation.name)).await
}

/// Leaves an organisation. The other owners are told; the last one cannot.
pub async fn leave(act: &Act, actor: &Actor, slug: &str) -> Result<()> {
    let held = Held::by(act, slug).await?;
    held.member(actor.id)?;
    held.keep_an_owner(actor.id)?;
    store::roles::remove_member(act, actor.id, held.organisation.id).await?;
    let event = held.event(act, "organisation.member_left", json!({ "user": actor.id })).await?;
    for (owner, _) in held.members.iter().filter(|(person, role)| *role == Role::Owner && person.id != actor.id) {
        if is_able(owner) {
            let link = act.app.config.link(&format!("/organisations/{slug}/members"));
            let told =
                letters::member_left(recipient(owner), event.clone(), &actor.name, &held.organisation.name, link);
            outbox::post(act, told).await?;
        }
    }
    Ok(())
}

/// Hands one's ownership over: another member becomes owner, oneself submitter.
pub async fn hand_over(act: &Act, actor: &Actor, slug: &str, to: UserId) -> Result<()> {
    let held = Held::by(act, slug).await?;
    match held.member(actor.id)? {
        (_, Role::Owner) if to != actor.id => {}
        _ => return Err(Error::NotFound),
    }
    held.set(act, to, Role::Owner).await?;
    held.set(act, actor.id, Role::Submitter).await
}

/// An organisation that nobody else changes the members of, until the act is over.
struct Held {
    organisation: organisation::Model,
    members: Vec<(user::Model, Role)>,
}

impl Held {
    async fn by(act: &Act, slug: &str) -> Result<Self> {
        let organisation = store::organisations::locked(act, slug).await?;
        let members = store::roles::members_of(act.tx(), &[organisation.id]).await?.into_values().flatten().collect();
        Ok(Self { organisation, members })
    }

    /// The same, for those who look after the members: as the lock finds them, not as they came.
    async fn to_manage(act: &Act, actor: &Actor, slug: &str) -> Result<Self> {
        let held = Self::by(act, slug).await?;
        let now = store::actor(act.tx(), actor.id).await?.ok_or(Error::SignIn)?;
        may(&now, Deed::ManageMembers(held.organisation.id)).must()?;
        Ok(held)
    }

    fn member(&self, id: UserId) -> Result<&(user::Model, Role)> {
        self.members.iter().find(|(person, _)| person.id == id).ok_or(Error::NotFound)
    }

    /// Before somebody stops being an owner: another one must be there.
    fn keep_an_owner(&self, without: UserId) -> Result<()> {
        let last = is_last_owner(seats(&self.members), without);
        if last { Err(Error::Refused("accounts-no-last-owner")) } else { Ok(()) }
    }

    /// Gives a member a role, and tells them. An owner must be able to log in.
    async fn set(&self, act: &Act, id: UserId, role: Role) -> Result<()> {
        let (person, before) = self.member(id)?;
        if *before == role {
            return Ok(());
        }
        if role == Role::Owner && !is_able(person) {
            return Err(Error::Refused("accounts-no-successor"));
        }
        store::roles::set_member(act, id, self.organisation.id, role).await?;
        let event = self.event(act, "organisation.member", json!({ "user": id, "role": role })).await?;
        if act.by.user() == Some(id) || person.disabled_at.is_some() {
            return Ok(());
        }
        let part = member_part(person.locale, &self.organisation.name, role);
        outbox::post(act, letters::role_changed(recipient(person), event, part, act.app.config.link("/login"))).await
    }

    async fn event(&self, act: &Act, what: &str, data: serde_json::Value) -> Result<String> {
        Ok(act.event(what, format!("organisation:{}", self.organisation.id), data).await?.to_string())
    }
}
