//! The map of the world.

use axum::extract::State;

use crate::{
    app::App,
    catalogue::{filter::Filter, listing::Listing, map::view::Looking, pages::map::MapPage, store},
    web::{Answer, Query, Visit, page},
};

pub async fn map(
    State(app): State<App>,
    visit: Visit,
    Query(filter): Query<Filter>,
    Query(looking): Query<Looking>,
) -> Answer {
    let filter = filter.bounded();
    let snapshot = store::entries::snapshot(app.db.read(), &app.catalogue).await?;
    let found = store::entries::found(app.db.read(), &filter.q).await?;
    let listing = Listing::new(&snapshot, visit.locale, &filter, found.as_deref());
    let frame = visit.frame(visit.t("map-title"), "map").await;
    page(&MapPage::new(frame, &filter, &listing, looking.view()))
}
