//! What the addresses of the catalogue say, and what is typed into its forms.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::news::NewsKind;
use crate::{
    ids::{AnnouncementId, NewsId},
    words::{Locale, Trilingual},
};

/// What is to be listed. An address may come from anywhere: what it says amiss finds nothing, or counts as not said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub theme: String,
    pub country: String,
    /// The slug of the last Initiative of the page before.
    pub after: String,
    /// The slug of the first Initiative of the page behind.
    pub before: String,
}

impl Filter {
    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        [&self.q, &self.theme, &self.country].iter().any(|value| !value.trim().is_empty())
    }

    /// The address of the list, with some values replaced; pages start anew unless a place is among them.
    pub fn address(&self, changed: &[(&str, &str)]) -> String {
        let kept = [("q", self.q.trim()), ("theme", &self.theme), ("country", &self.country)];
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in kept {
            let value = changed.iter().find(|(n, _)| *n == name).map_or(value, |(_, v)| v);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        for (name, value) in changed.iter().filter(|(n, _)| matches!(*n, "after" | "before")) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { "/initiatives".to_owned() } else { format!("/initiatives?{query}") }
    }
}

/// A piece of news about an Initiative. The id is known before, so that pressing twice publishes once.
#[derive(Debug, Deserialize, Validate)]
pub struct NewsForm {
    pub id: NewsId,
    pub kind: NewsKind,
    pub language: Locale,
    #[validate(
        custom(function = "is_said", message = "news-title-missing"),
        length(max = 160, message = "form-too-long")
    )]
    pub title: String,
    #[validate(
        custom(function = "is_said", message = "news-text-missing"),
        length(max = 4000, message = "form-too-long")
    )]
    pub text: String,
    #[validate(
        custom(function = "is_web_address_or_nothing", message = "accounts-website-wrong"),
        length(max = 500, message = "form-too-long")
    )]
    pub link: String,
}

impl NewsForm {
    pub fn link(&self) -> Option<String> {
        given(&self.link)
    }
}

/// A publication, in three languages.
#[derive(Debug, Deserialize, Validate)]
pub struct PublicationForm {
    pub id: AnnouncementId,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_en: String,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_fr: String,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_es: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_en: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_fr: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_es: String,
    #[validate(custom(function = "is_year_or_nothing", message = "publications-year-wrong"))]
    pub year: String,
    #[validate(
        custom(function = "is_web_address_or_nothing", message = "accounts-website-wrong"),
        length(max = 500, message = "form-too-long")
    )]
    pub link: String,
}

impl PublicationForm {
    pub fn title(&self) -> Trilingual {
        trilingual(&self.title_en, &self.title_fr, &self.title_es)
    }

    pub fn summary(&self) -> Trilingual {
        trilingual(&self.summary_en, &self.summary_fr, &self.summary_es)
    }

    pub fn year(&self) -> Option<i32> {
        self.year.trim().parse().ok()
    }

    pub fn link(&self) -> Option<String> {
        given(&self.link)
    }
}

fn trilingual(en: &str, fr: &str, es: &str) -> Trilingual {
    let trimmed = |text: &str| text.trim().to_owned();
    Trilingual { en: trimmed(en), fr: trimmed(fr), es: trimmed(es) }
}

fn given(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty())
}

fn is_said(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Err(ValidationError::new("said")) } else { Ok(()) }
}

fn is_web_address_or_nothing(typed: &str) -> Result<(), ValidationError> {
    let is_address = |url: url::Url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    let fine = typed.trim().is_empty() || url::Url::parse(typed.trim()).is_ok_and(is_address);
    if fine { Ok(()) } else { Err(ValidationError::new("address")) }
}

fn is_year_or_nothing(typed: &str) -> Result<(), ValidationError> {
    let fine = typed.trim().is_empty() || typed.trim().parse().is_ok_and(|year: i32| (1985..=2100).contains(&year));
    if fine { Ok(()) } else { Err(ValidationError::new("year")) }
}
