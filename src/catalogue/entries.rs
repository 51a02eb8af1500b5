//! The Initiatives that everybody may read, as lists, maps, feeds and open data know them: all of them at once, in memory
//! (`snapshot`).

use crate::{
    clock::Moment,
    ids::{ProposalId, Reference},
    partners::topics::City,
    places::{Country, Point, regions::Region},
    proposals::{
        published::{PartnerPlace, PartnerPlaces, told},
        workflow::State,
    },
    words::{Locale, Trilingual, fold},
};

/// An Initiative.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: ProposalId,
    /// Its name in the addresses of the catalogue.
    pub slug: String,
    pub reference: Reference,
    /// The language in which it was written.
    pub language: Locale,
    /// Empty in a language into which it was not translated.
    pub title: Trilingual,
    /// Short enough for a map; empty where it has none.
    pub short_title: Trilingual,
    /// Empty where there is none.
    pub aim: Trilingual,
    /// The organisation that leads it.
    pub lead: String,
    /// The lead city, empty where it is not known.
    pub city: String,
    pub country: Option<Country>,
    /// The code of its main theme, empty where it is not known.
    pub theme: String,
    pub state: State,
    /// The year of its call.
    pub year: i32,
    pub point: Option<Point>,
    /// The partners that are cities, with their places.
    pub partners: PartnerPlaces,
    /// Whether it is an example of a demonstration.
    pub example: bool,
    pub published_at: Moment,
    pub changed_at: Moment,
    /// Since when the home page features it, if it does.
    pub featured_at: Option<Moment>,
    /// The title as it was written, folded, to sort by.
    pub title_key: String,
    /// All that stands on its card in any language, folded, to rank by.
    pub card_key: String,
    /// The words of title and aim as they were written, by which others are like it (`similar::words`).
    pub words: Vec<u64>,
}

impl Entry {
    /// The title folded, to sort by; and all that stands on its card in any language, folded, to rank by.
    pub fn keys(title: &str, card: &[&str]) -> (String, String) {
        (fold(title), fold(&card.join(" ")))
    }

    /// The path of its page.
    pub fn href(&self) -> String {
        format!("/initiatives/{}", self.slug)
    }

    /// The part of the world in which it lies.
    pub fn region(&self) -> Option<Region> {
        self.country.and_then(Region::of)
    }

    /// The lead city, told from others of its name by its country.
    pub fn city_code(&self) -> Option<City> {
        City::new(&self.city, self.country?)
    }

    /// Its partner cities: what each is called, and which it is.
    pub fn partner_cities(&self) -> impl Iterator<Item = (&str, City)> {
        let city = |place: &PartnerPlace| City::new(&place.name, Country::from_code(&place.country)?);
        self.partners.0.iter().filter_map(move |place| Some((place.name.as_str(), city(place)?)))
    }

    /// The title for a reader of `locale`, and the language it is in.
    pub fn title_for(&self, locale: Locale) -> (&str, Locale) {
        told(&self.title, self.language, locale)
    }

    /// The short title, or the title where it has none, and the language it is in.
    pub fn short_for(&self, locale: Locale) -> (&str, Locale) {
        let short = told(&self.short_title, self.language, locale);
        if short.0.is_empty() { self.title_for(locale) } else { short }
    }

    /// The aim, and the language it is in; empty where there is none.
    pub fn aim_for(&self, locale: Locale) -> (&str, Locale) {
        told(&self.aim, self.language, locale)
    }
}
