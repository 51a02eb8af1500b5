//! Writing to all applicants of a call in a state, at the desk. The pages stand here and not with the calls, since they need those
//! who hold proposals.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::{
    app::App,
    calls,
    entity::call,
    error::{Error, FieldErrors},
    ids::{AnnouncementId, CallId},
    mail::{self, LetterState},
    proposals::{
        actions::writing::{self, Look, Sent},
        circulars::{Circular, KIND, Reach},
        forms::circulars::CircularForm,
        pages::{CircularPage, CircularsPage, LookLine},
        store::holders::{self, Group},
        workflow,
    },
    web::{
        Answer, Filled, Path, Posted, SignedIn, Values,
        letter::{Links, letter},
        page, see_other,
    },
    words::Locale,
};

/// More than any call has.
const MOST: u64 = 200;

/// The letter that was previewed last, for the frames of its page.
const PREVIEWED: &str = "previewed-letter";

#[derive(Serialize, Deserialize)]
struct Previewed {
    id: AnnouncementId,
    call: CallId,
    circular: Circular,
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    draw(&app, &signed, &call, Filled::default()).await
}

async fn draw(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled) -> Answer {
    let db = app.db.read();
    let mut counts = Vec::new();
    for state in workflow::State::ALL.iter().copied() {
        let group = Group { call: call.id, states: &[state], sender: Some(signed.actor.id) };
        counts.push((state, holders::count_in(db, group).await?));
    }
    let rows = mail::log::announced(db, KIND, call.id, MOST).await?;
    let fates = mail::log::of_announcements(db, rows.iter().map(|row| row.id)).await?;
    let mut sent = Vec::new();
    for row in rows {
        let circular: Circular = serde_json::from_value(row.data.clone()).map_err(Error::internal)?;
        let reach = reach(fates.iter().filter(|(of, ..)| *of == row.id).map(|(_, state, count)| (*state, *count)));
        sent.push((row, circular, reach));
    }
    let frame = signed.visit.frame(signed.visit.t("calls-letters"), "desk-calls").await;
    page(&CircularsPage::new(frame, filled, call, &counts, &sent, signed.visit.zone))
}

fn reach(fates: impl Iterator<Item = (LetterState, i64)>) -> Reach {
    let mut reach = Reach::default();
    for (state, count) in fates {
        let of = match state {
            LetterState::Sent => &mut reach.reached,
            LetterState::Queued | LetterState::Sending => &mut reach.waiting,
            LetterState::Failed | LetterState::Unknown | LetterState::Cancelled => &mut reach.missed,
        };
        *of += count.unsigned_abs();
    }
    reach
}

/// Shows the letter as it will arrive. Nothing is sent.
pub async fn preview(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<CircularForm>,
) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    let visit = &signed.visit;
    let look = async |form: CircularForm, values: &Values| {
        if form.change.is_some() {
            return draw(&app, &signed, &call, Filled::with(values.clone())).await;
        }
        let circular = form.read(values, signed.actor.id, visit.locale).map_err(Error::Invalid)?;
        let looks = writing::preview(&app, &call, &circular).await?;
        if looks.is_empty() {
            return Err(Error::Invalid(FieldErrors::one("", visit.t("calls-letters-nobody-now"))));
        }
        let id = app.ids.id(visit.at);
        let frame = visit.frame(visit.t("calls-letter-preview-title"), "desk-calls").await;
        let drawn = CircularPage::new(frame, &call, &circular, id, looks.into_iter().map(line).collect());
        let previewed = Previewed { id, call: call.id, circular };
        visit.session.insert(PREVIEWED, previewed).await.map_err(Error::internal)?;
        page(&drawn)
    };
    posted.then(look, async |filled| draw(&app, &signed, &call, filled).await).await
}

fn line(look: Look) -> LookLine {
    let to = |(name, email): (String, mail::Email)| {
        if name.is_empty() { email.to_string() } else { format!("{name} <{email}>") }
    };
    let people = look.readers.into_iter().map(to).collect();
    LookLine { locale: look.locale, people, subject: look.letter.subject, text: look.letter.text }
}

/// What is being previewed, as mail programs show it.
pub async fn as_html(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id, language)): Path<(String, AnnouncementId, Locale)>,
) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    let kept: Option<Previewed> = signed.visit.session.get(PREVIEWED).await.map_err(Error::internal)?;
    let kept = kept.filter(|kept| kept.id == id && kept.call == call.id).ok_or(Error::NotFound)?;
    let looks = writing::preview(&app, &call, &kept.circular).await?;
    let look = looks.into_iter().find(|look| look.locale == language).ok_or(Error::NotFound)?;
    Ok(letter(&look.letter.html, Links::Rest))
}

pub async fn send(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<CircularForm>,
) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    let visit = &signed.visit;
    let act = async |form: CircularForm, values: &Values| {
        let circular = form.read(values, signed.actor.id, visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        let id = form.announcement.ok_or(Error::NotFound)?;
        let sent = writing::send(&act, call.id, id, &circular, visit.locale).await?;
        act.commit().await?;
        told(&signed, sent, form.holders).await;
        Ok(see_other(&format!("/desk/calls/{slug}/letters")))
    };
    posted.then(act, async |filled| draw(&app, &signed, &call, filled).await).await
}

/// Tells what became of the letter. `seen`: how many would have got it at the preview.
async fn told(signed: &SignedIn, sent: Sent, seen: Option<u64>) {
    let visit = &signed.visit;
    let (kind, text) = match sent {
        Sent::Now(count) => {
            let key = if seen.is_some_and(|seen| seen != count) {
                "calls-letter-sent-to-others"
            } else {
                "calls-letter-sent-now"
            };
            ("success", visit.locale.tr(key, &[("count", count.into()), ("was", seen.unwrap_or(count).into())]))
        }
        Sent::Before(at) => {
            let when = visit.locale.instant(at, visit.zone);
            ("info", visit.locale.tr("calls-letter-sent-before", &[("when", when.into())]))
        }
    };
    visit.flash(kind, text).await;
}
