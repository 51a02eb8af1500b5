//! The kinds and their limits in words, for the guidelines page.

use super::{
    definition::{Field, Origin},
    kinds::{Kind, Scalar},
    report::show_size,
};
use crate::words::Locale;

impl Field {
    /// What kind of answer is asked for: `Text of at most 80 words`, `Table of 1 to 6 rows`.
    pub fn kind_in_words(&self, locale: Locale) -> String {
        self.kind.in_words(locale)
    }
}

impl Kind {
    fn in_words(&self, locale: Locale) -> String {
        let count = |count: u32| locale.number(count.into()).into();
        match self {
            Self::Scalar(scalar) => scalar.in_words(locale),
            Self::Choices { options, max, .. } if usize::try_from(*max).is_ok_and(|max| max >= options.len()) => {
                locale.t("guidelines-kind-any-choices")
            }
            Self::Choices { max, .. } => locale.tr("guidelines-kind-choices", &[("max", count(*max))]),
            Self::Tags { max, .. } => locale.tr("guidelines-kind-tags", &[("max", count(*max))]),
            Self::Point => locale.t("guidelines-kind-point"),
            Self::Person { parts } => {
                let parts: Vec<_> = parts.iter().map(|part| part.label.get(locale).to_lowercase()).collect();
                locale.tr("guidelines-kind-person", &[("parts", parts.join(", ").into())])
            }
            Self::Rows { min: 0, max, .. } => locale.tr("guidelines-kind-rows-up-to", &[("max", count(*max))]),
            Self::Rows { min, max, .. } => {
                locale.tr("guidelines-kind-rows", &[("min", count(*min)), ("max", count(*max))])
            }
            Self::Images { max, .. } => locale.tr("guidelines-kind-images", &[("max", count(*max))]),
            Self::Pdf { max_bytes } => {
                locale.tr("guidelines-kind-pdf", &[("size", show_size(*max_bytes, locale).into())])
            }
            Self::Declaration => locale.t("guidelines-kind-declaration"),
            Self::Period => locale.t("guidelines-kind-period"),
        }
    }
}

impl Scalar {
    /// What kind of value is asked for.
    pub fn in_words(&self, locale: Locale) -> String {
        let count = |count: u32| locale.number(count.into()).into();
        match self {
            Self::Text { chars } => locale.tr("guidelines-kind-text", &[("chars", count(*chars))]),
            Self::LongText { words, lists: false } => {
                locale.tr("guidelines-kind-long-text", &[("words", count(*words))])
            }
            Self::LongText { words, lists: true } => locale.tr("guidelines-kind-lists", &[("words", count(*words))]),
            Self::Choice { .. } => locale.t("guidelines-kind-choice"),
            Self::Country => locale.t("guidelines-kind-country"),
            Self::Language => locale.t("guidelines-kind-language"),
            Self::Money => locale.t("guidelines-kind-money"),
            Self::Number { .. } => locale.t("guidelines-kind-number"),
            Self::Month => locale.t("guidelines-kind-month"),
            Self::Date => locale.t("guidelines-kind-date"),
            Self::Email => locale.t("guidelines-kind-email"),
            Self::Phone => locale.t("guidelines-kind-phone"),
            Self::YesNo => locale.t("guidelines-kind-yes-no"),
        }
    }
}

impl Origin {
    /// Where a question of a reconstruction comes from, in words.
    pub fn in_words(self, locale: Locale) -> String {
        locale.t(match self {
            Self::Published => "guidelines-origin-published",
            Self::Comparable => "guidelines-origin-comparable",
            Self::Judgement => "guidelines-origin-judgement",
            Self::Request => "requests-origin",
        })
    }
}
