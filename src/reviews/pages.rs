//! The pages of the desk: plain values, in the language of the reader.

pub mod assigning;
pub mod board_pack;
pub mod bulk;
pub mod decisions;
pub mod eligibility;
pub mod exports;
pub mod figures;
pub mod filters;
pub mod judging;
pub mod list;
pub mod pledge;
pub mod proposal;
pub mod read_proposals;
pub mod records;
pub mod review;
pub mod standing;
pub mod talk;
pub mod text;
pub mod verbs;
pub mod workplace;

use crate::{
    clock::{Moment, Zone},
    entity::{self, call, organisation},
    places::Country,
    web::Visit,
    words::Locale,
};

/// For whom a page is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub locale: Locale,
    /// Of the account.
    pub zone: Zone,
}

impl Reader {
    pub fn of(visit: &Visit) -> Self {
        Self { locale: visit.locale, zone: visit.zone }
    }

    pub fn t(self, key: &str) -> String {
        self.locale.t(key)
    }

    pub fn instant(self, at: Moment) -> String {
        self.locale.instant(at, self.zone)
    }

    pub fn day(self, at: Moment) -> String {
        self.locale.date(at.day_in(self.zone.0))
    }

    /// A day as it is stored, `2014-10-10`, in words.
    pub fn stored_day(self, day: &str) -> String {
        day.parse().map_or_else(|_| day.to_owned(), |day| self.locale.date(day))
    }
}

/// What stands above every page about one proposal.
pub struct Head {
    pub reference: String,
    pub title: String,
    /// The tag of the title's language; none for the words that stand for a missing title.
    pub title_lang: Option<&'static str>,
    pub state: &'static str,
    pub organisation: String,
    pub country: String,
    pub theme: Option<String>,
    pub call: String,
    pub example: bool,
    pub version: i32,
    /// Whether everybody can read of it.
    pub is_public: bool,
}

impl Head {
    pub fn of(
        proposal: &entity::proposal::Model,
        organisation: &organisation::Model,
        call: &call::Model,
        reader: Reader,
    ) -> Self {
        let (title, title_lang) = titled(&proposal.title, proposal.language, reader.locale);
        Self {
            is_public: proposal.state.is_public(),
            reference: proposal.reference.to_string(),
            title,
            title_lang,
            state: proposal.state.code(),
            organisation: organisation.name.clone(),
            country: country(&organisation.country, reader.locale),
            theme: Some(proposal.theme.clone()).filter(|theme| is_theme(theme) && proposal.state.is_submitted()),
            call: call.title.get(reader.locale).to_owned(),
            example: proposal.example,
            version: proposal.version,
        }
    }

    pub fn href(&self) -> String {
        format!("/desk/proposals/{}", self.reference)
    }
}

/// A title with the tag of its language, or the words for a missing one.
fn titled(title: &str, language: Locale, reader: Locale) -> (String, Option<&'static str>) {
    if title.is_empty() { (reader.t("desk-untitled"), None) } else { (title.to_owned(), Some(language.tag())) }
}

fn country(code: &str, locale: Locale) -> String {
    Country::from_code(code).map(|country| country.name(locale)).unwrap_or_default()
}

pub use crate::reviews::rules::THEMES;

fn is_theme(code: &str) -> bool {
    THEMES.contains(&code)
}

/// A name with its value.
pub struct Fact {
    pub name: String,
    pub value: String,
}

impl Fact {
    pub fn new(name: String, value: impl Into<String>) -> Self {
        Self { name, value: value.into() }
    }
}
