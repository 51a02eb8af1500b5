//! The map of the world: where the Initiatives are, which cities take part in them, and the same as a list. Drawn on the server
//! as SVG, of plain values that templates/parts/world.html puts into elements; the address says what is shown, so that links are
//! enough to look nearer. Decision 0035 tells why.

pub mod clusters;
pub mod list;
pub mod ties;
pub mod view;

use std::{cmp::Reverse, collections::BTreeMap};

use self::{
    clusters::{Cluster, gather, radius},
    list::{RegionPart, Told, city_id, country_id},
    ties::{Join, Partner, Tie},
    view::{At, View},
};
use super::entries::Entry;
use crate::{
    partners::topics::City,
    places::{Country, MicroDegrees, Point},
    proposals::published::PartnerPlace,
    reviews::rules::THEMES,
    words::{Locale, fold},
};

/// Where the links of a map lead.
#[derive(Clone, Debug)]
pub struct Ways {
    page: String,
    narrowed: bool,
}

impl Ways {
    /// `page` is the address of the page with the map, as `/map?theme=governance`: without the view, with all else that it says.
    /// `narrowed`: whether that leaves Initiatives out, so that a city's own page would show others too.
    pub fn new(page: impl Into<String>, narrowed: bool) -> Self {
        Self { page: page.into(), narrowed }
    }

    /// The address of the map in a view.
    pub fn view(&self, view: View) -> String {
        if view.is_world() {
            return self.page.clone();
        }
        let joint = if self.page.contains('?') { '&' } else { '?' };
        format!("{}{joint}at={}&zoom={}", self.page, view.at(), view.zoom())
    }

    /// The address of the page of a city, where that shows just what the map does.
    pub fn city_page(&self, city: &City) -> Option<String> {
        let code: String = url::form_urlencoded::byte_serialize(city.code().as_bytes()).collect();
        (!self.narrowed).then(|| format!("/initiatives/cities/{code}"))
    }

    /// The address of the list of the Initiatives of a country, narrowed as the map is.
    pub fn country(&self, country: Country) -> String {
        let own = format!("country={}", country.code());
        let pairs: Vec<&str> =
            self.pairs().filter(|pair| !pair.starts_with("country=")).chain([own.as_str()]).collect();
        format!("/initiatives?{}", pairs.join("&"))
    }

    /// The address of the list of the same Initiatives.
    pub fn list(&self) -> String {
        let pairs: Vec<&str> = self.pairs().collect();
        if pairs.is_empty() { "/initiatives".to_owned() } else { format!("/initiatives?{}", pairs.join("&")) }
    }

    /// What the address says, but for how it is looked at.
    fn pairs(&self) -> impl Iterator<Item = &str> {
        let (_, said) = self.page.split_once('?').unwrap_or_default();
        said.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("view="))
    }

    /// Where the Initiatives of a city are listed: on its page, or below the map.
    fn city(&self, view: View, city: &City) -> String {
        self.city_page(city).unwrap_or_else(|| format!("{}#{}", self.view(view), city_id(city)))
    }
}

/// A circle on the map, which leads to what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its place among all of them, from west to east.
    pub number: usize,
    pub at: At,
    /// How far from the left and from the top of the picture, in percent.
    pub left: String,
    pub top: String,
    /// In pixels.
    pub radius: i64,
    pub count: usize,
    /// The theme of the one that it stands for; empty where that is not known, or where it stands for several.
    pub theme: &'static str,
    /// `Barcelona: 4 Initiatives`.
    pub label: String,
    /// The tag of its language, where it ends with a title in another.
    pub language: Option<&'static str>,
    pub href: String,
    /// Whether it leads to a nearer view of the same map.
    pub nearer: bool,
}

/// A way to move the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub code: &'static str,
    pub label: String,
    pub icon: &'static str,
    /// None where it would show nothing else.
    pub href: Option<String>,
}

/// A map of the world, or of a part of it.
#[derive(Clone, Debug)]
pub struct World {
    pub view_box: String,
    pub spots: Vec<Spot>,
    pub partners: Vec<Partner>,
    pub ties: Vec<Tie>,
    pub moves: Vec<Move>,
    /// How many Initiatives are shown, in words.
    pub said: String,
    pub regions: Vec<RegionPart>,
    /// Those of which it is not known where they are. They are told where the whole world is shown.
    pub unplaced: Vec<Told>,
    /// Where all are listed, and that there are so many more of these, if they are too many to be told here.
    pub more_unplaced: Option<(String, String)>,
}

/// So many are told of which it is not known where they are.
const MOST_UNPLACED: usize = 50;

impl World {
    /// A map of these, in any order.
    pub fn new<'e>(entries: impl IntoIterator<Item = &'e Entry>, locale: Locale, view: View, ways: &Ways) -> Self {
        let (placed, unplaced): (Vec<&Entry>, Vec<&Entry>) =
            entries.into_iter().partition(|entry| entry.point.is_some());
        let all = placed.len() + unplaced.len();
        let places: Vec<(At, &Entry)> =
            placed.into_iter().filter_map(|entry| Some((At::of(entry.point?), entry))).collect();
        let mut clusters = gather(view, places.iter().copied());
        clusters.sort_by_key(|cluster| cluster.at);
        for cluster in &mut clusters {
            by_title(&mut cluster.items, locale);
        }
        let (partners, ties) = ties::drawn(view, &joins(view, &clusters, &places));
        let shown: Vec<&Entry> = clusters.iter().flat_map(|cluster| cluster.items.iter().copied()).collect();
        let mut unplaced: Vec<&Entry> = unplaced.into_iter().filter(|_| view.is_world()).collect();
        by_title(&mut unplaced, locale);
        let more = unplaced.len().saturating_sub(MOST_UNPLACED);
        let lists_cities = list::lists_cities(&shown);
        let spots = clusters.iter().enumerate();
        let spots = spots.map(|(number, cluster)| spot(number, cluster, locale, view, (ways, lists_cities)));
        Self {
            view_box: view.view_box(),
            spots: spots.collect(),
            partners,
            ties,
            moves: moves(locale, view, ways),
            said: said(shown.len(), all, locale, view),
            regions: list::regions(&shown, lists_cities, locale, ways),
            unplaced: unplaced.into_iter().take(MOST_UNPLACED).map(|entry| Told::new(entry, locale)).collect(),
            more_unplaced: (more > 0).then(|| (ways.list(), locale.tr("map-unplaced-more", &[("more", more.into())]))),
        }
    }
}

fn by_title(entries: &mut [&Entry], locale: Locale) {
    entries.sort_by(|one, other| {
        (one.title_keys.get(locale), &one.slug).cmp(&(other.title_keys.get(locale), &other.slug))
    });
}

/// `4 Initiatives`.
fn counted(count: usize, locale: Locale) -> String {
    locale.tr("catalogue-count", &[("count", count.into())])
}

fn said(shown: usize, all: usize, locale: Locale, view: View) -> String {
    if view.is_world() {
        return counted(all, locale);
    }
    locale.tr("map-part", &[("shown", shown.into()), ("all", all.into())])
}

/// Every partner city with the Initiative that names it: drawn from the spot that the Initiative is in, or from where it is, if
/// that lies beyond the picture.
fn joins<'e>(view: View, clusters: &[Cluster<&'e Entry>], places: &[(At, &'e Entry)]) -> Vec<Join<'e>> {
    let to = |partner: &PartnerPlace| {
        let [lat, lon] = [partner.latitude, partner.longitude].map(MicroDegrees::from_millionths);
        Point::new(lat, lon).map(At::of)
    };
    let of = |entry: &'e Entry, from: At, spot: Option<usize>| -> Vec<Join<'e>> {
        let partners = entry.partners.0.iter();
        partners.filter_map(|partner| Some(Join { from, spot, to: to(partner)?, name: &partner.name })).collect()
    };
    let mut joins = Vec::new();
    for (number, cluster) in clusters.iter().enumerate() {
        for entry in cluster.items.iter().copied() {
            joins.extend(of(entry, cluster.at, Some(number)));
        }
    }
    for (at, entry) in places.iter().copied().filter(|(at, _)| !view.holds(*at)) {
        joins.extend(of(entry, at, None));
    }
    joins
}

/// `lists_cities`: whether each city that is shown stands in the list below the map.
fn spot(
    number: usize,
    cluster: &Cluster<&Entry>,
    locale: Locale,
    view: View,
    (ways, lists_cities): (&Ways, bool),
) -> Spot {
    let (left, top) = view.shares(cluster.at);
    let items = cluster.items.as_slice();
    let place = places_of(items, locale);
    let one_city = items.first().and_then(|entry| entry.city_code());
    let one_city = one_city.filter(|city| items.iter().all(|entry| entry.city_code().as_ref() == Some(city)));
    let places: Vec<At> = items.iter().filter_map(|entry| entry.point.map(At::of)).collect();
    let nearer = view.onto(&places).filter(|_| items.len() > 1 && one_city.is_none());
    let below = || format!("{}#{}", ways.view(view), country_id(items.first().and_then(|entry| entry.country)));
    let several = |href: String| (locale.pair(&place, counted(items.len(), locale)), None, href, "");
    let (label, language, href, theme) = match (items, one_city, nearer) {
        ([one], ..) => {
            let (title, language) = one.short_for(locale);
            let language = (language != locale).then(|| language.tag());
            (locale.pair(&place, title), language, one.href(), theme_of(one))
        }
        (_, Some(city), _) if lists_cities => several(ways.city(view, &city)),
        (_, Some(city), _) => several(ways.city_page(&city).unwrap_or_else(below)),
        (_, None, Some(nearer)) => several(ways.view(nearer)),
        (_, None, None) => several(below()),
    };
    let (radius, count) = (radius(items.len()), items.len());
    let nearer = nearer.is_some();
    Spot { number, at: cluster.at, left, top, radius, count, theme, label, language, href, nearer }
}

/// The theme, if it is one that has a mark.
fn theme_of(entry: &Entry) -> &'static str {
    THEMES.into_iter().find(|theme| *theme == entry.theme).unwrap_or_default()
}

/// The lead city; the organisation that leads, where that is not known.
fn place_of(entry: &Entry) -> &str {
    if entry.city.is_empty() { &entry.lead } else { &entry.city }
}

/// `Barcelona`; `Barcelona and 2 more cities`, the one with most Initiatives first.
fn places_of(entries: &[&Entry], locale: Locale) -> String {
    let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for entry in entries {
        counts.entry(fold(place_of(entry))).or_insert((0, place_of(entry))).0 += 1;
    }
    let most = counts.values().min_by_key(|(count, _)| Reverse(*count)).map_or("", |(_, name)| *name);
    match counts.len().saturating_sub(1) {
        0 => most.to_owned(),
        more => locale.tr("map-places", &[("place", most.into()), ("more", more.into())]),
    }
}

fn moves(locale: Locale, view: View, ways: &Ways) -> Vec<Move> {
    let whole = (!view.is_world()).then_some(View::WORLD);
    [
        ("nearer", "map-nearer", "add", view.nearer()),
        ("farther", "map-farther", "minus", view.farther()),
        ("left", "map-left", "previous", view.moved(-1, 0)),
        ("right", "map-right", "next", view.moved(1, 0)),
        ("up", "map-up", "up", view.moved(0, -1)),
        ("down", "map-down", "down", view.moved(0, 1)),
        ("whole", "map-whole", "blocks", whole),
    ]
    .map(|(code, key, icon, to)| Move { code, label: locale.t(key), icon, href: to.map(|to| ways.view(to)) })
    .to_vec()
}

#[cfg(test)]
mod tests;
