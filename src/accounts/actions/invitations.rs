//! Invitations: someone gets a part, a letter with a link, and an account as soon as they accept.

use std::time::Duration;

use crate::{
    accounts::{
        actions::people::{NewPerson, Profile, ensure_member, ensure_person, ensure_staff},
        actor::Actor,
        letters,
        passwords::Hashed,
        policy::{Deed, Purpose, Role, StaffRole, may},
        store, throttle,
    },
    act::Act,
    app::App,
    entity::user,
    error::{Error, Result},
    ids::{OrganisationId, UserId},
    mail::{Email, Recipient, outbox},
    words::Locale,
};

/// An invitation can be accepted for this long.
pub const LASTS: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// What someone is invited to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Member(OrganisationId, Role),
    Staff(StaffRole),
}

/// Gives someone a part, and writes to them: whoever has no account yet is invited to one.
pub async fn invite(act: &Act, actor: &Actor, person: &NewPerson, place: Place) -> Result<UserId> {
    let deed = match place {
        Place::Member(organisation, _) => Deed::ManageMembers(organisation),
        Place::Staff(role) => Deed::Appoint(role),
    };
    may(actor, deed).must()?;
    count_invitation(act, actor, &person.email).await?;
    ensure_invited(act, person, place).await
}

/// Counts an invitation before it is written: nobody's mailbox is filled through us, in whosever name.
pub async fn count_invitation(act: &Act, actor: &Actor, email: &Email) -> Result<()> {
    let mut buckets = throttle::invitation(email.as_str(), &actor.id.to_string());
    throttle::in_order(&mut buckets);
    for bucket in &buckets {
        let before = store::throttles::locked(act, bucket).await?;
        let count = bucket.limit.next(before, act.at).map_err(|_| Error::Refused("accounts-no-more-invitations"))?;
        store::throttles::set(act, bucket, count).await?;
    }
    Ok(())
}

/// The same, by the service itself: for the command line.
pub async fn ensure_invited(act: &Act, person: &NewPerson, place: Place) -> Result<UserId> {
    if let Place::Member(organisation, _) = place {
        store::organisations::lock(act, organisation).await?;
    }
    let id = ensure_person(act, person, None).await?;
    let person = store::people::locked(act, id).await?;
    if person.disabled_at.is_some() {
        return Err(Error::Refused("accounts-no-disabled"));
    }
    let new = match place {
        Place::Member(..) if is_of_house(act, id).await? => return Err(Error::Refused("proposals-no-co-staff")),
        Place::Member(organisation, role) if has_another_role(act, id, organisation, role).await? => {
            return Err(Error::Refused("accounts-no-other-role"));
        }
        Place::Member(organisation, role) => ensure_member(act, id, organisation, role).await?,
        Place::Staff(role) => ensure_staff(act, id, role).await?,
    };
    if person.password_hash.is_none() {
        send_invitation(act, &person).await?;
    } else if new {
        send_new_part(act, &person, place).await?;
    }
    Ok(id)
}

/// Nobody's role is changed by an invitation: not an owner's, least of all the last one's.
async fn has_another_role(act: &Act, user: UserId, organisation: OrganisationId, role: Role) -> Result<bool> {
    Ok(store::roles::role_in(act, user, organisation).await?.is_some_and(|before| before != role))
}

/// Whether someone is of the secretariat or the jury: they do not write what they judge, and no city chooses its judges away.
async fn is_of_house(act: &Act, user: UserId) -> Result<bool> {
    let staff = store::roles::staff_of(act.tx(), &[user]).await?.remove(&user).unwrap_or_default();
    Ok(staff.iter().any(|role| matches!(role, StaffRole::Secretariat | StaffRole::Reviewer)))
}

/// Writes once more to someone who has not accepted yet; the earlier link is void.
pub async fn invite_again(act: &Act, actor: &Actor, user: UserId) -> Result<()> {
    may(actor, Deed::SeePeople).must()?;
    let person = store::people::locked(act, user).await?;
    if person.disabled_at.is_some() || person.password_hash.is_some() {
        return Err(Error::Refused("accounts-no-invitation"));
    }
    send_invitation(act, &person).await
}

/// The address at which someone without an account accepts one, for a letter that says what for; nothing for those who have
/// one. The link of an earlier letter is void.
pub async fn way_in(act: &Act, user: UserId) -> Result<Option<String>> {
    let person = store::people::locked(act, user).await?;
    if person.password_hash.is_some() || person.disabled_at.is_some() {
        return Ok(None);
    }
    let secret = store::tokens::issue(act, user, Purpose::Invitation, act.at + LASTS).await?;
    act.event("user.invited", format!("user:{user}"), ()).await?;
    Ok(Some(act.app.config.link(&format!("/invitations/{secret}?lang={}", person.locale))))
}

/// Makes a link and posts it.
pub(super) async fn send_invitation(act: &Act, person: &user::Model) -> Result<()> {
    let until = act.at + LASTS;
    let secret = store::tokens::issue(act, person.id, Purpose::Invitation, until).await?;
    let event = act.event("user.invited", format!("user:{}", person.id), ()).await?;
    let part = parts(act, person).await?;
    let until = person.locale.instant(until, person.zone.parse().unwrap_or(crate::clock::Zone::UTC));
    // In the language of the letter, whatever the browser asks for: nobody is signed in yet.
    let link = act.app.config.link(&format!("/invitations/{secret}?lang={}", person.locale));
    outbox::post(act, letters::invitation(recipient(person), event.to_string(), part, until, link)).await
}

async fn send_new_part(act: &Act, person: &user::Model, place: Place) -> Result<()> {
    let part = match place {
        Place::Staff(role) => staff_part(person.locale, role),
        Place::Member(organisation, role) => {
            let organisation = store::organisations::by_id(act.tx(), organisation).await?.ok_or(Error::NotFound)?;
            member_part(person.locale, &organisation.name, role)
        }
    };
    let event = act.event("user.told", format!("user:{}", person.id), ()).await?;
    let link = act.app.config.link("/login");
    outbox::post(act, letters::new_part(recipient(person), event.to_string(), part, link)).await
}

/// All that a person is, in the person's language.
async fn parts(act: &Act, person: &user::Model) -> Result<String> {
    let staff = store::roles::staff_of(act.tx(), &[person.id]).await?;
    let members = store::roles::memberships_of(act.tx(), &[person.id]).await?;
    let staff = staff.into_values().flatten().map(|role| staff_part(person.locale, role));
    let members = members.into_values().flatten();
    let members = members.map(|(organisation, role)| member_part(person.locale, &organisation.name, role));
    Ok(staff.chain(members).collect::<Vec<_>>().join(", "))
}

fn staff_part(locale: Locale, role: StaffRole) -> String {
    locale.t(&format!("accounts-staff-{}", role.code()))
}

pub(super) fn member_part(locale: Locale, organisation: &str, role: Role) -> String {
    let role = locale.t(&format!("accounts-role-{}", role.code()));
    locale.tr("accounts-part", &[("organisation", organisation.into()), ("role", role.into())])
}

/// Whom an invitation is for, unless it is used, void, expired or was never made.
pub async fn invited(app: &App, secret: &str) -> Result<Option<user::Model>> {
    store::tokens::owner(app.db.read(), secret, Purpose::Invitation, app.now()).await
}

/// Accepts an invitation: the account is its owner's from now on.
pub async fn accept(act: &Act, secret: &str, profile: &Profile, password: &Hashed) -> Result<UserId> {
    let person = store::tokens::take(act, secret, Purpose::Invitation).await?;
    store::people::set_profile(act, person.id, &profile.name, profile.locale, profile.zone).await?;
    store::people::set_password(act, person.id, password).await?;
    act.event("user.accepted", format!("user:{}", person.id), ()).await?;
    Ok(person.id)
}

/// A person as letters are addressed.
pub(super) fn recipient(person: &user::Model) -> Recipient {
    Recipient { email: person.email.clone(), name: person.name.clone(), user: Some(person.id), locale: person.locale }
}
