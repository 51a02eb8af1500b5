//! The door to the guidelines, open to everybody.

use axum::{Router, extract::State, routing::get};
use serde::Deserialize;

use super::{pages::GuidelinesPage, store};
use crate::{
    app::App,
    error::Error,
    web::{Answer, Path, Query, Visit, page},
};

pub fn routes() -> Router<App> {
    Router::new().route("/guidelines/{slug}", get(show))
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
