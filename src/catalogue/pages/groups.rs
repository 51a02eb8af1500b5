//! The pages of cities and of themes: which Initiatives they have, and how to follow them.

use std::sync::Arc;

use askama::Template;

use super::{THEMES, list::Card};
use crate::{
    catalogue::{
        entries::Entry,
        filter::Filter,
        listing::{Listing, PAGE},
        snapshot::Snapshot,
    },
    partners::topics::City,
    web::Frame,
};

/// The path of a theme's page.
pub fn theme_href(theme: &str) -> String {
    format!("/initiatives/themes/{theme}")
}

/// The path of a city's page.
pub fn city_href(city: &City) -> String {
    format!("/initiatives/cities/{}", query(city.code()))
}

/// What a city is called that leads one of these, or else takes part in one; none if it does neither.
pub fn city_name<'e>(city: &City, entries: &'e [Arc<Entry>]) -> Option<&'e str> {
    let leading = entries.iter().find(|entry| entry.is_led_by(city)).map(|entry| entry.city.as_str());
    leading.or_else(|| entries.iter().find_map(|entry| Some(entry.partner(city)?.name.as_str())))
}

fn query(code: &str) -> String {
    url::form_urlencoded::byte_serialize(code.as_bytes()).collect()
}

#[derive(Template)]
#[template(path = "catalogue/group.html")]
pub struct GroupPage {
    pub frame: Frame,
    pub title: String,
    pub lede: String,
    /// The code of the theme, empty for a city.
    pub theme: String,
    pub count: String,
    pub led: Vec<Card>,
    /// Those in which a city takes part.
    pub joined: Vec<Card>,
    pub follow: (String, String),
    /// The address of its feed.
    pub feed: String,
    pub map: String,
    /// The lists that hold all of them, where they are too many for one page.
    pub all: Option<String>,
    pub all_joined: Option<String>,
}

impl GroupPage {
    /// The page of a city; none if it neither leads nor joins one.
    pub fn city(frame: Frame, city: &City, snapshot: &Snapshot) -> Option<Self> {
        let locale = frame.locale;
        let entries: Vec<&Arc<Entry>> = snapshot.titled(locale).collect();
        let led: Vec<&Arc<Entry>> = entries.iter().copied().filter(|entry| entry.is_led_by(city)).collect();
        let joined: Vec<&Arc<Entry>> = entries.iter().copied().filter(|entry| entry.partner(city).is_some()).collect();
        let name = city_name(city, snapshot.entries())?.to_owned();
        let country = city.country();
        let words = locale.tr("subscriptions-follow-city", &[("city", name.as_str().into())]);
        // The list knows no cities; those that say the name of this one are found by it.
        let by_name = || format!("/initiatives?q={}", query(&name));
        let by_country = country.map(|country| format!("&country={}", country.code())).unwrap_or_default();
        Some(Self {
            lede: country.map(|country| country.name(locale)).unwrap_or_default(),
            theme: String::new(),
            count: locale.tr("catalogue-count", &[("count", led.len().into())]),
            led: led.iter().take(PAGE).map(|entry| Card::new(entry, locale)).collect(),
            joined: joined.iter().take(PAGE).map(|entry| Card::new(entry, locale)).collect(),
            follow: (format!("/subscriptions?city={}", query(city.code())), words),
            feed: format!("/feed.atom?city={}&lang={}", query(city.code()), locale.tag()),
            map: "/map".to_owned(),
            all: (led.len() > PAGE).then(|| by_name() + &by_country),
            all_joined: (joined.len() > PAGE).then(by_name),
            title: name,
            frame,
        })
    }

    /// The page of a theme; none if there is no such theme.
    pub fn theme(frame: Frame, code: &str, snapshot: &Snapshot) -> Option<Self> {
        let (locale, theme) = (frame.locale, THEMES.into_iter().find(|theme| *theme == code)?);
        let of = Listing::new(snapshot, locale, &Filter { theme: theme.to_owned(), ..Filter::default() }, None);
        let title = locale.t(&format!("layout-theme-{theme}"));
        let words = locale.tr("subscriptions-follow-theme", &[("theme", title.as_str().into())]);
        Some(Self {
            lede: locale.t(&format!("catalogue-about-{theme}")),
            theme: theme.to_owned(),
            count: locale.tr("catalogue-count", &[("count", of.count.into())]),
            led: of.page.iter().map(|entry| Card::new(entry, locale)).collect(),
            joined: Vec::new(),
            follow: (format!("/subscriptions?theme={theme}"), words),
            feed: format!("/feed.atom?theme={theme}&lang={}", locale.tag()),
            map: format!("/map?theme={theme}"),
            all: (of.count > PAGE).then(|| format!("/initiatives?theme={theme}")),
            all_joined: None,
            title,
            frame,
        })
    }
}
