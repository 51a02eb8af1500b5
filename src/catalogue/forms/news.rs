//! The forms by which the secretariat publishes news of an Initiative, corrects, translates and takes back a piece of it.

use serde::Deserialize;
use validator::Validate;

use super::{given, is_web_address_or_nothing};
use crate::{
    catalogue::news::{NewsKind, Said},
    error::FieldErrors,
    ids::NewsId,
    web::Values,
    words::{Locale, Trilingual},
};

/// The most that a heading and a text may hold, in characters.
pub const LONGEST_TITLE: usize = 160;
pub const LONGEST_TEXT: usize = 4000;

/// A piece of news, new or known. What it says in each language is read by [`NewsForm::said`].
#[derive(Debug, Deserialize, Validate)]
pub struct NewsForm {
    /// Of a new one: known before, so that pressing twice publishes once.
    pub id: Option<NewsId>,
    /// Of a known one: the version that the form was filled from.
    #[serde(default)]
    pub version: i32,
    pub kind: NewsKind,
    /// In which it was written.
    pub language: Locale,
    #[validate(
        custom(function = "is_web_address_or_nothing", message = "accounts-website-wrong"),
        length(max = 500, message = "form-too-long")
    )]
    pub link: String,
    /// `save`, or `look`.
    #[serde(default)]
    act: String,
}

impl NewsForm {
    pub fn only_looks(&self) -> bool {
        self.act == "look"
    }

    /// What is to be published, or what is wrong with it: it stands in the language in which it was written; a translation has both
    /// a heading and a text, or neither.
    pub fn said(&self, values: &Values, reader: Locale) -> Result<Said, FieldErrors> {
        let (title, text) = (each(values, title_input), each(values, text_input));
        let mut errors = FieldErrors::default();
        for locale in Locale::ALL {
            let must = locale == self.language || !title.get(locale).is_empty() || !text.get(locale).is_empty();
            let looked_at = [
                (title_input(locale), "news-heading", title.get(locale), LONGEST_TITLE, "news-title-missing"),
                (text_input(locale), "news-text", text.get(locale), LONGEST_TEXT, "news-text-missing"),
            ];
            for (input, label, said, longest, missing) in looked_at {
                let message = if said.chars().count() > longest {
                    reader.tr("form-too-long", &[("max", longest.into())])
                } else if must && said.is_empty() {
                    reader.t(missing)
                } else {
                    continue;
                };
                let place = label_in(label, locale, reader);
                errors.add(input, reader.tr("form-error-at", &[("place", place.into()), ("message", message.into())]));
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Said { kind: self.kind, language: self.language, title, text, link: given(&self.link) })
    }
}

/// `Heading (Français)`
pub fn label_in(label: &str, locale: Locale, reader: Locale) -> String {
    format!("{} ({})", reader.t(label), locale.own_name())
}

/// The name of the input of the heading in a language.
pub fn title_input(locale: Locale) -> String {
    format!("title_{locale}")
}

/// The name of the input of the text in a language.
pub fn text_input(locale: Locale) -> String {
    format!("text_{locale}")
}

/// What was typed in each language.
pub fn each(values: &Values, input: fn(Locale) -> String) -> Trilingual {
    let typed = |locale| values.get(&input(locale)).unwrap_or_default().trim().replace("\r\n", "\n");
    Trilingual { en: typed(Locale::En), fr: typed(Locale::Fr), es: typed(Locale::Es) }
}

/// The form as it is filled for a piece of news of this version.
pub fn filled(said: &Said, version: i32) -> Values {
    let texts = Locale::ALL.into_iter().flat_map(|locale| {
        [
            (title_input(locale), said.title.get(locale).to_owned()),
            (text_input(locale), said.text.get(locale).to_owned()),
        ]
    });
    let head = [
        ("version".to_owned(), version.to_string()),
        ("kind".to_owned(), said.kind.code().to_owned()),
        ("language".to_owned(), said.language.tag().to_owned()),
    ];
    head.into_iter().chain(texts).chain([("link".to_owned(), said.link.clone().unwrap_or_default())]).collect()
}

/// A button that takes a piece of news back, or publishes it again.
#[derive(Debug, Deserialize, Validate)]
pub struct NewsShownForm {
    /// `yes` or `no`.
    pub shown: String,
}

impl NewsShownForm {
    pub fn wanted(&self) -> Option<bool> {
        match self.shown.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Result<Said, FieldErrors> {
        let form = NewsForm {
            id: None,
            version: 0,
            kind: NewsKind::Report,
            language: Locale::Fr,
            link: " ".to_owned(),
            act: String::new(),
        };
        form.said(&pairs.iter().copied().collect(), Locale::En)
    }

    #[test]
    fn the_language_in_which_it_was_written_is_enough() {
        let said = said(&[("title_fr", " Mille toits "), ("text_fr", "Un.\r\nDeux."), ("title_en", " ")]).unwrap();
        assert_eq!((said.title.fr.as_str(), said.text.fr.as_str(), said.link), ("Mille toits", "Un.\nDeux.", None));
        assert_eq!((said.title.en, said.text.es), Default::default());
    }

    #[test]
    fn a_translation_is_whole_or_left_out() {
        let wrong =
            said(&[("title_fr", "Mille toits"), ("text_fr", "Peints."), ("title_es", "Mil tejados")]).unwrap_err();
        let told: Vec<_> = wrong.iter().collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, "text_es");
        assert!(told[0].1.contains("Español"), "{}", told[0].1);
        let wrong = said(&[("title_en", "A thousand roofs"), ("text_en", "Painted.")]).unwrap_err();
        assert_eq!(wrong.iter().map(|(input, _)| input).collect::<Vec<_>>(), ["text_fr", "title_fr"]);
        let long = "x".repeat(LONGEST_TITLE + 1);
        let wrong = said(&[("title_fr", &long), ("text_fr", "Peints.")]).unwrap_err();
        assert!(wrong.get("title_fr").unwrap().contains("160"));
    }

    #[test]
    fn a_form_is_filled_with_what_it_would_say() {
        let before = said(&[
            ("title_fr", "Mille toits"),
            ("text_fr", "Peints."),
            ("title_en", "Roofs"),
            ("text_en", "Painted."),
        ]);
        let before = before.unwrap();
        let values = filled(&before, 3);
        assert_eq!(
            (values.get("version"), values.get("language"), values.get("kind")),
            (Some("3"), Some("fr"), Some("report"))
        );
        assert_eq!((each(&values, title_input), each(&values, text_input)), (before.title, before.text));
    }
}
