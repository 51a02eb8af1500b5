//! Accepting an invitation. Looking at the link does nothing: programs that scan mails follow links, too.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::StatusCode;

use super::login::{begin_session, home_of};
use crate::{
    accounts::{
        actions::{self, Profile},
        forms::{Accept, sound_password},
        pages::{DeadLinkPage, InvitationPage, locales},
        store,
    },
    act::{By, Who},
    app::App,
    clock::Zone,
    entity::user,
    error::{Error, Result},
    web::{Answer, Filled, Path, Posted, Values, Visit, page, see_other},
};

pub async fn show(State(app): State<App>, visit: Visit, Path(secret): Path<String>) -> Answer {
    let Some(person) = actions::invited(&app, &secret).await? else { return dead_link(&visit).await };
    let known: Values =
        [("name", person.name.as_str()), ("locale", visit.locale.tag()), ("zone", &person.zone)].into_iter().collect();
    draw(&visit, &person, Filled::with(known)).await
}

pub async fn accept(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
    posted: Posted<Accept>,
) -> Answer {
    let Some(person) = actions::invited(&app, &secret).await? else { return dead_link(&visit).await };
    let act = async |form: Accept, _: &Values| accept_as(&app, &visit, &person, &secret, &form).await;
    posted.then(act, async |filled| draw(&visit, &person, filled).await).await
}

async fn accept_as(app: &App, visit: &Visit, person: &user::Model, secret: &str, form: &Accept) -> Result<Response> {
    sound_password(&form.password, &[person.email.as_str(), &form.name], visit.locale).map_err(Error::Invalid)?;
    let profile = Profile {
        name: form.name.trim().to_owned(),
        locale: form.locale.parse().unwrap_or_default(),
        zone: form.zone(),
    };
    let password = app.hasher.hash(&form.password, app.ids.salt()).await?;
    let act = app.begin(Who { by: By::User(person.id), ..visit.who() }).await?;
    let user = actions::accept(&act, secret, &profile, &password).await?;
    act.commit().await?;
    begin_session(visit, user).await?;
    visit.flash("success", profile.locale.t("accounts-accepted")).await;
    let actor = store::actor(app.db.read(), user).await?.ok_or(Error::SignIn)?;
    Ok(see_other(home_of(&actor)))
}

async fn draw(visit: &Visit, person: &user::Model, filled: Filled) -> Answer {
    page(&InvitationPage {
        frame: visit.frame(visit.t("accounts-invitation-title"), "login").await,
        filled,
        email: person.email.to_string(),
        locales: locales(),
        zones: Zone::names(),
    })
}

async fn dead_link(visit: &Visit) -> Answer {
    draw_dead_link(visit, "accounts-invitation-dead").await
}

/// The page of a link that leads nowhere any more.
pub(super) async fn draw_dead_link(visit: &Visit, text: &str) -> Answer {
    let frame = visit.frame(visit.t("accounts-dead-title"), "login").await;
    let shown = page(&DeadLinkPage { frame, text: visit.t(text) })?;
    Ok((StatusCode::NOT_FOUND, shown).into_response())
}
