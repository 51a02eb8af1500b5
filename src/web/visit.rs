//! Who visits, when, in which language: established once per request, before any page is asked.

use std::{
    net::SocketAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use http::{Extensions, HeaderMap, Method, header, request::Parts};
use tower_sessions::Session;

use super::{Flash, Values, faults, returning, session};
use crate::{
    accounts::{self, Actor, StaffRole},
    act::{By, Who},
    app::App,
    clock::{Moment, Zone},
    error::{Error, Result},
    ids::{Reference, digest},
    words::Locale,
};

/// The cookie of a chosen language, for visitors without an account.
const LANGUAGE_COOKIE: &str = "lang";

/// What lies below these is for signed-in people only, whatever a handler forgets.
const SIGNED_IN_ONLY: [&str; 5] = ["/proposals", "/organisations", "/desk", "/account", "/admin"];

/// A request by someone.
#[derive(Clone)]
pub struct Visit {
    /// When it arrived.
    pub at: Moment,
    pub locale: Locale,
    /// The zone of the account, or UTC.
    pub zone: Zone,
    pub actor: Option<Arc<Actor>>,
    pub session: Session,
    /// When the session ends unless it is used.
    pub session_ends: Option<Moment>,
    /// The session that is over, where the page asks to log in again.
    pub former: Option<session::Former>,
    pub path_and_query: String,
    /// Whether it brings a form.
    pub posts: bool,
    /// Whether a script of ours asks, and not a person: it is answered in JSON, what went wrong too.
    pub wants_json: bool,
    /// Whether a script looks at a page beside its own: what is to be said waits for a person.
    looks_aside: bool,
    /// The visitor's address, as far as it is known.
    pub address: String,
    /// What the browser says of itself.
    pub agent: String,
    /// Under which a defect met on this visit stands in the log.
    pub request_id: String,
    /// True while a form is only shown again after a log-in.
    pub only_shown: bool,
    pub demo: bool,
    /// The address of the service, without a slash at its end.
    pub base: String,
    /// What was posted, once a door has read it: a page of what went wrong gives it back.
    posted: Arc<OnceLock<Values>>,
}

impl Visit {
    /// The visit that [`establish`] left with the request.
    pub fn of(extensions: &Extensions) -> Result<Self> {
        extensions.get::<Self>().cloned().ok_or_else(|| Error::Internal("no visit was established".to_owned()))
    }

    pub fn who(&self) -> Who {
        let by = self.actor.as_ref().map_or(By::Anyone, |actor| actor.by());
        Who { by, at: self.at, may_act: !self.only_shown }
    }

    /// Whoever follows a link that proves itself: signed in or not, it is the link that acts.
    pub fn who_without_account(&self) -> Who {
        Who { by: By::Anyone, ..self.who() }
    }

    /// The text of `key` in the visitor's language.
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    /// Leaves a message for the next page.
    pub async fn flash(&self, kind: &str, text: impl Into<String>) {
        self.leave(Flash { kind: kind.to_owned(), text: text.into(), arrived: None }).await;
    }

    /// Leaves the message that what was typed about a proposal has arrived.
    pub async fn flash_arrived(&self, text: impl Into<String>, reference: &Reference) {
        let arrived = Some(reference.to_string());
        self.leave(Flash { kind: "success".to_owned(), text: text.into(), arrived }).await;
    }

    async fn leave(&self, message: Flash) {
        let mut waiting: Vec<Flash> = self.session.get(session::FLASH).await.ok().flatten().unwrap_or_default();
        waiting.push(message);
        let _ = self.session.insert(session::FLASH, waiting).await;
    }

    /// Remembers what was posted.
    pub(super) fn has_read(&self, values: &Values) {
        // A script keeps what it sends.
        if !self.wants_json {
            let _ = self.posted.set(values.clone().without_secrets());
        }
    }

    pub(super) fn posted(&self) -> Option<&Values> {
        self.posted.get()
    }

    /// The account's language holds again, whatever was chosen since the log-in.
    pub async fn speak_as_the_account(&self) {
        let _ = self.session.remove::<Locale>(session::LANGUAGE).await;
    }

    pub(super) async fn take_flash(&self) -> Vec<Flash> {
        if self.looks_aside || self.wants_json {
            return Vec::new();
        }
        match self.session.get::<Vec<Flash>>(session::FLASH).await {
            Ok(Some(waiting)) if !waiting.is_empty() => {
                let _ = self.session.remove::<Vec<Flash>>(session::FLASH).await;
                waiting
            }
            _ => Vec::new(),
        }
    }

    /// The language that the address names.
    pub(super) fn language_named(&self) -> Option<Locale> {
        query_language(&self.path_and_query)
    }

    /// Path and query without `lang`, so that it can be put back in another language.
    pub fn path_without_language(&self) -> String {
        without_language(&self.path_and_query)
    }

    fn anonymous(app: &App, request: &Request, at: Moment, session: Session) -> Self {
        let path_and_query = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
        let headers = request.headers();
        Self {
            at,
            locale: chosen(&path_and_query, None, headers),
            zone: Zone::UTC,
            actor: None,
            session,
            session_ends: None,
            former: None,
            address: address(app, request),
            agent: text(headers, header::USER_AGENT).chars().take(300).collect(),
            only_shown: request.extensions().get::<returning::OnlyShown>().is_some(),
            path_and_query,
            posts: request.method() == Method::POST,
            wants_json: text(headers, header::ACCEPT).starts_with("application/json"),
            looks_aside: headers.contains_key("x-looks-aside"),
            request_id: app.ids.secret().chars().take(12).collect(),
            demo: app.config.demo,
            base: app.config.link(""),
            posted: Arc::default(),
        }
    }
}

/// Establishes who visits, hands the request on, and draws whatever went wrong as a page.
pub async fn establish(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let at = app.now();
    let Some(session) = request.extensions().get::<Session>().cloned() else {
        return faults::bare(&Error::Internal("no session layer".to_owned()), "-");
    };
    let mut visit = Visit::anonymous(&app, &request, at, session);
    if let Err(error) = sign_in(&app, &mut visit, request.headers()).await {
        return faults::draw(&visit, &error, None).await;
    }
    if visit.actor.is_none() && is_below(request.uri().path(), &SIGNED_IN_ONLY) {
        let former = returning::former(&app, request.headers()).await;
        visit.former = former;
        let sealed = match former.filter(|_| !visit.wants_json) {
            Some(former) => returning::seal_posted(&app, former.user, request).await,
            None => None,
        };
        return faults::draw(&visit, &Error::SignIn, sealed).await;
    }
    request.extensions_mut().insert(visit.clone());
    let chose = query_language(&visit.path_and_query).filter(|_| request.method() == Method::GET);
    let mut response = next.run(request).await;
    if let Some(fault) = response.extensions_mut().remove::<faults::Fault>() {
        response = faults::draw(&visit, &fault.0, None).await;
    }
    if let (Some(locale), None) = (chose, &visit.actor) {
        let secure = if app.config.is_https() { "; Secure" } else { "" };
        let cookie =
            format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", locale.tag());
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// A form that takes longer than this on its way finds out anew who sends it.
const SLOW: Duration = Duration::from_secs(5);

/// Whoever sent a form that came slowly may have been shown out meanwhile: a removed member does not finish what was begun
/// before. Called when the form has been read.
pub(super) async fn is_still_so(app: &App, visit: &Visit) -> Result<()> {
    let Some(actor) = visit.actor.as_ref().filter(|_| app.now() - visit.at > SLOW) else { return Ok(()) };
    let id = visit.session.id().ok_or(Error::SignIn)?;
    let found = accounts::store::signed_in(app.db.read(), &digest(&id.to_string()), app.now()).await?;
    let now = found.and_then(|(_, actor)| actor).ok_or(Error::SignIn)?;
    let is_same = (&now.memberships, &now.staff) == (&actor.memberships, &actor.staff);
    if is_same { Ok(()) } else { Err(Error::Refused("error-part-changed")) }
}

/// Finds the actor of the session, and notes (at most every five minutes) that the session is in use.
async fn sign_in(app: &App, visit: &mut Visit, headers: &HeaderMap) -> Result<()> {
    let unavailable = |error: tower_sessions::session::Error| Error::Unavailable(error.to_string());
    let found = visit.session.get::<session::Row>(session::ROW).await.map_err(unavailable)?;
    let Some(mut row) = found else { return Ok(()) };
    let Some(actor) = row.actor.take() else { return Ok(()) };
    if visit.at - row.seen_at >= session::TOUCH_AFTER {
        session::touch(app, &row, visit.at).await?;
        visit.session_ends = Some(session::expiry(row.created_at, visit.at));
    } else {
        visit.session_ends = Some(row.expires_at);
    }
    visit.zone = actor.zone;
    let kept = visit.session.get::<Locale>(session::LANGUAGE).await.map_err(unavailable)?;
    visit.locale = chosen(&visit.path_and_query, kept.or(Some(actor.locale)), headers);
    if visit.locale != kept.unwrap_or(actor.locale) && !visit.posts {
        visit.session.insert(session::LANGUAGE, visit.locale).await.map_err(unavailable)?;
    }
    visit.actor = Some(Arc::new(actor));
    Ok(())
}

/// The language of the address, else of the session or the account, else of the cookie, else of the browser.
pub(super) fn chosen(path_and_query: &str, account: Option<Locale>, headers: &HeaderMap) -> Locale {
    query_language(path_and_query)
        .or(account)
        .or_else(|| CookieJar::from_headers(headers).get(LANGUAGE_COOKIE)?.value().parse().ok())
        .or_else(|| accepted(&text(headers, header::ACCEPT_LANGUAGE)))
        .unwrap_or_default()
}

/// Path and query without `lang`, and without what says nothing.
pub(super) fn without_language(path_and_query: &str) -> String {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}

/// The language that an address names.
pub(super) fn query_language(path_and_query: &str) -> Option<Locale> {
    let (_, query) = path_and_query.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix("lang="))?.parse().ok()
}

/// The language of ours that the browser likes best.
fn accepted(header: &str) -> Option<Locale> {
    let quality = |part: &str| part.split_once("q=").map_or(1.0, |(_, q)| q.trim().parse::<f32>().unwrap_or(0.0));
    let mut wishes: Vec<(f32, Locale)> = header
        .split(',')
        .filter_map(|part| Some((quality(part), part.split(';').next()?.trim().parse().ok()?)))
        .filter(|(quality, _)| *quality > 0.0)
        .collect();
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
    wishes.first().map(|(_, locale)| *locale)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The visitor's address: the connection's, or, behind a trusted proxy, the last one that the proxy vouches for.
fn address(app: &App, request: &Request) -> String {
    let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() else {
        return String::new();
    };
    let trusted = &app.config.trusted_proxies;
    // A socket that listens on both protocols names an IPv4 visitor as ::ffff:a.b.c.d.
    let peer = peer.ip().to_canonical();
    if !trusted.contains(&peer) {
        return peer.to_string();
    }
    let forwarded = text(request.headers(), header::HeaderName::from_static("x-forwarded-for"));
    let hops = forwarded.split(',').rev().filter_map(|hop| hop.trim().parse::<std::net::IpAddr>().ok());
    hops.map(|hop| hop.to_canonical()).find(|hop| !trusted.contains(hop)).unwrap_or(peer).to_string()
}

fn is_below(path: &str, roots: &[&str]) -> bool {
    roots.iter().any(|root| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        Self::of(&parts.extensions)
    }
}

/// A visit by someone who is signed in.
#[derive(Clone)]
pub struct SignedIn {
    pub visit: Visit,
    pub actor: Arc<Actor>,
}

impl SignedIn {
    pub fn who(&self) -> Who {
        self.visit.who()
    }

    /// Passes those who have this role of the staff; for all others there is no such page.
    pub fn must_be(&self, role: StaffRole) -> Result<()> {
        if self.actor.is(role) { Ok(()) } else { Err(Error::NotFound) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let visit = Visit::of(&parts.extensions)?;
        let actor = visit.actor.clone().ok_or(Error::SignIn)?;
        Ok(Self { visit, actor })
    }
}
