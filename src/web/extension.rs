//! Extends a session before it ends: what the page's warning asks for (assets/js/session.js). Any request of a signed-in
//! visitor does as much; this one answers with the new end alone.

use axum::{Router, response::IntoResponse, routing::post};
use http::header;
use serde_json::json;

use super::{Answer, SignedIn};
use crate::{app::App, error::Error};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/account/session/extension", post(extend))
}

/// Answers with the end beside the server's own time: the page trusts its clock for neither.
async fn extend(signed: SignedIn) -> Answer {
    let ends = signed.visit.session_ends.ok_or(Error::SignIn)?;
    let answer = json!({ "now": signed.visit.at.iso(), "ends": ends.iso() });
    Ok(([(header::CONTENT_TYPE, "application/json")], answer.to_string()).into_response())
}
