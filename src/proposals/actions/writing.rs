//! A letter of the secretariat to all who hold drafts in a call: looked at before it is sent, and sent once.

use serde_json::json;

use super::telling::reader;
use crate::{
    act::Act,
    app::App,
    calls,
    clock::Moment,
    entity::call,
    error::{Error, FieldErrors, Result},
    ids::{AnnouncementId, CallId},
    mail::{Email, Rendered, announcements::announce_once, render},
    proposals::{
        circulars::{Circular, KIND},
        letters::calls::written,
        store::holders::{self, Among},
    },
    words::Locale,
};

/// The letter as those will get it who read one language.
pub struct Look {
    pub locale: Locale,
    pub readers: u64,
    /// To one of them.
    pub name: String,
    pub email: Email,
    pub letter: Rendered,
}

/// The letter in each language that somebody who holds a draft reads. Nothing if nobody does.
pub async fn preview(app: &App, call: &call::Model, circular: &Circular) -> Result<Vec<Look>> {
    let mut looks = Vec::new();
    for (locale, readers, first) in holders::by_language(app.db.read(), call.id).await? {
        let first = reader(first, false);
        let letter = render(&app.config, &written(&app.config, call, circular, &first))?;
        looks.push(Look { locale, readers, name: first.name, email: first.email, letter });
    }
    Ok(looks)
}

/// What became of a letter that was to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way to so many.
    Now(u64),
    /// It had been sent before, at this moment.
    Before(Moment),
}

/// Sends the letter to all who hold drafts in the call now, under an id that is known before: the second time, nothing is
/// sent.
pub async fn send(act: &Act, call: CallId, id: AnnouncementId, circular: &Circular, locale: Locale) -> Result<Sent> {
    // Of two who press at once, the second waits here, and then finds what the first has sent.
    calls::locked(act, call).await?;
    let data = serde_json::to_value(circular).map_err(Error::internal)?;
    let holders = holders::count(act.tx(), call, Among::All).await?;
    if let Some(known) = announce_once(act, id, KIND, (None, Some(call)), data.clone()).await? {
        let is_this = known.kind == KIND && known.call_id == Some(call) && known.data == data;
        return if is_this { Ok(Sent::Before(known.created_at)) } else { Err(Error::Conflict) };
    }
    if holders == 0 {
        return Err(Error::Invalid(FieldErrors::one("", locale.t("calls-letters-nobody-now"))));
    }
    let data = json!({ "announcement": id, "holders": holders });
    act.event("call.letter_sent", format!("call:{call}"), data).await?;
    Ok(Sent::Now(holders))
}
