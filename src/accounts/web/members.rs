//! The members of an organisation, for its own people: who they are, and what its owners do about it.

use axum::extract::State;
use serde::Deserialize;
use validator::Validate;

use super::people::new_person;
use crate::{
    accounts::{
        Actor,
        actions::{self, Place, organisation_for},
        forms::{Invite, beside_email, official_role},
        pages::{
            desk::{AccountState, InvitePage, official_roles},
            locales,
            members::{HandOverPage, MemberLine, MembersPage},
            role_in_words,
        },
        policy::{Deed, Role, is_last_owner, may},
        store::roles::{is_able, members_of, seats},
    },
    act::Act,
    app::App,
    entity::{organisation, user},
    error::{Error, Result},
    ids::{OrganisationId, UserId},
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
};

/// The navigation's item of these pages.
const HERE: &str = "city";

type Members = Vec<(user::Model, Role)>;

pub async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let (visit, actor) = (&signed.visit, &signed.actor);
    let row = organisation_for(&app, actor, &slug, Deed::SeeOrganisation).await?;
    let members = members(&app, row.id).await?;
    let mine = actor.role_in(row.id);
    page(&MembersPage {
        frame: visit.frame(visit.t("accounts-organisation-members"), HERE).await,
        manages: may(actor, Deed::ManageMembers(row.id)).is_yes(),
        may_hand_over: mine == Some(Role::Owner) && !successors(&members, actor).is_empty(),
        may_leave: mine.is_some() && !is_last_owner(seats(&members), actor.id),
        is_member: mine.is_some(),
        lines: members.iter().map(|(person, role)| line(&members, person, *role, &signed)).collect(),
        meanings: official_roles(visit.locale).into_iter().map(|(_, meaning)| meaning).collect(),
        slug,
        name: row.name,
    })
}

async fn members(app: &App, organisation: OrganisationId) -> Result<Members> {
    Ok(members_of(app.db.read(), &[organisation]).await?.remove(&organisation).unwrap_or_default())
}

fn line(members: &Members, person: &user::Model, role: Role, signed: &SignedIn) -> MemberLine {
    let locale = signed.visit.locale;
    // Who cannot log in cannot own.
    let roles = Role::ALL.iter().filter(|other| **other != Role::Owner || role == Role::Owner || is_able(person));
    MemberLine {
        id: person.id,
        name: person.name.clone(),
        email: person.email.to_string(),
        code: role.code(),
        role: role_in_words(locale, role),
        roles: roles.map(|role| (role.code(), role_in_words(locale, *role))).collect(),
        state: AccountState::of(person.password_hash.is_some(), person.disabled_at.is_some()),
        is_me: person.id == signed.actor.id,
        is_last_owner: is_last_owner(seats(members), person.id),
    }
}

/// Who can own an organisation in somebody's place.
fn successors(members: &Members, owner: &Actor) -> Vec<(String, String)> {
    let able = members.iter().filter(|(person, _)| person.id != owner.id && is_able(person));
    able.map(|(person, _)| (person.id.to_string(), person.name.clone())).collect()
}

pub async fn show_invite(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let row = organisation_for(&app, &signed.actor, &slug, Deed::ManageMembers).await?;
    let first = [("role", Role::Editor.code()), ("locale", signed.visit.locale.tag())].into_iter().collect();
    draw_invite(&signed, &row, Filled::with(first)).await
}

pub async fn invite(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Invite>,
) -> Answer {
    let row = organisation_for(&app, &signed.actor, &slug, Deed::ManageMembers).await?;
    let act = async |form: Invite, _: &Values| {
        let role = official_role(&form.role, signed.visit.locale)?;
        let person = new_person(&form)?;
        let verb = async |act: &Act, actor: &Actor| {
            let invited = actions::invite(act, actor, &person, Place::Member(row.id, role)).await;
            invited.map(|_| ()).map_err(|error| beside_email(error, signed.visit.locale))
        };
        carry_out(&app, &signed, &slug, "accounts-invited", verb).await
    };
    posted.then(act, async |filled| draw_invite(&signed, &row, filled).await).await
}

async fn draw_invite(signed: &SignedIn, row: &organisation::Model, filled: Filled) -> Answer {
    let visit = &signed.visit;
    let heading = visit.locale.tr("accounts-invite-to", &[("organisation", row.name.as_str().into())]);
    page(&InvitePage {
        frame: visit.frame(heading.clone(), HERE).await,
        heading,
        parent: (format!("/organisations/{}/members", row.slug), visit.t("accounts-organisation-members")),
        filled,
        roles: official_roles(visit.locale),
        locales: locales(),
    })
}

/// Another role for a member.
#[derive(Debug, Deserialize, Validate)]
pub struct RoleForm {
    role: String,
}

pub async fn change_role(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, member)): Path<(String, UserId)>,
    posted: Posted<RoleForm>,
) -> Answer {
    let role = official_role(&posted.sound()?.role, signed.visit.locale)?;
    let verb = async |act: &Act, actor: &Actor| actions::change_role(act, actor, &slug, member, role).await;
    carry_out(&app, &signed, &slug, "accounts-role-changed", verb).await
}

pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, member)): Path<(String, UserId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let verb = async |act: &Act, actor: &Actor| actions::remove_member(act, actor, &slug, member).await;
    carry_out(&app, &signed, &slug, "accounts-member-removed", verb).await
}

pub async fn leave(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    actions::leave(&act, &signed.actor, &slug).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-member-left")).await;
    Ok(see_other("/account"))
}

/// To whom one's ownership goes.
#[derive(Debug, Deserialize, Validate)]
pub struct HandOverForm {
    #[validate(length(min = 1, message = "accounts-hand-over-missing"))]
    to: String,
}

pub async fn ask_hand_over(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let row = owned(&app, &signed, &slug).await?;
    draw_hand_over(&app, &signed, row, Filled::default()).await
}

pub async fn hand_over(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<HandOverForm>,
) -> Answer {
    let row = owned(&app, &signed, &slug).await?;
    let act = async |form: HandOverForm, _: &Values| {
        let to = form.to.parse().map_err(|_| Error::NotFound)?;
        let verb = async |act: &Act, actor: &Actor| actions::hand_over(act, actor, &slug, to).await;
        carry_out(&app, &signed, &slug, "accounts-handed-over", verb).await
    };
    posted.then(act, async |filled| draw_hand_over(&app, &signed, row, filled).await).await
}

/// An organisation for its owners, and nobody else: only they can hand it over.
async fn owned(app: &App, signed: &SignedIn, slug: &str) -> Result<organisation::Model> {
    let row = organisation_for(app, &signed.actor, slug, Deed::ManageMembers).await?;
    if signed.actor.role_in(row.id) == Some(Role::Owner) { Ok(row) } else { Err(Error::NotFound) }
}

async fn draw_hand_over(app: &App, signed: &SignedIn, row: organisation::Model, filled: Filled) -> Answer {
    page(&HandOverPage {
        frame: signed.visit.frame(signed.visit.t("accounts-hand-over"), HERE).await,
        members: successors(&members(app, row.id).await?, &signed.actor),
        slug: row.slug,
        name: row.name,
        filled,
    })
}

/// Does one thing in one act, and says so on the page of the members.
async fn carry_out(
    app: &App,
    signed: &SignedIn,
    slug: &str,
    done: &str,
    verb: impl AsyncFnOnce(&Act, &Actor) -> Result<()>,
) -> Answer {
    let act = app.begin(signed.who()).await?;
    verb(&act, &signed.actor).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t(done)).await;
    Ok(see_other(&format!("/organisations/{slug}/members")))
}
