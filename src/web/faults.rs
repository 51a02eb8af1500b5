//! The pages of what went wrong. Handlers return [`Error`]; the layer that established the visit draws it here, inside the
//! layout and in the visitor's language.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{Method, StatusCode, header};
use serde::Serialize;

use super::{
    Filled, Frame, Outline, Values, Visit,
    session::{End, Former},
};
use crate::error::Error;

/// An error on its way to being drawn, carried by the response.
#[derive(Clone)]
pub struct Fault(pub std::sync::Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(Fault(std::sync::Arc::new(self)));
        response
    }
}

fn status(error: &Error) -> StatusCode {
    match error {
        Error::SignIn => StatusCode::UNAUTHORIZED,
        Error::NotFound => StatusCode::NOT_FOUND,
        // The one refusal that has a number of its own.
        Error::Refused("error-too-large") => StatusCode::PAYLOAD_TOO_LARGE,
        Error::Refused(_) => StatusCode::FORBIDDEN,
        Error::Conflict => StatusCode::CONFLICT,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A page as an answer.
pub fn page(template: &impl Template) -> super::Answer {
    Ok(Html(template.render().map_err(Error::internal)?).into_response())
}

/// Values as an answer to a script.
pub fn json(values: &impl Serialize) -> super::Answer {
    let text = serde_json::to_string(values).map_err(Error::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// What went wrong, as an answer to a script (RFC 9457). `detail` is for the person.
pub fn problem(status: StatusCode, detail: &str) -> Response {
    let body = serde_json::json!({ "status": status.as_u16(), "detail": detail });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

/// Sends the browser on to a page of ours, by GET.
pub fn see_other(path: &str) -> Response {
    Redirect::to(path).into_response()
}

#[derive(Template)]
#[template(path = "error.html")]
struct FaultPage {
    frame: Frame,
    status: u16,
    heading: String,
    text: String,
    request_id: Option<String>,
    /// The page that a form stood on, where one was refused.
    back: Option<String>,
    /// What somebody wrote into the form, to copy it.
    written: Vec<String>,
}

/// The page that asks to log in; `/login` shows the same.
#[derive(Template)]
#[template(path = "login.html")]
pub struct LoginPage {
    pub frame: Frame,
    pub filled: Filled,
    /// Why this page is shown, if not by the visitor's own wish.
    pub notice: Option<String>,
}

/// Draws `error` for the visitor. `sealed` is what was posted, to come back after log-in.
pub(super) async fn draw(visit: &Visit, error: &Error, sealed: Option<String>) -> Response {
    let drawn = match error {
        _ if visit.wants_json => {
            logged(error, visit);
            Ok(problem(status(error), &told(visit, error).1))
        }
        Error::SignIn => draw_login(visit, sealed).await.map(|text| (status(error), Html(text)).into_response()),
        other => draw_fault(visit, other).await.map(|text| (status(error), Html(text)).into_response()),
    };
    let mut response = drawn.unwrap_or_else(|_| bare(error, &visit.request_id));
    if let Error::TooMany(wait) = error {
        response.headers_mut().insert(header::RETRY_AFTER, wait.as_secs().max(1).into());
    }
    response
}

async fn draw_login(visit: &Visit, sealed: Option<String>) -> Result<String, askama::Error> {
    let why = match visit.former {
        None => "error-sign-in",
        Some(Former { end: End::Left, .. }) => "error-sign-in",
        Some(Former { end: End::Ended, .. }) => "error-sign-in-ended",
        Some(Former { end: End::Over, .. }) => "error-sign-in-over",
    };
    let kept = sealed.as_ref().map(|_| visit.t("error-sign-in-kept"));
    let notice = [Some(visit.t(why)), kept].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let back = if sealed.is_some() { String::new() } else { visit.path_without_language() };
    let values: Values = [("returning", sealed.unwrap_or_default()), ("next", back)].into_iter().collect();
    let frame = visit.frame(visit.t("layout-log-in"), "login").await;
    LoginPage { frame, filled: Filled::with(values), notice: Some(notice) }.render()
}

async fn draw_fault(visit: &Visit, error: &Error) -> Result<String, askama::Error> {
    let request_id = logged(error, visit).then(|| visit.request_id.clone());
    let (heading, text) = told(visit, error);
    let heading = visit.t(heading);
    let back =
        above(&visit.path_and_query).filter(|_| visit.posts && !matches!(error, Error::SignIn | Error::NotFound));
    FaultPage {
        back,
        frame: visit.frame(heading.clone(), "").await.outlined(Outline::hidden()),
        status: status(error).as_u16(),
        heading,
        text,
        request_id,
        written: visit.posted().map(Values::written).unwrap_or_default(),
    }
    .render()
}

/// The key of the heading, and the text.
fn told(visit: &Visit, error: &Error) -> (&'static str, String) {
    match error {
        Error::SignIn => ("error-not-found", visit.t("error-sign-in")),
        Error::NotFound => ("error-not-found", visit.t("error-not-found-text")),
        Error::Refused(reason) => ("error-refused", visit.t(reason)),
        Error::Conflict => ("error-conflict", visit.t("error-conflict-text")),
        Error::Invalid(errors) => ("error-invalid", errors.iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ")),
        Error::TooMany(wait) => {
            let minutes = wait.as_secs().div_ceil(60);
            ("error-too-many", visit.locale.tr("error-too-many-text", &[("minutes", minutes.into())]))
        }
        Error::Unavailable(_) => ("error-unavailable", visit.t("error-unavailable-text")),
        Error::Internal(_) => ("error-internal", visit.t("error-internal-text")),
    }
}

/// Writes a defect to the log, once; true if there was one.
fn logged(error: &Error, visit: &Visit) -> bool {
    let (Error::Internal(detail) | Error::Unavailable(detail)) = error else { return false };
    let path = loggable(&visit.path_and_query);
    tracing::error!(request = %visit.request_id, path, detail, "a request failed");
    true
}

/// An address without its query, since what people search for is theirs, and without its long parts: a link of a letter is a
/// secret.
fn loggable(path_and_query: &str) -> String {
    let path = path_and_query.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').map(|part| if part.len() > LONGEST_LOGGED { "…" } else { part }).collect();
    parts.join("/")
}

const LONGEST_LOGGED: usize = 40;

/// The answer when not even a page can be drawn.
pub(super) fn bare(error: &Error, request_id: &str) -> Response {
    tracing::error!(request = request_id, %error, "no page could be drawn");
    (status(error), "Something went wrong. Please try again in a minute.").into_response()
}

/// What no route knows.
pub(super) async fn nowhere() -> Error {
    Error::NotFound
}

/// An address that only takes forms: whoever opens it (a page of messages drawn there, in another language; the way back after
/// a log-in) finds the page that the form stands on.
pub(super) async fn not_a_page(visit: Visit, method: Method) -> Response {
    match above(&visit.path_and_query).filter(|_| method == Method::GET) {
        Some(page) => see_other(&page),
        None => {
            let mut response = draw(&visit, &Error::NotFound, None).await;
            *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            response
        }
    }
}

/// The address one step up, in the same language; none above the first step.
fn above(path_and_query: &str) -> Option<String> {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    let (above, _) = path.trim_end_matches('/').rsplit_once('/').filter(|(above, _)| !above.is_empty())?;
    let language = query.split('&').find(|pair| pair.starts_with("lang="));
    Some(language.map_or_else(|| above.to_owned(), |language| format!("{above}?{language}")))
}

/// A handler panicked: a defect, like any other internal error.
pub(super) fn panicked(detail: Box<dyn std::any::Any + Send>) -> Response {
    let what = detail
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| detail.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_default();
    bare(&Error::Internal(format!("panic: {what}")), "-")
}
