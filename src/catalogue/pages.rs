//! The pages that everybody may read, and those on which they are written.

pub mod content;
pub mod groups;
pub mod initiative;
pub mod list;
pub mod map;
pub mod news;
pub mod programs;
pub mod publications;
pub mod texts;

use std::{cmp::Reverse, sync::Arc};

use askama::Template;

use super::{
    content::Texts,
    entries::Entry,
    facets::Facet,
    map::{Ways, World, view::View},
    snapshot::Snapshot,
};
use crate::{
    clock::{Moment, Zone},
    entity::{call, publication},
    web::{
        Frame, Visit,
        markdown::{Markup, Under, markup},
    },
    words::Locale,
};

use list::Card;
use publications::Brief;

/// The themes, in the order of the programme's own page.
const THEMES: [&str; 4] = ["governance", "social_inclusion", "urban_innovation", "sustainability"];

/// What the home page is made of.
pub struct HomeData {
    pub texts: Texts,
    pub calls: Vec<call::Model>,
    /// Those that everybody may read, in their order.
    pub publications: Vec<publication::Model>,
    /// What is public, by title.
    pub snapshot: Arc<Snapshot>,
}

/// An open call, with its deadline.
pub struct OpenCall {
    pub href: String,
    pub title: String,
    pub summary: String,
    pub iso: String,
    pub in_call_zone: String,
    pub in_reader_zone: Option<String>,
    pub in_utc: String,
}

impl OpenCall {
    fn new(call: &call::Model, visit: &Visit) -> Self {
        let locale = visit.locale;
        let zone: Zone = call.zone.parse().unwrap_or(Zone::UTC);
        let said = |at: Moment, zone: Zone| locale.instant(at, zone);
        Self {
            href: format!("/calls/{}", call.slug),
            title: call.title.get(locale).to_owned(),
            summary: call.summary.get(locale).to_owned(),
            iso: call.closes_at.iso(),
            in_call_zone: said(call.closes_at, zone),
            in_reader_zone: visit.actor.is_some().then(|| said(call.closes_at, visit.zone)),
            in_utc: said(call.closes_at, Zone::UTC),
        }
    }
}

/// A theme with the number of its Initiatives.
#[derive(Clone)]
pub struct ThemeCount {
    pub theme: &'static str,
    pub count: usize,
    pub href: String,
}

#[derive(Template)]
#[template(path = "catalogue/home.html")]
pub struct HomePage {
    pub frame: Frame,
    pub association: String,
    pub heading: String,
    pub lede: String,
    pub what_title: String,
    pub what_text: Markup,
    pub participation_title: String,
    pub participation_text: Markup,
    pub calls: Vec<OpenCall>,
    pub featured: Vec<Card>,
    /// Without those that are featured.
    pub latest: Vec<Card>,
    pub themes: Vec<ThemeCount>,
    pub world: World,
    pub publications: Vec<Brief>,
    pub benefits_title: String,
    pub benefits: Vec<String>,
}

impl HomePage {
    pub fn new(frame: Frame, visit: &Visit, data: HomeData) -> Self {
        let locale = frame.locale;
        let said = |name: &str| data.texts.say(name, locale);
        let chosen = featured(&data.snapshot);
        Self {
            association: said("association"),
            heading: said("head.heading"),
            lede: said("head.lede"),
            what_title: said("what.title"),
            what_text: markup(&said("what.text"), Under::Section),
            participation_title: said("participation.title"),
            participation_text: markup(&said("participation.text"), Under::Section),
            calls: data.calls.iter().map(|call| OpenCall::new(call, visit)).collect(),
            featured: chosen.iter().map(|entry| Card::new(entry, locale)).collect(),
            latest: latest(&data.snapshot, locale, &chosen).iter().map(|entry| Card::new(entry, locale)).collect(),
            themes: theme_counts(&data.snapshot),
            world: World::new(
                data.snapshot.entries().iter().map(|entry| &**entry),
                locale,
                View::WORLD,
                &Ways::new("/map", false),
            ),
            publications: data.publications.iter().take(SHELF).map(|row| Brief::new(row, &[], locale)).collect(),
            benefits_title: said("benefits.title"),
            benefits: data.texts.benefits(locale),
            frame,
        }
    }
}

/// How many Initiatives there are of each theme.
fn theme_counts(snapshot: &Snapshot) -> Vec<ThemeCount> {
    let count = |theme: &'static str| ThemeCount {
        theme,
        count: snapshot.index().of(Facet::Theme, theme).map_or(0, |places| places.count_ones(..)),
        href: groups::theme_href(theme),
    };
    THEMES.into_iter().map(count).collect()
}

/// So many publications stand on the home page.
const SHELF: usize = 3;

/// So many of those that are featured stand on the home page; the words `public-text-featured-since` say how many.
const FEATURED: usize = 3;

/// What the home page features: whatever was marked last comes first.
fn featured(snapshot: &Snapshot) -> Vec<Arc<Entry>> {
    let marked = snapshot.entries().iter().filter(|entry| entry.featured_at.is_some());
    let mut entries: Vec<Arc<Entry>> = marked.cloned().collect();
    entries.sort_by_key(|entry| Reverse((entry.featured_at, entry.id)));
    entries.truncate(FEATURED);
    entries
}

/// So many of those that came last stand on the home page.
const LATEST: usize = 6;

/// Those that came last, without what stands above them already.
fn latest(snapshot: &Snapshot, locale: Locale, above: &[Arc<Entry>]) -> Vec<Arc<Entry>> {
    let all = snapshot.newest(locale).iter().filter_map(|place| snapshot.at(*place as usize));
    all.filter(|entry| above.iter().all(|other| other.id != entry.id)).take(LATEST).cloned().collect()
}
