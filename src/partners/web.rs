//! The doors for partners: all behind the proof in a letter's link, none behind an account. Opening a link does nothing,
//! since scanners open links; it shows a button.

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use http::StatusCode;
use serde::Deserialize;
use validator::Validate;

use super::{actions, pages, rules::Choice, store};
use crate::{
    accounts::StaffRole,
    app::App,
    error::Error,
    ids::Reference,
    proposals,
    web::{Answer, Nothing, Path, Posted, SignedIn, Visit, page, see_other},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/partners/{token}", get(ask).post(answer))
        .route("/unsubscribe/{token}", get(ask_to_stop).post(stop))
        .route("/unsubscribe/{token}/stopped", post(stop_by_button))
        .route("/desk/proposals/{reference}/partners", get(answers))
}

/// A choice among the buttons of the page.
#[derive(Deserialize, Validate)]
struct Chosen {
    choice: Choice,
}

async fn ask(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let named = actions::proven(&app, &token).await?;
    page(&pages::AskPage::new(visit.frame(visit.t("partners-title"), "").await, &named, token))
}

async fn answer(State(app): State<App>, visit: Visit, Path(token): Path<String>, posted: Posted<Chosen>) -> Answer {
    let named = actions::proven(&app, &token).await?;
    let choice = posted.sound()?.choice;
    let act = app.begin(visit.who_without_account()).await?;
    actions::choose(&act, named.partner.id, choice).await?;
    act.commit().await?;
    visit.flash("success", visit.t("partners-noted")).await;
    Ok(see_other(&format!("/partners/{token}")))
}

async fn ask_to_stop(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let named = actions::proven(&app, &token).await?;
    page(&pages::StopPage::new(visit.frame(visit.t("partners-stop-title"), "").await, &named, token))
}

/// One click in a mail program (RFC 8058): proven by the token alone, no page around it.
async fn stop(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<StatusCode, Error> {
    let named = actions::proven(&app, &token).await?;
    let act = app.begin(visit.who_without_account()).await?;
    actions::choose(&act, named.partner.id, Choice::Unsubscribe).await?;
    act.commit().await?;
    Ok(StatusCode::OK)
}

async fn stop_by_button(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    stop(State(app), visit.clone(), Path(token.clone())).await?;
    visit.flash("success", visit.t("partners-stopped")).await;
    Ok(see_other(&format!("/unsubscribe/{token}")))
}

/// What the partners of a proposal have answered, for the secretariat.
async fn answers(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let case = proposals::case(app.db.read(), Some(&signed.actor), &reference, signed.visit.at).await?;
    // Who has an interest in it finds no more of it than somebody from outside.
    if !case.standing.roles.secretariat {
        return Err(Error::NotFound);
    }
    let partners = store::of_proposal(app.db.read(), case.proposal.id).await?;
    let frame = signed.visit.frame(signed.visit.t("partners-answers-title"), "desk").await;
    page(&pages::AnswersPage::new(frame, &case.proposal, &partners, signed.visit.zone))
}
