//! What someone posted after the session had ended. The page that asks to log in carries it, sealed for that account and
//! path; after log-in as that account the form comes back filled, and nothing is done until it is sent again.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequest, Multipart, Request, State},
    response::{IntoResponse, Response},
    routing::get,
};
use axum_extra::extract::CookieJar;
use http::{HeaderMap, Method, header};
use serde::{Deserialize, Serialize};
use tower::ServiceExt;
use tower_sessions::Session;

use super::{Answer, SignedIn, Values, posted::FORM_LIMIT, session};
use crate::{
    app::App,
    error::{Error, Result},
    ids::UserId,
    sealed,
};

/// Marks a request that only shows a form again.
#[derive(Clone, Copy)]
pub struct OnlyShown;

const PURPOSE: &str = "returning form";
const KEPT: &str = "returning";

/// A posted form that could not be heard.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Returning {
    user: UserId,
    path: String,
    values: Values,
}

/// The session that a request was of before it was over.
pub(super) async fn former(app: &App, headers: &HeaderMap) -> Option<session::Former> {
    let cookie = CookieJar::from_headers(headers).get(session::cookie_name(app))?.value().to_owned();
    session::former(app, &cookie).await.ok().flatten()
}

/// Reads the posted form of a request whose session is over, and seals it for the account that the session was of.
pub(super) async fn seal_posted(app: &App, user: UserId, request: Request) -> Option<String> {
    if request.method() != Method::POST {
        return None;
    }
    let path = request.uri().path_and_query()?.as_str().to_owned();
    let values = typed(request).await?.without_secrets();
    sealed::seal(app, PURPOSE, &Returning { user, path, values }).ok()
}

/// What was typed; files are left out, and have to be chosen again.
async fn typed(request: Request) -> Option<Values> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    if !kind.starts_with("multipart/form-data") {
        return Some(Values::from_urlencoded(&to_bytes(request.into_body(), FORM_LIMIT).await.ok()?));
    }
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let mut values = Values::default();
    let mut size = 0;
    while let Ok(Some(mut part)) = parts.next_field().await {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        if part.file_name().is_some() {
            continue;
        }
        let mut text = Vec::new();
        while let Ok(Some(chunk)) = part.chunk().await {
            size += chunk.len();
            if size > FORM_LIMIT {
                return None;
            }
            text.extend_from_slice(&chunk);
        }
        values.0.push((name, String::from_utf8_lossy(&text).into_owned()));
    }
    Some(values)
}

/// After a log-in: keeps the sealed form for `/returning` to show, if it is this account's, and says where to go then.
pub async fn keep(app: &App, session: &Session, user: UserId, sealed_form: &str) -> Option<&'static str> {
    let returning: Returning = sealed::open(app, PURPOSE, sealed_form)?;
    if returning.user != user {
        return None;
    }
    session.insert(KEPT, returning).await.ok()?;
    Some("/returning")
}

/// The page that shows the kept form: drawn by the door that the form was for, which does nothing this time.
pub(super) fn routes(doors: Router) -> Router<App> {
    Router::new()
        .route("/returning", get(async move |State(_): State<App>, signed: SignedIn| show(doors, signed).await))
}

async fn show(doors: Router, signed: SignedIn) -> Answer {
    // It stays until the session ends: a page that is loaded again shows it again.
    let kept: Option<Returning> = signed.visit.session.get(KEPT).await.map_err(Error::internal)?;
    let Some(kept) = kept.filter(|kept| kept.user == signed.actor.id) else {
        return Ok(super::see_other("/"));
    };
    let mut visit = signed.visit.clone();
    visit.only_shown = true;
    visit.path_and_query.clone_from(&kept.path);
    visit.flash("info", visit.t("form-came-back")).await;
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(&kept.path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(kept.values.to_urlencoded()))
        .map_err(Error::internal)?;
    request.extensions_mut().insert(OnlyShown);
    request.extensions_mut().insert(signed.visit.session.clone());
    request.extensions_mut().insert(visit);
    let response: Result<Response, _> = doors.oneshot(request).await;
    Ok(response.into_response())
}
