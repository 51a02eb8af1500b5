//! The kinds of answers that a definition can ask for.

use serde::Serialize;

use crate::words::{Locale, Trilingual};

use super::{definition::Column, keys::ChoiceKey};

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// One value.
    Scalar(Scalar),
    /// Several of the options: at least `min`, at most `max`.
    Choices { options: Vec<Choice>, min: u32, max: u32 },
    /// Up to `max` short words of one's own, each of at most `chars` characters.
    Tags { max: u32, chars: u32 },
    /// A place on the map.
    Point,
    /// A person: some of name, post, email, phone, date, in the order given.
    Person { parts: Vec<Column> },
    /// A table that grows: at least `min` rows (at submission), at most `max`.
    Rows { min: u32, max: u32, columns: Vec<Column> },
    /// Up to `max` images, each with an alternative text of at most `alt_chars` characters.
    Images { max: u32, max_bytes: u64, alt_chars: u32 },
    /// One PDF.
    Pdf { max_bytes: u64 },
    /// A statement that must be ticked.
    Declaration,
    /// The action plan period, which the call fixes.
    Period,
}

/// What a single value is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "scalar", rename_all = "snake_case")]
pub enum Scalar {
    /// A line of at most `chars` characters.
    Text {
        chars: u32,
    },
    /// Paragraphs of at most `words` words; with `lists`, lines that start with `- ` are items of a list.
    LongText {
        words: u32,
        lists: bool,
    },
    /// One of the options.
    Choice {
        options: Vec<Choice>,
    },
    /// A country of ISO 3166-1.
    Country,
    /// English, French or Spanish.
    Language,
    /// An exact amount of euros.
    Money,
    /// A whole number.
    Number {
        min: i64,
        max: i64,
    },
    Month,
    Date,
    Email,
    Phone,
    /// A box to tick, or not.
    YesNo,
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    pub key: ChoiceKey,
    pub label: Trilingual,
}

/// Each word limit also caps the characters, at twelve for each word: a text without spaces is no way around it.
pub const CHARS_PER_WORD: u32 = 12;

/// What a line of text cannot have more of, however the limit of its kind.
pub(super) const EMAIL_CHARS: u32 = 254;
pub(super) const PHONE_CHARS: u32 = 40;
pub(super) const PERSON_CHARS: u32 = 120;

impl Kind {
    /// Whether the answer is made of uploaded files.
    pub fn holds_files(&self) -> bool {
        matches!(self, Self::Images { .. } | Self::Pdf { .. })
    }

    /// The media types of the files of this kind, as sniffed from their content; none where it holds no files.
    pub fn media_types(&self) -> &'static [&'static str] {
        match self {
            Self::Images { .. } => &["image/jpeg", "image/png", "image/webp"],
            Self::Pdf { .. } => &["application/pdf"],
            _ => &[],
        }
    }

    /// The key of the message for a file of another type.
    pub(super) fn wrong_type(&self) -> &'static str {
        match self {
            Self::Images { .. } => "guidelines-wrong-image-type",
            _ => "guidelines-wrong-pdf-type",
        }
    }

    /// The options of a choice, single or multiple.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::Choices { options, .. } | Self::Scalar(Scalar::Choice { options }) => options,
            _ => &[],
        }
    }
}

impl Scalar {
    /// The most characters that a text of this kind may have; none where the kind is no text.
    pub fn max_chars(&self) -> Option<u32> {
        match self {
            Self::Text { chars } => Some(*chars),
            Self::LongText { words, .. } => Some(words.saturating_mul(CHARS_PER_WORD)),
            Self::Email => Some(EMAIL_CHARS),
            Self::Phone => Some(PHONE_CHARS),
            _ => None,
        }
    }
}

/// The label of an option, in every language; its key when the definition has no such option (any more).
pub(super) fn label_of_key(options: &[Choice], key: &ChoiceKey) -> Trilingual {
    let plain = || Trilingual { en: key.to_string(), fr: key.to_string(), es: key.to_string() };
    options.iter().find(|choice| choice.key == *key).map_or_else(plain, |choice| choice.label.clone())
}

/// The label of the option stored as `key`; the key itself when the definition has no such option (any more).
pub fn label_of<'a>(options: &'a [Choice], key: &'a str, locale: Locale) -> &'a str {
    options.iter().find(|choice| choice.key == *key).map_or(key, |choice| choice.label.get(locale))
}
