//! People, as the desk sees them: the list, each one's page, inviting, roles, closing accounts.

use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    accounts::{
        actions::{self, NewPerson, Place},
        forms::{Invite, beside_email, staff_role},
        lists::Turn,
        pages::{
            desk::{AccountState, Choice, InvitePage, PeoplePage, PersonRow, staff_roles},
            locales, part_in_words, staff_in_words,
        },
        policy::{Deed, StaffRole, may},
        store::{self, search::Who},
    },
    app::App,
    clock::Zone,
    entity::user,
    error::Result,
    ids::UserId,
    web::{Answer, Filled, Posted, Query, SignedIn, Values, list_link, page, see_other},
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    q: String,
    #[serde(default)]
    who: String,
    after: Option<UserId>,
    before: Option<UserId>,
}

/// The names of the filters in the address.
const FILTERS: [(&str, Who, &str); 7] = [
    ("", Who::Everyone, "accounts-people-all"),
    ("reviewer", Who::Staff(StaffRole::Reviewer), "accounts-people-reviewer"),
    ("secretariat", Who::Staff(StaffRole::Secretariat), "accounts-people-secretariat"),
    ("administrator", Who::Staff(StaffRole::Administrator), "accounts-people-administrator"),
    ("officials", Who::Officials, "accounts-people-officials"),
    ("invited", Who::Invited, "accounts-people-invited"),
    ("disabled", Who::Disabled, "accounts-people-disabled"),
];

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    may(&signed.actor, Deed::SeePeople).must()?;
    let (code, who, _) = FILTERS.into_iter().find(|(code, ..)| *code == wish.who).unwrap_or(FILTERS[0]);
    let turn = Turn::of(wish.after, wish.before);
    let found = store::search::people(app.db.read(), &wish.q, who, &turn).await?;
    let link = |side: &str, row: Option<&user::Model>| {
        row.map(|row| list_link("/desk/people", &[("q", &wish.q), ("who", code)], side, row.id))
    };
    let (previous, next) = (found.rows.first(), found.rows.last());
    let page_ = PeoplePage {
        frame: signed.visit.frame(signed.visit.t("accounts-people"), "people").await,
        q: wish.q.clone(),
        filters: filters(&signed, code),
        may_invite: !appointable(&signed).is_empty(),
        previous: link("before", previous.filter(|_| found.has_previous)),
        next: link("after", next.filter(|_| found.has_next)),
        people: rows(&app, &signed, &found.rows).await?,
    };
    page(&page_)
}

fn filters(signed: &SignedIn, chosen: &str) -> Vec<Choice> {
    let choice = |(code, _, key): (&str, Who, &str)| Choice {
        value: code.to_owned(),
        text: signed.visit.t(key),
        chosen: code == chosen,
    };
    FILTERS.into_iter().map(choice).collect()
}

async fn rows(app: &App, signed: &SignedIn, people: &[user::Model]) -> Result<Vec<PersonRow>> {
    let ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
    let mut staff = store::roles::staff_of(app.db.read(), &ids).await?;
    let mut members = store::roles::memberships_of(app.db.read(), &ids).await?;
    let locale = signed.visit.locale;
    let row = |person: &user::Model| {
        let staff = staff.remove(&person.id).unwrap_or_default().into_iter();
        let members = members.remove(&person.id).unwrap_or_default().into_iter();
        PersonRow {
            id: person.id,
            name: person.name.clone(),
            email: person.email.to_string(),
            parts: staff
                .map(|role| staff_in_words(locale, role))
                .chain(members.map(|(organisation, role)| part_in_words(locale, &organisation.name, role)))
                .collect(),
            state: AccountState::of(person.password_hash.is_some(), person.disabled_at.is_some()),
        }
    };
    Ok(people.iter().map(row).collect())
}

/// The roles of the staff that the visitor may give.
fn appointable(signed: &SignedIn) -> Vec<StaffRole> {
    StaffRole::ALL.iter().copied().filter(|role| may(&signed.actor, Deed::Appoint(*role)).is_yes()).collect()
}

pub async fn show_invite(signed: SignedIn) -> Answer {
    may(&signed.actor, Deed::SeePeople).must()?;
    let role = appointable(&signed).first().map_or("", |role| role.code());
    let first = [("role", role), ("locale", signed.visit.locale.tag())].into_iter().collect();
    draw_invite(&signed, Filled::with(first)).await
}

pub async fn invite(State(app): State<App>, signed: SignedIn, posted: Posted<Invite>) -> Answer {
    may(&signed.actor, Deed::SeePeople).must()?;
    let act = async |form: Invite, _: &Values| invite_as(&app, &signed, &form).await;
    posted.then(act, async |filled| draw_invite(&signed, filled).await).await
}

async fn invite_as(app: &App, signed: &SignedIn, form: &Invite) -> Result<Response> {
    let role = staff_role(&form.role, signed.visit.locale)?;
    let person = new_person(form)?;
    let act = app.begin(signed.who()).await?;
    let invited = actions::invite(&act, &signed.actor, &person, Place::Staff(role)).await;
    let user = invited.map_err(|error| beside_email(error, signed.visit.locale))?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-invited")).await;
    Ok(see_other(&format!("/desk/people/{user}")))
}

/// The person that an invitation is for. The time zone is the invited one's to say.
pub(super) fn new_person(form: &Invite) -> Result<NewPerson> {
    Ok(NewPerson {
        email: form.email()?,
        name: form.name.trim().to_owned(),
        locale: form.locale.parse().unwrap_or_default(),
        zone: Zone::UTC,
    })
}

async fn draw_invite(signed: &SignedIn, filled: Filled) -> Answer {
    let visit = &signed.visit;
    page(&InvitePage {
        frame: visit.frame(visit.t("accounts-invite-title"), "people").await,
        heading: visit.t("accounts-invite-title"),
        parent: ("/desk/people".to_owned(), visit.t("accounts-people")),
        filled,
        roles: staff_roles(visit.locale, &appointable(signed)),
        locales: locales(),
    })
}
