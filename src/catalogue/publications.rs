//! What publications are made of: what they say, the languages in which they can be had, their files, and the Initiatives that
//! they belong to, as somebody names them.

use crate::{
    codes::codes,
    ids::Reference,
    words::{Locale, Trilingual},
};

codes! {
    /// A language in which a publication can be had, by its tag (BCP 47). Those of the service come first.
    Tongue {
        English = "en",
        French = "fr",
        Spanish = "es",
        Arabic = "ar",
        Bengali = "bn",
        Catalan = "ca",
        German = "de",
        Greek = "el",
        Persian = "fa",
        Hebrew = "he",
        Hindi = "hi",
        Indonesian = "id",
        Italian = "it",
        Japanese = "ja",
        Korean = "ko",
        Malay = "ms",
        Dutch = "nl",
        Polish = "pl",
        Portuguese = "pt",
        Russian = "ru",
        Swahili = "sw",
        Thai = "th",
        Turkish = "tr",
        Ukrainian = "uk",
        Urdu = "ur",
        Vietnamese = "vi",
        Chinese = "zh",
    }
}

impl Tongue {
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::En => Self::English,
            Locale::Fr => Self::French,
            Locale::Es => Self::Spanish,
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Bengali => "বাংলা",
            Self::Catalan => "Català",
            Self::German => "Deutsch",
            Self::Greek => "Ελληνικά",
            Self::Persian => "فارسی",
            Self::Hebrew => "עברית",
            Self::Hindi => "हिन्दी",
            Self::Indonesian => "Bahasa Indonesia",
            Self::Italian => "Italiano",
            Self::Japanese => "日本語",
            Self::Korean => "한국어",
            Self::Malay => "Bahasa Melayu",
            Self::Dutch => "Nederlands",
            Self::Polish => "Polski",
            Self::Portuguese => "Português",
            Self::Russian => "Русский",
            Self::Swahili => "Kiswahili",
            Self::Thai => "ไทย",
            Self::Turkish => "Türkçe",
            Self::Ukrainian => "Українська",
            Self::Urdu => "اردو",
            Self::Vietnamese => "Tiếng Việt",
            Self::Chinese => "中文",
        }
    }

    /// Those that are not languages of the service.
    pub fn others() -> impl Iterator<Item = Self> {
        let ours = Locale::ALL.map(Self::of);
        Self::ALL.iter().copied().filter(move |tongue| !ours.contains(tongue))
    }
}

/// The largest file and the largest image of a cover, in bytes, and what they are.
pub const LARGEST_FILE: u64 = 25 * 1024 * 1024;
pub const LARGEST_COVER: u64 = 10 * 1024 * 1024;
pub const FILE_TYPES: [&str; 1] = ["application/pdf"];
pub const COVER_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// To how many Initiatives one publication may belong.
pub const MOST_INITIATIVES: usize = 100;

/// What a publication says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub title: Trilingual,
    pub summary: Trilingual,
    pub year: Option<i32>,
    /// Where it can be read elsewhere.
    pub link: Option<String>,
    /// The code of its theme, empty for none.
    pub theme: String,
}

impl About {
    /// As the form holds it.
    pub fn typed(&self) -> Vec<(String, String)> {
        let texts = [("title", &self.title), ("summary", &self.summary)].into_iter();
        let texts =
            texts.flat_map(|(name, text)| Locale::ALL.map(|one| (format!("{name}_{one}"), text.get(one).to_owned())));
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let rest = [("year", year), ("link", self.link.clone().unwrap_or_default()), ("theme", self.theme.clone())];
        texts.chain(rest.map(|(name, value)| (name.to_owned(), value))).collect()
    }
}

/// An image of a cover that lies in the file store, for a row to claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCover {
    pub sha256: String,
    pub media_type: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// A file that lies in the file store, for a row to claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    pub language: Tongue,
    /// A safe name.
    pub name: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
}

/// By what somebody names an Initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Reference(Reference),
    /// As it stands in the address of its page.
    Slug(String),
}

/// The Initiatives that these lines name, each by its first word: `MI-2014-005 Integrated Urban Governance`, or the address of
/// its page. The first line that names none is the error.
pub fn named(lines: &str) -> Result<Vec<Name>, String> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| name(line).ok_or_else(|| line.to_owned())).collect()
}

fn name(line: &str) -> Option<Name> {
    let word = line.split_whitespace().next()?;
    if let Ok(reference) = word.to_ascii_uppercase().parse() {
        return Some(Name::Reference(reference));
    }
    let (_, below) = word.split_once("/initiatives/")?;
    let slug = below.split(['/', '?', '#']).next().unwrap_or_default();
    let is_slug = !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    is_slug.then(|| Name::Slug(slug.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(text: &str) -> Name {
        Name::Reference(text.parse().unwrap())
    }

    #[test]
    fn initiatives_are_named_by_reference_or_by_the_address_of_their_page() {
        let lines = "MI-2014-005 Integrated Urban Governance\r\n\n  mi-2014-016\n\
            https://a.example/initiatives/green-ways?lang=fr\n/initiatives/cool-roofs-2#news";
        let slug = |text: &str| Name::Slug(text.to_owned());
        let found = [reference("MI-2014-005"), reference("MI-2014-016"), slug("green-ways"), slug("cool-roofs-2")];
        assert_eq!(named(lines), Ok(found.to_vec()));
        assert_eq!(named(" \r\n "), Ok(Vec::new()));
    }

    #[test]
    fn a_line_that_names_no_initiative_is_told() {
        assert_eq!(named("MI-2014-005\nGreen Ways\nMI-2014-"), Err("Green Ways".to_owned()));
        for wrong in ["MI-2014-", "/initiatives/", "/initiatives/../admin", "/publications/report-2014"] {
            assert_eq!(named(wrong), Err(wrong.to_owned()));
        }
    }

    #[test]
    fn every_language_has_a_tag_and_a_name_of_its_own() {
        for (place, tongue) in Tongue::ALL.iter().enumerate() {
            assert_eq!(tongue.code().parse::<Tongue>().unwrap(), *tongue);
            let others = Tongue::ALL.iter().skip(place + 1);
            assert!(others.into_iter().all(|other| other.own_name() != tongue.own_name()), "{}", tongue.code());
        }
        for locale in Locale::ALL {
            assert_eq!(Tongue::of(locale).code(), locale.tag());
            assert_eq!(Tongue::of(locale).own_name(), locale.own_name());
        }
        assert_eq!(Tongue::others().count(), Tongue::ALL.len() - 3);
    }
}
