//! The page of the map.

use askama::Template;

use super::{
    THEMES, ThemeCount,
    list::{Chosen, chosen},
};
use crate::{
    catalogue::{
        facets::Facet,
        filter::Filter,
        listing::Listing,
        map::{Ways, World, view::View},
    },
    web::Frame,
};

/// Below which the address says the same as that of the list.
const PATH: &str = "/map";

#[derive(Template)]
#[template(path = "catalogue/map.html")]
pub struct MapPage {
    pub frame: Frame,
    pub world: World,
    pub themes: Vec<ThemeCount>,
    /// The code of the theme that is shown, empty for all.
    pub theme: String,
    pub narrowed: bool,
    pub chosen: Vec<Chosen>,
    /// The address of the list of the same Initiatives.
    pub cards: String,
}

impl MapPage {
    pub fn new(frame: Frame, filter: &Filter, listing: &Listing<'_>, view: View) -> Self {
        // A map is in no order, and is no view of something else.
        let filter = Filter { sort: String::new(), view: String::new(), ..filter.clone() };
        let ways = Ways::new(filter.address_below(PATH, &[]), filter.narrows());
        let counts = listing.counts.get(&Facet::Theme);
        let wanted = filter.wanted(Facet::Theme);
        let theme = |theme: &'static str| ThemeCount {
            theme,
            count: counts.and_then(|counts| counts.get(theme)).copied().unwrap_or_default(),
            href: filter.address_below(PATH, &[("theme", if theme == wanted { "" } else { theme })]),
        };
        Self {
            world: World::new(listing.all().map(|entry| &**entry), frame.locale, view, &ways),
            themes: THEMES.map(theme).to_vec(),
            theme: wanted.to_owned(),
            narrowed: filter.narrows(),
            chosen: chosen(&filter, frame.locale, PATH),
            cards: filter.address(&[]),
            frame,
        }
    }
}
