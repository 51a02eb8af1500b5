//! The three languages of the service, and the words of the locale files. Every text that a person reads comes from here,
//! from content kept in three languages ([`Trilingual`]), or from people.

use std::{borrow::Cow, collections::HashMap, fmt, str::FromStr};

use chrono::{Datelike, NaiveDate, Timelike};
use fluent_templates::{LanguageIdentifier, fluent_bundle::FluentValue, langid, static_loader};
use sea_orm::{DeriveActiveEnum, EnumIter, FromJsonQueryResult, prelude::StringLen};
use serde::{Deserialize, Serialize};

use crate::clock::{Moment, Zone};

static_loader! {
    static WORDS = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language in which the service speaks.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumIter,
    DeriveActiveEnum,
)]
#[serde(rename_all = "lowercase")]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Fr,
    Es,
}

/// A value put into a text: `("count", 3.into())`.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

impl Locale {
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Es];

    /// `en`, `fr` or `es`, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
        }
    }

    const fn id(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Fr => langid!("fr"),
            Self::Es => langid!("es"),
        }
    }

    /// The text of `key`. A missing key is a defect: it stops a test, and shows as the key in production.
    pub fn t(self, key: &str) -> String {
        self.found(key, WORDS.lookup_single_language::<&str>(&self.id(), key, None).ok())
    }

    /// The text of `key` with its values.
    pub fn tr(self, key: &str, args: &[Arg<'_>]) -> String {
        let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
            args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        self.found(key, WORDS.lookup_single_language(&self.id(), key, Some(&args)).ok())
    }

    fn found(self, key: &str, text: Option<String>) -> String {
        text.unwrap_or_else(|| {
            debug_assert!(false, "no text for {key} in {}", self.tag());
            tracing::error!(key, language = self.tag(), "missing text");
            key.to_owned()
        })
    }

    /// `15 May 2014`, `15 mai 2014`, `15 de mayo de 2014`.
    pub fn date(self, date: NaiveDate) -> String {
        self.tr(
            "date-long",
            &[
                ("day", self.day(date.day()).into()),
                ("month", self.month(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// The day of a month, the first of which French counts as such.
    fn day(self, day: u32) -> String {
        if self == Self::Fr && day == 1 { "1er".to_owned() } else { day.to_string() }
    }

    /// `May 2014`, `mai 2014`, `mayo de 2014`.
    pub fn year_month(self, year: i32, month: u32) -> String {
        self.tr("date-month", &[("month", self.month(month).into()), ("year", year.to_string().into())])
    }

    fn month(self, month: u32) -> String {
        self.t(&format!("month-{month}"))
    }

    /// The instant as a wall clock in `zone` shows it, with the zone: `15 May 2014, 23:59 (Europe/Madrid, UTC+2)`.
    pub fn instant(self, at: Moment, zone: Zone) -> String {
        self.timed(at, zone, Self::time(at, zone), self.zone_label(at, zone))
    }

    /// The same with its seconds, where they matter.
    pub fn instant_to_the_second(self, at: Moment, zone: Zone) -> String {
        let time = at.in_zone(zone.0).format("%H:%M:%S").to_string();
        self.timed(at, zone, time, self.zone_label(at, zone))
    }

    /// The same where there is little room: `15 May 2014, 23:59 (UTC+2)`.
    pub fn instant_brief(self, at: Moment, zone: Zone) -> String {
        self.timed(at, zone, Self::time(at, zone), offset(at, zone))
    }

    fn timed(self, at: Moment, zone: Zone, time: String, zone_label: String) -> String {
        let date = self.date(at.in_zone(zone.0).date_naive());
        self.tr("date-instant", &[("date", date.into()), ("time", time.into()), ("zone", zone_label.into())])
    }

    fn zone_label(self, at: Moment, zone: Zone) -> String {
        let offset = offset(at, zone);
        if zone == Zone::UTC { offset } else { format!("{}, {offset}", self.zone(zone)) }
    }

    /// The time of day on a wall clock in `zone`: `14:02`.
    pub fn time(at: Moment, zone: Zone) -> String {
        let local = at.in_zone(zone.0);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `Europe/Madrid`; in words for the zone that stands for all others.
    pub fn zone(self, zone: Zone) -> String {
        if zone == Zone::ANYWHERE { self.t("date-zone-anywhere") } else { zone.name().to_owned() }
    }

    /// `Decision: approved`, with the space that French has before a colon.
    pub fn pair(self, what: impl fmt::Display, name: impl fmt::Display) -> String {
        self.tr("layout-pair", &[("what", what.to_string().into()), ("name", name.to_string().into())])
    }

    /// A whole number with the language's separators: `60,000`, `60 000`, `60.000`.
    pub fn number(self, n: i64) -> String {
        let separator = match self {
            Self::En => ",",
            Self::Fr => "\u{202f}",
            Self::Es => ".",
        };
        let digits = n.unsigned_abs().to_string();
        let mut out = String::from(if n < 0 { "-" } else { "" });
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(separator);
            }
            out.push(digit);
        }
        out
    }

    /// A size in bytes, never shown smaller than it is: `850 kB`, `3.4 MB`; `3,4 Mo` in French.
    pub fn size(self, bytes: u64) -> String {
        const KILO: u64 = 1024;
        const MEGA: u64 = KILO * KILO;
        let decimal = if self == Self::En { '.' } else { ',' };
        let (kilo, mega) = if self == Self::Fr { ("ko", "Mo") } else { ("kB", "MB") };
        if bytes < MEGA {
            return format!("{}\u{a0}{kilo}", bytes.div_ceil(KILO));
        }
        let tenths = bytes.saturating_mul(10).div_ceil(MEGA);
        if tenths.is_multiple_of(10) {
            format!("{}\u{a0}{mega}", tenths / 10)
        } else {
            format!("{}{decimal}{}\u{a0}{mega}", tenths / 10, tenths % 10)
        }
    }
}

/// How far a wall clock is from UTC: `UTC+2`, `UTC−3:30`.
fn offset(at: Moment, zone: Zone) -> String {
    use chrono::Offset;
    if zone == Zone::UTC {
        return "UTC".to_owned();
    }
    let minutes = at.in_zone(zone.0).offset().fix().local_minus_utc() / 60;
    // A minus, not a hyphen, after which a line could break.
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// Not the tag of a language of the service.
#[derive(Debug, thiserror::Error)]
#[error("not a language of the service")]
pub struct UnknownLocale;

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// Reads a tag by its language: `fr`, `fr-CA` and `FR` are all French.
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|locale| locale.tag() == language).ok_or(UnknownLocale)
    }
}

/// A text kept in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(deny_unknown_fields)]
pub struct Trilingual {
    pub en: String,
    pub fr: String,
    pub es: String,
}

impl Trilingual {
    /// What `text` says in each language.
    pub fn each(text: impl Fn(Locale) -> String) -> Self {
        Self { en: text(Locale::En), fr: text(Locale::Fr), es: text(Locale::Es) }
    }

    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.en,
            Locale::Fr => &self.fr,
            Locale::Es => &self.es,
        }
    }

    /// The language in which somebody reads it: theirs, or, where it was not translated into that, the one in which it was written.
    pub fn read_in(&self, reader: Locale, written: Locale) -> Locale {
        if self.get(reader).is_empty() { written } else { reader }
    }
}

/// Text folded for finding and sorting: compatibility-decomposed, accents dropped, strokes and letters written as one too, lower
/// case. The same on both databases, since it is done here; what they keep of it was folded so, and follows a change of this by a
/// migration.
pub fn fold(text: &str) -> String {
    use unicode_normalization::char::{decompose_compatible, is_combining_mark};
    let mut folded = String::with_capacity(text.len());
    // Nothing but accents is put in order by a normalization of the whole, and these are dropped.
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            decompose_compatible(c, |part| match plainly(part) {
                Some(plain) => folded.push_str(plain),
                None if is_combining_mark(part) => {}
                None => folded.extend(part.to_lowercase()),
            });
        }
    }
    folded
}

/// How those letters are typed that no normalization takes apart.
const fn plainly(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ß' | 'ẞ' => "ss",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_text_is_what_any_keyboard_types() {
        let folded = [
            ("Cœur, ŒUVRE", "coeur, oeuvre"),
            ("Łódź", "lodz"),
            ("Tromsø, Ǿ", "tromso, o"),
            ("Straße STRAẞE", "strasse strasse"),
            ("Ærø, Þórshöfn, Đà Nẵng", "aero, thorshofn, da nang"),
            ("Diyarbakır İzmir", "diyarbakir izmir"),
        ];
        for (text, plain) in folded {
            assert_eq!(fold(text), plain);
        }
    }

    #[test]
    fn folding_ignores_case_and_accents() {
        assert_eq!(fold("Bogotá — São Paulo ÉTÉ"), "bogota — sao paulo ete");
    }

    #[test]
    fn folding_each_character_is_folding_the_whole() {
        use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
        let all = ('\0'..=char::MAX).collect::<String>();
        let odd =
            format!("{all} o\u{323}\u{302} \u{1112}\u{1161}\u{11ab} ﬁ ½ İ {}", all.chars().rev().collect::<String>());
        let typed = |c: char| plainly(c).map_or_else(|| c.to_lowercase().collect(), str::to_owned);
        let whole: String = odd.nfkd().filter(|c| !is_combining_mark(*c)).map(typed).collect();
        assert_eq!(fold(&odd), whole);
    }

    #[test]
    fn the_first_of_a_month_is_the_first() {
        let first = NaiveDate::from_ymd_opt(2014, 4, 1).unwrap();
        assert_eq!(
            Locale::ALL.map(|locale| locale.date(first)),
            ["1 April 2014", "1er avril 2014", "1 de abril de 2014"]
        );
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Locale::En.number(-1_234_567), "-1,234,567");
        assert_eq!(Locale::Es.number(60_000), "60.000");
        assert_eq!(Locale::Fr.number(999), "999");
    }

    #[test]
    fn sizes_are_never_shown_smaller_than_they_are() {
        assert_eq!(Locale::En.size(0), "0\u{a0}kB");
        assert_eq!(Locale::En.size(1), "1\u{a0}kB");
        assert_eq!(Locale::Fr.size(10 * 1024 * 1024), "10\u{a0}Mo");
        assert_eq!(Locale::Es.size(10 * 1024 * 1024 + 1), "10,1\u{a0}MB");
    }
}
