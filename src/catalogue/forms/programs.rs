//! What the addresses of feeds and of the list of pages ask for. The language is that of the address alone, so that any cache may
//! keep the answer.

use serde::Deserialize;

use crate::{
    catalogue::entries::Entry,
    partners::topics::{City, Topic, TopicKind},
    words::Locale,
};

/// A language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Spoken {
    lang: String,
}

impl Spoken {
    pub fn locale(&self) -> Locale {
        self.lang.parse().unwrap_or_default()
    }
}

/// A feed: of all, of a theme, or of a city. What it says amiss is of nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FeedWish {
    pub theme: String,
    /// As `partners::topics::City` writes it: `es-barcelona`.
    pub city: String,
    pub lang: String,
}

impl FeedWish {
    pub fn locale(&self) -> Locale {
        self.lang.parse().unwrap_or_default()
    }

    /// Whether it is of all that happens.
    pub fn is_of_all(&self) -> bool {
        self.theme.is_empty() && self.city.is_empty()
    }

    /// Whether it tells of this Initiative, where it is of `city`: of what that leads or takes part in.
    pub fn includes(&self, entry: &Entry, city: Option<&City>) -> bool {
        let has_part = |city: &City| entry.is_led_by(city) || entry.partner(city).is_some();
        (self.theme.is_empty() || entry.theme == self.theme) && (self.city.is_empty() || city.is_some_and(has_part))
    }

    /// The city that it is of; none where no city can be called so.
    pub fn city(&self) -> Option<City> {
        match Topic::read(TopicKind::City, &self.city) {
            Some(Topic::City(city)) => Some(city),
            _ => None,
        }
    }

    /// What it is of, as its address says it, with a language.
    pub fn query(&self, locale: Locale) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let wanted = [("theme", self.theme.as_str()), ("city", self.city.as_str())];
        query.extend_pairs(wanted.into_iter().filter(|(_, value)| !value.is_empty()));
        query.append_pair("lang", locale.tag());
        query.finish()
    }
}

/// A part of the list of pages, from 1 on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PartWish {
    pub part: String,
}
