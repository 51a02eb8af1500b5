//! Whole pages, kept in memory for visitors without a session: they are the same for all of them until something that everybody may
//! read changes, whichever process changes it, or until a call opens or closes. Each is compressed once, and whoever has it already is
//! told so.

mod last_change;
mod shelf;

use std::{
    convert::Infallible,
    sync::{Arc, atomic::Ordering::SeqCst},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use bytes::Bytes;
use futures::stream;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use http_body_util::BodyExt;

use super::{faults, kept, session, store, visit};
use crate::{
    app::App,
    clock::Moment,
    db::Asker,
    error::{Error, Result},
};

use last_change::{LastChange, Time};
use shelf::{KeptPage, Key, Shelf};

/// So many bytes of pages are kept.
const ROOM: usize = 32 * 1024 * 1024;
/// What has a longer address is hardly asked for twice.
const LONGEST_ADDRESS: usize = 512;
/// After this long a page is made anew, whatever has happened.
const LONGEST: Duration = Duration::from_secs(300);

/// Whoever has a page asks each time whether it still is as it was.
const ALWAYS_ASK: HeaderValue = HeaderValue::from_static("no-cache");
/// What a page at one address depends on.
const BY_WHAT: HeaderValue = HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie");
const GZIP: HeaderValue = HeaderValue::from_static("gzip");

/// The pages that this process keeps.
#[derive(Clone)]
pub struct KeptPages(Arc<Parts>);

struct Parts {
    app: App,
    shelf: Shelf,
    last_change: LastChange,
    asker: Asker,
}

impl KeptPages {
    pub fn new(app: &App) -> Self {
        Self(Arc::new(Parts {
            app: app.clone(),
            shelf: Shelf::of(ROOM),
            last_change: LastChange::default(),
            asker: Asker::default(),
        }))
    }

    /// The number of the last public change; nothing where the database does not answer.
    async fn last_change(&self) -> Option<i64> {
        let Some(held) = self.0.last_change.held(self.now()) else { return self.ask().await };
        if held.ages {
            let pages = self.clone();
            tokio::spawn(async move { pages.ask().await });
        }
        Some(held.number)
    }

    async fn ask(&self) -> Option<i64> {
        let Parts { app, last_change, asker, .. } = &*self.0;
        last_change.number(|| self.now(), store::last_public_change(asker, &app.db)).await
    }

    fn now(&self) -> Time {
        Time { at: Instant::now(), commits: self.0.app.commits.load(SeqCst) }
    }
}

/// Answers with a page that is kept, or has it made and keeps it. Stands around everything else: a page is kept with its headers, and
/// as it is sent.
pub async fn keep(State(pages): State<KeptPages>, mut request: Request, next: Next) -> Response {
    if request.method() != Method::HEAD {
        return kept_or_made(pages, request, next).await;
    }
    // Made as for `GET`, so that a whole page is kept.
    *request.method_mut() = Method::GET;
    without_body(kept_or_made(pages, request, next).await)
}

/// The answer to `HEAD`: of a body whose length is not known before it is sent, nothing is said of that.
fn without_body(mut response: Response) -> Response {
    let length = response.body().size_hint().exact();
    if let Some(length) = length.filter(|_| response.status() != StatusCode::NOT_MODIFIED) {
        response.headers_mut().entry(header::CONTENT_LENGTH).or_insert(length.into());
    }
    let unknown = || Body::from_stream(stream::empty::<Result<Bytes, Infallible>>());
    *response.body_mut() = if length.is_some() { Body::empty() } else { unknown() };
    response
}

async fn kept_or_made(pages: KeptPages, mut request: Request, next: Next) -> Response {
    let Parts { app, shelf, .. } = &*pages.0;
    let Some(key) = key(app, &request) else { return next.run(request).await };
    // In this order: a page that is made after the number was read holds at least what had changed by then.
    let at = app.now();
    let Some(number) = pages.last_change().await else {
        // The page says itself that the database does not answer.
        return next.run(request).await;
    };
    if let Some(page) = shelf.get(&key, number, at) {
        return page.answer(request.headers());
    }
    let asked = request.headers().clone();
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    if key.gzip {
        request.headers_mut().insert(header::ACCEPT_ENCODING, GZIP);
    }
    let response = next.run(request).await;
    if !is_for_everybody(&response) {
        return response;
    }
    match made(app, response, number, at).await {
        Ok(page) => {
            let page = Arc::new(page);
            let answer = page.answer(&asked);
            shelf.put(key, page);
            answer
        }
        Err(error) => faults::bare(&error, "-"),
    }
}

/// Which page is asked for; none for what is made anew each time.
fn key(app: &App, request: &Request) -> Option<Key> {
    let headers = request.headers();
    if request.method() != Method::GET
        || !is_public(request.uri().path())
        || is_script(headers)
        || has_session(app, headers)
    {
        return None;
    }
    let asked = request.uri().path_and_query()?.as_str();
    // Whoever chooses a language gets a cookie with the page.
    if visit::query_language(asked).is_some() {
        return None;
    }
    let address = visit::without_language(asked);
    let (locale, gzip) = (visit::chosen(asked, None, headers), takes_gzip(headers));
    (address.len() <= LONGEST_ADDRESS).then_some(Key { address, locale, gzip })
}

/// Whether the page of this path is the same for all who have no session. What is not named here is made anew each time.
fn is_public(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(
        parts.as_slice(),
        [
            "",
            "" | "initiatives" | "map" | "publications" | "calls" | "benefits" | "about" | "privacy" | "accessibility"
        ] | ["", "initiatives" | "publications" | "calls" | "guidelines", _]
            | ["", "initiatives", "cities" | "themes", _]
    )
}

/// What scripts ask for, they get as JSON where something is wrong.
fn is_script(asked: &HeaderMap) -> bool {
    asked.get(header::ACCEPT).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

/// Whether there is a cookie of a session, be it over: messages wait for some, and who is signed in is told by asking.
fn has_session(app: &App, asked: &HeaderMap) -> bool {
    asked.contains_key(header::COOKIE) && CookieJar::from_headers(asked).get(session::cookie_name(app)).is_some()
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let said = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|codings| codings.to_str().ok());
    let said: Vec<&str> = said.flat_map(|codings| codings.split(',')).collect();
    let takes = |wanted: &str| {
        let mut parts = said.iter().map(|part| part.split_once(';').unwrap_or((*part, "")));
        parts.find(|(coding, _)| coding.trim().eq_ignore_ascii_case(wanted)).map(|(_, weight)| !is_nothing(weight))
    };
    takes("gzip").or_else(|| takes("*")).unwrap_or(false)
}

/// `q=0`, `q=0.000`.
fn is_nothing(weight: &str) -> bool {
    weight.split_once('=').and_then(|(_, weight)| weight.trim().parse::<f32>().ok()).is_some_and(|weight| weight <= 0.0)
}

/// Whether an answer is a page that everybody may be given: all went well, it brings nobody a cookie, and its door has not said
/// otherwise how long it is kept (`headers::set` says so of all others).
fn is_for_everybody(response: &Response) -> bool {
    let headers = response.headers();
    let begins = |name: header::HeaderName, start: &str| {
        headers.get(name).is_some_and(|is| is.as_bytes().starts_with(start.as_bytes()))
    };
    response.status() == StatusCode::OK
        && begins(header::CONTENT_TYPE, "text/html")
        && begins(header::CACHE_CONTROL, "no-store")
        && !headers.contains_key(header::SET_COOKIE)
}

/// The page as it is kept. Its tag is made of the bytes that are sent, so a compressed page has another than a plain one.
async fn made(app: &App, response: Response, number: i64, at: Moment) -> Result<KeptPage> {
    let (mut parts, body) = response.into_parts();
    let body = body.collect().await.map_err(Error::internal)?.to_bytes();
    let etag = format!("\"{}\"", kept::tag_of(&body));
    let headers = &mut parts.headers;
    headers.insert(header::CONTENT_LENGTH, body.len().into());
    headers.insert(header::ETAG, etag.parse().map_err(Error::internal)?);
    headers.insert(header::CACHE_CONTROL, ALWAYS_ASK);
    headers.insert(header::VARY, BY_WHAT);
    // Without an answer it is given to whoever asked, and to nobody else.
    let until = app.next_turn(at).await.map_or(at, |turn| until(at, turn));
    Ok(KeptPage { headers: parts.headers, body, etag, number, holds: at..until })
}

/// Until when a page that is made now is kept, if nobody changes anything. Pages tell how much time is left until the next turn: one
/// is kept for a hundredth of that at most, so that what it tells is never further off.
fn until(at: Moment, turn: Option<Moment>) -> Moment {
    at + turn.map_or(LONGEST, |turn| LONGEST.min((turn - at) / 100))
}

impl KeptPage {
    /// The page, or that whoever asks has it.
    fn answer(&self, asked: &HeaderMap) -> Response {
        let is_known = kept::has(asked, &self.etag);
        let body = if is_known { Body::empty() } else { Body::from(self.body.clone()) };
        let mut response = body.into_response();
        response.headers_mut().clone_from(&self.headers);
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for of_body in [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_LENGTH] {
                response.headers_mut().remove(of_body);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_for_everybody_are_kept_and_no_others() {
        for path in ["/", "/initiatives", "/initiatives/cool-roofs", "/initiatives/cities/in-agra", "/calls/2014"] {
            assert!(is_public(path), "{path}");
        }
        for path in [
            "",
            "//",
            "/contact",
            "/subscriptions",
            "/login",
            "/desk",
            "/desk/calls",
            "/proposals",
            "/receipts",
            "/initiatives/cool-roofs/files/1",
            "/calls/2014/calendar.ics",
            "/publications/report/cover",
            "/unsubscribe/secret",
        ] {
            assert!(!is_public(path), "{path}");
        }
    }

    #[test]
    fn a_page_is_compressed_for_whoever_takes_it_so() {
        let takes = |said: &'static str| {
            takes_gzip(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(said))]))
        };
        for said in ["gzip", "deflate, GZIP;q=0.5, br", "*", "br, *;q=0.1", "gzip ; q = 1"] {
            assert!(takes(said), "{said}");
        }
        for said in ["", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "x-gzipped"] {
            assert!(!takes(said), "{said}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_page_is_kept_the_shorter_the_nearer_the_next_turn_is() {
        let at = Moment::from_millis(1_396_346_400_000);
        let kept = |left: Duration| until(at, Some(at + left)) - at;
        assert_eq!(until(at, None) - at, LONGEST);
        assert_eq!(kept(Duration::from_hours(24)), LONGEST);
        assert_eq!(kept(Duration::from_secs(3_600)), Duration::from_secs(36));
        assert_eq!(kept(Duration::from_secs(10)), Duration::from_millis(100));
        assert_eq!(kept(Duration::from_millis(50)), Duration::ZERO, "at the end it is made for each");
    }
}
