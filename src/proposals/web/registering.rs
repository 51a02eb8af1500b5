//! Registering what came on paper or by mail.

use axum::extract::State;
use serde::Deserialize;

use super::reader;
use crate::{
    accounts::StaffRole,
    app::App,
    calls,
    entity::call,
    error::{Error, Result},
    guidelines::{Answers, definition},
    proposals::{
        actions::registering::{self, prefilled},
        forms::PaperForm,
        pages::{RegisterPage, Sheet},
        paper,
        store::leads,
    },
    web::{Answer, Filled, Nothing, Posted, Query, SignedIn, Values, page, see_other},
};

/// To which call, and whose: slugs.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wish {
    call: Option<String>,
    organisation: Option<String>,
}

/// For everyone else there is no such page.
fn secretariat(signed: &SignedIn) -> Result<()> {
    if signed.actor.is(StaffRole::Secretariat) { Ok(()) } else { Err(Error::NotFound) }
}

/// Asks for call and organisation, then shows the form.
pub async fn begin(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    secretariat(&signed)?;
    let db = app.db.read();
    let (call, organisation) = (wish.call.unwrap_or_default(), wish.organisation.unwrap_or_default());
    let (known_call, known) = (calls::by_slug(db, &call).await?, leads::by_slug(db, &organisation).await?);
    let names = [("paper-call", call), ("paper-organisation", organisation)];
    let filled = Filled::with(names.into_iter().collect());
    let (Some(call), Some(organisation)) = (known_call, known) else {
        let frame = frame(&signed).await;
        return page(&RegisterPage::choosing(frame, filled, &leads::calls(db).await?, &leads::all(db).await?));
    };
    let definition = definition(db, call.guidelines_id).await?;
    draw(&app, &signed, &call, filled, Some(prefilled(&definition, &organisation))).await
}

pub async fn register(State(app): State<App>, signed: SignedIn, posted: Posted<Nothing>) -> Answer {
    secretariat(&signed)?;
    let called = posted.values.get("paper-call").unwrap_or_default();
    let call = calls::by_slug(app.db.read(), called).await?.ok_or(Error::NotFound)?;
    let act = async |_: Nothing, values: &Values| {
        if PaperForm::is_only_shown(values) {
            return draw(&app, &signed, &call, Filled::with(values.clone()), None).await;
        }
        let (form, locale) = (PaperForm::of(values, signed.visit.locale), signed.visit.locale);
        let act = app.begin(signed.who()).await?;
        let done = registering::register_typed(&act, &signed.actor, &form, values.pairs(), locale).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("proposals-register-done")).await;
        Ok(see_other(&format!("/desk/proposals/{done}")))
    };
    posted.then(act, async |filled| draw(&app, &signed, &call, filled, None).await).await
}

async fn frame(signed: &SignedIn) -> crate::web::Frame {
    signed.visit.frame(signed.visit.t("proposals-do-register"), "desk").await
}

/// The form with these answers in it, or with what was typed.
async fn draw(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled, first: Option<Answers>) -> Answer {
    let db = app.db.read();
    let asked = paper::asked(&*definition(db, call.guidelines_id).await?);
    let is_new = first.is_some();
    let mut typed = match first {
        Some(answers) => paper::Paper { answers, ..paper::Paper::default() },
        None => paper::read(&asked, filled.values.pairs()),
    };
    if !filled.has_errors() {
        typed.findings.clear();
    }
    if let Some(period) = call.period() {
        asked.fix_period(&mut typed.answers, period);
    }
    let sheet = Sheet::new(&asked, call, typed, is_new, reader(signed).locale);
    page(&RegisterPage::typing(frame(signed).await, filled, sheet, &leads::all(db).await?))
}
