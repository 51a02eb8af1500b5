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
    /// The title that its card shows in each language, folded, to sort by.
    pub title_keys: Trilingual,
    /// Its titles in all languages, folded, to rank by,
    pub title_key: String,
    /// and what else stands on its card.
    pub card_key: String,
    /// The words of title and aim as they were written, by which others are like it (`similar::words`).
    pub words: Vec<u64>,
}

impl Entry {
    /// With the keys of what its card shows.
    #[must_use]
    pub fn keyed(mut self) -> Self {
        self.title_keys = Trilingual::each(|locale| fold(self.short_for(locale).0));
        self.title_key = fold(&Locale::ALL.map(|locale| self.title.get(locale)).join(" "));
        let texts = [&self.short_title, &self.aim].into_iter();
        let texts = texts.flat_map(|texts| Locale::ALL.map(|locale| texts.get(locale)));
        let card: Vec<&str> = texts.chain([self.lead.as_str(), self.city.as_str()]).collect();
        self.card_key = fold(&card.join(" "));
        self
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

    /// Whether this city leads it.
    pub fn is_led_by(&self, city: &City) -> bool {
        // The name need not be looked at where the country is another, which is most of the work.
        self.country == city.country() && self.city_code().as_ref() == Some(city)
    }

    /// This city as its partner, if it is one.
    pub fn partner(&self, city: &City) -> Option<&PartnerPlace> {
        let country = city.country()?;
        let mut there = self.partners.0.iter().filter(|place| place.country == country.code());
        there.find(|place| City::new(&place.name, country).as_ref() == Some(city))
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

#[cfg(test)]
impl Entry {
    /// One that runs, in English, and lies nowhere; `number` tells it from others.
    pub fn called(number: i32, slug: &str) -> Self {
        let text = Trilingual { en: slug.to_owned(), ..Trilingual::default() };
        let then = Moment::from_millis(0);
        let entry = Self {
            id: ProposalId(uuid::Uuid::from_u128(number.unsigned_abs().into())),
            slug: slug.to_owned(),
            reference: Reference::new(2014, number),
            language: Locale::En,
            title: text.clone(),
            short_title: text,
            aim: Trilingual::default(),
            lead: String::new(),
            city: String::new(),
            country: None,
            theme: "governance".to_owned(),
            state: State::Running,
            year: 2014,
            point: None,
            partners: PartnerPlaces::default(),
            example: false,
            published_at: then,
            changed_at: then,
            featured_at: None,
            title_keys: Trilingual::default(),
            title_key: String::new(),
            card_key: String::new(),
            words: Vec::new(),
        };
        entry.keyed()
    }
}
