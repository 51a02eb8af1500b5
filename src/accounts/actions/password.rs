//! Changing a password: by who knows the old one, or by who reads the account's mail.

use std::time::Duration;

use crate::{
    accounts::{
        actions::{
            hasher::Checked,
            invitations::{recipient, send_invitation},
            login::count_try,
        },
        actor::Actor,
        letters,
        passwords::Hashed,
        policy::Purpose,
        store, throttle,
    },
    act::{Act, Who},
    app::App,
    clock::{Moment, Zone},
    entity::user,
    error::{Error, Result},
    ids::UserId,
    mail::outbox,
};

use super::login::account_name;

/// A link to a new password can be used for this long.
const LASTS: Duration = Duration::from_secs(60 * 60);

/// Whether this is the actor's password. Tries are counted as those of logging in: a session that was left open is no way to
/// guess.
pub async fn knows_password(app: &App, who: Who, actor: &Actor, password: &str, address: &str) -> Result<bool> {
    let bucket = throttle::pair(actor.email.as_str(), address);
    count_try(app, who, std::slice::from_ref(&bucket)).await?;
    let person = store::people::by_id(app.db.read(), actor.id).await?.ok_or(Error::SignIn)?;
    if app.hasher.check(password, person.password_hash).await? == Checked::Wrong {
        return Ok(false);
    }
    let act = app.begin(who).await?;
    store::throttles::clear(&act, &bucket).await?;
    act.commit().await?;
    Ok(true)
}

/// Changes one's own password. All sessions end, the one at hand too: its door begins a new one.
pub async fn change_password(act: &Act, actor: &Actor, password: &Hashed) -> Result<()> {
    let person = store::people::locked(act, actor.id).await?;
    set(act, &person, password).await
}

/// Someone asks for a new password. Whoever it is, the answer is the same; a letter goes to the account's address if there is
/// an account, and not more than one in a few minutes.
pub async fn ask_reset(act: &Act, typed: &str, address: &str) -> Result<()> {
    count_asked(act, address).await?;
    let account = account_name(typed);
    let letters = throttle::letters(&account);
    let Ok(count) = letters.limit.next(store::throttles::locked(act, &letters).await?, act.at) else {
        return Ok(());
    };
    store::throttles::set(act, &letters, count).await?;
    match store::people::by_email(act.tx(), &account).await? {
        Some(person) if person.disabled_at.is_none() => send_link(act, &person).await,
        _ => Ok(()),
    }
}

/// Counts a letter that somebody without proof asks for, from the address of a visitor; refused when there were too many.
pub async fn count_asked(act: &Act, address: &str) -> Result<()> {
    let asked = throttle::asked(address);
    let count = asked.limit.next(store::throttles::locked(act, &asked).await?, act.at).map_err(Error::TooMany)?;
    store::throttles::set(act, &asked, count).await
}

async fn send_link(act: &Act, person: &user::Model) -> Result<()> {
    if person.password_hash.is_none() {
        // Not accepted yet: the invitation is what is missing.
        return send_invitation(act, person).await;
    }
    let until = act.at + LASTS;
    let secret = store::tokens::issue(act, person.id, Purpose::PasswordReset, until).await?;
    let event = act.event("user.reset_asked", format!("user:{}", person.id), ()).await?;
    let link = act.app.config.link(&format!("/password-reset/{secret}?lang={}", person.locale));
    let until = shown(person, until);
    outbox::post(act, letters::password_reset(recipient(person), event.to_string(), until, link)).await
}

/// Whose password a link renews, unless it is used, void, expired or was never made.
pub async fn resetting(app: &App, secret: &str) -> Result<Option<user::Model>> {
    store::tokens::owner(app.db.read(), secret, Purpose::PasswordReset, app.now()).await
}

/// Keeps a new password by a link, and lets its owner in wherever failures had closed the door.
pub async fn reset(act: &Act, secret: &str, password: &Hashed, address: &str) -> Result<UserId> {
    let person = store::tokens::take(act, secret, Purpose::PasswordReset).await?;
    let account = person.email.as_str();
    let mut buckets = [throttle::pair(account, address), throttle::account(account), throttle::address(address)];
    throttle::in_order(&mut buckets);
    for bucket in &buckets {
        store::throttles::clear(act, bucket).await?;
    }
    set(act, &person, password).await?;
    Ok(person.id)
}

async fn set(act: &Act, person: &user::Model, password: &Hashed) -> Result<()> {
    store::people::set_password(act, person.id, password).await?;
    store::sessions::end_all(act, person.id).await?;
    store::tokens::void(act, person.id, Purpose::PasswordReset).await?;
    let event = act.event("user.password", format!("user:{}", person.id), ()).await?;
    let link = act.app.config.link("/password-reset");
    let at = shown(person, act.at);
    outbox::post(act, letters::password_changed(recipient(person), event.to_string(), at, link)).await
}

fn shown(person: &user::Model, at: Moment) -> String {
    person.locale.instant(at, person.zone.parse().unwrap_or(Zone::UTC))
}
