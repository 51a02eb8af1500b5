//! The doors to the guidelines, open to everybody.

mod cities;

use axum::{Router, extract::State, routing::get};
use http::HeaderMap;
use serde::Deserialize;

use super::{
    pages::{GuidelinesPage, printed::blank_form},
    store,
};
use crate::{
    app::App,
    error::Error,
    pdf::Manuscript,
    web::{
        Answer, Path, Query, Visit,
        kept::{Kept, tag_of},
        page, printed,
    },
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

async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Answer {
    // A slug has no dot, and the router takes a whole part of the path.
    if let Some(slug) = slug.strip_suffix(".json") {
        return as_json(&app, slug, &asked, &headers).await;
    }
    let found = store::by_slug(app.db.read(), &slug, asked.version).await?.ok_or(Error::NotFound)?;
    let frame = visit.frame(found.definition.title.get(visit.locale), "calls").await;
    page(&GuidelinesPage::new(frame, &found.definition))
}

/// The definition itself, for programs.
async fn as_json(app: &App, slug: &str, asked: &Asked, headers: &HeaderMap) -> Answer {
    let found = store::by_slug(app.db.read(), slug, asked.version).await?.ok_or(Error::NotFound)?;
    let written = serde_json::to_vec(&*found.definition).map_err(Error::internal)?;
    let kept = Kept { media_type: "application/json", tag: tag_of(&written), changed: None, any_site: true };
    kept.known(headers).unwrap_or_else(|| kept.answer(written))
}

/// The blank form, to be written on.
async fn form(State(app): State<App>, visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let found = store::by_slug(app.db.read(), &slug, asked.version).await?.ok_or(Error::NotFound)?;
    let (definition, locale) = (found.definition, visit.locale);
    let manuscript = || Manuscript { document: blank_form(&definition, locale), pictures: Vec::new(), at: None };
    let made = app.press.print_once(format!("form {} {locale}", found.id), manuscript).await?;
    printed::pdf(made, &format!("{slug}-{}-{locale}.pdf", definition.version))
}
