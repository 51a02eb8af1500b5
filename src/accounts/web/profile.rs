//! What an organisation says of itself, for its owners: reused in every proposal it starts.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::StatusCode;

use super::organisations::{countries, described, shown, stored};
use crate::{
    accounts::{
        actions::{self, organisation_for},
        contacts::{Contact, Contacts},
        forms::CityForm,
        pages::members::ProfilePage,
        policy::Deed,
        store,
    },
    app::App,
    entity::organisation,
    error::{Error, Result},
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let row = organisation_for(&app, &signed.actor, &slug, Deed::EditOrganisation).await?;
    let contacts = store::organisations::contacts(app.db.read(), row.id).await?.unwrap_or_default();
    let mut values = stored(&row);
    values.0.extend(contacts.endorser.named("endorser"));
    values.0.extend(contacts.manager.named("manager"));
    draw(&signed, &row, Filled::with(values), Vec::new()).await
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<CityForm>,
) -> Answer {
    let row = organisation_for(&app, &signed.actor, &slug, Deed::EditOrganisation).await?;
    let act = async |form: CityForm, values: &Values| match edit_to(&app, &signed, &row, &form).await {
        Err(Error::Conflict) => draw_conflict(&app, &signed, &slug, values).await,
        other => other,
    };
    posted.then(act, async |filled| draw(&signed, &row, filled, Vec::new()).await).await
}

async fn edit_to(app: &App, signed: &SignedIn, row: &organisation::Model, form: &CityForm) -> Result<Response> {
    // What it is to the association is the secretariat's to say.
    let new = described(&form.organisation(row.kind), signed.visit.locale)?;
    let contacts = Contacts { endorser: form.endorser(), manager: form.manager() };
    let act = app.begin(signed.who()).await?;
    actions::edit_profile(&act, &signed.actor, &row.slug, form.version, &new, &contacts).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-organisation-saved")).await;
    Ok(see_other(&format!("/organisations/{}", row.slug)))
}

/// Someone else was faster: what stands there now above, what was typed below, ready to be put in its place.
async fn draw_conflict(app: &App, signed: &SignedIn, slug: &str, typed: &Values) -> Answer {
    let row = organisation_for(app, &signed.actor, slug, Deed::EditOrganisation).await?;
    let contacts = store::organisations::contacts(app.db.read(), row.id).await?.unwrap_or_default();
    let mut values = typed.clone();
    values.0.retain(|(name, _)| name != "version");
    values.0.push(("version".to_owned(), row.version.to_string()));
    let mut now = shown(signed.visit.locale, &row);
    for (contact, (_, label, _)) in [&contacts.endorser, &contacts.manager].into_iter().zip(PEOPLE) {
        let said = contact.in_words();
        if !said.is_empty() {
            now.push((signed.visit.t(label), said));
        }
    }
    let page = draw(signed, &row, Filled::with(values), now).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// Whom a profile names: the key of the guidelines' field, what they are in words, whether a telephone is asked.
const PEOPLE: [(&str, &str, bool); 2] =
    [("endorser", "accounts-endorser", false), ("manager", "accounts-manager", true)];

async fn draw(signed: &SignedIn, row: &organisation::Model, filled: Filled, changed: Vec<(String, String)>) -> Answer {
    page(&ProfilePage {
        frame: signed.visit.frame(signed.visit.t("accounts-organisation-details"), "city").await,
        slug: row.slug.clone(),
        name: row.name.clone(),
        filled,
        changed,
        countries: countries(signed.visit.locale),
        people: PEOPLE.map(|(key, label, phone)| (Contact::names(key), label, phone)).to_vec(),
    })
}
