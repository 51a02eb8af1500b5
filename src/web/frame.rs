//! What stands around every page: languages, who is signed in, messages from the page before.

use serde::{Deserialize, Serialize};

use super::{Visit, assets};
use crate::{
    accounts::{Actor, StaffRole},
    ids::UserId,
    words::{Arg, Locale},
};

/// The frame of a page, a field of every page's struct.
#[derive(Clone, Debug)]
pub struct Frame {
    pub locale: Locale,
    pub title: String,
    /// The key of the navigation's current item, empty for none.
    pub section: &'static str,
    pub user: Option<FrameUser>,
    /// Path and query without the language.
    pub path: String,
    pub lang_links: Vec<LangLink>,
    pub flash: Vec<Flash>,
    /// Whether this is a demonstration, which shows its letters.
    pub demo: bool,
    /// When the session ends unless something is done, for signed-in visitors.
    pub session_ends: Option<String>,
    pub now_iso: String,
}

/// Who is signed in, as far as a frame shows it.
#[derive(Clone, Debug)]
pub struct FrameUser {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub organisation: Option<String>,
    /// The address of its page.
    pub city: Option<String>,
    pub is_staff: bool,
    pub is_reviewer: bool,
    pub is_secretariat: bool,
    pub is_admin: bool,
}

/// The same page in a language.
#[derive(Clone, Debug)]
pub struct LangLink {
    pub tag: &'static str,
    pub name: &'static str,
    pub href: String,
    pub current: bool,
}

/// A message shown once, on the page that comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// `success`, `info`, `warning` or `danger`.
    pub kind: String,
    pub text: String,
    /// The reference of the proposal whose form has arrived, so that the browser forgets its copy of it.
    #[serde(default)]
    pub arrived: Option<String>,
}

impl Frame {
    /// The text of `key` in the page's language.
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    pub fn tr(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.locale.tr(key, args)
    }

    /// `Decision: approved`.
    pub fn pair(&self, what: impl std::fmt::Display, name: impl std::fmt::Display) -> String {
        self.locale.pair(what, name)
    }

    /// What a button or a link is about that others of the page are called like, behind its words: `: Port of Agra`.
    pub fn about(&self, what: impl std::fmt::Display) -> String {
        self.tr("layout-about", &[("what", what.to_string().into())])
    }

    /// The address of an asset, with the hash of its content in it.
    pub fn asset(&self, path: &str) -> String {
        assets::address(path)
    }

    /// Whether JavaScript may warn that the session ends.
    pub fn is_signed_in(&self) -> bool {
        self.user.is_some()
    }
}

impl Visit {
    /// The frame of a page of this visit. Takes the messages that wait for it.
    pub async fn frame(&self, title: impl Into<String>, section: &'static str) -> Frame {
        Frame { flash: self.take_flash().await, ..self.quiet_frame(title, section) }
    }

    /// The same without the messages: for a part of a page, which shows none.
    pub fn quiet_frame(&self, title: impl Into<String>, section: &'static str) -> Frame {
        let path = self.path_without_language();
        let links = Locale::ALL.into_iter().map(|locale| LangLink {
            tag: locale.tag(),
            name: locale.own_name(),
            href: format!("{path}{}lang={}", if path.contains('?') { '&' } else { '?' }, locale.tag()),
            current: locale == self.locale,
        });
        Frame {
            locale: self.locale,
            title: title.into(),
            section,
            user: self.actor.as_deref().map(FrameUser::from),
            lang_links: links.collect(),
            flash: Vec::new(),
            path,
            demo: self.demo,
            session_ends: self.session_ends.filter(|_| self.actor.is_some()).map(|at| at.iso()),
            now_iso: self.at.iso(),
        }
    }
}

impl From<&Actor> for FrameUser {
    fn from(actor: &Actor) -> Self {
        let (reviewer, secretariat) = (actor.is(StaffRole::Reviewer), actor.is(StaffRole::Secretariat));
        Self {
            id: actor.id,
            name: actor.name.clone(),
            email: actor.email.to_string(),
            organisation: actor.memberships.first().map(|m| m.organisation_name.clone()),
            city: actor.memberships.first().map(|m| format!("/organisations/{}", m.organisation_slug)),
            is_staff: reviewer || secretariat,
            is_reviewer: reviewer,
            is_secretariat: secretariat,
            is_admin: actor.is(StaffRole::Administrator),
        }
    }
}
