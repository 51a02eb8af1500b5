//! What is known of reviewers, and what they would like to review.

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};

use crate::{
    accounts::StaffRole,
    app::App,
    calls,
    entity::call,
    error::{Error, Result},
    ids::{Reference, UserId},
    places::Country,
    proposals::{people, rulings},
    reviews::{
        actions::assigning,
        forms::{
            Declaring,
            assigning::{ProfileForm, typed, wishes},
        },
        pages::{
            Reader, THEMES,
            assigning::{PreferencesPage, ProfilePage, preference_rows},
        },
        store::{offered, profiles},
    },
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
    words::Locale,
};

/// Where the promise of confidentiality leads on to this page.
pub const PREFERENCES: &str = "preferences";

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/reviewers/{id}", get(show).post(write))
        .route("/desk/calls/{slug}/preferences", get(preferences).post(wish))
        .route("/desk/calls/{slug}/preferences/{reference}/conflict", post(declare))
}

/// The name of a reviewer, for the secretariat and for the person.
async fn name_of(app: &App, signed: &SignedIn, id: UserId) -> Result<String> {
    if !signed.actor.is(StaffRole::Secretariat) && signed.actor.id != id {
        return Err(Error::NotFound);
    }
    if !people::is_reviewer(app.db.read(), id).await? {
        return Err(Error::NotFound);
    }
    Ok(people::by_id(app.db.read(), id).await?.map(|person| person.name).unwrap_or_default())
}

async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<UserId>) -> Answer {
    let name = name_of(&app, &signed, id).await?;
    let profile = profiles::one(app.db.read(), id).await?;
    draw(&signed, id, name, Filled::with(typed(&profile))).await
}

async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<UserId>,
    posted: Posted<ProfileForm>,
) -> Answer {
    let name = name_of(&app, &signed, id).await?;
    let act = async |form: ProfileForm, values: &Values| {
        let profile = form.read(values, signed.visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        assigning::write_profile(&act, &signed.actor, id, &profile).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("reviewers-saved")).await;
        Ok(see_other(&format!("/desk/reviewers/{id}")))
    };
    posted.then(act, async |filled| draw(&signed, id, name, filled).await).await
}

async fn draw(signed: &SignedIn, id: UserId, name: String, filled: Filled) -> Answer {
    let reader = Reader::of(&signed.visit);
    let countries = Country::by_name(reader.locale).iter();
    page(&ProfilePage {
        frame: signed.visit.frame(reader.t("reviewers-title"), "desk").await,
        action: format!("/desk/reviewers/{id}"),
        languages: Locale::ALL.into_iter().map(|one| (one.tag().to_owned(), one.own_name().to_owned())).collect(),
        themes: THEMES.iter().map(|one| ((*one).to_owned(), reader.t(&format!("layout-theme-{one}")))).collect(),
        countries: countries.map(|(country, name)| (country.code().to_owned(), name.clone())).collect(),
        is_own: signed.actor.id == id,
        name,
        filled,
    })
}

async fn call_of(app: &App, slug: &str) -> Result<call::Model> {
    calls::by_slug(app.db.read(), slug).await?.ok_or(Error::NotFound)
}

async fn preferences(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = call_of(&app, &slug).await?;
    let asks = signed.actor.is(StaffRole::Reviewer) && call.reviewing(signed.visit.at).takes_preferences;
    if asks && !rulings::has_pledged(app.db.read(), call.id, signed.actor.id).await? {
        return Ok(see_other(&format!("/desk/calls/{slug}/confidentiality?next={PREFERENCES}")));
    }
    choose(&app, &signed, &call, None, Filled::default()).await
}

/// Draws what can be chosen from; what was typed stands over what is kept, and beside the proposal in which an interest is being
/// declared.
async fn choose(
    app: &App,
    signed: &SignedIn,
    call: &call::Model,
    declaring: Option<&Reference>,
    filled: Filled,
) -> Answer {
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let found = offered::of(db, &signed.actor, call, signed.visit.at).await?;
    let kept = profiles::wishes_of(db, signed.actor.id).await?;
    let mut values = filled.values.clone();
    for one in &found {
        let name = format!("wish-{}", one.reference);
        if values.get(&name).is_none() {
            values.0.push((name, kept.get(&one.id).copied().unwrap_or_default().to_string()));
        }
    }
    let due = call.phases.as_ref().and_then(|phases| phases.current(signed.visit.at)?.due_at);
    let wish = |(value, key): (&str, &str)| (value.to_owned(), reader.t(key));
    page(&PreferencesPage {
        frame: signed.visit.frame(reader.t("preferences-title"), "desk").await,
        call: call.title.get(reader.locale).to_owned(),
        action: format!("/desk/calls/{}/preferences", call.slug),
        profile_href: format!("/desk/reviewers/{}", signed.actor.id),
        due: due.map(|due| reader.locale.instant(due, call.zone())),
        rows: preference_rows(&found, reader),
        declaring: declaring.map(Reference::to_string).unwrap_or_default(),
        wishes: [("1", "preferences-gladly"), ("0", "preferences-willing"), ("-1", "preferences-rather-not")]
            .map(wish)
            .to_vec(),
        filled: Filled { values, ..filled },
    })
}

async fn wish(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, posted: Posted<Nothing>) -> Answer {
    let call = call_of(&app, &slug).await?;
    let act = async |_: Nothing, values: &Values| {
        let act = app.begin(signed.who()).await?;
        assigning::wish(&act, &signed.actor, &call, &wishes(values)).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("preferences-saved")).await;
        Ok(see_other(&format!("/desk/calls/{}/preferences", call.slug)))
    };
    posted.then(act, async |filled| choose(&app, &signed, &call, None, filled).await).await
}

async fn declare(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, reference)): Path<(String, Reference)>,
    posted: Posted<Declaring>,
) -> Answer {
    let call = call_of(&app, &slug).await?;
    let act = async |form: Declaring, _: &Values| {
        let act = app.begin(signed.who()).await?;
        let reason = form.conflict_reason.trim();
        assigning::declare_early(&act, &signed.actor, &call, &reference, reason).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-done-declared")).await;
        Ok(see_other(&format!("/desk/calls/{}/preferences", call.slug)))
    };
    posted.then(act, async |filled| choose(&app, &signed, &call, Some(&reference), filled).await).await
}
