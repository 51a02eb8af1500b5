//! The doors to the guidelines, open to everybody.

mod cities;

use axum::{Router, extract::State, routing::get};
use serde::Deserialize;

use super::{
    pages::{GuidelinesPage, printed::blank_form},
    store,
};
use crate::{
    app::App,
    error::Error,
    pdf::Manuscript,
    web::{Answer, Path, Query, Visit, page, printed},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/guidelines/{slug}", get(show))
        .route("/guidelines/{slug}/form.pdf", get(form))
        .route("/cities", get(cities::search))
        .route("/cities/nearest", get(cities::nearest))
}

/// Which version; the newest when none is asked for.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    version: Option<u32>,
}

async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let found = store::by_slug(app.db.read(), &slug, asked.version).await?.ok_or(Error::NotFound)?;
    let frame = visit.frame(found.definition.title.get(visit.locale), "calls").await;
    page(&GuidelinesPage::new(frame, &found.definition))
}

/// The blank form, to be written on.
async fn form(State(app): State<App>, visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let found = store::by_slug(app.db.read(), &slug, asked.version).await?.ok_or(Error::NotFound)?;
    let (definition, locale) = (found.definition, visit.locale);
    let manuscript = || Manuscript { document: blank_form(&definition, locale), pictures: Vec::new(), at: None };
    let made = app.press.print_once(format!("form {} {locale}", found.id), manuscript).await?;
    printed::pdf(made, &format!("{slug}-{}-{locale}.pdf", definition.version))
}
