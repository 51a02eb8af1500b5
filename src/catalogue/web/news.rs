//! The secretariat gives the Initiatives their news, corrects and translates it, and takes it back.

use axum::{extract::State, response::Response};
use http::StatusCode;
use serde::Deserialize;

use crate::{
    app::App,
    catalogue::{
        actions::news::{self as actions, Changed, Letters},
        forms::news::{NewsForm, NewsShownForm, filled},
        news::{NewsKind, Said},
        pages::news::{EditNewsPage, NewsPage, list_href, theirs},
        store::news as store,
    },
    entity::{news, proposal},
    error::{Error, FieldErrors, Result},
    ids::{NewsId, Reference},
    proposals,
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
    words::Trilingual,
};

pub async fn list(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let nothing = Said {
        kind: NewsKind::Milestone,
        language: signed.visit.locale,
        title: Trilingual::default(),
        text: Trilingual::default(),
        link: None,
    };
    let mut values = filled(&nothing, 0);
    values.add("id".to_owned(), &app.ids.id::<NewsId>(signed.visit.at).to_string());
    draw_list(&app, &signed, &reference, Filled::with(values)).await
}

pub async fn publish(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<NewsForm>,
) -> Answer {
    let act_on = async |form: NewsForm, values: &Values| {
        let said = form.said(values, signed.visit.locale).map_err(Error::Invalid)?;
        if form.only_looks() {
            return draw_list(&app, &signed, &reference, Filled::with(values.clone())).await;
        }
        let act = app.begin(signed.who()).await?;
        let id = form.id.unwrap_or_else(|| act.id());
        actions::publish(&act, &signed.actor, &reference, id, &said).await?;
        act.commit().await?;
        done(&signed, &list_href(&reference), "news-published").await
    };
    posted.then(act_on, async |filled| draw_list(&app, &signed, &reference, filled).await).await
}

async fn draw_list(app: &App, signed: &SignedIn, reference: &Reference, filled: Filled) -> Answer {
    let proposal = initiative(app, signed, reference).await?;
    let rows = store::all_of(app.db.read(), proposal.id).await?;
    let frame = signed.visit.frame(signed.visit.t("news-title"), "desk").await;
    page(&NewsPage::new(frame, filled, &proposal, &rows, signed.visit.zone))
}

/// The Initiative, for whoever may publish something about it.
async fn initiative(app: &App, signed: &SignedIn, reference: &Reference) -> Result<proposal::Model> {
    let case = proposals::case(app.db.read(), Some(&signed.actor), reference, signed.visit.at).await?;
    actions::may_publish(&case)?;
    Ok(case.proposal)
}

async fn done(signed: &SignedIn, at: &str, said: &str) -> Answer {
    signed.visit.flash("success", signed.visit.t(said)).await;
    Ok(see_other(at))
}

type Place = Path<(Reference, NewsId)>;

/// An earlier version that is to stand in the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    version: Option<i32>,
}

pub async fn edit(State(app): State<App>, signed: SignedIn, Path(at): Place, Query(wish): Query<Wish>) -> Answer {
    let (proposal, row) = piece(&app, &signed, &at).await?;
    let earlier = match wish.version {
        Some(number) => store::version(app.db.read(), row.id, number).await?,
        None => None,
    };
    let shown = earlier.as_ref().map(|version| version.number);
    let said = earlier.map_or_else(|| row.said(), |version| version.said());
    let values = Filled::with(filled(&said, row.version));
    let drawn = drawn(&app, &signed, (&proposal, &row), values).await?;
    page(&EditNewsPage { shown, is_unsaved: shown.is_some(), ..drawn })
}

async fn piece(
    app: &App,
    signed: &SignedIn,
    (reference, id): &(Reference, NewsId),
) -> Result<(proposal::Model, news::Model)> {
    let proposal = initiative(app, signed, reference).await?;
    let row = store::find(app.db.read(), proposal.id, *id).await?;
    Ok((proposal, row))
}

pub async fn change(State(app): State<App>, signed: SignedIn, Path(at): Place, posted: Posted<NewsForm>) -> Answer {
    let before = posted.values.clone();
    let act_on = async |form: NewsForm, values: &Values| {
        let said = form.said(values, signed.visit.locale).map_err(Error::Invalid)?;
        if form.only_looks() {
            return again(&app, &signed, &at, Filled::with(values.clone())).await;
        }
        let act = app.begin(signed.who()).await?;
        let changed = actions::change(&act, &signed.actor, (&at.0, at.1), form.version, &said).await?;
        act.commit().await?;
        let said = match changed {
            Changed::Nothing => "content-same",
            Changed::Shown => "news-changed",
            Changed::Hidden => "news-changed-hidden",
        };
        done(&signed, &list_href(&at.0), said).await
    };
    match posted.then(act_on, async |filled| again(&app, &signed, &at, filled).await).await {
        Err(Error::Conflict) => overtaken(&app, &signed, &at, before).await,
        other => other,
    }
}

/// The page with what was typed, whatever is wrong with it.
async fn again(app: &App, signed: &SignedIn, at: &(Reference, NewsId), filled: Filled) -> Answer {
    let (proposal, row) = piece(app, signed, at).await?;
    page(&EditNewsPage { is_unsaved: true, ..drawn(app, signed, (&proposal, &row), filled).await? })
}

/// Somebody else was faster: both texts, and the next save is on top of theirs.
async fn overtaken(app: &App, signed: &SignedIn, at: &(Reference, NewsId), before: Values) -> Answer {
    let (proposal, row) = piece(app, signed, at).await?;
    let typed = before.pairs().iter().filter(|(name, _)| name != "version").cloned();
    let values: Values = typed.chain([("version".to_owned(), row.version.to_string())]).collect();
    let errors = FieldErrors::one("", signed.visit.t("texts-changed-meanwhile"));
    let theirs = theirs(&row, &values, signed.visit.locale);
    let drawn = drawn(app, signed, (&proposal, &row), Filled { values, errors }).await?;
    let mut answer: Response = page(&EditNewsPage { theirs, is_unsaved: true, ..drawn })?;
    *answer.status_mut() = StatusCode::CONFLICT;
    Ok(answer)
}

async fn drawn(
    app: &App,
    signed: &SignedIn,
    (proposal, row): (&proposal::Model, &news::Model),
    filled: Filled,
) -> Result<EditNewsPage> {
    let versions = store::versions(app.db.read(), row.id).await?;
    let frame = signed.visit.frame(signed.visit.t("news-edit"), "desk").await;
    Ok(EditNewsPage::new(frame, filled, (proposal, row), &versions, signed.visit.zone))
}

/// A button: nobody can read it any more, or everybody can again.
pub async fn show(State(app): State<App>, signed: SignedIn, Path(at): Place, posted: Posted<NewsShownForm>) -> Answer {
    let shown = posted.sound()?.wanted().ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    let said = if shown {
        actions::put_back(&act, &signed.actor, (&at.0, at.1)).await?;
        "news-is-back"
    } else {
        match actions::take_back(&act, &signed.actor, (&at.0, at.1)).await? {
            Some(Letters::Left) => "news-taken-back-told",
            Some(Letters::Stopped) | None => "news-taken-back",
        }
    };
    act.commit().await?;
    done(&signed, &list_href(&at.0), said).await
}
