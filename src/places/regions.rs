//! The regions of the world in which countries lie: the geographic regions of the United Nations Statistics Division's standard
//! M49 (<https://unstats.un.org/unsd/methodology/m49/>), with its two sub-regions of the Americas for that region. What M49
//! does not list by itself lies where its land is: Taiwan in Asia. Antarctica is in none.

use super::Country;
use crate::codes::codes;

codes! {
    /// A part of the world.
    Region {
        Africa = "africa",
        Asia = "asia",
        Europe = "europe",
        LatinAmerica = "latin_america",
        NorthernAmerica = "northern_america",
        Oceania = "oceania",
    }
}

impl Region {
    /// The region of a country; none for Antarctica.
    pub fn of(country: Country) -> Option<Self> {
        Self::ALL.iter().copied().find(|region| region.codes().split_ascii_whitespace().any(|c| c == country.code()))
    }

    /// Its countries, by the sub-regions of M49 in their order.
    const fn codes(self) -> &'static str {
        match self {
            Self::Africa => {
                "DZ EG LY MA SD TN EH \
                IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW \
                AO CM CF TD CG CD GQ GA ST BW SZ LS NA ZA \
                BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG"
            }
            Self::Asia => {
                "KZ KG TJ TM UZ CN HK MO KP JP MN KR TW BN KH ID LA MY MM PH SG TH TL VN \
                AF BD BT IN IR MV NP PK LK AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE"
            }
            Self::Europe => {
                "BY BG CZ HU PL MD RO RU SK UA AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB \
                AL AD BA HR GI GR VA IT MT ME MK PT SM RS SI ES AT BE FR DE LI LU MC NL CH"
            }
            Self::LatinAmerica => {
                "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI \
                BZ CR SV GT HN MX NI PA AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE"
            }
            Self::NorthernAmerica => "BM CA GL PM US",
            Self::Oceania => "AU CX CC HM NZ NF FJ NC PG SB VU GU KI MH FM NR MP PW UM AS CK PF NU PN WS TK TO TV WF",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_but_antarctica_lies_in_one_region() {
        for country in Country::all() {
            let lies_in = |region: &&Region| region.codes().split(' ').any(|code| code == country.code());
            let found = Region::ALL.iter().filter(lies_in).count();
            assert_eq!(found, usize::from(country.code() != "AQ"), "{country}");
        }
        let listed = Region::ALL.iter().flat_map(|region| region.codes().split(' '));
        for code in listed {
            assert!(Country::from_code(code).is_some(), "{code} is no country");
        }
    }

    #[test]
    fn regions_are_those_of_the_united_nations() {
        let of = |code| Country::from_code(code).and_then(Region::of);
        for (code, region) in [
            ("MX", Region::LatinAmerica),
            ("GL", Region::NorthernAmerica),
            ("RU", Region::Europe),
            ("TR", Region::Asia),
            ("CY", Region::Asia),
            ("EG", Region::Africa),
            ("IN", Region::Asia),
            ("FJ", Region::Oceania),
        ] {
            assert_eq!(of(code), Some(region), "{code}");
        }
    }
}
