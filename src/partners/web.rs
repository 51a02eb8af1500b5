//! The doors for those who are reached by email only: behind the proof in a letter's link, not behind an account. Opening a
//! link does nothing, since scanners open links; it shows a button.

mod contact;
mod desk;
mod messages;
mod subscriptions;

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use http::StatusCode;
use serde::Deserialize;
use validator::Validate;

use super::{
    actions::{self, subscribing},
    pages,
    rules::Choice,
    store::{self, Named, subscribers::Known},
};
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
        .route("/subscriptions", get(subscriptions::ask).post(subscriptions::subscribe))
        .route("/subscriptions/asked", get(subscriptions::asked))
        .route("/subscriptions/{token}", get(subscriptions::show).post(subscriptions::change))
        .route("/subscriptions/{token}/confirmation", post(subscriptions::confirm))
        .route("/subscriptions/{token}/refusal", post(subscriptions::refuse))
        .route("/contact", get(contact::ask).post(contact::send))
        .route("/contact/sent", get(contact::sent))
        .route("/contact/asked", get(contact::asked))
        .route("/contact/{token}", get(contact::show))
        .route("/contact/{token}/confirmation", post(contact::confirm))
        .route("/contact/{token}/refusal", post(contact::refuse))
        .route("/desk/messages", get(messages::list))
        .route("/desk/messages/{id}", get(messages::show))
        .route("/desk/messages/{id}/answer", post(messages::answer))
        .route("/desk/subscribers", get(desk::list))
        .route("/desk/subscribers/import", get(desk::ask_for_list).post(desk::import))
        .route("/desk/subscribers/{id}", get(desk::show))
        .route("/desk/subscribers/{id}/stop", post(desk::stop))
        .route("/desk/proposals/{reference}/partners", get(answers))
}

/// A choice among the buttons of the page.
#[derive(Deserialize, Validate)]
struct Chosen {
    choice: Choice,
}

async fn ask(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let named = actions::proven(&app, &token).await?;
    let manage = subscribing::page_of(&app, &named.partner.email).await?;
    page(&pages::AskPage::new(visit.frame(visit.t("partners-title"), "").await, &named, token, manage))
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
    let frame = visit.frame(visit.t("partners-stop-title"), "").await;
    match reader(&app, &token).await? {
        Reader::Partner(named) => {
            let manage = subscribing::page_of(&app, &named.partner.email).await?;
            page(&pages::StopPage::of_partner(frame, &named, token, manage))
        }
        Reader::Subscriber(known) => page(&pages::StopPage::of_all(frame, &known.subscriber, token)),
    }
}

/// Whose letters a link stops: those about one proposal, or all that somebody asked for.
enum Reader {
    Partner(Box<Named>),
    Subscriber(Box<Known>),
}

async fn reader(app: &App, token: &str) -> Result<Reader, Error> {
    match actions::proven(app, token).await {
        Err(Error::NotFound) => Ok(Reader::Subscriber(Box::new(subscribing::proven(app, token).await?))),
        found => Ok(Reader::Partner(Box::new(found?))),
    }
}

/// One click in a mail program (RFC 8058): proven by the token alone, no page around it.
async fn stop(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<StatusCode, Error> {
    let reader = reader(&app, &token).await?;
    let act = app.begin(visit.who_without_account()).await?;
    match reader {
        Reader::Partner(named) => actions::choose(&act, named.partner.id, Choice::Unsubscribe).await.map(|_| ())?,
        Reader::Subscriber(known) => subscribing::stop(&act, &known.subscriber.email).await?,
    }
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
