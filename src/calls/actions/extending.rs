//! More time: for all who apply to a call, or for one organisation.

use serde_json::json;

use crate::{
    act::Act,
    calls::{
        rules::first_closing,
        store::{
            self,
            extensions::{self, Granted},
        },
    },
    clock::Moment,
    error::{Error, FieldErrors, Result},
    ids::{CallId, ExtensionId},
    mail::announcements::announce,
    words::Locale,
};

/// Moves the deadline of a call that is still as it was seen at version `seen`. All who hold drafts are told.
pub async fn extend(
    act: &Act,
    id: CallId,
    seen: i32,
    closes_at: Moment,
    reason: &str,
    locale: Locale,
) -> Result<ExtensionId> {
    let call = store::locked(act, id).await?;
    if closes_at <= call.closes_at || closes_at <= act.at {
        return Err(Error::Invalid(FieldErrors::one("closes", locale.t("deadlines-not-later"))));
    }
    let was = call.closes_at;
    let mut terms = call.terms()?;
    terms.window.closes_at = closes_at;
    store::update(act, id, seen, &terms, first_closing(call.first_closes_at, was, closes_at)).await?;
    let granted = Granted { call: id, organisation: None, was, closes_at, reason };
    let extension = extensions::grant(act, granted).await?;
    let data = json!({ "extension": extension, "from": was.iso(), "to": closes_at.iso() });
    act.event("call.extended", format!("call:{id}"), data).await?;
    let told = json!({ "was": was, "closes_at": closes_at, "reason": reason });
    announce(act, "call.extended", (None, Some(id)), told).await?;
    announce(act, "call.deadline_moved", (None, Some(id)), json!({ "closes_at": closes_at })).await?;
    Ok(extension)
}

/// Gives one organisation time of its own, in the place of what it was given before. Its people are told.
pub async fn grant(
    act: &Act,
    id: CallId,
    organisation: &str,
    closes_at: Moment,
    reason: &str,
    locale: Locale,
) -> Result<ExtensionId> {
    let call = store::locked(act, id).await?;
    let wrong = |field: &str, key: &str| Error::Invalid(FieldErrors::one(field, locale.t(key)));
    let organisation = extensions::organisation(act.tx(), organisation).await?;
    let organisation = organisation.ok_or_else(|| wrong("organisation", "form-choice-wrong"))?;
    if closes_at <= call.closes_at || closes_at <= act.at {
        return Err(wrong("own_closes", "deadlines-not-later"));
    }
    let own = extensions::own(act.tx(), [organisation.id]).await?;
    let was = call.window().until(own.of(id, organisation.id)).closes_at;
    let granted = Granted { call: id, organisation: Some(organisation.id), was, closes_at, reason };
    let extension = extensions::grant(act, granted).await?;
    let data = json!({
        "extension": extension,
        "organisation": organisation.id,
        "from": was.iso(),
        "to": closes_at.iso(),
    });
    act.event("call.extended_for", format!("call:{id}"), data).await?;
    let told = json!({ "organisation": organisation.id, "closes_at": closes_at, "reason": reason });
    announce(act, "call.extended_for", (None, Some(id)), told).await?;
    Ok(extension)
}
