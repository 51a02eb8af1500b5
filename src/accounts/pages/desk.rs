//! The pages of accounts on the desk: people and organisations.

use askama::Template;

use crate::{
    accounts::policy::{OrganisationKind, Role, StaffRole, Verdict},
    ids::UserId,
    web::{Filled, Frame},
    words::Locale,
};

/// The list of people.
#[derive(Template)]
#[template(path = "accounts/people.html")]
pub struct PeoplePage {
    pub frame: Frame,
    pub q: String,
    pub filters: Vec<Choice>,
    pub people: Vec<PersonRow>,
    pub may_invite: bool,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// A line of the list.
pub struct PersonRow {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub parts: Vec<String>,
    pub state: AccountState,
}

/// How far an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    Active,
    Invited,
    Disabled,
}

impl AccountState {
    pub const fn of(has_password: bool, is_disabled: bool) -> Self {
        match (is_disabled, has_password) {
            (true, _) => Self::Disabled,
            (false, true) => Self::Active,
            (false, false) => Self::Invited,
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "accounts-state-active",
            Self::Invited => "accounts-state-invited",
            Self::Disabled => "accounts-state-disabled",
        }
    }

    /// The icon that says the same.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Active => "success",
            Self::Invited => "mail",
            Self::Disabled => "lock",
        }
    }
}

/// One of a few, as a select offers it.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub chosen: bool,
}

/// A person, as the desk sees one.
#[derive(Template)]
#[template(path = "accounts/person.html")]
pub struct PersonPage {
    pub frame: Frame,
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub language: &'static str,
    pub zone: String,
    pub since: String,
    pub state: AccountState,
    /// The organisation's page (if the visitor has it), its name, the role.
    pub organisations: Vec<(Option<String>, String, String)>,
    /// Those that the person has, and those that the visitor may give.
    pub roles: Vec<RoleRow>,
    pub may_disable: Verdict,
    pub may_enable: Verdict,
    pub may_invite_again: bool,
}

/// A role of the staff: whether the person has it, and what can be done about it.
pub struct RoleRow {
    pub code: &'static str,
    pub name: String,
    pub has: bool,
    pub change: Verdict,
}

impl RoleRow {
    /// Why nothing can be done about a role that the person has.
    pub fn reason(&self) -> Option<&'static str> {
        reason(self.change)
    }
}

impl PersonPage {
    pub fn disabling_reason(&self) -> Option<&'static str> {
        reason(self.may_disable)
    }
}

fn reason(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::No(reason) => Some(reason),
        Verdict::Yes | Verdict::Hidden => None,
    }
}

/// Inviting someone: for an organisation, or for the staff.
#[derive(Template)]
#[template(path = "accounts/invite.html")]
pub struct InvitePage {
    pub frame: Frame,
    pub heading: String,
    /// The page it belongs to: address and name.
    pub parent: (String, String),
    pub filled: Filled,
    pub roles: Vec<(String, String)>,
    pub locales: Vec<(String, String)>,
}

/// The list of organisations.
#[derive(Template)]
#[template(path = "accounts/organisations.html")]
pub struct OrganisationsPage {
    pub frame: Frame,
    pub q: String,
    pub organisations: Vec<OrganisationRow>,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// A line of the list.
pub struct OrganisationRow {
    pub slug: String,
    pub name: String,
    pub place: String,
    pub kind: String,
    pub example: bool,
    /// The owners' names.
    pub owners: Vec<String>,
}

/// A new organisation.
#[derive(Template)]
#[template(path = "accounts/new_organisation.html")]
pub struct NewOrganisationPage {
    pub frame: Frame,
    pub filled: Filled,
    pub kinds: Vec<(String, String)>,
    pub countries: Vec<(String, String)>,
}

/// An organisation: what it is, and who its members are.
#[derive(Template)]
#[template(path = "accounts/organisation.html")]
pub struct OrganisationPage {
    pub frame: Frame,
    pub slug: String,
    pub name: String,
    pub example: bool,
    pub filled: Filled,
    /// What stands there now, if it was changed by someone else meanwhile: labels and values.
    pub changed: Vec<(String, String)>,
    pub kinds: Vec<(String, String)>,
    pub countries: Vec<(String, String)>,
    pub members: Vec<MemberRow>,
}

/// A member of an organisation.
pub struct MemberRow {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub role: String,
    pub state: AccountState,
}

/// The kinds of organisations as a choice.
pub fn kinds(locale: Locale) -> Vec<(String, String)> {
    OrganisationKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind_in_words(locale, *kind))).collect()
}

pub fn kind_in_words(locale: Locale, kind: OrganisationKind) -> String {
    locale.t(&format!("accounts-kind-{}", kind.code()))
}

/// The roles of officials as a choice, with what each means.
pub fn official_roles(locale: Locale) -> Vec<(String, String)> {
    let meaning = |role: &Role| locale.t(&format!("accounts-role-{}-means", role.code()));
    Role::ALL.iter().map(|role| (role.code().to_owned(), meaning(role))).collect()
}

/// These roles of the staff as a choice.
pub fn staff_roles(locale: Locale, roles: &[StaffRole]) -> Vec<(String, String)> {
    roles.iter().map(|role| (role.code().to_owned(), super::staff_in_words(locale, *role))).collect()
}
