//! The page of a person on the desk, and its buttons.

use axum::extract::State;
use serde::Deserialize;
use validator::Validate;

use crate::{
    accounts::{
        Actor, actions,
        forms::staff_role,
        pages::{
            desk::{AccountState, PersonPage, RoleRow},
            role_in_words, staff_in_words,
        },
        policy::{Deed, StaffRole, Target, Verdict, may},
        store,
    },
    act::Act,
    app::App,
    error::{Error, Result},
    ids::UserId,
    web::{Answer, Nothing, Path, Posted, SignedIn, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<UserId>) -> Answer {
    may(&signed.actor, Deed::SeePeople).must()?;
    let (visit, actor) = (&signed.visit, &signed.actor);
    let person = store::people::by_id(app.db.read(), id).await?.ok_or(Error::NotFound)?;
    let staff = store::roles::staff_of(app.db.read(), &[id]).await?.remove(&id).unwrap_or_default();
    let members = store::roles::memberships_of(app.db.read(), &[id]).await?.remove(&id).unwrap_or_default();
    let target = store::roles::target(app.db.read(), id, &staff).await?;
    let sees_organisations = may(actor, Deed::KeepOrganisations).is_yes();
    let state = AccountState::of(person.password_hash.is_some(), person.disabled_at.is_some());
    page(&PersonPage {
        frame: visit.frame(person.name.clone(), "people").await,
        id,
        name: person.name,
        email: person.email.to_string(),
        language: person.locale.own_name(),
        zone: person.zone,
        since: visit.locale.date(person.created_at.day_in(visit.zone.0)),
        state,
        organisations: members
            .into_iter()
            .map(|(organisation, role)| {
                let link = sees_organisations.then(|| format!("/desk/organisations/{}", organisation.slug));
                (link, organisation.name, role_in_words(visit.locale, role))
            })
            .collect(),
        roles: roles(&signed, &staff, target),
        may_disable: if state == AccountState::Disabled { Verdict::Hidden } else { may(actor, Deed::Disable(target)) },
        may_enable: if state == AccountState::Disabled { may(actor, Deed::Enable(target)) } else { Verdict::Hidden },
        may_invite_again: state == AccountState::Invited,
    })
}

fn roles(signed: &SignedIn, staff: &[StaffRole], target: Target) -> Vec<RoleRow> {
    let row = |role: StaffRole| {
        let has = staff.contains(&role);
        RoleRow {
            code: role.code(),
            name: staff_in_words(signed.visit.locale, role),
            has,
            change: may(&signed.actor, if has { Deed::Dismiss(role, target) } else { Deed::Appoint(role) }),
        }
    };
    StaffRole::ALL.iter().copied().map(row).filter(|row| row.has || row.change.is_yes()).collect()
}

/// Which role to give.
#[derive(Deserialize, Validate)]
pub struct Chosen {
    role: String,
}

pub async fn appoint(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<UserId>,
    posted: Posted<Chosen>,
) -> Answer {
    let role = staff_role(&posted.sound()?.role, signed.visit.locale)?;
    let verb = async |act: &Act, actor: &Actor| actions::appoint(act, actor, id, role).await;
    carry_out(&app, &signed, id, "accounts-appointed", verb).await
}

pub async fn dismiss(
    State(app): State<App>,
    signed: SignedIn,
    Path((id, role)): Path<(UserId, StaffRole)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let verb = async |act: &Act, actor: &Actor| actions::dismiss(act, actor, id, role).await;
    carry_out(&app, &signed, id, "accounts-dismissed", verb).await
}

pub async fn disable(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<UserId>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let verb = async |act: &Act, actor: &Actor| actions::disable(act, actor, id).await;
    carry_out(&app, &signed, id, "accounts-disabled", verb).await
}

pub async fn enable(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<UserId>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let verb = async |act: &Act, actor: &Actor| actions::enable(act, actor, id).await;
    carry_out(&app, &signed, id, "accounts-enabled", verb).await
}

pub async fn invite_again(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<UserId>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let verb = async |act: &Act, actor: &Actor| actions::invite_again(act, actor, id).await;
    carry_out(&app, &signed, id, "accounts-invited", verb).await
}

/// Does one thing to a person in one act, and says so on the person's page.
async fn carry_out(
    app: &App,
    signed: &SignedIn,
    id: UserId,
    done: &str,
    verb: impl AsyncFnOnce(&Act, &Actor) -> Result<()>,
) -> Answer {
    let act = app.begin(signed.who()).await?;
    verb(&act, &signed.actor).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t(done)).await;
    Ok(see_other(&format!("/desk/people/{id}")))
}
