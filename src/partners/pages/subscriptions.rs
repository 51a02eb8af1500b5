//! The pages on which people say what they want to hear of.

use std::collections::BTreeSet;

use askama::Template;

use crate::{
    entity::proposal,
    mail::Email,
    partners::{
        store::subscribers::Known,
        topics::{City, NamedCity, Rhythm, Topic},
    },
    places::{Country, regions::Region},
    reviews::rules::THEMES,
    web::{Filled, Frame},
    words::Locale,
};

/// One thing that can be ticked or chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub text: String,
    /// The language of the text, where it is not the page's.
    pub lang: &'static str,
}

/// What there is to hear of, as a form shows it.
#[derive(Clone, Debug)]
pub struct Offer {
    pub general: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub regions: Vec<Choice>,
    /// Countries and cities that are chosen already.
    pub countries: Vec<Choice>,
    pub cities: Vec<Choice>,
    /// Those that can be added.
    pub all_countries: Vec<(String, String)>,
    pub all_cities: Vec<(String, String)>,
    /// Initiatives that are followed.
    pub followed: Vec<Choice>,
    pub rhythms: Vec<(String, String)>,
    pub languages: Vec<(String, String)>,
}

impl Offer {
    /// What there is, with `chosen` among it; `named` are the Initiatives among these whose names may be told.
    pub fn new(locale: Locale, cities: &[NamedCity], chosen: &BTreeSet<Topic>, named: &[proposal::Model]) -> Self {
        let plain = |value: String, text: String| Choice { value, text, lang: "" };
        let countries = chosen.iter().filter_map(|topic| match topic {
            Topic::Country(country) => Some(plain(country.code().to_owned(), country.name(locale))),
            _ => None,
        });
        let own_cities = chosen.iter().filter_map(|topic| match topic {
            Topic::City(city) => Some(plain(city.code().to_owned(), city_name(city, cities, locale))),
            _ => None,
        });
        let followed = chosen.iter().filter_map(|topic| match topic {
            Topic::Initiative(id) => {
                let known = named.iter().find(|row| row.id == *id);
                Some(match known {
                    Some(row) => Choice {
                        value: topic.value(),
                        text: row.title.clone(),
                        lang: if row.language == locale { "" } else { row.language.tag() },
                    },
                    None => plain(topic.value(), locale.t("subscriptions-unnamed-initiative")),
                })
            }
            _ => None,
        });
        Self {
            general: [("everything", "subscriptions-everything"), ("calls", "subscriptions-calls")]
                .map(|(value, key)| plain(value.to_owned(), locale.t(key)))
                .to_vec(),
            themes: THEMES.map(|theme| plain(theme.to_owned(), locale.t(&format!("layout-theme-{theme}")))).to_vec(),
            regions: Region::ALL
                .iter()
                .map(|region| plain(region.code().to_owned(), locale.t(&format!("figures-region-{}", region.code()))))
                .collect(),
            countries: countries.collect(),
            cities: own_cities.collect(),
            all_countries: Country::by_name(locale)
                .iter()
                .map(|(country, name)| (country.code().to_owned(), name.clone()))
                .collect(),
            all_cities: cities
                .iter()
                .map(|one| (one.city.code().to_owned(), city_name(&one.city, cities, locale)))
                .collect(),
            followed: followed.collect(),
            rhythms: Rhythm::ALL
                .iter()
                .map(|one| (one.code().to_owned(), locale.t(&format!("subscriptions-rhythm-{}", one.code()))))
                .collect(),
            languages: Locale::ALL.map(|one| (one.tag().to_owned(), one.own_name().to_owned())).to_vec(),
        }
    }
}

/// `Barcelona, Spain`; the code of a city that takes part in nothing any more.
fn city_name(city: &City, cities: &[NamedCity], locale: Locale) -> String {
    match cities.iter().find(|one| one.city == *city) {
        Some(one) => format!("{}, {}", one.name, one.country.name(locale)),
        None => city.code().to_owned(),
    }
}

/// Something to hear of, in words.
pub fn in_words(topic: &Topic, cities: &[NamedCity], named: &[proposal::Model], locale: Locale) -> String {
    match topic {
        Topic::Everything => locale.t("subscriptions-everything"),
        Topic::Calls => locale.t("subscriptions-calls"),
        Topic::Theme(theme) => locale.t(&format!("layout-theme-{theme}")),
        Topic::Region(region) => locale.t(&format!("figures-region-{}", region.code())),
        Topic::Country(country) => country.name(locale),
        Topic::City(city) => city_name(city, cities, locale),
        Topic::Initiative(id) => match named.iter().find(|row| row.id == *id) {
            Some(row) => row.title.clone(),
            None => locale.t("subscriptions-unnamed-initiative"),
        },
    }
}

/// Asking for letters.
#[derive(Template)]
#[template(path = "partners/subscribe.html")]
pub struct SubscribePage {
    pub frame: Frame,
    pub filled: Filled,
    pub offer: Offer,
    /// The Initiative that the visitor comes from: its name in the catalogue, its title and its language.
    pub initiative: Option<(String, String, &'static str)>,
    /// The address that needs no confirmation, since its owner is signed in.
    pub own: Option<Email>,
}

/// A letter was sent that asks to confirm, unless one had been.
#[derive(Template)]
#[template(path = "partners/asked.html")]
pub struct AskedPage {
    pub frame: Frame,
}

/// What a subscriber gets, and changing it.
#[derive(Template)]
#[template(path = "partners/subscriber.html")]
pub struct ManagePage {
    pub frame: Frame,
    pub filled: Filled,
    pub token: String,
    pub email: String,
    pub version: i32,
    pub offer: Offer,
    /// What was asked for and not confirmed, in words.
    pub waiting: Vec<String>,
    /// Whether letters to them came back, so that it must be confirmed that somebody reads there.
    pub came_back: bool,
    /// Whether they ever confirmed anything: else there is nothing to change.
    pub known: bool,
    pub stopped: bool,
}

impl ManagePage {
    pub fn new(frame: Frame, known: &Known, token: String, offer: Offer, waiting: Vec<String>) -> Self {
        Self {
            filled: Filled::default(),
            token,
            email: known.subscriber.email.to_string(),
            version: known.subscriber.version,
            offer,
            waiting,
            came_back: false,
            known: known.subscriber.confirmed_at.is_some(),
            stopped: known.subscriber.stopped_at.is_some(),
            frame,
        }
    }
}
