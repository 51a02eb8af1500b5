//! A letter of the secretariat to all whose proposals in a call stand in certain states: looked at before it is sent, and sent
//! once.

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
    mail::{Email, Rendered, announcements::announce_once, render, texts},
    proposals::{
        circulars::{Circular, KIND},
        letters::calls::written,
        store::holders::{self, Group},
    },
    words::Locale,
};

/// The letter as those will get it who read one language.
pub struct Look {
    pub locale: Locale,
    /// Names and addresses of all of them, in the order of their addresses.
    pub readers: Vec<(String, Email)>,
    /// To the first of them.
    pub letter: Rendered,
}

/// The letter in each language that one of its readers reads. Nothing if there are none.
pub async fn preview(app: &App, call: &call::Model, circular: &Circular) -> Result<Vec<Look>> {
    let mut looks = Vec::new();
    let texts = texts::now(app.db.read()).await?;
    let people = holders::all_in(app.db.read(), group(call.id, circular)).await?;
    for locale in Locale::ALL {
        let readers: Vec<_> = people.iter().filter(|person| person.locale == locale).collect();
        let Some(first) = readers.first() else { continue };
        let first = reader((*first).clone(), false);
        let letter = render(&app.config, &texts, &written(&app.config, call, circular, &first))?;
        let readers = readers.iter().map(|person| (person.name.clone(), person.email.clone())).collect();
        looks.push(Look { locale, readers, letter });
    }
    Ok(looks)
}

/// Those who get it.
fn group(call: CallId, circular: &Circular) -> Group<'_> {
    Group { call, states: &circular.states, sender: circular.sender }
}

/// What became of a letter that was to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way to so many.
    Now(u64),
    /// It had been sent before, at this moment.
    Before(Moment),
}

/// Sends the letter to all whose proposals stand there now, under an id that is known before: the second time, nothing is
/// sent.
pub async fn send(act: &Act, call: CallId, id: AnnouncementId, circular: &Circular, locale: Locale) -> Result<Sent> {
    // Of two who press at once, the second waits here, and then finds what the first has sent.
    calls::locked(act, call).await?;
    let data = serde_json::to_value(circular).map_err(Error::internal)?;
    let holders = holders::count_in(act.tx(), group(call, circular)).await?;
    if let Some(known) = announce_once(act, id, KIND, (None, Some(call)), data.clone()).await? {
        let is_this = known.kind == KIND && known.call_id == Some(call) && known.data == data;
        return if is_this { Ok(Sent::Before(known.created_at)) } else { Err(Error::Conflict) };
    }
    if holders == 0 {
        return Err(Error::Invalid(FieldErrors::one("", locale.t("calls-letters-nobody-now"))));
    }
    let data = json!({ "announcement": id, "holders": holders, "states": circular.states });
    act.event("call.letter_sent", format!("call:{call}"), data).await?;
    Ok(Sent::Now(holders))
}
