//! The pages of accounts that everyone may meet: invitation, new password, one's own account.

pub mod desk;
pub mod members;

use std::collections::BTreeMap;

use askama::Template;

use crate::{
    accounts::{
        actor::{Actor, Standing},
        agents::described,
        policy::{Role, StaffRole},
    },
    clock::{Moment, Zone},
    ids::SessionId,
    mail::rhythm::{Notice, Wanted},
    web::{Filled, Frame},
    words::Locale,
};

/// Accepting an invitation.
#[derive(Template)]
#[template(path = "accounts/invitation.html")]
pub struct InvitationPage {
    pub frame: Frame,
    pub filled: Filled,
    pub email: String,
    pub locales: Vec<(String, String)>,
    pub zones: Vec<&'static str>,
}

/// A link that is used, void, expired, or was never made: which, is nobody's business.
#[derive(Template)]
#[template(path = "accounts/dead_link.html")]
pub struct DeadLinkPage {
    pub frame: Frame,
    pub text: String,
}

/// Asking for a new password.
#[derive(Template)]
#[template(path = "accounts/ask_reset.html")]
pub struct AskResetPage {
    pub frame: Frame,
    pub filled: Filled,
    /// Whether it was asked for: look into the mailbox.
    pub sent: bool,
}

/// Setting a new password.
#[derive(Template)]
#[template(path = "accounts/reset.html")]
pub struct ResetPage {
    pub frame: Frame,
    pub filled: Filled,
    pub email: String,
}

/// One's own account.
#[derive(Template)]
#[template(path = "accounts/account.html")]
pub struct AccountPage {
    pub frame: Frame,
    pub email: String,
    /// What one is, in words.
    pub parts: Vec<String>,
    /// The pages of one's organisations: address and name.
    pub organisations: Vec<(String, String)>,
    pub profile: Filled,
    pub password: Filled,
    pub sessions: Vec<SessionRow>,
    pub locales: Vec<(String, String)>,
    pub zones: Vec<&'static str>,
    /// Whether single keys do something at the desk; none for who does not sit there.
    pub shortcuts: Option<bool>,
}

/// What somebody wants to be told beside what they must know.
#[derive(Template)]
#[template(path = "accounts/notices.html")]
pub struct NoticesPage {
    pub frame: Frame,
    pub filled: Filled,
    /// The input of each notice, the key of its words, and that of what it tells.
    pub notices: Vec<(&'static str, String, String)>,
    pub choices: Vec<(String, String)>,
}

impl NoticesPage {
    pub fn new(frame: Frame, notices: &[Notice], chosen: &BTreeMap<Notice, Wanted>) -> Self {
        let locale = frame.locale;
        let wanted = |notice: &Notice| chosen.get(notice).copied().unwrap_or(Wanted::AtOnce);
        Self {
            filled: Filled::with(notices.iter().map(|one| (one.code(), wanted(one).code())).collect()),
            notices: notices
                .iter()
                .map(|one| {
                    let code = one.code();
                    (code, format!("accounts-notice-{code}"), format!("accounts-notice-{code}-hint"))
                })
                .collect(),
            choices: Wanted::ALL
                .iter()
                .map(|one| (one.code().to_owned(), locale.t(&format!("accounts-notice-how-{}", one.code()))))
                .collect(),
            frame,
        }
    }
}

/// A browser in which someone is signed in.
pub struct SessionRow {
    pub id: SessionId,
    /// `Firefox on Windows`.
    pub browser: String,
    pub address: String,
    pub seen_iso: String,
    pub seen: String,
    /// The browser at hand.
    pub is_this: bool,
}

impl SessionRow {
    pub fn new(locale: Locale, zone: Zone, id: SessionId, agent: &str, address: &str, seen_at: Moment) -> Self {
        Self {
            id,
            browser: browser_in_words(locale, agent),
            address: address.to_owned(),
            seen_iso: seen_at.iso(),
            seen: locale.instant(seen_at, zone),
            is_this: false,
        }
    }
}

fn browser_in_words(locale: Locale, agent: &str) -> String {
    match described(agent) {
        (Some(browser), Some(system)) => {
            locale.tr("accounts-browser", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => locale.t("accounts-browser-unknown"),
    }
}

/// The languages as a choice.
pub fn locales() -> Vec<(String, String)> {
    Locale::ALL.map(|locale| (locale.tag().to_owned(), locale.own_name().to_owned())).to_vec()
}

/// What someone is, in words: `Reviewer`, `Agra: owner`.
pub fn parts_of(locale: Locale, actor: &Actor) -> Vec<String> {
    let staff = actor.staff.iter().map(|role| staff_in_words(locale, *role));
    staff.chain(actor.memberships.iter().map(|standing| standing_in_words(locale, standing))).collect()
}

pub fn staff_in_words(locale: Locale, role: StaffRole) -> String {
    locale.t(&format!("accounts-staff-{}", role.code()))
}

pub fn role_in_words(locale: Locale, role: Role) -> String {
    locale.t(&format!("accounts-role-{}", role.code()))
}

fn standing_in_words(locale: Locale, standing: &Standing) -> String {
    part_in_words(locale, &standing.organisation_name, standing.role)
}

/// `Agra: owner`
pub fn part_in_words(locale: Locale, organisation: &str, role: Role) -> String {
    let role = role_in_words(locale, role);
    locale.tr("accounts-part", &[("organisation", organisation.into()), ("role", role.into())])
}
