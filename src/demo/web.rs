//! The doors that only a demonstration has: the letters that would have been sent. Anyone may read them, since nobody in
//! them is real.

use axum::{Router, extract::State, routing::get};
use serde::Deserialize;

use super::pages::{LetterPage, Line, MailPage};
use crate::{
    app::App,
    entity::letter,
    error::{Error, Result},
    ids::LetterId,
    mail::{self, Email},
    web::{self, Answer, Path, Query, Visit, letter::Links, list_at, list_link, page},
};

/// Letters on a page.
const PAGE: usize = 40;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/demo/mail", get(list))
        .route("/demo/mail/{id}", get(letter))
        .route("/demo/mail/{id}/html", get(letter_as_page))
}

/// To whom the letters of the list are, and where a page of it begins.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wish {
    to: String,
    before: String,
}

async fn list(State(app): State<App>, visit: Visit, Query(wish): Query<Wish>) -> Answer {
    let limit = u64::try_from(PAGE).map_err(Error::internal)? + 1;
    let (to, before) = (wish.to.trim(), wish.before.parse::<LetterId>().ok());
    let recipient = match address(to) {
        "" => Ok(None),
        address => address.parse::<Email>().map(Some),
    };
    let mut letters = match recipient {
        Ok(to) => mail::log::letters(app.db.read(), to.as_ref(), before, limit).await?,
        // Nobody has such an address.
        Err(_) => Vec::new(),
    };
    let more = letters.len() > PAGE;
    letters.truncate(PAGE);
    let last = letters.last().filter(|_| more);
    page(&MailPage {
        letters: letters.iter().map(|letter| Line::new(letter, visit.locale, visit.zone)).collect(),
        newest: before.map(|_| list_at("/demo/mail", &[("to", to)])),
        older: last.map(|letter| list_link("/demo/mail", &[("to", to)], "before", letter.id)),
        to: to.to_owned(),
        frame: visit.frame(visit.t("demo-mail"), "").await,
    })
}

/// The address in what was typed: of `Ada <ada@agra.example>`, as the list shows it, what stands between the brackets.
fn address(typed: &str) -> &str {
    typed.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(typed)
}

async fn letter(State(app): State<App>, visit: Visit, Path(id): Path<LetterId>) -> Answer {
    let letter = found(&app, id).await?;
    let text = mail::log::body(app.db.read(), id).await?.body_text.text()?;
    let frame = visit.frame(letter.subject.clone(), "").await;
    page(&LetterPage::new(frame, &letter, &text, app.config.public_url.as_str(), visit.zone))
}

async fn letter_as_page(State(app): State<App>, Path(id): Path<LetterId>) -> Answer {
    found(&app, id).await?;
    Ok(web::letter::letter(&mail::log::body(app.db.read(), id).await?.body_html.text()?, Links::Lead))
}

async fn found(app: &App, id: LetterId) -> Result<letter::Model> {
    mail::log::letter(app.db.read(), id).await?.ok_or(Error::NotFound)
}
