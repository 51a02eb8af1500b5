//! What can be wrong with a single value, and how its absence is called.

use super::{
    answers::Value,
    check::{to_i64, to_usize},
    kinds::{CHARS_PER_WORD, Choice, EMAIL_CHARS, PHONE_CHARS, Scalar},
    money::{Cents, NotMoney},
    report::Given,
    words::{count_chars, count_words},
};

/// The key of a message and its values.
type Fault = (&'static str, Vec<(&'static str, Given)>);

/// What is wrong with a value, if anything is.
pub(super) fn scalar(kind: &Scalar, value: &Value) -> Option<Fault> {
    match (kind, value) {
        (Scalar::Text { chars }, Value::Text(text)) => too_many_chars(text, *chars),
        (Scalar::LongText { words, .. }, Value::Text(text)) => too_many_words(text, *words),
        (Scalar::Email, Value::Text(text)) if count_chars(text) > to_usize(EMAIL_CHARS) || !is_email(text) => {
            plain("guidelines-wrong-email")
        }
        (Scalar::Phone, Value::Text(text)) if count_chars(text) > to_usize(PHONE_CHARS) || !is_phone(text) => {
            plain("guidelines-wrong-phone")
        }
        (Scalar::Choice { options }, Value::Choice(key)) => {
            let known = |options: &[Choice]| options.iter().any(|option| option.key == *key);
            if known(options) { None } else { plain("guidelines-wrong-option") }
        }
        (Scalar::Number { min, max }, Value::Number(number)) if !(*min..=*max).contains(number) => {
            let range = vec![("min", Given::Count(*min)), ("max", Given::Count(*max))];
            Some(("guidelines-wrong-number-range", range))
        }
        (Scalar::Number { .. }, Value::Number(_))
        | (Scalar::Email | Scalar::Phone, Value::Text(_))
        | (Scalar::Country, Value::Country(_))
        | (Scalar::Language, Value::Language(_))
        | (Scalar::Money, Value::Money(_))
        | (Scalar::Month, Value::Month(_))
        | (Scalar::Date, Value::Date(_))
        | (Scalar::YesNo, Value::Ticked) => None,
        (_, Value::Unread(typed)) => unread(kind, typed),
        _ => plain("guidelines-wrong-answer"),
    }
}

fn plain(key: &'static str) -> Option<Fault> {
    Some((key, Vec::new()))
}

fn unread(kind: &Scalar, typed: &str) -> Option<Fault> {
    match kind {
        Scalar::Money => Some((unread_money(typed), vec![("typed", Given::Text(typed.to_owned()))])),
        Scalar::Number { .. } => plain("guidelines-wrong-number"),
        Scalar::Month => plain("guidelines-wrong-month"),
        Scalar::Date => plain("guidelines-wrong-date"),
        Scalar::Choice { .. } | Scalar::Country | Scalar::Language => plain("guidelines-wrong-option"),
        _ => plain("guidelines-wrong-answer"),
    }
}

fn unread_money(typed: &str) -> &'static str {
    match Cents::parse(typed) {
        Err(NotMoney::Ambiguous) => "guidelines-wrong-money-ambiguous",
        Err(NotMoney::TooFine) => "guidelines-wrong-money-decimals",
        Err(NotMoney::TooLarge) => "guidelines-wrong-money-large",
        _ => "guidelines-wrong-money",
    }
}

fn too_many_chars(text: &str, limit: u32) -> Option<Fault> {
    let count = count_chars(text);
    (count > to_usize(limit)).then(|| {
        let given = vec![("count", Given::Count(to_i64(count))), ("limit", Given::Count(limit.into()))];
        ("guidelines-wrong-too-long-chars", given)
    })
}

fn too_many_words(text: &str, limit: u32) -> Option<Fault> {
    let count = count_words(text);
    if count > to_usize(limit) {
        let given = vec![("count", Given::Count(to_i64(count))), ("limit", Given::Count(limit.into()))];
        return Some(("guidelines-wrong-too-long-words", given));
    }
    too_many_chars(text, limit.saturating_mul(CHARS_PER_WORD))
}

/// Whether an address can be written to: one `@`, a local part of plain characters, a domain of at least two labels. Says
/// nothing about whether somebody reads there.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let dotted = |part: &str, each: &dyn Fn(char) -> bool| {
        part.split('.').all(|piece| !piece.is_empty() && piece.chars().all(each))
    };
    let labels = |c: char| c.is_alphanumeric() || c == '-';
    let sound_labels =
        domain.split('.').all(|label| label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-'));
    local.len() <= 64 && dotted(local, &atom) && domain.contains('.') && dotted(domain, &labels) && sound_labels
}

/// Whether a text can be a telephone number: digits, with what people put between them and an extension after them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_alphanumeric() || " \u{a0}+-–()./#".contains(c);
    (5..=20).contains(&digits) && text.chars().all(plain) && text.starts_with(|c: char| "+(0123456789".contains(c))
}

impl Scalar {
    /// The key of the message for an answer that is missing.
    pub(super) fn missing(&self) -> &'static str {
        match self {
            Self::Choice { .. } | Self::Country | Self::Language => "guidelines-missing-choice",
            Self::Money => "guidelines-missing-money",
            Self::Month => "guidelines-missing-month",
            Self::Date => "guidelines-missing-date",
            Self::Email => "guidelines-missing-email",
            Self::YesNo => "guidelines-missing-tick",
            Self::Text { .. } | Self::LongText { .. } | Self::Number { .. } | Self::Phone => {
                "guidelines-missing-answer"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_cannot_be_written_to_are_found() {
        for sound in ["a@b.org", "mayor.office+x@city-hall.gov.in", "o'neil@x.ie", "info@münchen.de"] {
            assert!(is_email(sound), "{sound}");
        }
        for wrong in [
            "",
            "a",
            "a@",
            "@b.org",
            "a@b",
            "a b@c.org",
            "a@b..org",
            "a@-b.org",
            "a@b.org.",
            ".a@b.org",
            "a@b@c.org",
            "a@b.org\nBcc: x@y.org",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn telephone_numbers_look_like_numbers() {
        for sound in ["+34 93 342 94 60", "(011) 4000-1234", "0030.210.1234567", "+91 562 1234567 ext 12"] {
            assert!(is_phone(sound), "{sound}");
        }
        for wrong in ["", "call me", "123", "12345678901234567890123", "x+34 93 342 94 60", "<b>123456</b>"] {
            assert!(!is_phone(wrong), "{wrong}");
        }
    }
}
