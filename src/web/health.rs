//! For those who watch over the service.

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use http::StatusCode;

use crate::app::App;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/health/live", get(async || "live\n")).route("/health/ready", get(ready))
}

/// Whether requests can be served: the database answers.
async fn ready(State(app): State<App>) -> Response {
    match app.db.ping().await {
        Ok(()) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}
