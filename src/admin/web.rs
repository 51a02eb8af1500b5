//! The doors of administration.

mod audit;
mod content;
mod letters;
mod mail;
mod state;

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
