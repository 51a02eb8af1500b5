//! Organisations, as the secretariat keeps them.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde::Deserialize;

use super::people::new_person;
use crate::{
    accounts::{
        actions::{self, NewOrganisation, Place},
        forms::{Invite, OrganisationForm, beside_email, official_role},
        lists::Turn,
        pages::{
            desk::{
                AccountState, InvitePage, MemberRow, NewOrganisationPage, OrganisationPage, OrganisationRow,
                OrganisationsPage, kind_in_words, kinds, official_roles,
            },
            locales, role_in_words,
        },
        policy::{Deed, Role, may},
        store,
    },
    app::App,
    entity::organisation,
    error::{Error, Result},
    ids::OrganisationId,
    places::{Country, MicroDegrees},
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, list_link, page, see_other},
    words::Locale,
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    q: String,
    after: Option<OrganisationId>,
    before: Option<OrganisationId>,
}

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    may(&signed.actor, Deed::KeepOrganisations).must()?;
    let turn = Turn::of(wish.after, wish.before);
    let found = store::search::organisations(app.db.read(), &wish.q, &turn).await?;
    let link = |side: &str, row: Option<&organisation::Model>| {
        row.map(|row| list_link("/desk/organisations", &[("q", &wish.q)], side, row.id))
    };
    page(&OrganisationsPage {
        frame: signed.visit.frame(signed.visit.t("accounts-organisations"), "organisations").await,
        q: wish.q.clone(),
        previous: link("before", found.rows.first().filter(|_| found.has_previous)),
        next: link("after", found.rows.last().filter(|_| found.has_next)),
        organisations: rows(&app, signed.visit.locale, &found.rows).await?,
    })
}

async fn rows(app: &App, locale: Locale, found: &[organisation::Model]) -> Result<Vec<OrganisationRow>> {
    let ids: Vec<OrganisationId> = found.iter().map(|row| row.id).collect();
    let mut members = store::roles::members_of(app.db.read(), &ids).await?;
    let row = |row: &organisation::Model| {
        let members = members.remove(&row.id).unwrap_or_default().into_iter();
        OrganisationRow {
            slug: row.slug.clone(),
            name: row.name.clone(),
            place: place(locale, row),
            kind: kind_in_words(locale, row.kind),
            example: row.example,
            owners: members.filter(|(_, role)| *role == Role::Owner).map(|(person, _)| person.name).collect(),
        }
    };
    Ok(found.iter().map(row).collect())
}

fn place(locale: Locale, row: &organisation::Model) -> String {
    let country = Country::from_code(&row.country).map_or_else(|| row.country.clone(), |c| c.name(locale));
    format!("{}, {country}", row.city)
}

pub async fn show_new(signed: SignedIn) -> Answer {
    may(&signed.actor, Deed::KeepOrganisations).must()?;
    draw_new(&signed, Filled::default()).await
}

pub async fn add(State(app): State<App>, signed: SignedIn, posted: Posted<OrganisationForm>) -> Answer {
    may(&signed.actor, Deed::KeepOrganisations).must()?;
    let act = async |form: OrganisationForm, _: &Values| {
        let new = described(&form, signed.visit.locale)?;
        let act = app.begin(signed.who()).await?;
        let slug = actions::add_organisation(&act, &signed.actor, new).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("accounts-organisation-added")).await;
        Ok(see_other(&format!("/desk/organisations/{slug}/members")))
    };
    posted.then(act, async |filled| draw_new(&signed, filled).await).await
}

pub(super) fn described(form: &OrganisationForm, locale: Locale) -> Result<NewOrganisation> {
    let place = form.place(locale).map_err(Error::Invalid)?;
    Ok(NewOrganisation {
        slug: String::new(),
        name: form.name.trim().to_owned(),
        kind: form.kind.parse().map_err(Error::internal)?,
        city: form.city.trim().to_owned(),
        country: form.country.clone(),
        place: place.map(|at| (at.lat().millionths().into(), at.lon().millionths().into())),
        website: form.website(),
        example: false,
    })
}

async fn draw_new(signed: &SignedIn, filled: Filled) -> Answer {
    let visit = &signed.visit;
    page(&NewOrganisationPage {
        frame: visit.frame(visit.t("accounts-organisation-add"), "organisations").await,
        filled,
        kinds: kinds(visit.locale),
        countries: countries(visit.locale),
    })
}

pub(super) fn countries(locale: Locale) -> Vec<(String, String)> {
    Country::by_name(locale).iter().map(|(country, name)| (country.code().to_owned(), name.clone())).collect()
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let row = organisation_of(&app, &signed, &slug).await?;
    draw(&app, &signed, &row, Filled::with(stored(&row)), Vec::new()).await
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<OrganisationForm>,
) -> Answer {
    let row = organisation_of(&app, &signed, &slug).await?;
    let act = async |form: OrganisationForm, values: &Values| match edit_to(&app, &signed, &slug, &form).await {
        Err(Error::Conflict) => draw_conflict(&app, &signed, &slug, values).await,
        other => other,
    };
    posted.then(act, async |filled| draw(&app, &signed, &row, filled, Vec::new()).await).await
}

async fn edit_to(app: &App, signed: &SignedIn, slug: &str, form: &OrganisationForm) -> Result<Response> {
    let new = described(form, signed.visit.locale)?;
    let act = app.begin(signed.who()).await?;
    actions::edit_organisation(&act, &signed.actor, slug, form.version, &new).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-organisation-saved")).await;
    Ok(see_other(&format!("/desk/organisations/{slug}")))
}

/// Someone else was faster: what stands there now above, what was typed below, ready to be put in its place.
async fn draw_conflict(app: &App, signed: &SignedIn, slug: &str, typed: &Values) -> Answer {
    let row = organisation_of(app, signed, slug).await?;
    let mut values = typed.clone();
    values.0.retain(|(name, _)| name != "version");
    values.0.push(("version".to_owned(), row.version.to_string()));
    let now = shown(signed.visit.locale, &row);
    let shown = draw(app, signed, &row, Filled::with(values), now).await?;
    Ok((StatusCode::CONFLICT, shown).into_response())
}

async fn organisation_of(app: &App, signed: &SignedIn, slug: &str) -> Result<organisation::Model> {
    may(&signed.actor, Deed::KeepOrganisations).must()?;
    store::organisations::by_slug(app.db.read(), slug).await?.ok_or(Error::NotFound)
}

pub(super) fn stored(row: &organisation::Model) -> Values {
    let degrees = |millionths: Option<i64>| {
        let whole = millionths.and_then(|m| i32::try_from(m).ok()).map(MicroDegrees::from_millionths);
        whole.map(|degrees| degrees.to_string()).unwrap_or_default()
    };
    [
        ("name", row.name.clone()),
        ("kind", row.kind.code().to_owned()),
        ("city", row.city.clone()),
        ("country", row.country.clone()),
        ("lat", degrees(row.latitude)),
        ("lon", degrees(row.longitude)),
        ("website", row.website.clone().unwrap_or_default()),
        ("version", row.version.to_string()),
    ]
    .into_iter()
    .collect()
}

/// What stands there, as labels and values.
pub(super) fn shown(locale: Locale, row: &organisation::Model) -> Vec<(String, String)> {
    let values = stored(row);
    let plain = |name: &str| values.get(name).unwrap_or_default().to_owned();
    [
        ("accounts-organisation-name", row.name.clone()),
        ("accounts-organisation-kind", kind_in_words(locale, row.kind)),
        ("accounts-organisation-city", place(locale, row)),
        ("accounts-organisation-lat", plain("lat")),
        ("accounts-organisation-lon", plain("lon")),
        ("accounts-organisation-website", plain("website")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (locale.t(key), value))
    .collect()
}

async fn draw(
    app: &App,
    signed: &SignedIn,
    row: &organisation::Model,
    filled: Filled,
    changed: Vec<(String, String)>,
) -> Answer {
    let visit = &signed.visit;
    let members = store::roles::members_of(app.db.read(), &[row.id]).await?.into_values().flatten();
    page(&OrganisationPage {
        frame: visit.frame(row.name.clone(), "organisations").await,
        slug: row.slug.clone(),
        name: row.name.clone(),
        example: row.example,
        filled,
        changed,
        kinds: kinds(visit.locale),
        countries: countries(visit.locale),
        members: members
            .map(|(person, role)| MemberRow {
                id: person.id,
                state: AccountState::of(person.password_hash.is_some(), person.disabled_at.is_some()),
                name: person.name,
                email: person.email.to_string(),
                role: role_in_words(visit.locale, role),
            })
            .collect(),
    })
}

pub async fn show_invite(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let row = organisation_of(&app, &signed, &slug).await?;
    let first = [("role", Role::Owner.code()), ("locale", signed.visit.locale.tag())].into_iter().collect();
    draw_invite(&signed, &row, Filled::with(first)).await
}

pub async fn invite(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Invite>,
) -> Answer {
    let row = organisation_of(&app, &signed, &slug).await?;
    let act = async |form: Invite, _: &Values| {
        let role = official_role(&form.role, signed.visit.locale)?;
        let act = app.begin(signed.who()).await?;
        let invited = actions::invite(&act, &signed.actor, &new_person(&form)?, Place::Member(row.id, role)).await;
        invited.map_err(|error| beside_email(error, signed.visit.locale))?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("accounts-invited")).await;
        Ok(see_other(&format!("/desk/organisations/{slug}")))
    };
    posted.then(act, async |filled| draw_invite(&signed, &row, filled).await).await
}

async fn draw_invite(signed: &SignedIn, row: &organisation::Model, filled: Filled) -> Answer {
    let visit = &signed.visit;
    let heading = visit.locale.tr("accounts-invite-to", &[("organisation", row.name.as_str().into())]);
    page(&InvitePage {
        frame: visit.frame(heading.clone(), "organisations").await,
        heading,
        parent: (format!("/desk/organisations/{}", row.slug), row.name.clone()),
        filled,
        roles: official_roles(visit.locale),
        locales: locales(),
    })
}
