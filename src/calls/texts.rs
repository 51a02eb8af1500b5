//! What the secretariat types in three languages at once: read, cleaned and checked.

use crate::{
    error::FieldErrors,
    guidelines::{clean_line, clean_text, count_chars},
    words::{Locale, Trilingual},
};

/// A text that is asked for in all three languages, by inputs called `<name>_en`, `<name>_fr` and `<name>_es`.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    name: &'static str,
    /// Characters.
    most: usize,
    is_line: bool,
}

impl Asked {
    /// A single line: line ends that come all the same become spaces.
    pub const fn line(name: &'static str, most: usize) -> Self {
        Self { name, most, is_line: true }
    }

    pub const fn text(name: &'static str, most: usize) -> Self {
        Self { name, most, is_line: false }
    }

    /// What was typed, in the order of the languages, as it is kept.
    pub fn read(self, typed: [&str; 3], wrong: &mut Wrong) -> Trilingual {
        let [en, fr, es] = typed.map(|typed| if self.is_line { clean_line(typed) } else { clean_text(typed) });
        let read = Trilingual { en, fr, es };
        for locale in Locale::ALL {
            let (field, text) = (self.input(locale), read.get(locale));
            wrong.unless(!text.is_empty(), &field, "form-missing");
            wrong.at_most(self.most, text, &field);
        }
        read
    }

    /// The inputs that hold this text.
    pub fn typed(self, text: &Trilingual) -> [(String, String); 3] {
        Locale::ALL.map(|locale| (self.input(locale), text.get(locale).to_owned()))
    }

    fn input(self, locale: Locale) -> String {
        format!("{}_{locale}", self.name)
    }
}

/// What is found wrong, in the language of whoever typed it.
pub struct Wrong {
    locale: Locale,
    errors: FieldErrors,
}

impl Wrong {
    pub fn new(locale: Locale) -> Self {
        Self { locale, errors: FieldErrors::default() }
    }

    pub fn at_most(&mut self, most: usize, typed: &str, field: &str) {
        if count_chars(typed) > most {
            let message = self
                .locale
                .tr("form-too-long", &[("max", self.locale.number(most.try_into().unwrap_or(i64::MAX)).into())]);
            self.errors.add(field, message);
        }
    }

    pub fn unless(&mut self, sound: bool, field: &str, key: &str) {
        if !sound {
            self.errors.add(field, self.locale.t(key));
        }
    }

    /// What was read, if nothing is wrong.
    pub fn or<T>(self, read: impl FnOnce() -> Option<T>) -> Result<T, FieldErrors> {
        if self.errors.is_empty() { read().ok_or(self.errors) } else { Err(self.errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: Asked = Asked::line("title", 5);

    #[test]
    fn a_line_stays_a_line_and_nothing_in_it_turns_the_direction_of_what_follows() {
        let mut wrong = Wrong::new(Locale::En);
        let read = TITLE.read(["a\r\nb", " c\u{202e}\u{7} ", "سؤال"], &mut wrong);
        assert_eq!([read.en.as_str(), &read.fr, &read.es], ["a  b", "c", "سؤال"]);
        assert!(wrong.or(|| Some(())).is_ok());
    }

    #[test]
    fn each_language_is_asked_for_and_measured() {
        let mut wrong = Wrong::new(Locale::En);
        TITLE.read(["123456", " \u{202e} ", "ééééé"], &mut wrong);
        let errors = wrong.or(|| Some(())).unwrap_err();
        assert_eq!(errors.get("title_en"), Some("At most 5 characters, please."));
        assert_eq!(errors.get("title_fr"), Some("Please fill this in."));
        assert_eq!(errors.get("title_es"), None);
    }
}
