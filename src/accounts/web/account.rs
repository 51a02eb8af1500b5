//! One's own account: who one is, the password, where one is signed in.

use axum::extract::State;
use axum::response::Response;

use super::login::begin_session;
use crate::{
    accounts::{
        StaffRole,
        actions::{self, Profile},
        forms::{ChangePassword, ProfileForm, sound_password},
        pages::{AccountPage, SessionRow, locales, parts_of},
        store,
    },
    app::App,
    clock::Zone,
    error::{Error, FieldErrors, Result},
    ids::SessionId,
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other, session},
};

pub async fn show(State(app): State<App>, signed: SignedIn) -> Answer {
    let profile = stored(&signed);
    draw(&app, &signed, profile, Filled::default()).await
}

pub async fn change_profile(State(app): State<App>, signed: SignedIn, posted: Posted<ProfileForm>) -> Answer {
    let act = async |form: ProfileForm, _: &Values| {
        let (name, locale) = (form.name.trim().to_owned(), form.locale.parse().unwrap_or_default());
        let act = app.begin(signed.who()).await?;
        actions::set_profile(&act, &signed.actor, &Profile { name, locale, zone: form.zone() }).await?;
        act.commit().await?;
        signed.visit.speak_as_the_account().await;
        signed.visit.flash("success", locale.t("accounts-profile-saved")).await;
        Ok(see_other("/account"))
    };
    posted.then(act, async |filled| draw(&app, &signed, filled, Filled::default()).await).await
}

pub async fn change_password(State(app): State<App>, signed: SignedIn, posted: Posted<ChangePassword>) -> Answer {
    let act = async |form: ChangePassword, _: &Values| change_password_to(&app, &signed, &form).await;
    posted.then(act, async |filled| draw(&app, &signed, stored(&signed), filled).await).await
}

async fn change_password_to(app: &App, signed: &SignedIn, form: &ChangePassword) -> Result<Response> {
    let SignedIn { visit, actor } = signed;
    sound_password(&form.password, &[actor.email.as_str(), &actor.name], visit.locale).map_err(Error::Invalid)?;
    if !actions::knows_password(app, signed.who(), actor, &form.current, &visit.address).await? {
        return Err(Error::Invalid(FieldErrors::one("current", visit.t("accounts-current-wrong"))));
    }
    let password = app.hasher.hash(&form.password, app.ids.salt()).await?;
    let act = app.begin(signed.who()).await?;
    actions::change_password(&act, actor, &password).await?;
    act.commit().await?;
    begin_session(visit, actor.id).await?;
    visit.flash("success", visit.t("accounts-password-changed")).await;
    Ok(see_other("/account"))
}

pub async fn end_session(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<SessionId>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    actions::end_session(&act, &signed.actor, id).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-session-ended")).await;
    Ok(see_other("/account"))
}

/// The profile as it is kept.
fn stored(signed: &SignedIn) -> Filled {
    let actor = &signed.actor;
    let values: Values = [("name", actor.name.as_str()), ("locale", actor.locale.tag()), ("zone", actor.zone.name())]
        .into_iter()
        .collect();
    Filled::with(values)
}

async fn draw(app: &App, signed: &SignedIn, profile: Filled, password: Filled) -> Answer {
    let SignedIn { visit, actor } = signed;
    let shortcuts = store::habits::of(app.db.read(), actor.id).await?.shortcuts;
    let sits_at_the_desk = actor.is(StaffRole::Secretariat) || actor.is(StaffRole::Reviewer);
    page(&AccountPage {
        frame: visit.frame(visit.t("accounts-title"), "account").await,
        email: actor.email.to_string(),
        parts: parts_of(visit.locale, actor),
        organisations: actor
            .memberships
            .iter()
            .map(|m| (format!("/organisations/{}", m.organisation_slug), m.organisation_name.clone()))
            .collect(),
        profile,
        password,
        sessions: sessions(app, signed).await?,
        locales: locales(),
        zones: Zone::names(),
        shortcuts: sits_at_the_desk.then_some(shortcuts),
    })
}

async fn sessions(app: &App, signed: &SignedIn) -> Result<Vec<SessionRow>> {
    let SignedIn { visit, actor } = signed;
    let here = visit.session.get::<session::Row>(session::ROW).await.ok().flatten().map(|row| row.id);
    let rows = store::sessions::of(app.db.read(), actor.id, visit.at).await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionRow {
            is_this: Some(row.id) == here,
            ..SessionRow::new(visit.locale, visit.zone, row.id, &row.agent, &row.address, row.seen_at)
        })
        .collect())
}
