//! Sessions, kept in one table with the user's id beside the data, so that they can be listed and ended. The cookie's value
//! is stored as its digest only. A row stays for a while after its end: a form posted then is still known to be its
//! owner's.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderValue, header};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store,
};

use crate::{
    accounts::{self, Actor},
    app::App,
    clock::Moment,
    entity::session,
    error::{Error, Result},
    ids::{SessionId, UserId, digest},
};

/// The key of the signed-in user in a session.
pub const USER: &str = "user";
/// The key of whoever logged out of this browser last: a form that was open elsewhere may still come.
pub const LEFT: &str = "left";
/// The key of the messages that wait for the next page.
pub const FLASH: &str = "flash";
/// The key of the language that was chosen since the log-in, over the account's.
pub const LANGUAGE: &str = "language";
/// The keys of what the store notes about the browser at log-in.
pub const AGENT: &str = "agent";
pub const ADDRESS: &str = "address";
/// The key under which the store hands out what it knows of the session itself.
pub const ROW: &str = "row";

/// A session ends when it was not used for this long,
pub const IDLE: Duration = Duration::from_secs(30 * 60);
/// or this long after the log-in.
pub const ABSOLUTE: Duration = Duration::from_secs(12 * 60 * 60);
/// A session's use is written down at most this often.
pub const TOUCH_AFTER: Duration = Duration::from_secs(5 * 60);

/// What the store knows of a session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row {
    pub id: SessionId,
    /// Who is signed in.
    pub actor: Option<Actor>,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
}

/// The cookie's name; with https, one that browsers accept from us alone.
pub fn cookie_name(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-session" } else { "session" }
}

/// The layer that gives every request its session.
pub fn layer(app: &App) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store(app.clone()))
        .with_name(cookie_name(app))
        .with_secure(app.config.is_https())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

/// When a session that was made and used at these times ends.
pub fn expiry(created_at: Moment, seen_at: Moment) -> Moment {
    Ord::min(seen_at + IDLE, created_at + ABSOLUTE)
}

/// Notes that the session is in use.
pub async fn touch(app: &App, row: &Row, at: Moment) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(at))
        .col_expr(session::Column::ExpiresAt, Expr::value(expiry(row.created_at, at)))
        .filter(session::Column::Id.eq(row.id))
        .filter(session::Column::EndedAt.is_null())
        .exec(app.db.write())
        .await?;
    Ok(())
}

/// A session that is over.
#[derive(Clone, Copy, Debug)]
pub struct Former {
    pub user: UserId,
    pub end: End,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its time was up.
    Over,
    /// From another browser, or by the secretariat.
    Ended,
    /// By logging out, here.
    Left,
}

/// The session that this cookie was of, if someone was signed in with it, or had just logged out.
pub async fn former(app: &App, cookie: &str) -> Result<Option<Former>> {
    let row = session::Entity::find().filter(session::Column::SecretHash.eq(digest(cookie))).one(app.db.read()).await?;
    let Some(row) = row else { return Ok(None) };
    if let Some(user) = row.user_id {
        return Ok(Some(Former { user, end: if row.ended_at.is_some() { End::Ended } else { End::Over } }));
    }
    let values: serde_json::Value = serde_json::from_str(&row.data).map_err(Error::internal)?;
    let left = values.get(LEFT).and_then(|user| serde_json::from_value(user.clone()).ok());
    Ok(left.map(|user| Former { user, end: End::Left }))
}

/// Lets the browser keep the cookie of a session that is over: it alone tells whose form comes too late, whatever other page
/// was looked at in between. It opens nothing any more.
pub async fn keep_clue(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let removal = format!("{}=;", cookie_name(&app));
    let removes = |cookie: &HeaderValue| cookie.as_bytes().starts_with(removal.as_bytes());
    if response.headers().get_all(header::SET_COOKIE).iter().any(removes) {
        let others: Vec<_> =
            response.headers().get_all(header::SET_COOKIE).iter().filter(|cookie| !removes(cookie)).cloned().collect();
        response.headers_mut().remove(header::SET_COOKIE);
        for cookie in others {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// The store behind the layer.
#[derive(Clone)]
pub struct Store(App);

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    fn row(&self, record: &Record) -> session_store::Result<session::ActiveModel> {
        let at = self.0.now();
        let text = |key: &str| record.data.get(key).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
        let user = record.data.get(USER).and_then(|v| serde_json::from_value(v.clone()).ok());
        Ok(session::ActiveModel {
            id: Set(self.0.ids.id(at)),
            secret_hash: Set(digest(&record.id.to_string())),
            user_id: Set(user),
            agent: Set(text(AGENT)),
            address: Set(text(ADDRESS)),
            data: Set(data(record)?),
            created_at: Set(at),
            seen_at: Set(at),
            expires_at: Set(expiry(at, at)),
            ended_at: Set(None),
        })
    }
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        self.row(record)?.insert(self.0.db.write()).await.map(|_| ()).map_err(backend)
    }

    /// Writes the values of a session that still stands; one that was ended meanwhile stays ended.
    async fn save(&self, record: &Record) -> session_store::Result<()> {
        let found = session::Entity::update_many()
            .col_expr(session::Column::Data, Expr::value(data(record)?))
            .filter(session::Column::SecretHash.eq(digest(&record.id.to_string())))
            .filter(session::Column::EndedAt.is_null())
            .exec(self.0.db.write())
            .await;
        found.map(|_| ()).map_err(backend)
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let found = accounts::store::signed_in(self.0.db.read(), &digest(&id.to_string()), self.0.now()).await;
        let Some((session, actor)) = found.map_err(backend)? else { return Ok(None) };
        let decode = |e: serde_json::Error| session_store::Error::Decode(e.to_string());
        let mut record =
            Record { id: *id, data: serde_json::from_str(&session.data).map_err(decode)?, expiry_date: FAR };
        let known = Row {
            id: session.id,
            actor,
            created_at: session.created_at,
            seen_at: session.seen_at,
            expires_at: session.expires_at,
        };
        record.data.insert(ROW.to_owned(), serde_json::to_value(known).map_err(decode)?);
        Ok(Some(record))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        let ended = session::Entity::update_many()
            .col_expr(session::Column::EndedAt, Expr::value(self.0.now()))
            .filter(session::Column::SecretHash.eq(digest(&id.to_string())))
            .filter(session::Column::EndedAt.is_null())
            .exec(self.0.db.write())
            .await;
        ended.map(|_| ()).map_err(backend)
    }
}

/// The session's values as they are stored: without what the store itself adds.
fn data(record: &Record) -> session_store::Result<String> {
    let mut values = record.data.clone();
    values.remove(ROW);
    serde_json::to_string(&values).map_err(|e| session_store::Error::Encode(e.to_string()))
}

/// The layer asks for an end by its own clock; ours is kept in the table, by ours.
const FAR: OffsetDateTime = time::macros::datetime!(9999-12-31 23:59:59 UTC);

fn backend(error: impl std::fmt::Display) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}
