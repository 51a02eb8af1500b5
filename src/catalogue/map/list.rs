//! What a map shows, as a list: by region of the world, country and city.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ways, by_title, counted, place_of};
use crate::{
    catalogue::entries::Entry,
    partners::topics::City,
    places::{Country, regions::Region},
    words::{Locale, fold},
};

/// Where more Initiatives than this are shown, a city with several tells their number, and leads to them.
const MOST_NAMED: usize = 300;
/// Where they lie in more cities than this, a country with several tells their number, and leads to the list of them.
const MOST_CITIES: usize = 300;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionPart {
    pub name: String,
    pub countries: Vec<CountryPart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryPart {
    /// By which a link within the page finds it.
    pub id: String,
    pub name: String,
    /// Where all of them are listed, with their number, if they lie in too many cities to be listed here.
    pub all: Option<(String, String)>,
    pub cities: Vec<CityPart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityPart {
    pub id: String,
    pub name: String,
    /// Where all of them are listed, with their number, if they are too many to be named here.
    pub all: Option<(String, String)>,
    pub initiatives: Vec<Told>,
}

/// An Initiative in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub href: String,
    pub title: String,
    /// The tag of the title's language.
    pub language: &'static str,
    /// With which cities, in words; empty where it names none.
    pub partners: String,
}

impl Told {
    pub fn new(entry: &Entry, locale: Locale) -> Self {
        let (title, language) = entry.short_for(locale);
        let names: Vec<&str> = entry.partners.0.iter().map(|partner| partner.name.as_str()).collect();
        let with = || locale.tr("map-with", &[("cities", names.join(", ").into())]);
        Self {
            href: entry.href(),
            title: title.to_owned(),
            language: language.tag(),
            partners: if names.is_empty() { String::new() } else { with() },
        }
    }
}

/// By which a link finds a country, or what lies in none, in the list.
pub fn country_id(country: Option<Country>) -> String {
    country.map_or_else(|| "world-elsewhere".to_owned(), |country| format!("world-at-{}", country.code()))
}

/// By which a link finds a city in the list.
pub fn city_id(city: &City) -> String {
    format!("world-at-{city}")
}

/// Whether these lie in so few cities that each of them can be listed.
pub fn lists_cities(entries: &[&Entry]) -> bool {
    let cities: BTreeSet<(Option<Country>, &str)> =
        entries.iter().map(|entry| (entry.country, place_of(entry))).collect();
    cities.len() <= MOST_CITIES
}

/// In the order in which a reader of `locale` looks them up; what lies in no country, or in no region, last.
pub fn regions(entries: &[&Entry], lists_cities: bool, locale: Locale, ways: &Ways) -> Vec<RegionPart> {
    let mut countries: BTreeMap<Option<Country>, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        countries.entry(entry.country).or_default().push(entry);
    }
    let names_all = entries.len() <= MOST_NAMED;
    let mut parts: Vec<(bool, String, CountryPart)> = countries
        .into_iter()
        .map(|(country, entries)| {
            let region = country.and_then(Region::of);
            let key = |region: Region| format!("figures-region-{}", region.code());
            let region_name = region.map_or_else(|| locale.t("map-elsewhere"), |region| locale.t(&key(region)));
            let name = country.map_or_else(|| locale.t("map-no-country"), |country| country.name(locale));
            let all = country.filter(|_| !lists_cities && entries.len() > 1);
            let all = all.map(|country| (ways.country(country), counted(entries.len(), locale)));
            let cities = if all.is_some() { Vec::new() } else { cities(entries, names_all, locale, ways) };
            (region.is_none(), region_name, CountryPart { id: country_id(country), name, all, cities })
        })
        .collect();
    parts.sort_by_cached_key(|(last, region, country)| (*last, fold(region), fold(&country.name)));
    let mut regions: Vec<RegionPart> = Vec::new();
    for (_, name, country) in parts {
        match regions.last_mut().filter(|region| region.name == name) {
            Some(region) => region.countries.push(country),
            None => regions.push(RegionPart { name, countries: vec![country] }),
        }
    }
    regions
}

fn cities(entries: Vec<&Entry>, names_all: bool, locale: Locale, ways: &Ways) -> Vec<CityPart> {
    let mut cities: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        // Who leads without a city may be called the same in another country.
        let country = entry.country.map(|country| country.code().to_ascii_lowercase()).unwrap_or_default();
        let named = || format!("{country}.{}", fold(place_of(entry)));
        let key = entry.city_code().map_or_else(named, |city| city.code().to_owned());
        cities.entry(key).or_default().push(entry);
    }
    let part = |(key, mut entries): (String, Vec<&Entry>)| {
        by_title(&mut entries, locale);
        let first = *entries.first()?;
        let page = first.city_code().and_then(|city| ways.city_page(&city));
        let all = page.filter(|_| !names_all && entries.len() > 1).map(|page| (page, counted(entries.len(), locale)));
        let named = entries.iter().filter(|_| all.is_none());
        Some(CityPart {
            id: format!("world-at-{}", key.replace(char::is_whitespace, "-")),
            name: place_of(first).to_owned(),
            initiatives: named.map(|entry| Told::new(entry, locale)).collect(),
            all,
        })
    };
    cities.into_iter().filter_map(part).collect()
}
