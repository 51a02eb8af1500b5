//! The verbs of calls.

use serde_json::json;

use super::{rules::first_closing, store, terms::Terms};
use crate::{
    act::Act,
    clock::Moment,
    entity::call,
    error::{Error, FieldErrors, Result},
    guidelines,
    ids::CallId,
    words::Locale,
};

/// Makes a call. Its guidelines no longer change from now on.
pub async fn create(act: &Act, terms: &Terms, locale: Locale) -> Result<CallId> {
    free_slug(act, terms, None, locale).await?;
    make(act, terms, None).await
}

/// Makes sure that there is a call of this slug, for seeds: one that is there stays as it is. `first_closes_at` is the
/// deadline first announced, of a call whose deadline had been extended.
pub async fn ensure(act: &Act, terms: &Terms, first_closes_at: Option<Moment>) -> Result<CallId> {
    match store::by_slug(act.tx(), terms.slug.as_str()).await? {
        Some(known) => Ok(known.id),
        None => make(act, terms, first_closes_at.filter(|first| *first != terms.window.closes_at)).await,
    }
}

async fn make(act: &Act, terms: &Terms, first_closes_at: Option<Moment>) -> Result<CallId> {
    let id = store::insert(act, terms, first_closes_at).await?;
    guidelines::freeze(act, terms.guidelines).await?;
    let data = json!({
        "slug": terms.slug.as_str(),
        "year": terms.year,
        "guidelines": terms.guidelines,
        "opens_at": terms.window.opens_at.iso(),
        "closes_at": terms.window.closes_at.iso(),
    });
    act.event("call.created", format!("call:{id}"), data).await?;
    Ok(id)
}

/// Changes a call that is still as it was seen at version `seen`. A closing that moves later keeps the one first announced.
/// Once a proposal was started, what its reference, its address and its form rest on stays.
pub async fn edit(act: &Act, id: CallId, seen: i32, terms: &Terms, locale: Locale) -> Result<()> {
    let call = store::locked(act, id).await?;
    free_slug(act, terms, Some(id), locale).await?;
    if call.is_settled() && !keeps_foundations(&call, terms) {
        return Err(Error::Refused("calls-settled"));
    }
    let first_closes_at = first_closing(call.first_closes_at, call.closes_at, terms.window.closes_at);
    store::update(act, id, seen, terms, first_closes_at).await?;
    guidelines::freeze(act, terms.guidelines).await?;
    let data = json!({
        "opens_at": { "from": call.opens_at.iso(), "to": terms.window.opens_at.iso() },
        "closes_at": { "from": call.closes_at.iso(), "to": terms.window.closes_at.iso() },
        "extended": terms.window.closes_at > call.closes_at,
    });
    act.event("call.edited", format!("call:{id}"), data).await?;
    Ok(())
}

async fn free_slug(act: &Act, terms: &Terms, own: Option<CallId>, locale: Locale) -> Result<()> {
    match store::by_slug(act.tx(), terms.slug.as_str()).await? {
        Some(other) if Some(other.id) != own => {
            Err(Error::Invalid(FieldErrors::one("slug", locale.t("calls-slug-taken"))))
        }
        _ => Ok(()),
    }
}

fn keeps_foundations(call: &call::Model, terms: &Terms) -> bool {
    call.slug == terms.slug.as_str() && call.year == terms.year && call.guidelines_id == terms.guidelines
}
