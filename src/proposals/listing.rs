//! What lists need to know of a proposal, taken from its answers.

use crate::{
    guidelines::Answers,
    slugs::slug_of,
    words::{Locale, fold},
};

/// The columns of a proposal that repeat some of its answers. The keys are those that every definition uses for them; what a
/// definition does not ask stays empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub title: String,
    pub short_title: String,
    /// The code of the main theme.
    pub theme: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub language: Locale,
}

impl Listing {
    /// The fields from whose answers it is made.
    pub const FIELDS: [&str; 5] = ["title", "short_title", "theme", "lead_country", "content_language"];

    /// Of these answers; `language` as long as they do not name one.
    pub fn of(answers: &Answers, language: Locale) -> Self {
        let text = |key: &str| answers.text(key).unwrap_or_default().to_owned();
        let [title, short_title, theme, country, content_language] = Self::FIELDS;
        Self {
            title: text(title),
            short_title: text(short_title),
            theme: answers.choice(theme).map(ToString::to_string).unwrap_or_default(),
            country: answers.country(country).map(|country| country.code().to_owned()).unwrap_or_default(),
            language: answers.language(content_language).unwrap_or(language),
        }
    }

    /// The title folded, for sorting.
    pub fn title_key(&self) -> String {
        fold(&self.title)
    }

    /// The name in the catalogue: the short title in the letters of an address; `fallback` where it has none.
    pub fn slug(&self, fallback: &str) -> String {
        let title = if self.short_title.is_empty() { &self.title } else { &self.short_title };
        let slug = slug_of(title);
        if slug.is_empty() { fold(fallback) } else { slug }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(short_title: &str) -> Listing {
        let mut listing = Listing::of(&Answers::default(), Locale::En);
        listing.short_title = short_title.to_owned();
        listing
    }

    #[test]
    fn a_slug_is_plain() {
        assert_eq!(titled("Climate-Métropole +").slug("MI-2014-002"), "climate-metropole");
        assert_eq!(titled("北京").slug("MI-2014-002"), "mi-2014-002");
        assert_eq!(titled("  ").slug("MI-2014-002"), "mi-2014-002");
    }
}
