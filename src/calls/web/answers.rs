//! Answers to questions about a call, at the desk.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::StatusCode;

use super::at_desk;
use crate::{
    app::App,
    calls::{
        actions::answering,
        forms::answers::{AnswerForm, MoveForm, SeenForm},
        pages::{AnswerPage, AnswerRemovalPage, AnswersPage},
        store::answers,
    },
    entity::{call, call_answer},
    error::{Error, FieldErrors, Result},
    ids::CallAnswerId,
    web::{Answer, Filled, Frame, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn list(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    draw(&app, &signed, &call, Filled::default()).await
}

async fn draw(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled) -> Answer {
    let rows = answers::of(app.db.read(), call.id).await?;
    let frame = framed(signed, "calls-answers").await;
    page(&AnswersPage::new(frame, filled, call, &rows, app.ids.id(signed.visit.at)))
}

async fn framed(signed: &SignedIn, title: &str) -> Frame {
    signed.visit.frame(signed.visit.t(title), "desk-calls").await
}

pub async fn publish(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<AnswerForm>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let act = async |form: AnswerForm, _: &Values| {
        let text = form.read(signed.visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        let id = form.id.unwrap_or_else(|| act.id());
        answering::publish(&act, call.id, id, &text, signed.visit.locale).await?;
        act.commit().await?;
        done(&signed, &call, "success", "calls-answer-published-now").await
    };
    posted.then(act, async |filled| draw(&app, &signed, &call, filled).await).await
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path((slug, id)): Path<(String, CallAnswerId)>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let row = known(&app, &call, id).await?;
    let filled = Filled::with(Values(row.answered().typed()));
    page(&AnswerPage::new(framed(&signed, "calls-answer-edit-title").await, filled, &call, &row))
}

async fn known(app: &App, call: &call::Model, id: CallAnswerId) -> Result<call_answer::Model> {
    answers::find(app.db.read(), call.id, id).await?.ok_or(Error::NotFound)
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, CallAnswerId)>,
    posted: Posted<AnswerForm>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let typed = posted.values.clone();
    let act = async |form: AnswerForm, values: &Values| {
        let text = form.read(signed.visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        let changed = answering::edit(&act, call.id, id, form.version.unwrap_or_default(), &text).await;
        if matches!(changed, Err(Error::Conflict)) {
            drop(act);
            let row = known(&app, &call, id).await?;
            let frame = framed(&signed, "calls-answer-edit-title").await;
            let both = AnswerPage::new(frame, Filled::with(values.clone()), &call, &row).beside(&text, &row);
            return Ok((StatusCode::CONFLICT, page(&both)?).into_response());
        }
        changed?;
        act.commit().await?;
        done(&signed, &call, "success", "calls-answer-saved").await
    };
    let again = async |filled| {
        let row = known(&app, &call, id).await?;
        page(&AnswerPage::new(framed(&signed, "calls-answer-edit-title").await, filled, &call, &row))
    };
    match posted.then(act, again).await {
        Err(Error::NotFound) => gone(&app, &signed, &call, typed).await,
        other => other,
    }
}

/// Somebody has removed the answer that was being written: what was typed stands in the form for a new one.
async fn gone(app: &App, signed: &SignedIn, call: &call::Model, typed: Values) -> Answer {
    let errors = FieldErrors::one("", signed.visit.t("calls-answer-gone"));
    let shown = draw(app, signed, call, Filled { values: typed, errors }).await?;
    Ok((StatusCode::CONFLICT, shown).into_response())
}

pub async fn shift(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, CallAnswerId)>,
    posted: Posted<MoveForm>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let way = posted.sound()?.way().ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    match answering::shift(&act, call.id, id, way).await {
        Err(Error::NotFound) => return done(&signed, &call, "info", "calls-answer-removed-before").await,
        other => other?,
    }
    act.commit().await?;
    done(&signed, &call, "success", "calls-answer-moved-now").await
}

pub async fn ask_removal(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, CallAnswerId)>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let row = known(&app, &call, id).await?;
    page(&AnswerRemovalPage::new(framed(&signed, "calls-answer-remove-title").await, &call, &row))
}

pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, CallAnswerId)>,
    posted: Posted<SeenForm>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let seen = posted.sound()?.version;
    let act = app.begin(signed.who()).await?;
    match answering::remove(&act, call.id, id, seen).await {
        Err(Error::NotFound) => return done(&signed, &call, "info", "calls-answer-removed-before").await,
        other => other?,
    }
    act.commit().await?;
    done(&signed, &call, "success", "calls-answer-removed-now").await
}

async fn done(signed: &SignedIn, call: &call::Model, kind: &str, key: &str) -> Result<Response> {
    signed.visit.flash(kind, signed.visit.t(key)).await;
    Ok(see_other(&format!("/desk/calls/{}/answers", call.slug)))
}
