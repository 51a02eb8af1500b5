//! The Initiatives that everybody may read, as lists, maps, feeds and open data know them: all of them at once, in memory
//! (`snapshot`).

use crate::{
    clock::Moment,
    entity::catalogue_entry,
    ids::{ProposalId, Reference},
    partners::topics::City,
    places::{Country, MicroDegrees, Point, regions::Region},
    proposals::{
        published::{PartnerPlaces, told},
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
    /// The title as it was written, folded, to sort by.
    pub title_key: String,
    /// All that stands on its card in any language, folded, to rank by.
    pub card_key: String,
}

impl Entry {
    pub fn new(row: catalogue_entry::Model, lead: String) -> Self {
        let point = row.latitude.zip(row.longitude);
        let point = point
            .and_then(|(lat, lon)| Point::new(MicroDegrees::from_millionths(lat), MicroDegrees::from_millionths(lon)));
        let card: Vec<&str> = [&row.short_title, &row.aim]
            .into_iter()
            .flat_map(|texts| Locale::ALL.map(|locale| texts.get(locale)))
            .chain([lead.as_str(), row.city.as_str()])
            .collect();
        Self {
            title_key: fold(row.title.get(row.language)),
            card_key: fold(&card.join(" ")),
            id: row.proposal_id,
            slug: row.slug,
            reference: row.reference,
            language: row.language,
            title: row.title,
            short_title: row.short_title,
            aim: row.aim,
            lead,
            city: row.city,
            country: Country::from_code(&row.country),
            theme: row.theme,
            state: row.state,
            year: row.year,
            point,
            partners: row.partners,
            example: row.example,
            published_at: row.published_at,
            changed_at: row.changed_at,
        }
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
