//! The doors for calendars: the deadlines of calls, for programs that remind their owners. The language is that of the address.

use axum::extract::State;
use http::HeaderMap;
use serde::Deserialize;

use super::find;
use crate::{
    app::App,
    calls::{
        calendar::calendar,
        pages::deadline,
        rules::Phase,
        store::{self, changes::changes},
    },
    entity::call,
    error::Result,
    web::{
        Answer, Path, Query, Visit,
        kept::{Kept, tag_of},
    },
    words::Locale,
};

/// More are never open or announced at one time.
const MANY: u64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    lang: String,
}

impl Wish {
    fn locale(&self) -> Locale {
        self.lang.parse().unwrap_or_default()
    }
}

/// Those of all calls that are open or announced. Where there is none, the last one that was: a calendar without an event is none.
pub async fn all(State(app): State<App>, visit: Visit, Query(wish): Query<Wish>, asked: HeaderMap) -> Answer {
    let db = app.db.read();
    let mut calls = store::open_at(db, visit.at).await?;
    calls.extend(store::list(db, Some((Phase::Upcoming, visit.at)), None, MANY).await?.calls);
    if calls.is_empty() {
        calls = store::list(db, Some((Phase::Closed, visit.at)), None, 1).await?.calls;
    }
    calls.sort_by_key(|call| (call.closes_at, call.id));
    let locale = wish.locale();
    answer(&app, &locale.t("data-calendar-name"), locale, &calls, &asked).await
}

/// That of one call.
pub async fn one(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
    asked: HeaderMap,
) -> Answer {
    let (call, locale) = (find(&app, &slug).await?, wish.locale());
    let name = call.title.get(locale).to_owned();
    answer(&app, &name, locale, &[call], &asked).await
}

async fn answer(app: &App, name: &str, locale: Locale, calls: &[call::Model], asked: &HeaderMap) -> Answer {
    let written = written(app, name, locale, calls).await?;
    let kept = Kept {
        media_type: "text/calendar; charset=utf-8",
        tag: tag_of(written.as_bytes()),
        // A call that is over goes, and no other date tells that.
        changed: None,
        any_site: false,
    };
    kept.known(asked).unwrap_or_else(|| kept.answer(written))
}

async fn written(app: &App, name: &str, locale: Locale, calls: &[call::Model]) -> Result<String> {
    let (changes, base) = (changes(app.db.read(), calls).await?, app.config.link(""));
    let deadlines: Vec<_> =
        calls.iter().filter_map(|call| Some(deadline(call, *changes.get(&call.id)?, &base, locale))).collect();
    Ok(calendar(name, locale, &deadlines))
}
