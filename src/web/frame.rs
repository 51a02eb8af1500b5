//! What stands around every page: languages, who is signed in, messages from the page before.

use serde::{Deserialize, Serialize};

use super::{
    Visit, assets,
    outline::{self, Outline},
};
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
    /// The language that the address names.
    pub named: Option<Locale>,
    pub lang_links: Vec<LangLink>,
    pub flash: Vec<Flash>,
    /// Whether this is a demonstration, which shows its letters.
    pub demo: bool,
    /// When the session ends unless something is done, for signed-in visitors.
    pub session_ends: Option<String>,
    pub now_iso: String,
    /// The address of the service, without a slash at its end.
    pub base: String,
    /// What is told of the page to those who do not open it.
    pub outline: Outline,
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

    /// The icons, to be put into the page as they are.
    pub fn sprite(&self) -> &'static str {
        assets::sprite()
    }

    /// The page's address as everybody knows it: in the language of `tag`, or in each reader's own if there is none.
    pub fn address(&self, tag: &str) -> String {
        let path = outline::plain(&self.path);
        let language = match (tag.is_empty(), path.contains('?')) {
            (true, _) => String::new(),
            (false, true) => format!("&lang={tag}"),
            (false, false) => format!("?lang={tag}"),
        };
        format!("{}{path}{language}", self.base)
    }

    /// The address under which search engines keep the page: as it was asked for. One without a language stands for all of them
    /// (`x-default`), and could not if it sent them to that of one.
    pub fn canonical(&self) -> String {
        self.address(self.named.map_or("", Locale::tag))
    }

    /// Whether the frame holds, or may hold, what a script is for: the end of a session, a message.
    pub fn may_need_script(&self) -> bool {
        self.user.is_some() || !self.flash.is_empty()
    }

    /// What stands below a link to the page.
    pub fn description(&self) -> String {
        let own = &self.outline.description;
        if own.is_empty() { self.t("layout-footer-about") } else { own.clone() }
    }

    /// The address of the picture beside a link to the page.
    pub fn image(&self) -> String {
        let own = &self.outline.image;
        let path = if own.is_empty() { "/card.png" } else { own };
        format!("{}{path}?lang={}", self.base, self.locale.tag())
    }

    /// What programs are told of what the page is about: safe within a script's tags.
    pub fn linked(&self) -> Option<&str> {
        self.outline.linked.as_ref().map(outline::Linked::as_str)
    }

    /// Whether search engines are to leave the page out. Of a demonstration they leave out all.
    pub fn is_hidden(&self) -> bool {
        self.demo || self.outline.hidden || !outline::is_shown(&self.path)
    }

    /// The same, of a page of which more is known.
    pub fn outlined(self, outline: Outline) -> Self {
        Self { outline, ..self }
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
            named: self.language_named(),
            demo: self.demo,
            session_ends: self.session_ends.filter(|_| self.actor.is_some()).map(|at| at.iso()),
            now_iso: self.at.iso(),
            base: self.base.clone(),
            outline: Outline::default(),
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
