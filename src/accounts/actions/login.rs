//! Logging in and out. Whether an address is known shows in nothing: not in the words, not in the waits, not in the time.

use std::time::Duration;

use crate::{
    accounts::{
        actions::hasher::Checked,
        passwords::Hashed,
        store,
        throttle::{self, Bucket},
    },
    act::{Act, By, Who},
    app::App,
    entity::user,
    error::{Error, Result},
    ids::UserId,
    mail::Email,
};

/// Someone says who they are.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    pub email: &'a str,
    pub password: &'a str,
    /// From which network address.
    pub address: &'a str,
}

/// For this long an address from which someone logged in is known as theirs.
const FAMILIAR: Duration = Duration::from_secs(60 * 24 * 60 * 60);

/// Who it is, or `None` if the address and the password do not belong together. Too many failures before: `TooMany`.
pub async fn log_in(app: &App, who: Who, attempt: &Attempt<'_>) -> Result<Option<UserId>> {
    let account = account_name(attempt.email);
    let buckets = buckets(app, who, &account, attempt.address).await?;
    count_try(app, who, &buckets).await?;
    let person = store::people::by_email(app.db.read(), &account).await?.filter(|p| p.disabled_at.is_none());
    let kept = person.as_ref().and_then(|p| p.password_hash.clone());
    let checked = app.hasher.check(attempt.password, kept).await?;
    let Some(person) = person.filter(|_| checked != Checked::Wrong) else {
        tracing::info!("a log-in failed");
        return Ok(None);
    };
    let raised = match checked {
        Checked::RightButCheap => Some(app.hasher.hash(attempt.password, app.ids.salt()).await?),
        Checked::Right | Checked::Wrong => None,
    };
    let act = app.begin(Who { by: By::User(person.id), ..who }).await?;
    welcome(&act, &person, raised.as_ref(), &account, attempt.address).await?;
    act.commit().await?;
    Ok(Some(person.id))
}

/// Notes that someone left; the session itself is ended by its door.
pub async fn log_out(act: &Act, user: UserId) -> Result<()> {
    act.event("session.left", format!("user:{user}"), ()).await?;
    Ok(())
}

/// The address as accounts are known by; what is no address is counted by what was typed.
pub(super) fn account_name(typed: &str) -> String {
    typed.parse::<Email>().map_or_else(|_| typed.trim().to_lowercase(), |email| email.to_string())
}

/// What a try is counted in. Where someone logged in lately, strangers' failures elsewhere do not count: nobody keeps an
/// owner out by failing on purpose.
async fn buckets(app: &App, who: Who, account: &str, address: &str) -> Result<Vec<Bucket>> {
    let since = who.at - FAMILIAR;
    let familiar = store::sessions::was_begun_from(app.db.read(), account, address, since).await?;
    let mut buckets = vec![throttle::pair(account, address), throttle::address(address)];
    if !familiar {
        buckets.push(throttle::account(account));
    }
    throttle::in_order(&mut buckets);
    Ok(buckets)
}

/// Counts the try as failed before the password is looked at: many at once are many.
pub(super) async fn count_try(app: &App, who: Who, buckets: &[Bucket]) -> Result<()> {
    let act = app.begin(who).await?;
    let mut counts = Vec::new();
    let mut wait = Duration::ZERO;
    for bucket in buckets {
        match bucket.limit.next(store::throttles::locked(&act, bucket).await?, who.at) {
            Ok(count) => counts.push((bucket, count)),
            Err(longer) => wait = Ord::max(wait, longer),
        }
    }
    if wait > Duration::ZERO {
        return Err(Error::TooMany(wait));
    }
    for (bucket, count) in counts {
        store::throttles::set(&act, bucket, count).await?;
    }
    act.commit().await
}

async fn welcome(act: &Act, person: &user::Model, raised: Option<&Hashed>, account: &str, address: &str) -> Result<()> {
    let of_address = throttle::address(address);
    let mut buckets = [throttle::pair(account, address), throttle::account(account), of_address.clone()];
    throttle::in_order(&mut buckets);
    for bucket in &buckets {
        // One right password says nothing of what else comes from there.
        if *bucket == of_address {
            store::throttles::give_back(act, bucket).await?;
        } else {
            store::throttles::clear(act, bucket).await?;
        }
    }
    if let (Some(raised), Some(before)) = (raised, &person.password_hash) {
        store::people::raise_password(act, person.id, before, raised).await?;
    }
    act.event("session.begun", format!("user:{}", person.id), ()).await?;
    Ok(())
}
