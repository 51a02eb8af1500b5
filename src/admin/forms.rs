//! What is typed into the forms of administration.

use serde::Deserialize;
use validator::Validate;

use crate::{
    catalogue::content::{Page, Sort, Text, Texts},
    error::FieldErrors,
    web::Values,
    words::{Locale, Trilingual},
};

/// The texts of a public page, as far as the form is the same for all pages: which version was seen, and which button was
/// pressed. The texts themselves are read by [`said`].
#[derive(Debug, Deserialize, Validate)]
pub struct ContentForm {
    #[serde(default)]
    pub version: i32,
    /// `save`, `look` or `reset`.
    #[serde(default)]
    act: String,
}

impl ContentForm {
    pub fn only_looks(&self) -> bool {
        self.act == "look"
    }

    pub fn resets(&self) -> bool {
        self.act == "reset"
    }
}

/// The texts as the form shows them.
pub fn typed(page: Page, texts: &Texts, version: i32) -> Values {
    let said = |text: &'static Text| Locale::ALL.map(|locale| (text.input(locale), texts.say(text.name, locale)));
    let version = ("version".to_owned(), version.to_string());
    std::iter::once(version).chain(page.texts().flat_map(said)).collect()
}

/// What was typed so far, whatever is wrong with it, over another version.
pub fn typed_over(page: Page, values: &Values, version: i32) -> Values {
    let kept = |text: &'static Text| {
        Locale::ALL.map(|locale| text.input(locale)).map(|input| {
            let value = values.get(&input).unwrap_or_default().to_owned();
            (input, value)
        })
    };
    let version = ("version".to_owned(), version.to_string());
    std::iter::once(version).chain(page.texts().flat_map(kept)).collect()
}

/// What was typed for a text in a language.
pub fn one(text: &Text, values: &Values, locale: Locale) -> String {
    let typed = values.get(&text.input(locale)).unwrap_or_default().replace("\r\n", "\n");
    match text.sort {
        Sort::Line => typed.replace(['\r', '\n'], " ").trim().to_owned(),
        Sort::Markdown => typed.trim().to_owned(),
    }
}

/// The texts of the page in words of the house, or what is wrong with them.
pub fn said(page: Page, values: &Values, reader: Locale) -> Result<Texts, FieldErrors> {
    let (mut texts, mut errors) = (Vec::new(), FieldErrors::default());
    for text in page.texts() {
        let typed = |locale| one(text, values, locale);
        let all = Trilingual::each(typed);
        for locale in Locale::ALL {
            if let Some(message) = slip(text, &all, locale, reader) {
                let place = format!("{} ({})", text.label(reader), locale.own_name());
                let args = [("place", place.into()), ("message", message.into())];
                errors.add(text.input(locale), reader.tr("form-error-at", &args));
            }
        }
        texts.extend(text.own(all).map(|own| (text.name.to_owned(), own)));
    }
    if errors.is_empty() { Ok(texts.into_iter().collect()) } else { Err(errors) }
}

/// What is wrong with a text in a language: a text stands in all of them, or, where it may be left out, in none.
fn slip(text: &Text, all: &Trilingual, locale: Locale, reader: Locale) -> Option<String> {
    let said = all.get(locale);
    if said.chars().count() > text.longest {
        return Some(reader.tr("form-too-long", &[("max", text.longest.into())]));
    }
    let must = text.is_built_in || Locale::ALL.into_iter().any(|other| !all.get(other).is_empty());
    (said.is_empty() && must).then(|| reader.t("content-in-all"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().copied().collect()
    }

    #[test]
    fn a_page_that_was_not_changed_has_no_words_of_its_own() {
        for page in Page::ALL {
            let texts = said(*page, &typed(*page, &Texts::default(), 0), Locale::En);
            assert_eq!(texts, Ok(Texts::default()), "{}", page.code());
        }
    }

    #[test]
    fn a_text_stands_in_all_languages_or_may_stand_in_none() {
        let none = values(&[("publications.note.en", " "), ("publications.note.fr", "")]);
        assert_eq!(said(Page::Publications, &none, Locale::En), Ok(Texts::default()));
        let long = "x".repeat(601);
        let some = values(&[("publications.note.en", "Read\r\nthem."), ("publications.note.fr", &long)]);
        let errors = said(Page::Publications, &some, Locale::En).unwrap_err();
        assert_eq!(errors.get("publications.note.en"), None);
        assert!(errors.get("publications.note.fr").is_some_and(|said| said.contains("600")), "{errors:?}");
        assert!(errors.get("publications.note.es").is_some_and(|said| said.contains("(Español)")), "{errors:?}");
        let all = [("en", "Read\r\nthem."), ("fr", " Lisez\u{a0}! "), ("es", "¡Lea!")];
        let all: Values = all.iter().map(|(tag, said)| (format!("publications.note.{tag}"), *said)).collect();
        let texts = said(Page::Publications, &all, Locale::En).unwrap();
        assert_eq!(texts.say("publications.note", Locale::En), "Read them.");
        assert_eq!(texts.say("publications.note", Locale::Fr), "Lisez\u{a0}!");
        let built_in = said(Page::Privacy, &values(&[("privacy.title.en", "Privacy")]), Locale::En).unwrap_err();
        assert!(built_in.get("privacy.text.en").is_some() && built_in.get("privacy.title.fr").is_some());
    }
}
