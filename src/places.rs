//! Countries, and points on the map.

pub mod cities;
pub mod regions;

use std::{fmt, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::words::{Locale, fold};

/// The codes of ISO 3166-1 alpha-2, officially assigned, in their order. Names are in `locales/*/countries.ftl`.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ \
    FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS \
    IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN \
    MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN \
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A country of ISO 3166-1, by its two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Country(&'static str);

impl Country {
    /// The country of a code: two capital letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|country| country.0 == code)
    }

    pub fn all() -> impl Iterator<Item = Self> {
        CODES.split_ascii_whitespace().map(Self)
    }

    pub const fn code(self) -> &'static str {
        self.0
    }

    /// `India`, `Inde`, `India`.
    pub fn name(self, locale: Locale) -> String {
        locale.t(&format!("country-{}", self.0))
    }

    /// All countries with their names, in the order in which a reader of `locale` looks them up.
    pub fn by_name(locale: Locale) -> &'static [(Self, String)] {
        // Sorted once: a form of partners lists them in every row.
        static SORTED: LazyLock<[Vec<(Country, String)>; 3]> = LazyLock::new(|| Locale::ALL.map(Country::sorted));
        &SORTED[locale as usize]
    }

    fn sorted(locale: Locale) -> Vec<(Self, String)> {
        let mut countries: Vec<_> = Self::all().map(|country| (country, country.name(locale))).collect();
        countries.sort_by_cached_key(|(_, name)| fold(name));
        countries
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A degree of latitude or longitude in millionths (a tenth of a metre), so that no rounding ever changes a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MicroDegrees(i32);

impl MicroDegrees {
    /// Reads degrees with a decimal point or comma: `27.18`, `-34,6`. What is finer than a millionth is dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let plain =
            |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole, 3) || !plain(decimals, 20) {
            return None;
        }
        let millionths: i32 = format!("{decimals:0<6}").get(..6)?.parse().ok()?;
        let value = whole.parse::<i32>().ok()? * 1_000_000 + millionths;
        Some(Self(if negative { -value } else { value }))
    }

    pub const fn from_millionths(millionths: i32) -> Self {
        Self(millionths)
    }

    pub const fn millionths(self) -> i32 {
        self.0
    }
}

impl fmt::Display for MicroDegrees {
    /// The shortest exact decimal: `27.18`, `-0.5`, `180`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        if rest == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{}", format!("{rest:06}").trim_end_matches('0'))
        }
    }
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    lat: MicroDegrees,
    lon: MicroDegrees,
}

impl Point {
    /// A point of the globe; none when a coordinate lies off it.
    pub fn new(lat: MicroDegrees, lon: MicroDegrees) -> Option<Self> {
        (lat.0.abs() <= 90_000_000 && lon.0.abs() <= 180_000_000).then_some(Self { lat, lon })
    }

    /// The point of two typed coordinates.
    pub fn parse(lat: &str, lon: &str) -> Option<Self> {
        Self::new(MicroDegrees::parse(lat)?, MicroDegrees::parse(lon)?)
    }

    pub const fn lat(self) -> MicroDegrees {
        self.lat
    }

    pub const fn lon(self) -> MicroDegrees {
        self.lon
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.lat, self.lon)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        assert_eq!(Country::all().count(), 249);
        for locale in Locale::ALL {
            assert!(Country::all().all(|country| !country.name(locale).is_empty()));
        }
        assert_eq!(Country::from_code("ZA").unwrap().name(Locale::Es), "Sudáfrica");
        assert_eq!(Country::from_code("za"), None);
    }

    #[test]
    fn countries_stand_where_a_reader_looks_for_them() {
        let french: Vec<_> = Country::by_name(Locale::Fr).iter().map(|(_, name)| name).collect();
        let place = |name: &str| french.iter().position(|found| *found == name).unwrap();
        assert!(place("Égypte") < place("Finlande"));
    }

    #[test]
    fn coordinates_are_exact() {
        for (typed, shown) in [
            ("27.18", "27.18"),
            ("-34,60", "-34.6"),
            ("-0.5", "-0.5"),
            ("4", "4"),
            ("2.1234567", "2.123456"),
            ("-0.0", "0"),
        ] {
            assert_eq!(MicroDegrees::parse(typed).unwrap().to_string(), shown);
        }
        for wrong in ["", "-", ".", "1.", ".5", "1e1", "27°", "NaN", "1.2.3", "--1", "1234"] {
            assert_eq!(MicroDegrees::parse(wrong), None, "{wrong}");
        }
        assert!(Point::parse("90", "-180").is_some());
        assert!(Point::parse("90.000001", "0").is_none());
        assert!(Point::parse("0", "180.1").is_none());
    }

    proptest! {
        #[test]
        fn a_coordinate_is_read_back(millionths in -180_000_000..=180_000_000_i32) {
            let degrees = MicroDegrees(millionths);
            prop_assert_eq!(MicroDegrees::parse(&degrees.to_string()), Some(degrees));
        }
    }
}
