//! Extends a session before it ends: what the page's warning asks for (assets/js/session.js). Any request of a signed-in
//! visitor does as much; this one answers with the new end alone.

use axum::{Json, Router, response::IntoResponse, routing::post};
use serde::Serialize;

use super::{Answer, SignedIn};
use crate::{app::App, error::Error};

/// When the session ends, beside the server's own time: the page trusts its clock for neither.
#[derive(Serialize)]
struct Extended {
    now: String,
    ends: String,
}

pub(super) fn routes() -> Router<App> {
    Router::new().route("/account/session/extension", post(extend))
}

async fn extend(signed: SignedIn) -> Answer {
    let ends = signed.visit.session_ends.ok_or(Error::SignIn)?;
    Ok(Json(Extended { now: signed.visit.at.iso(), ends: ends.iso() }).into_response())
}
