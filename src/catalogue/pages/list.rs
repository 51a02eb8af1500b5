//! The list of Initiatives, with its facets; and an Initiative on a card, wherever one stands.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use super::THEMES;
use crate::{
    catalogue::{
        entries::Entry,
        facets::Facet,
        filter::{Filter, Sort},
        listing::{Listing, Piece, around, holds, marked, sought},
        map::{Ways, World, view::View},
    },
    places::{Country, regions::Region},
    proposals::workflow::State,
    web::Frame,
    words::{Locale, fold},
};

/// An Initiative on a card.
pub struct Card {
    pub href: String,
    pub title: Vec<Piece>,
    pub title_language: &'static str,
    pub lead: Vec<Piece>,
    pub country: String,
    pub theme: String,
    pub state: &'static str,
    pub text: Vec<Piece>,
    pub text_language: &'static str,
    pub example: bool,
}

/// So much of a text as a card holds, in characters.
const MOST: usize = 220;

impl Card {
    /// One without anything that was looked for.
    pub fn new(entry: &Entry, locale: Locale) -> Self {
        Self::marking(entry, locale, &BTreeSet::new(), None)
    }

    /// One with the words marked that were looked for. `elsewhere`: a text that holds one of them, in its language, where the card
    /// does not.
    fn marking(entry: &Entry, locale: Locale, sought: &BTreeSet<String>, elsewhere: Option<&(String, Locale)>) -> Self {
        let (title, title_language) = entry.short_for(locale);
        let (aim, aim_language) = entry.aim_for(locale);
        let is_here = sought.is_empty() || [title, aim, &entry.lead].iter().any(|text| holds(text, sought));
        let (text, text_language) = match elsewhere.filter(|_| !is_here) {
            Some((text, language)) => (around(text, sought, MOST), *language),
            None => (around(aim, sought, MOST), aim_language),
        };
        Self {
            href: entry.href(),
            title: marked(title, sought),
            title_language: title_language.tag(),
            lead: marked(&entry.lead, sought),
            country: entry.country.map(|country| country.name(locale)).unwrap_or_default(),
            theme: entry.theme.clone(),
            state: entry.state.code(),
            text: marked(&text, sought),
            text_language: text_language.tag(),
            example: entry.example,
        }
    }
}

/// A value of a facet: how many there are, and the address of the list with it, or without it where it is chosen.
pub struct Choice {
    pub code: String,
    pub name: String,
    pub count: usize,
    pub href: String,
    pub chosen: bool,
}

/// By what the list can be narrowed.
pub struct Narrowing {
    pub name: &'static str,
    /// The word of its heading.
    pub label: &'static str,
    pub choices: Vec<Choice>,
}

/// Something that narrows the list, and the address without it.
pub struct Chosen {
    pub text: String,
    pub href: String,
}

/// An order of the list.
pub struct Order {
    pub label: &'static str,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "catalogue/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub q: String,
    /// What the form carries along: names and values.
    pub kept: Vec<(&'static str, String)>,
    pub narrowed: bool,
    pub chosen: Vec<Chosen>,
    pub facets: Vec<Narrowing>,
    pub orders: Vec<Order>,
    pub is_map: bool,
    pub as_list: String,
    pub as_map: String,
    pub cards: Vec<Card>,
    /// The same on a map, where that is asked for.
    pub world: Option<World>,
    pub count: String,
    pub page_of: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl ListPage {
    /// `elsewhere`: by the slug of an Initiative, a text of it that holds what was looked for.
    pub fn new(
        frame: Frame,
        filter: &Filter,
        listing: &Listing<'_>,
        view: View,
        elsewhere: &BTreeMap<String, (String, Locale)>,
    ) -> Self {
        let locale = frame.locale;
        let sought = sought(&filter.q);
        let at = |number: usize| {
            filter.address(&[("page", if number == 1 { String::new() } else { number.to_string() }.as_str())])
        };
        let kept = filter.pairs().into_iter().filter(|(name, _)| *name != "q");
        let pages = [("number", listing.number.into()), ("pages", listing.pages.into())];
        Self {
            narrowed: filter.narrows(),
            kept: kept.map(|(name, value)| (name, value.to_owned())).collect(),
            chosen: chosen(filter, locale, "/initiatives"),
            facets: Facet::ALL.into_iter().map(|facet| narrowing(facet, filter, listing, locale)).collect(),
            orders: orders(filter),
            is_map: filter.is_map(),
            as_list: filter.address(&[("view", "")]),
            as_map: filter.address(&[("view", "map")]),
            cards: listing
                .page
                .iter()
                .map(|entry| Card::marking(entry, locale, &sought, elsewhere.get(&entry.slug)))
                .collect(),
            world: filter.is_map().then(|| {
                let ways = Ways::new(filter.address(&[]), filter.narrows());
                World::new(listing.all().map(|entry| &**entry), locale, view, &ways)
            }),
            count: locale.tr("catalogue-count", &[("count", listing.count.into())]),
            page_of: if listing.pages > 1 { locale.tr("catalogue-page-of", &pages) } else { String::new() },
            previous: (listing.number > 1).then(|| at(listing.number - 1)),
            next: (listing.number < listing.pages).then(|| at(listing.number + 1)),
            q: filter.q.clone(),
            frame,
        }
    }
}

/// What a value is called.
fn name_of(facet: Facet, code: &str, locale: Locale) -> String {
    match facet {
        Facet::Theme if THEMES.contains(&code) => locale.t(&format!("layout-theme-{code}")),
        Facet::Region => code
            .parse::<Region>()
            .map_or_else(|_| code.to_owned(), |region| locale.t(&format!("figures-region-{}", region.code()))),
        Facet::Country => Country::from_code(code).map_or_else(|| code.to_owned(), |country| country.name(locale)),
        Facet::State => code
            .parse::<State>()
            .map_or_else(|_| code.to_owned(), |state| locale.t(&format!("layout-state-{}", state.code()))),
        Facet::Theme | Facet::Year => code.to_owned(),
    }
}

const fn label_of(facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => "catalogue-theme",
        Facet::Region => "catalogue-region",
        Facet::Country => "catalogue-country",
        Facet::State => "catalogue-state",
        Facet::Year => "catalogue-year",
    }
}

fn narrowing(facet: Facet, filter: &Filter, listing: &Listing<'_>, locale: Locale) -> Narrowing {
    let wanted = filter.wanted(facet);
    let mut counts = listing.counts.get(&facet).cloned().unwrap_or_default();
    // What is chosen can be taken back, though nothing has it.
    if !wanted.is_empty() {
        counts.entry(wanted.to_owned()).or_default();
    }
    let choice = |(code, count): (String, usize)| {
        let chosen = code == wanted;
        Choice {
            name: name_of(facet, &code, locale),
            count,
            href: filter.address(&[(facet.name(), if chosen { "" } else { code.as_str() })]),
            chosen,
            code,
        }
    };
    let mut choices: Vec<Choice> = counts.into_iter().map(choice).collect();
    match facet {
        Facet::Theme => choices.sort_by_key(|choice| THEMES.iter().position(|theme| *theme == choice.code)),
        Facet::Region | Facet::Country => choices.sort_by_cached_key(|choice| fold(&choice.name)),
        Facet::State => choices.sort_by_key(|choice| choice.code.parse::<State>().ok().map(State::place)),
        Facet::Year => choices.sort_by(|one, other| other.code.cmp(&one.code)),
    }
    Narrowing { name: facet.name(), label: label_of(facet), choices }
}

/// What narrows the list, or what else has its address below this path.
pub(super) fn chosen(filter: &Filter, locale: Locale, path: &str) -> Vec<Chosen> {
    let q = filter.q.trim();
    let words = (!q.is_empty()).then(|| Chosen {
        text: locale.tr("catalogue-quoted", &[("words", q.into())]),
        href: filter.address_below(path, &[("q", "")]),
    });
    let facets = Facet::ALL.into_iter().filter(|facet| !filter.wanted(*facet).is_empty()).map(|facet| Chosen {
        text: name_of(facet, filter.wanted(facet), locale),
        href: filter.address_below(path, &[(facet.name(), "")]),
    });
    words.into_iter().chain(facets).collect()
}

fn orders(filter: &Filter) -> Vec<Order> {
    let asks = !filter.q.trim().is_empty();
    let offered = Sort::ALL.into_iter().filter(|sort| asks || *sort != Sort::Relevance);
    let order = |sort: Sort| Order {
        label: match sort {
            Sort::Title => "catalogue-by-title",
            Sort::Newest => "catalogue-by-newest",
            Sort::Relevance => "catalogue-by-relevance",
        },
        href: filter.address(&[("sort", sort.code())]),
        current: sort == filter.order(),
    };
    offered.map(order).collect()
}
