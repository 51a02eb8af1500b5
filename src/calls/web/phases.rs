//! The phases of a call's review, at the desk.

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;
use validator::Validate;

use super::at_desk;
use crate::{
    app::App,
    calls::{
        actions::phasing,
        forms::phases::{PhasesForm, read, typed},
        pages::PhasesPage,
        phases::Step,
    },
    entity::call,
    error::{Error, FieldErrors, Result},
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    draw(&signed, &call, Filled::with(typed(call.phases.as_ref(), call.zone(), call.version))).await
}

pub async fn set(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<PhasesForm>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let act = async |form: PhasesForm, values: &Values| {
        let phases = read(values, call.zone(), signed.visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        phasing::set(&act, call.id, form.version, &phases).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("calls-phases-saved")).await;
        back(&call)
    };
    let typed = posted.values.clone();
    match posted.then(act, async |filled| draw(&signed, &call, filled).await).await {
        // Somebody else was faster: what was typed stays, over what is kept now.
        Err(Error::Conflict) => {
            let call = at_desk(&app, &signed, &slug).await?;
            let mut values = typed;
            values.0.retain(|(name, _)| name != "version");
            values.0.push(("version".to_owned(), call.version.to_string()));
            let errors = FieldErrors::one("", signed.visit.t("calls-phases-changed"));
            let mut answer = draw(&signed, &call, Filled { values, errors }).await?;
            *answer.status_mut() = StatusCode::CONFLICT;
            Ok(answer)
        }
        other => other,
    }
}

/// The version of the call that the person saw.
#[derive(Debug, Deserialize, Validate)]
pub struct Seen {
    version: i32,
}

pub async fn begin(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, step)): Path<(String, String)>,
    posted: Posted<Seen>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let step: Step = step.parse().map_err(|_| Error::NotFound)?;
    let seen = posted.sound()?.version;
    let act = app.begin(signed.who()).await?;
    phasing::begin(&act, call.id, seen, step).await?;
    act.commit().await?;
    let title = signed.visit.t(&format!("calls-step-{}", step.code()));
    signed.visit.flash("success", signed.visit.locale.tr("calls-phase-now", &[("step", title.into())])).await;
    back(&call)
}

fn back(call: &call::Model) -> Answer {
    Ok(see_other(&format!("/desk/calls/{}/phases", call.slug)))
}

async fn draw(signed: &SignedIn, call: &call::Model, filled: Filled) -> Result<axum::response::Response> {
    let frame = signed.visit.frame(signed.visit.t("calls-phases"), "desk-calls").await;
    page(&PhasesPage::new(frame, filled, call, signed.visit.at))
}
