//! The pages of cities and of themes.

use axum::extract::State;

use crate::{
    app::App,
    catalogue::{pages::groups::GroupPage, store},
    error::Error,
    partners::topics::{Topic, TopicKind},
    web::{Answer, Path, Visit, page},
};

pub async fn city(State(app): State<App>, visit: Visit, Path(code): Path<String>) -> Answer {
    let Some(Topic::City(city)) = Topic::read(TopicKind::City, &code) else { return Err(Error::NotFound) };
    let snapshot = store::entries::snapshot(app.db.read(), &app.catalogue).await?;
    let frame = visit.frame("", "initiatives").await;
    let mut shown = GroupPage::city(frame, &city, &snapshot).ok_or(Error::NotFound)?;
    shown.frame.title.clone_from(&shown.title);
    page(&shown)
}

pub async fn theme(State(app): State<App>, visit: Visit, Path(code): Path<String>) -> Answer {
    let snapshot = store::entries::snapshot(app.db.read(), &app.catalogue).await?;
    let frame = visit.frame("", "initiatives").await;
    let mut shown = GroupPage::theme(frame, &code, &snapshot).ok_or(Error::NotFound)?;
    shown.frame.title.clone_from(&shown.title);
    page(&shown)
}
