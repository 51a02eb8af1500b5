//! What the public pages say: the list, and the texts of one page, looked at, kept, taken back.

use axum::{extract::State, response::Response};
use http::StatusCode;
use serde::Deserialize;

use crate::{
    admin::{
        forms::{ContentForm, said, typed, typed_over},
        pages::content::{ContentPage, ContentsPage, Kept, href, theirs},
        policy::may_keep_content,
        store,
    },
    app::App,
    catalogue::{
        actions::content,
        content::Page,
        written::{self, Version},
    },
    error::{Error, FieldErrors, Result},
    ids::UserId,
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
};

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    may_keep_content(&signed.actor).must()?;
    let db = app.db.read();
    let (texts, latest) = (written::now(db, Page::ALL).await?, written::latest(db).await?);
    let names = store::names(db, writers(&latest)).await?;
    let frame = signed.visit.frame(signed.visit.t("content-title"), "content").await;
    page(&ContentsPage::new(frame, &texts, &latest, &names, signed.visit.zone))
}

fn writers(versions: &[Version]) -> Vec<UserId> {
    versions.iter().filter_map(|row| row.written_by).collect()
}

/// An earlier version that is to stand in the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    version: Option<i32>,
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(of): Path<Page>, Query(wish): Query<Wish>) -> Answer {
    may_keep_content(&signed.actor).must()?;
    let db = app.db.read();
    // First how often it was changed: what is changed between the two questions is then found out when it is saved.
    let seen = written::last(db, of).await?.map_or(0, |row| row.number);
    let now = written::now(db, &[of]).await?;
    let earlier = match wish.version {
        Some(number) => written::version(db, of, number).await?,
        None => None,
    };
    let shown = earlier.as_ref().map(|row| row.number);
    let texts = earlier.map_or(now, |row| row.texts);
    let drawn = drawn(&app, &signed, of, Filled::with(typed(of, &texts, seen))).await?;
    page(&ContentPage { shown, is_unsaved: shown.is_some(), ..drawn })
}

pub async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(of): Path<Page>,
    posted: Posted<ContentForm>,
) -> Answer {
    may_keep_content(&signed.actor).must()?;
    let before = posted.values.clone();
    let act_on = async |form: ContentForm, values: &Values| {
        let typed = || said(of, values, signed.visit.locale).map_err(Error::Invalid);
        if form.only_looks() {
            typed()?;
            return again(&app, &signed, of, Filled::with(values.clone())).await;
        }
        let texts = if form.resets() { None } else { Some(typed()?) };
        let act = app.begin(signed.who()).await?;
        let is_new = match &texts {
            Some(texts) => content::write(&act, of, form.version, texts).await?,
            None => content::reset(&act, of, form.version).await?,
        };
        act.commit().await?;
        let done = match (is_new, texts) {
            (false, _) => "content-same",
            (true, Some(_)) => "content-saved",
            (true, None) => "content-was-reset",
        };
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(see_other(&href(of)))
    };
    match posted.then(act_on, async |filled| again(&app, &signed, of, filled).await).await {
        Err(Error::Conflict) => overtaken(&app, &signed, of, before).await,
        other => other,
    }
}

/// Somebody else was faster: both texts, and the next save is on top of theirs.
async fn overtaken(app: &App, signed: &SignedIn, of: Page, before: Values) -> Answer {
    let db = app.db.read();
    let seen = written::last(db, of).await?.map_or(0, |row| row.number);
    let now = written::now(db, &[of]).await?;
    let values = typed_over(of, &before, seen);
    let errors = FieldErrors::one("", signed.visit.t("texts-changed-meanwhile"));
    let theirs = theirs(of, &now, &values, signed.visit.locale);
    let drawn = drawn(app, signed, of, Filled { values, errors }).await?;
    let mut answer: Response = page(&ContentPage { theirs, is_unsaved: true, ..drawn })?;
    *answer.status_mut() = StatusCode::CONFLICT;
    Ok(answer)
}

/// The page with what was typed, whatever is wrong with it.
async fn again(app: &App, signed: &SignedIn, of: Page, filled: Filled) -> Answer {
    page(&ContentPage { is_unsaved: true, ..drawn(app, signed, of, filled).await? })
}

async fn drawn(app: &App, signed: &SignedIn, of: Page, filled: Filled) -> Result<ContentPage> {
    let db = app.db.read();
    let (texts, versions) = (written::now(db, &[of]).await?, written::versions(db, of).await?);
    let names = store::names(db, writers(&versions)).await?;
    let frame = signed.visit.frame(signed.visit.t(&of.key()), "content").await;
    let kept = Kept { texts: &texts, versions: &versions, names: &names };
    Ok(ContentPage::new(frame, of, filled, &kept, signed.visit.zone))
}
