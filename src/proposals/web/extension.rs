//! Giving more time, at the desk. The page stands here and not with the calls, since it says how many hold drafts.

use axum::{extract::State, response::IntoResponse};
use http::StatusCode;

use super::reader;
use crate::{
    app::App,
    calls::{self, actions::extending, extensions, terms::Clockwork},
    clock::Moment,
    entity::call,
    error::{Error, FieldErrors},
    proposals::{
        forms::deadlines::{ExtensionForm, GrantForm, instant},
        pages::ExtensionPage,
        store::{
            holders::{self, Among},
            leads,
        },
    },
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    draw(&app, &signed, &call, Filled::default()).await
}

async fn draw(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled) -> Answer {
    let db = app.db.read();
    let holders = holders::count(db, call.id, Among::All).await?;
    let offered = leads::all(db).await?.into_iter().map(|lead| (lead.slug, lead.name)).collect();
    let granted = extensions::history(db, call.id).await?;
    let frame = signed.visit.frame(signed.visit.t("deadlines-extend"), "desk-calls").await;
    page(&ExtensionPage::new(frame, filled, (call, reader(signed)), holders, offered, &granted))
}

pub async fn extend(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<ExtensionForm>,
) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    let typed = posted.values.clone();
    let act = async |form: ExtensionForm, _: &Values| {
        let (closes_at, clockwork) = instant(&form.closes, call.zone()).ok_or(Error::NotFound)?;
        let act = app.begin(signed.who()).await?;
        let reason = form.reason.trim();
        extending::extend(&act, call.id, form.version, closes_at, reason, signed.visit.locale).await?;
        act.commit().await?;
        done(&signed, &call, closes_at, clockwork, "deadlines-extended-now").await;
        Ok(see_other(&format!("/desk/calls/{slug}/extension")))
    };
    match posted.then(act, async |filled| draw(&app, &signed, &call, filled).await).await {
        // Somebody was faster: what was typed stays, over the call as it is now.
        Err(Error::Conflict) => {
            let now = calls::at_desk(&app, &signed, &slug).await?;
            let mut values = typed;
            values.0.retain(|(name, _)| name != "version");
            let errors = FieldErrors::one("", signed.visit.t("error-conflict-text"));
            let shown = draw(&app, &signed, &now, Filled { values, errors }).await?;
            Ok((StatusCode::CONFLICT, shown).into_response())
        }
        other => other,
    }
}

pub async fn grant(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<GrantForm>,
) -> Answer {
    let call = calls::at_desk(&app, &signed, &slug).await?;
    let act = async |form: GrantForm, _: &Values| {
        let (closes_at, clockwork) = instant(&form.own_closes, call.zone()).ok_or(Error::NotFound)?;
        let act = app.begin(signed.who()).await?;
        let (whom, reason) = (form.organisation.as_str(), form.own_reason.trim());
        extending::grant(&act, call.id, whom, closes_at, reason, signed.visit.locale).await?;
        act.commit().await?;
        done(&signed, &call, closes_at, clockwork, "deadlines-granted-now").await;
        Ok(see_other(&format!("/desk/calls/{slug}/extension")))
    };
    posted.then(act, async |filled| draw(&app, &signed, &call, filled).await).await
}

/// Tells what was done, and what the clock made of the instant.
async fn done(signed: &SignedIn, call: &call::Model, closes_at: Moment, clockwork: Clockwork, key: &'static str) {
    let visit = &signed.visit;
    let when = visit.locale.instant(closes_at, call.zone());
    visit.flash("success", visit.locale.tr(key, &[("when", when.as_str().into())])).await;
    let key = match clockwork {
        Clockwork::Plain => return,
        Clockwork::Twice => "calls-clock-twice",
        Clockwork::Skipped => "calls-clock-skipped",
    };
    let args = [("which", visit.t("calls-closing").into()), ("when", when.into())];
    visit.flash("warning", visit.locale.tr(key, &args)).await;
}
