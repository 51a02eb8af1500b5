//! Publishing what is prepared: looked at, ordered, followed, cancelled.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use http::StatusCode;

use super::{Choice, choose_first};
use crate::{
    app::App,
    calls::at_desk,
    entity::call,
    error::{Error, FieldErrors},
    ids::{PublishingOrderId, Reference},
    mail::texts,
    proposals::{
        actions::{
            publishing::{self, Ordered},
            wording::complete,
        },
        decisions::{Hurdle, Pick},
        letter_texts, people, publishing_orders,
        rules::Outcome,
    },
    reviews::{
        forms::decisions::{Publishing, picks},
        pages::{
            Reader,
            decisions::publishing::{CheckPage, OrderPage},
        },
        store::decisions::{self, Decided},
    },
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/calls/{slug}/decisions/check", post(check))
        .route("/desk/calls/{slug}/decisions/orders", post(order))
        .route("/desk/calls/{slug}/decisions/orders/{id}", get(follow))
        .route("/desk/calls/{slug}/decisions/orders/{id}/cancellation", post(cancel))
}

/// What publishing would do. Nothing is published by looking at it.
async fn check(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, posted: Posted<Choice>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let chosen = picks(&posted.values);
    if chosen.is_empty() {
        return choose_first(&app, &signed, &call).await;
    }
    draw(&app, &signed, &call, &chosen, &BTreeMap::new(), Filled::default()).await
}

async fn draw(
    app: &App,
    signed: &SignedIn,
    call: &call::Model,
    chosen: &[Pick],
    hurdles: &BTreeMap<Reference, Hurdle>,
    filled: Filled,
) -> Answer {
    let (db, reader, now) = (app.db.read(), Reader::of(&signed.visit), signed.visit.at);
    let references: Vec<Reference> = chosen.iter().map(|pick| pick.reference.clone()).collect();
    let found = decisions::among(db, &signed.actor, call, &references, now).await?;
    let of = |one: &'_ Decided| one.decision.as_ref().map_or(Outcome::NotSelected, |made| made.outcome);
    let what: Vec<_> = found.iter().map(|one| (&one.case.proposal, of(one))).collect();
    let told = decisions::recipients(db, &what).await?;
    let (_, texts) = complete(letter_texts::now(db, call.id).await?, &texts::now(db).await?);
    let frame = signed.visit.frame(reader.t("publishing-title"), "desk-calls").await;
    page(&CheckPage::new(frame, reader, call, (&found, &told), (hurdles, now), (texts, filled)))
}

async fn order(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Publishing>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let chosen = picks(&posted.values);
    if chosen.is_empty() {
        return choose_first(&app, &signed, &call).await;
    }
    let visit = &signed.visit;
    let give = async |form: Publishing, typed: &Values| {
        let at = form.at(call.zone(), visit.at, visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        match publishing::order(&act, &signed.actor, call.id, &chosen, (at, form.texts)).await? {
            Ordered::Order(id) => {
                act.commit().await?;
                Ok(see_other(&format!("/desk/calls/{}/decisions/orders/{id}", call.slug)))
            }
            Ordered::Hurdles(hurdles) => {
                drop(act);
                again(&app, &signed, &call, &chosen, &hurdles, (typed, "publishing-changed")).await
            }
            Ordered::TextsChanged => {
                drop(act);
                again(&app, &signed, &call, &chosen, &BTreeMap::new(), (typed, "publishing-texts-changed")).await
            }
        }
    };
    posted.then(give, async |filled| draw(&app, &signed, &call, &chosen, &BTreeMap::new(), filled).await).await
}

/// The page as it stands now, since something is no longer what was looked at.
async fn again(
    app: &App,
    signed: &SignedIn,
    call: &call::Model,
    chosen: &[Pick],
    hurdles: &BTreeMap<Reference, Hurdle>,
    (typed, why): (&Values, &str),
) -> Answer {
    let mut errors = FieldErrors::one("", signed.visit.t(why));
    for (reference, hurdle) in hurdles {
        if *hurdle == Hurdle::Changed {
            errors.add(reference.as_str(), signed.visit.locale.pair(reference, signed.visit.t("decisions-changed")));
        }
    }
    let filled = Filled { values: typed.clone(), errors };
    let mut page: Response = draw(app, signed, call, chosen, hurdles, filled).await?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn follow(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, PublishingOrderId)>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let order = publishing_orders::one(db, call.id, id).await?.ok_or(Error::NotFound)?;
    let items = publishing_orders::items(db, &signed.actor, &[id]).await?;
    let by = people::by_id(db, order.ordered_by).await?.map(|person| person.name).unwrap_or_default();
    let frame = signed.visit.frame(reader.t("publishing-order-title"), "desk-calls").await;
    page(&OrderPage::new(frame, reader, &call, (&order, &by), &items, signed.visit.at))
}

async fn cancel(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, PublishingOrderId)>,
    posted: Posted<Nothing>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    let left = publishing::cancel(&act, &signed.actor, call.id, id).await?;
    act.commit().await?;
    let told = signed.visit.locale.tr("publishing-cancelled", &[("count", left.into())]);
    signed.visit.flash("success", told).await;
    Ok(see_other(&format!("/desk/calls/{}/decisions/orders/{id}", call.slug)))
}
