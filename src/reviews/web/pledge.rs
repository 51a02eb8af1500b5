//! The promise of confidentiality, once for each call.

use axum::extract::State;
use serde::Deserialize;
use validator::Validate;

use super::{href, reviewers::PREFERENCES};
use crate::{
    accounts::StaffRole,
    app::App,
    calls,
    entity::call,
    error::{Error, Result},
    ids::Reference,
    proposals::{actions::standing, rulings},
    reviews::pages::{Reader, pledge::PledgePage},
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
};

/// Where to go on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    next: String,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let call = call_of_reviewer(&app, &signed, &slug).await?;
    let values = Values(vec![("next".to_owned(), wish.next)]);
    draw(&app, &signed, &call, Filled::with(values)).await
}

#[derive(Debug, Deserialize, Validate)]
pub struct Pledge {
    #[serde(default)]
    #[validate(length(min = 1, message = "desk-pledge-missing"))]
    agreed: String,
    #[serde(default)]
    next: String,
}

pub async fn give(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Pledge>,
) -> Answer {
    let call = call_of_reviewer(&app, &signed, &slug).await?;
    let act = async |form: Pledge, _: &Values| {
        let act = app.begin(signed.who()).await?;
        standing::pledge(&act, &signed.actor, call.id).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-pledge-given")).await;
        Ok(see_other(&match form.next.parse::<Reference>() {
            Ok(reference) => href(&reference),
            Err(_) if form.next == PREFERENCES => format!("/desk/calls/{}/preferences", call.slug),
            Err(_) => "/desk".to_owned(),
        }))
    };
    posted.then(act, async |filled| draw(&app, &signed, &call, filled).await).await
}

/// For reviewers; for all others there is no such page.
async fn call_of_reviewer(app: &App, signed: &SignedIn, slug: &str) -> Result<call::Model> {
    signed.must_be(StaffRole::Reviewer)?;
    calls::by_slug(app.db.read(), slug).await?.ok_or(Error::NotFound)
}

async fn draw(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled) -> Answer {
    let reader = Reader::of(&signed.visit);
    let given = rulings::has_pledged(app.db.read(), call.id, signed.actor.id).await?;
    page(&PledgePage {
        frame: signed.visit.frame(reader.t("desk-pledge-title"), "desk").await,
        call: call.title.get(reader.locale).to_owned(),
        action: format!("/desk/calls/{}/confidentiality", call.slug),
        given,
        filled,
    })
}
