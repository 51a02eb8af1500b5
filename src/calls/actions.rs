//! The verbs of calls.

pub mod answering;
pub mod extending;
pub mod opening;
pub mod phasing;

use serde_json::json;

use super::{filling::foundations, rules::first_closing, store, terms::Terms};
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

/// What a seed knows of a call that was before this service.
#[derive(Clone, Copy, Debug, Default)]
pub struct Past<'a> {
    /// The deadline first announced, if it had been extended.
    pub first_closes_at: Option<Moment>,
    /// Where it is known from.
    pub sources: &'a [String],
}

/// Makes sure that there is a call of this slug, for seeds: one that is there stays as it is.
pub async fn ensure(act: &Act, terms: &Terms, past: Past<'_>) -> Result<CallId> {
    match store::by_slug(act.tx(), terms.slug.as_str()).await? {
        Some(known) => Ok(known.id),
        None => make(act, terms, Some(past)).await,
    }
}

async fn make(act: &Act, terms: &Terms, past: Option<Past<'_>>) -> Result<CallId> {
    // Of a call that a seed brings, all know that ever will.
    let opening_told_at = past.and(Some(terms.window.opens_at));
    let past = past.unwrap_or_default();
    let first_closes_at = past.first_closes_at.filter(|first| *first != terms.window.closes_at);
    let id = store::insert(act, terms, first_closes_at, opening_told_at).await?;
    guidelines::freeze(act, terms.guidelines).await?;
    let data = json!({
        "slug": terms.slug.as_str(),
        "year": terms.year,
        "guidelines": terms.guidelines,
        "opens_at": terms.window.opens_at.iso(),
        "closes_at": terms.window.closes_at.iso(),
        "sources": past.sources,
    });
    act.event("call.created", format!("call:{id}"), data).await?;
    Ok(id)
}

/// Moves the deadline of an example on. Nobody waits for it, so it is no extension.
pub async fn move_on(act: &Act, example: &call::Model, closes_at: Moment) -> Result<()> {
    let mut terms = example.terms()?;
    terms.window.closes_at = closes_at;
    store::update(act, example.id, example.version, &terms, None).await?;
    act.event("call.moved", format!("call:{}", example.id), json!({ "closes_at": closes_at.iso() })).await?;
    Ok(())
}

/// Changes a call that is still as it was seen at version `seen`. A closing that moves later keeps the one first announced.
/// Once a proposal was started, what its reference, its address and its form rest on stays.
pub async fn edit(act: &Act, id: CallId, seen: i32, terms: &Terms, locale: Locale) -> Result<()> {
    let call = store::locked(act, id).await?;
    free_slug(act, terms, Some(id), locale).await?;
    if call.is_settled() && foundations(&call.terms()?) != foundations(terms) {
        return Err(Error::Refused("calls-settled"));
    }
    // Those who hold drafts are told of more time: that has a verb of its own.
    if call.is_settled() && terms.window.closes_at > call.closes_at {
        return Err(Error::Invalid(FieldErrors::one("closes", locale.t("deadlines-extend-elsewhere"))));
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
