//! Exact money: whole cents, never a floating-point number.

use std::{fmt, iter::Sum, ops::Sub};

use serde::{Deserialize, Serialize};

use crate::words::Locale;

/// An amount of euros in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(i64);

/// Why a text is no amount; each has its own message, since each is corrected in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    #[error("not an amount")]
    Unreadable,
    /// `1,234` may be a thousand or one and a bit.
    #[error("the separator may stand for thousands or for decimals")]
    Ambiguous,
    #[error("more than two decimals")]
    TooFine,
    #[error("too large")]
    TooLarge,
}

impl Cents {
    pub const ZERO: Self = Self(0);
    /// A hundred thousand million euros: more than any proposal, less than what JSON numbers hold exactly.
    pub const MAX: Self = Self(10_000_000_000_000);

    /// An amount of whole cents.
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    pub const fn cents(self) -> i64 {
        self.0
    }

    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Reads what people of three languages type: `1234.5`, `1 234,56`, `1,234.56`, `1.234.567`, `€ 1'234`. Of two different
    /// separators the last is the decimal one. One that stands once before exactly three digits could be either, and is
    /// refused.
    pub fn parse(text: &str) -> Result<Self, NotMoney> {
        let bare = text.trim().trim_start_matches(['€']).trim_end_matches(['€']);
        let bare = strip_code(bare.trim());
        let compact: String = bare.chars().map(|c| if is_gap(c) { ' ' } else { c }).collect();
        let (whole, decimals) = split_decimals(&compact)?;
        let whole = ungroup(whole)?;
        let decimals = match decimals.len() {
            0 => 0,
            1 => 10 * digits(decimals)?,
            2 => digits(decimals)?,
            _ => return Err(NotMoney::TooFine),
        };
        if whole.len() > 15 {
            return Err(NotMoney::TooLarge);
        }
        let cents = Self(digits(&whole)? * 100 + decimals);
        if cents > Self::MAX { Err(NotMoney::TooLarge) } else { Ok(cents) }
    }

    /// As an input holds it: `1234.50`, read back by [`Cents::parse`].
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }

    /// As an input holds it for somebody who writes `locale`: `1234.50`, `1234,50`.
    pub fn typed(self, locale: Locale) -> String {
        let plain = self.plain();
        if locale == Locale::En { plain } else { plain.replace('.', ",") }
    }

    /// As a reader of `locale` expects it: `€1,234.50`, `1 234,50 €`, `1.234,50 €`.
    pub fn show(self, locale: Locale) -> String {
        let whole = locale.number(self.0.saturating_abs() / 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = self.0.unsigned_abs() % 100;
        match locale {
            Locale::En => format!("{sign}€{whole}.{decimals:02}"),
            Locale::Fr | Locale::Es => format!("{sign}{whole},{decimals:02}\u{a0}€"),
        }
    }
}

fn strip_code(text: &str) -> &str {
    let code = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case("eur"));
    let last = text.len().saturating_sub(3);
    if code(text.get(..3)) {
        text[3..].trim()
    } else if code(text.get(last..)) {
        text[..last].trim()
    } else {
        text
    }
}

/// Spaces and apostrophes, which only ever separate thousands.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}

fn split_decimals(text: &str) -> Result<(&str, &str), NotMoney> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let Some(last) = text.rfind([',', '.']) else { return Ok((text, "")) };
    let (whole, tail) = (&text[..last], &text[last + 1..]);
    match (commas, points) {
        // The same separator twice groups thousands.
        (2.., 0) | (0, 2..) => Ok((text, "")),
        // Once, with nothing else that tells: three digits after it could be thousands.
        (1, 0) | (0, 1) if tail.len() == 3 && !whole.contains(' ') && !whole.is_empty() && whole.len() <= 3 => {
            if whole == "0" { Err(NotMoney::TooFine) } else { Err(NotMoney::Ambiguous) }
        }
        _ if tail.is_empty() => Err(NotMoney::Unreadable),
        _ => Ok((whole, tail)),
    }
}

/// Drops the separators of thousands: one kind of them, in groups of three.
fn ungroup(whole: &str) -> Result<String, NotMoney> {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Ok(whole.to_owned()) };
    if !matches!(separator, ' ' | ',' | '.') {
        return Err(NotMoney::Unreadable);
    }
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if grouped { Ok(whole.replace(separator, "")) } else { Err(NotMoney::Unreadable) }
}

fn digits(text: &str) -> Result<i64, NotMoney> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotMoney::Unreadable);
    }
    text.parse().map_err(|_| NotMoney::TooLarge)
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| Self(sum.0.saturating_add(amount.0)))
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, cents) in [
            ("0", 0),
            ("1234", 123_400),
            ("1234.5", 123_450),
            ("1234,56", 123_456),
            ("1 234,56", 123_456),
            ("1\u{202f}234\u{a0}567,8", 123_456_780),
            ("1,234.56", 123_456),
            ("1.234,56", 123_456),
            ("1.234.567", 123_456_700),
            ("1,234,567", 123_456_700),
            ("1'234.50", 123_450),
            ("€ 1 200", 120_000),
            ("1200 €", 120_000),
            ("1200EUR", 120_000),
            ("eur 12", 1_200),
            ("100000000000", 10_000_000_000_000),
        ] {
            assert_eq!(Cents::parse(typed), Ok(Cents(cents)), "{typed}");
        }
    }

    /// As scripts read them (assets/js/money.js).
    #[test]
    fn amounts_are_read_as_the_shared_table_says() {
        #[derive(Deserialize)]
        struct Case {
            typed: String,
            cents: Option<i64>,
        }
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../tests/data/money.json")).unwrap();
        for Case { typed, cents } in cases {
            assert_eq!(Cents::parse(&typed).ok().map(Cents::cents), cents, "{typed}");
        }
    }

    #[test]
    fn what_could_be_meant_in_two_ways_is_refused() {
        for (typed, why) in [
            ("1,234", NotMoney::Ambiguous),
            ("1.234", NotMoney::Ambiguous),
            ("0.123", NotMoney::TooFine),
            ("1234.567", NotMoney::TooFine),
            ("1,234.567", NotMoney::TooFine),
            ("1 234,567", NotMoney::TooFine),
            ("", NotMoney::Unreadable),
            (".", NotMoney::Unreadable),
            (".5", NotMoney::Unreadable),
            ("12.", NotMoney::Unreadable),
            ("-5", NotMoney::Unreadable),
            ("+5", NotMoney::Unreadable),
            ("1e3", NotMoney::Unreadable),
            ("0x10", NotMoney::Unreadable),
            ("12 34", NotMoney::Unreadable),
            ("1.23.456", NotMoney::Unreadable),
            ("1,234.567,89", NotMoney::Unreadable),
            ("١٢٣", NotMoney::Unreadable),
            ("about 5", NotMoney::Unreadable),
            ("1200 USD", NotMoney::Unreadable),
            ("€é€", NotMoney::Unreadable),
            ("100000000001", NotMoney::TooLarge),
            ("99999999999999999999999999", NotMoney::TooLarge),
        ] {
            assert_eq!(Cents::parse(typed), Err(why), "{typed}");
        }
    }

    #[test]
    fn amounts_are_shown_as_the_language_writes_them() {
        assert_eq!(Cents(123_450).show(Locale::En), "€1,234.50");
        assert_eq!(Cents(123_450).show(Locale::Fr), "1\u{202f}234,50\u{a0}€");
        assert_eq!(Cents(-5).show(Locale::Es), "-0,05\u{a0}€");
    }

    proptest! {
        #[test]
        fn what_an_input_holds_is_read_back(cents in 0..=Cents::MAX.0) {
            prop_assert_eq!(Cents::parse(&Cents(cents).plain()), Ok(Cents(cents)));
        }

        #[test]
        fn what_a_page_shows_is_read_back(cents in 0..=Cents::MAX.0) {
            for locale in Locale::ALL {
                prop_assert_eq!(Cents::parse(&Cents(cents).show(locale)), Ok(Cents(cents)));
            }
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in ".*") {
            let _ = Cents::parse(&text);
        }
    }
}
