//! Logging in and out.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use serde::Deserialize;

use crate::{
    accounts::{
        Actor, StaffRole,
        actions::{self, Attempt},
        forms::{LogIn, local_path},
        store,
    },
    app::App,
    error::{Error, FieldErrors, Result},
    ids::UserId,
    web::{
        Answer, Filled, Nothing, Posted, Query, Values, Visit, faults::LoginPage, json, page, problem, returning,
        see_other, session,
    },
};

#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    next: String,
}

pub async fn show(visit: Visit, Query(wish): Query<Wish>) -> Answer {
    draw(&visit, Filled::with([("next", wish.next)].into_iter().collect())).await
}

pub async fn log_in(State(app): State<App>, visit: Visit, posted: Posted<LogIn>) -> Answer {
    let act = async |form: LogIn, values: &Values| {
        let attempt = Attempt { email: &form.email, password: &form.password, address: &visit.address };
        match actions::log_in(&app, visit.who(), &attempt).await {
            Ok(Some(user)) => enter(&app, &visit, user, &form).await,
            Ok(None) => Err(Error::Invalid(FieldErrors::one("", visit.t("login-wrong")))),
            Err(Error::TooMany(wait)) => draw_wait(&visit, values, wait).await,
            Err(error) => Err(error),
        }
    };
    posted.then(act, async |filled| draw(&visit, filled).await).await
}

pub async fn log_out(State(app): State<App>, visit: Visit, posted: Posted<Nothing>) -> Answer {
    posted.sound()?;
    if let Some(actor) = &visit.actor {
        let act = app.begin(visit.who()).await?;
        actions::log_out(&act, actor.id).await?;
        act.commit().await?;
    }
    leave(&visit).await?;
    if let Some(actor) = &visit.actor {
        visit.session.insert(session::LEFT, actor.id).await.map_err(unavailable)?;
    }
    visit.flash("success", visit.t("login-left")).await;
    Ok(see_other("/login"))
}

async fn draw(visit: &Visit, filled: Filled) -> Answer {
    if visit.wants_json {
        let wrong: Vec<&str> = filled.errors.iter().map(|(_, text)| text).collect();
        return Ok(problem(StatusCode::UNPROCESSABLE_ENTITY, &wrong.join(" ")));
    }
    let frame = visit.frame(visit.t("login-title"), "login").await;
    page(&LoginPage { frame, filled, notice: None })
}

async fn draw_wait(visit: &Visit, values: &Values, wait: std::time::Duration) -> Answer {
    let text = visit.locale.tr("login-wait", &[("minutes", wait.as_secs().div_ceil(60).into())]);
    let shown = draw(visit, Filled { values: values.clone(), errors: FieldErrors::one("", text) }).await?;
    Ok((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, wait.as_secs().max(1))], shown).into_response())
}

/// Begins the session, and goes where the visitor wished, or to the form that comes back.
async fn enter(app: &App, visit: &Visit, user: UserId, form: &LogIn) -> Result<Response> {
    if form.account.is_some_and(|asked| asked != user) {
        return Err(Error::Invalid(FieldErrors::one("", visit.t("login-other-account"))));
    }
    begin_session(visit, user).await?;
    if visit.wants_json {
        return json(&serde_json::json!({ "account": user }));
    }
    if let Some(kept) = returning::keep(app, &visit.session, user, &form.returning).await {
        return Ok(see_other(kept));
    }
    if let Some(next) = local_path(&form.next) {
        return Ok(see_other(next));
    }
    let actor = store::actor(app.db.read(), user).await?.ok_or(Error::SignIn)?;
    Ok(see_other(home_of(&actor)))
}

/// Signs this browser in: under a new id, with nothing left of what was there before.
pub(super) async fn begin_session(visit: &Visit, user: UserId) -> Result<()> {
    leave(visit).await?;
    let session = &visit.session;
    session.insert(session::USER, user).await.map_err(unavailable)?;
    session.insert(session::AGENT, &visit.agent).await.map_err(unavailable)?;
    session.insert(session::ADDRESS, &visit.address).await.map_err(unavailable)
}

/// Ends this browser's session, and empties it; what is put into it from now on goes under a new id.
pub(super) async fn leave(visit: &Visit) -> Result<()> {
    visit.session.clear().await;
    visit.session.cycle_id().await.map_err(unavailable)
}

fn unavailable(error: tower_sessions::session::Error) -> Error {
    Error::Unavailable(error.to_string())
}

/// Where someone's work is.
pub(super) fn home_of(actor: &Actor) -> &'static str {
    if actor.is(StaffRole::Secretariat) || actor.is(StaffRole::Reviewer) {
        "/desk"
    } else if actor.is(StaffRole::Administrator) {
        "/desk/people"
    } else {
        // Whoever belongs to no organisation may be invited to write in a proposal.
        "/proposals"
    }
}
