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
    mail,
    web::{self, Answer, Path, Query, Visit, letter::Links, page},
};

/// Letters on a page.
const PAGE: usize = 40;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/demo/mail", get(list))
        .route("/demo/mail/{id}", get(letter))
        .route("/demo/mail/{id}/html", get(letter_as_page))
}

/// Where a page of the list begins.
#[derive(Default, Deserialize)]
#[serde(default)]
struct From {
    before: Option<LetterId>,
}

async fn list(State(app): State<App>, visit: Visit, Query(from): Query<From>) -> Answer {
    let limit = u64::try_from(PAGE).map_err(Error::internal)? + 1;
    let mut letters = mail::log::letters(app.db.read(), from.before, limit).await?;
    let more = letters.len() > PAGE;
    letters.truncate(PAGE);
    let last = letters.last().filter(|_| more);
    page(&MailPage {
        letters: letters.iter().map(|letter| Line::new(letter, visit.locale, visit.zone)).collect(),
        newest: from.before.map(|_| "/demo/mail".to_owned()),
        older: last.map(|letter| format!("/demo/mail?before={}", letter.id)),
        frame: visit.frame(visit.t("demo-mail"), "").await,
    })
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
