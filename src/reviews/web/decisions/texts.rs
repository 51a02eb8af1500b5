//! What the letters of a call about decisions say.

use std::collections::BTreeMap;

use axum::{Router, extract::State, response::Response, routing::get};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{
    letters::{Written, look, sample, usual},
    over,
};
use crate::{
    app::App,
    calls::{DeskCall, at_desk},
    entity::{call, letter_text},
    error::{Error, FieldErrors, Result},
    ids::{CallId, UserId},
    mail::{Wording, render, texts},
    proposals::{actions::wording, decisions::placeholders, letter_texts, people, rules::Outcome},
    reviews::pages::{
        Reader,
        decisions::{
            letters::{KindLine, LanguageLine, TextPage, TextsPage, version_line},
            outcome_words,
        },
    },
    web::{
        Answer, Filled, Path, Posted, Query, SignedIn, Values,
        letter::{Links, letter},
        page, see_other,
        wording::{WordingForm, known, typed},
    },
    words::Locale,
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/calls/{slug}/letter-texts", get(list))
        .route("/desk/calls/{slug}/letter-texts/{kind}/{language}", get(show).post(write))
        .route("/desk/calls/{slug}/letter-texts/{kind}/{language}/example", get(as_html))
}

const KINDS: [Outcome; 4] = [Outcome::Approved, Outcome::Returned, Outcome::NotSelected, Outcome::Ineligible];

async fn list(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let versions = letter_texts::versions(db, call.id).await?;
    let line = |kind: Outcome, locale: Locale| {
        let last = versions.iter().find(|row| row.kind == kind.code() && row.locale == locale);
        let own = last.filter(|row| row.subject.is_some());
        let stands = own.map_or_else(
            || reader.t("texts-usual"),
            |row| {
                let args = [("number", row.version.into()), ("when", reader.instant(row.written_at).into())];
                reader.locale.tr("texts-own-since", &args)
            },
        );
        LanguageLine { href: href(&call, kind, locale), name: locale.own_name(), tag: locale.tag(), stands }
    };
    let kind = |kind: Outcome| KindLine {
        title: outcome_words(kind, reader),
        languages: Locale::ALL.into_iter().map(|locale| line(kind, locale)).collect(),
    };
    page(&TextsPage {
        frame: signed.visit.frame(reader.t("texts-title"), "desk-calls").await,
        call: DeskCall::new(&call, reader.locale),
        kinds: KINDS.into_iter().map(kind).collect(),
    })
}

fn href(call: &call::Model, kind: Outcome, locale: Locale) -> String {
    format!("/desk/calls/{}/letter-texts/{}/{}", call.slug, kind.code(), locale.tag())
}

/// Which letter, as an address names it.
type Of = (String, String, Locale);

fn outcome(code: &str) -> Result<Outcome> {
    code.parse().map_err(|_| Error::NotFound)
}

/// An earlier version, to begin from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    version: Option<i32>,
}

async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, locale)): Path<Of>,
    Query(wish): Query<Wish>,
) -> Answer {
    let (call, kind) = (at_desk(&app, &signed, &slug).await?, outcome(&kind)?);
    let versions = letter_texts::versions_of(app.db.read(), call.id, kind, locale).await?;
    let last = versions.first().map_or(0, |row| row.version);
    let earlier = versions.iter().find(|row| Some(row.version) == wish.version);
    let wording = earlier.or(versions.first()).and_then(letter_text::Model::wording);
    let wording = match wording {
        Some(wording) => wording,
        None => usual(&app, kind, locale).await?,
    };
    let filled = Filled::with(typed(&wording, last));
    draw(&app, &signed, (&call, kind, locale), filled, None).await
}

/// What was looked at last, for the frame of its page.
const LOOKED_AT: &str = "looked-at-letter";

#[derive(Serialize, Deserialize)]
struct LookedAt {
    call: CallId,
    kind: Outcome,
    locale: Locale,
    wording: Wording,
}

async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, locale)): Path<Of>,
    posted: Posted<WordingForm>,
) -> Answer {
    let (call, kind) = (at_desk(&app, &signed, &slug).await?, outcome(&kind)?);
    let what = (&call, kind, locale);
    let typed = posted.values.clone();
    let act_on = async |form: WordingForm, typed: &Values| {
        let words = form.wording(&placeholders(kind), signed.visit.locale);
        if form.only_looks() {
            let wording = words.map_err(Error::Invalid)?;
            return draw(&app, &signed, what, Filled::with(typed.clone()), Some(wording)).await;
        }
        let wording = if form.resets() { None } else { Some(words.map_err(Error::Invalid)?) };
        let act = app.begin(signed.who()).await?;
        let of = (kind, locale);
        wording::write(&act, &signed.actor, call.id, of, form.version, wording.as_ref()).await?;
        act.commit().await?;
        let done = if form.resets() { "texts-was-reset" } else { "texts-saved" };
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(see_other(&href(&call, kind, locale)))
    };
    match posted.then(act_on, async |filled| draw(&app, &signed, what, filled, None).await).await {
        Err(Error::Conflict) => overtaken(&app, &signed, what, typed).await,
        other => other,
    }
}

/// Somebody else was faster: both texts, and the next save is on top of theirs.
async fn overtaken(app: &App, signed: &SignedIn, what: (&call::Model, Outcome, Locale), typed: Values) -> Answer {
    let (call, kind, locale) = what;
    let versions = letter_texts::versions_of(app.db.read(), call.id, kind, locale).await?;
    let last = versions.first();
    let values = over(&typed, &[("version", &last.map_or(0, |row| row.version).to_string())]);
    let errors = FieldErrors::one("", signed.visit.t("texts-changed-meanwhile"));
    let theirs = match last.and_then(letter_text::Model::wording) {
        Some(theirs) => theirs,
        None => usual(app, kind, locale).await?,
    };
    let mut drawn = drawn(app, signed, what, Filled { values, errors }, None).await?;
    drawn.theirs = Some((theirs.subject, theirs.body));
    let mut page: Response = page(&drawn)?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn draw(
    app: &App,
    signed: &SignedIn,
    what: (&call::Model, Outcome, Locale),
    filled: Filled,
    looked_at: Option<Wording>,
) -> Answer {
    page(&drawn(app, signed, what, filled, looked_at).await?)
}

async fn drawn(
    app: &App,
    signed: &SignedIn,
    (call, kind, locale): (&call::Model, Outcome, Locale),
    filled: Filled,
    looked_at: Option<Wording>,
) -> Result<TextPage> {
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let versions = letter_texts::versions_of(db, call.id, kind, locale).await?;
    let names = people::named(db, versions.iter().filter_map(|row| row.written_by)).await?;
    let names: BTreeMap<UserId, String> = names.into_iter().collect();
    let own = versions.first().and_then(letter_text::Model::wording);
    let is_own = own.is_some();
    let example = if looked_at.is_some() { "example?typed=yes" } else { "example" };
    let wording = looked_at.clone().or(own);
    let look = match sample(app, signed, call, kind, locale, wording).await? {
        Some(letter) => {
            Some(look(app, &texts::now(db).await?, &letter, format!("{}/{example}", href(call, kind, locale)))?)
        }
        None => None,
    };
    if let Some(wording) = looked_at {
        let kept = LookedAt { call: call.id, kind, locale, wording };
        signed.visit.session.insert(LOOKED_AT, kept).await.map_err(Error::internal)?;
    }
    let title = reader.locale.pair(outcome_words(kind, reader), locale.own_name());
    Ok(TextPage {
        frame: signed.visit.frame(title, "desk-calls").await,
        filled,
        call: DeskCall::new(call, reader.locale),
        texts_href: format!("/desk/calls/{}/letter-texts", call.slug),
        href: href(call, kind, locale),
        language: locale.own_name(),
        tag: locale.tag(),
        is_own,
        known: known(&placeholders(kind), reader.locale),
        look,
        versions: versions
            .iter()
            .map(|row| version_line(row, row.written_by.and_then(|who| names.get(&who)), reader))
            .collect(),
        theirs: None,
    })
}

/// The example as mail programs show it: as it is kept, or as it was typed.
async fn as_html(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, locale)): Path<Of>,
    Query(written): Query<Written>,
) -> Answer {
    let (call, kind) = (at_desk(&app, &signed, &slug).await?, outcome(&kind)?);
    let wording = if written.is_typed() {
        let kept: Option<LookedAt> = signed.visit.session.get(LOOKED_AT).await.map_err(Error::internal)?;
        let is_this = |kept: &LookedAt| (kept.call, kept.kind, kept.locale) == (call.id, kind, locale);
        Some(kept.filter(is_this).ok_or(Error::NotFound)?.wording)
    } else {
        let versions = letter_texts::versions_of(app.db.read(), call.id, kind, locale).await?;
        versions.first().and_then(letter_text::Model::wording)
    };
    let written = sample(&app, &signed, &call, kind, locale, wording).await?.ok_or(Error::NotFound)?;
    let texts = texts::now(app.db.read()).await?;
    Ok(letter(&render(&app.config, &texts, &written)?.html, Links::Rest))
}
