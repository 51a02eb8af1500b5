//! How one likes to work.

use axum::extract::State;
use serde::Deserialize;
use validator::Validate;

use crate::{
    accounts::actions,
    app::App,
    web::{Answer, Posted, SignedIn, see_other},
};

/// Whether single keys do something; a box that is not ticked is not sent.
#[derive(Debug, Deserialize, Validate)]
pub struct Shortcuts {
    #[serde(default)]
    shortcuts: String,
}

pub async fn set_shortcuts(State(app): State<App>, signed: SignedIn, posted: Posted<Shortcuts>) -> Answer {
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    actions::set_shortcuts(&act, &signed.actor, form.shortcuts == "yes").await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-profile-saved")).await;
    Ok(see_other("/account#shortcuts"))
}
