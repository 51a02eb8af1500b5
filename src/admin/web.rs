//! The doors of administration.

mod audit;
mod content;
mod letters;
mod mail;
mod state;

use std::fmt::Display;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(state::show))
        .route("/admin/content", get(content::list))
        .route("/admin/content/{page}", get(content::show).post(content::write))
        .route("/admin/letters", get(letters::list))
        .route("/admin/letters/{kind}/{language}", get(letters::show).post(letters::write))
        .route("/admin/letters/{kind}/{language}/example", get(letters::as_html))
        .route("/admin/letters/{kind}/{language}/test", post(letters::test))
        .route("/admin/mail", get(mail::list))
        .route("/admin/mail/{id}", get(mail::show))
        .route("/admin/mail/{id}/html", get(mail::as_html))
        .route("/admin/mail/{id}/cancellation", post(mail::cancel))
        .route("/admin/mail/{id}/copies", post(mail::send_copy))
        .route("/admin/mail/{id}/lifting", post(mail::lift))
        .route("/admin/mail/{id}/sending", post(mail::send_again))
        .route("/admin/audit", get(audit::list))
}

/// The address of another part of a list: what was asked, and the row it begins after or ends before.
fn list_link(path: &str, asked: &[(&str, &str)], side: &str, row: impl Display) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(asked.iter().filter(|(_, value)| !value.is_empty()));
    query.append_pair(side, &row.to_string());
    format!("{path}?{}", query.finish())
}
