//! A new password for who has forgotten the old one.

use axum::{extract::State, response::Response};
use serde::Deserialize;

use super::{invitation::draw_dead_link, login::leave};
use crate::{
    accounts::{
        actions,
        forms::{AskReset, NewPassword, sound_password},
        pages::{AskResetPage, ResetPage},
    },
    act::{By, Who},
    app::App,
    entity::user,
    error::{Error, Result},
    web::{Answer, Filled, Path, Posted, Query, Values, Visit, page, see_other},
};

#[derive(Default, Deserialize)]
pub struct Sent {
    sent: Option<String>,
}

pub async fn show(visit: Visit, Query(asked): Query<Sent>) -> Answer {
    draw_ask(&visit, Filled::default(), asked.sent.is_some()).await
}

pub async fn ask(State(app): State<App>, visit: Visit, posted: Posted<AskReset>) -> Answer {
    let act = async |form: AskReset, _: &Values| {
        let act = app.begin(visit.who()).await?;
        actions::ask_reset(&act, &form.email, &visit.address).await?;
        act.commit().await?;
        Ok(see_other("/password-reset?sent=yes"))
    };
    posted.then(act, async |filled| draw_ask(&visit, filled, false).await).await
}

pub async fn show_link(State(app): State<App>, visit: Visit, Path(secret): Path<String>) -> Answer {
    match actions::resetting(&app, &secret).await? {
        Some(person) => draw(&visit, &person, Filled::default()).await,
        None => draw_dead_link(&visit, "accounts-reset-dead").await,
    }
}

pub async fn reset(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
    posted: Posted<NewPassword>,
) -> Answer {
    let Some(person) = actions::resetting(&app, &secret).await? else {
        return draw_dead_link(&visit, "accounts-reset-dead").await;
    };
    let act = async |form: NewPassword, _: &Values| reset_to(&app, &visit, &person, &secret, &form).await;
    posted.then(act, async |filled| draw(&visit, &person, filled).await).await
}

async fn reset_to(
    app: &App,
    visit: &Visit,
    person: &user::Model,
    secret: &str,
    form: &NewPassword,
) -> Result<Response> {
    sound_password(&form.password, &[person.email.as_str(), &person.name], visit.locale).map_err(Error::Invalid)?;
    let password = app.hasher.hash(&form.password, app.ids.salt()).await?;
    let act = app.begin(Who { by: By::User(person.id), ..visit.who() }).await?;
    actions::reset(&act, secret, &password, &visit.address).await?;
    act.commit().await?;
    leave(visit).await?;
    visit.flash("success", visit.t("accounts-reset-done")).await;
    Ok(see_other("/login"))
}

async fn draw_ask(visit: &Visit, filled: Filled, sent: bool) -> Answer {
    let frame = visit.frame(visit.t("accounts-reset-title"), "login").await;
    page(&AskResetPage { frame, filled, sent })
}

async fn draw(visit: &Visit, person: &user::Model, filled: Filled) -> Answer {
    let frame = visit.frame(visit.t("accounts-reset-title"), "login").await;
    page(&ResetPage { frame, filled, email: person.email.to_string() })
}
