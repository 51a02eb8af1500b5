//! What programs read of the catalogue, in words: the feed, what is told of a page to those who do not open it, and the page on all
//! that programs can read.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use askama::Template;

use super::groups::{city_href, theme_href};
use crate::{
    calls::Changes,
    catalogue::{
        entries::Entry,
        forms::programs::FeedWish,
        programs::{
            atom::{Category, Feed, Item, MOST, Said, newest},
            data::{Format, LICENCE, SCHEMA_PATH, VERSION},
            linked,
        },
    },
    clock::Moment,
    entity::{call, news, publication, transition},
    guidelines::Stored,
    ids::{CallId, ProposalId},
    partners::topics::City,
    reviews::rules::THEMES,
    web::{Frame, Outline},
    words::{Locale, Trilingual},
};

/// What a feed is made from.
pub struct Happened {
    /// The Initiatives that it is of: what happened to others is left out.
    pub entries: Vec<Arc<Entry>>,
    /// The city that it is of, and what it is called, if that has a page.
    pub city: Option<(String, City)>,
    pub steps: Vec<transition::Model>,
    pub news: Vec<news::Model>,
    pub calls: Vec<call::Model>,
    pub changes: HashMap<CallId, Changes>,
    /// When an Initiative or a piece of news changed last, or went: what is public no more leaves no other trace.
    pub changed_at: Option<Moment>,
}

/// The host of an address.
fn host(base: &str) -> &str {
    let (_, behind) = base.split_once("://").unwrap_or(("", base));
    behind.split(['/', ':']).next().unwrap_or_default()
}

/// The feed that `wish` asks for. `base`: the address of the service.
pub fn feed(base: &str, wish: &FeedWish, happened: &Happened) -> Feed {
    let locale = wish.locale();
    let at = |locale: Locale| format!("{base}/feed.atom?{}", wish.query(locale));
    let place = happened.city.as_ref().map(|(name, _)| name.clone());
    let theme = theme(&wish.theme).map(|theme| locale.t(&format!("layout-theme-{theme}")));
    let of = [place, theme].into_iter().flatten().reduce(|city, theme| format!("{city}, {theme}"));
    let title = locale.t("layout-service");
    Feed {
        id: format!("tag:{},2014:feed?{}", host(base), wish.query(locale)),
        title: of.map_or_else(|| title.clone(), |of| locale.pair(&title, of)),
        author: locale.t("data-association"),
        own: at(locale),
        page: format!("{base}{}", page(wish, happened.city.as_ref().map(|(_, city)| city), locale)),
        others: Locale::ALL.into_iter().filter(|other| *other != locale).map(|other| (other, at(other))).collect(),
        items: newest(items(base, locale, happened)),
        locale,
    }
}

/// Where the same stands for people: cities and themes have pages of their own.
fn page(wish: &FeedWish, city: Option<&City>, locale: Locale) -> String {
    let href = match (city, theme(&wish.theme)) {
        (Some(city), _) => city_href(city),
        (None, Some(theme)) => theme_href(theme),
        (None, None) => "/initiatives".to_owned(),
    };
    format!("{href}?lang={}", locale.tag())
}

fn theme(code: &str) -> Option<&'static str> {
    THEMES.into_iter().find(|theme| *theme == code)
}

fn items(base: &str, locale: Locale, happened: &Happened) -> Vec<Item> {
    let by_id: HashMap<ProposalId, &Entry> = happened.entries.iter().map(|entry| (entry.id, entry.as_ref())).collect();
    let told = Telling { base, locale };
    // Of those that came before so many others nothing would be kept.
    let mut last: Vec<&Entry> = happened.entries.iter().map(AsRef::as_ref).collect();
    last.sort_by_key(|entry| Reverse((entry.published_at, entry.id)));
    let published = last.into_iter().take(MOST).map(|entry| told.published(entry));
    let steps = happened.steps.iter().filter_map(|step| Some(told.step(by_id.get(&step.proposal_id)?, step)));
    let news = happened.news.iter().filter_map(|piece| Some(told.news(by_id.get(&piece.proposal_id)?, piece)));
    let calls = happened.calls.iter().map(|call| told.call(call, happened.changes.get(&call.id).copied()));
    published.chain(steps).chain(news).chain(calls).collect()
}

/// Where it is told, and in which language.
struct Telling<'t> {
    base: &'t str,
    locale: Locale,
}

impl Telling<'_> {
    fn published(&self, entry: &Entry) -> Item {
        Item {
            updated: entry.changed_at.max(entry.published_at),
            text: Some(said(entry.aim_for(self.locale))).filter(|aim| !aim.text.is_empty()),
            ..self.about(entry, entry.id.0, said(entry.title_for(self.locale)), entry.published_at)
        }
    }

    fn step(&self, entry: &Entry, step: &transition::Model) -> Item {
        let what = self.locale.t(&format!("catalogue-step-{}", step.action.code()));
        let text = self.locale.pair(what, entry.title_for(self.locale).0);
        self.about(entry, step.id.0, Said { text, lang: self.locale }, step.at)
    }

    fn news(&self, entry: &Entry, piece: &news::Model) -> Item {
        let lang = piece.title.read_in(self.locale, piece.locale);
        let own = |text: &Trilingual| Said { text: text.get(lang).to_owned(), lang };
        Item {
            text: Some(own(&piece.body)),
            elsewhere: piece.link.clone(),
            updated: piece.changed_at.unwrap_or(piece.published_at),
            ..self.about(entry, piece.id.0, own(&piece.title), piece.published_at)
        }
    }

    fn call(&self, call: &call::Model, changes: Option<Changes>) -> Item {
        let deadline =
            self.locale.pair(self.locale.t("calls-deadline"), self.locale.instant(call.closes_at, call.zone()));
        let own = |text: String| Said { text, lang: self.locale };
        Item {
            id: call.id.0,
            title: own(self.locale.pair(self.locale.t("data-feed-call"), call.title.get(self.locale))),
            text: Some(own(format!("{}\n{deadline}", call.summary.get(self.locale)))),
            href: format!("{}/calls/{}?lang={}", self.base, call.slug, self.locale.tag()),
            elsewhere: None,
            published: call.opens_at,
            updated: changes.map_or(call.opens_at, |changes| changes.last.max(call.opens_at)),
            author: None,
            categories: Vec::new(),
        }
    }

    /// Something about an Initiative.
    fn about(&self, entry: &Entry, id: uuid::Uuid, title: Said, at: Moment) -> Item {
        let category = |term: &str, kind: &str, label: String| Category {
            term: term.to_owned(),
            scheme: format!("{}/initiatives#{kind}", self.base),
            label,
        };
        let state = entry.state.code();
        let state = category(state, "state", self.locale.t(&format!("layout-state-{state}")));
        let theme =
            theme(&entry.theme).map(|theme| category(theme, "theme", self.locale.t(&format!("layout-theme-{theme}"))));
        Item {
            id,
            title,
            text: None,
            href: format!("{}{}?lang={}", self.base, entry.href(), self.locale.tag()),
            elsewhere: None,
            published: at,
            updated: at,
            author: Some(entry.lead.clone()),
            categories: [Some(state), theme].into_iter().flatten().collect(),
        }
    }
}

fn said((text, lang): (&str, Locale)) -> Said {
    Said { text: text.to_owned(), lang }
}

/// The path of the picture that goes with links to an Initiative.
pub fn card_path(entry: &Entry) -> String {
    format!("{}/card.png", entry.href())
}

/// The frame of an Initiative's page, with what is told of it to those who do not open it.
pub fn outlined(frame: Frame, entry: &Entry) -> Frame {
    let (locale, image) = (frame.locale, card_path(entry));
    let data = linked::initiative(&frame.base, entry, &image, locale);
    let outline = Outline::of(entry.aim_for(locale).0).with_image(image).with_linked(&data);
    frame.outlined(outline)
}

/// The same of the home page.
pub fn outlined_home(frame: Frame) -> Frame {
    let data = linked::house(&frame.base, frame.locale);
    frame.outlined(Outline::default().with_linked(&data))
}

/// The same of the page of a publication.
pub fn outlined_publication(frame: Frame, row: &publication::Model) -> Frame {
    let locale = frame.locale;
    let (title, summary) = (row.title.get(locale), row.summary.get(locale));
    let told = linked::Published { slug: &row.slug, title, summary, year: row.year };
    let outline = Outline::of(summary).with_linked(&linked::publication(&frame.base, told, locale));
    frame.outlined(outline)
}

/// Something to take along, or to subscribe to.
pub struct Offer {
    pub href: String,
    /// What it is, by its key.
    pub name: &'static str,
    /// Its whole address, without a language.
    pub address: String,
}

/// A way to use the data, as somebody types it.
pub struct Example {
    /// What it does, by its key.
    pub what: &'static str,
    pub code: String,
}

#[derive(Template)]
#[template(path = "catalogue/data.html")]
pub struct DataPage {
    pub frame: Frame,
    pub files: Vec<Offer>,
    pub schema: String,
    pub version: &'static str,
    pub licence: &'static str,
    /// Names of values, each with its meaning.
    pub values: Vec<(&'static str, String)>,
    pub filters: Vec<(&'static str, String)>,
    pub feeds: Vec<Offer>,
    /// Addresses of guidelines as JSON, with their titles.
    pub guidelines: Vec<(String, String)>,
    pub examples: Vec<Example>,
}

/// The values of an Initiative, in their order.
const VALUES: [&str; 18] = [
    "reference",
    "slug",
    "url",
    "title",
    "language",
    "lead",
    "city",
    "country",
    "region",
    "theme",
    "state",
    "year",
    "coordinates",
    "partners",
    "aim",
    "published_at",
    "changed_at",
    "example",
];

/// What the address of the data can ask for.
const FILTERS: [&str; 5] = ["theme", "region", "country", "state", "year"];

impl DataPage {
    /// `guidelines`: all versions, the newest of each first.
    pub fn new(frame: Frame, guidelines: &[Stored]) -> Self {
        let locale = frame.locale;
        let offer = |path: &str, name: &'static str| Offer {
            href: format!("{path}?lang={}", locale.tag()),
            name,
            address: format!("{}{path}", frame.base),
        };
        let file = |format: &Format| {
            let path = format.path();
            Offer { address: format!("{}{path}", frame.base), href: path, name: name_of(*format) }
        };
        let mut seen = BTreeSet::new();
        let newest = guidelines.iter().filter(|stored| seen.insert(stored.definition.slug.as_str()));
        Self {
            files: Format::ALL.iter().map(file).collect(),
            schema: SCHEMA_PATH.to_owned(),
            version: VERSION,
            licence: LICENCE,
            values: VALUES.into_iter().map(|name| (name, locale.t(&format!("data-value-{name}")))).collect(),
            filters: FILTERS.into_iter().map(|name| (name, locale.t(&format!("data-filter-{name}")))).collect(),
            feeds: vec![offer("/feed.atom", "data-feed-all"), offer("/calls.ics", "data-calendar-all")],
            guidelines: newest
                .map(|stored| {
                    let definition = &stored.definition;
                    (format!("/guidelines/{}.json", definition.slug), definition.title.get(locale).to_owned())
                })
                .collect(),
            examples: examples(&frame.base),
            frame,
        }
    }
}

const fn name_of(format: Format) -> &'static str {
    match format {
        Format::Json => "data-json",
        Format::Csv => "data-csv",
        Format::GeoJson => "data-geojson",
    }
}

fn examples(base: &str) -> Vec<Example> {
    vec![
        Example {
            what: "data-example-table",
            code: format!("curl -o initiatives.csv '{base}/data/initiatives.csv?theme=sustainability'"),
        },
        Example {
            what: "data-example-python",
            code: format!(
                "import json, urllib.request\n\
                 \n\
                 with urllib.request.urlopen(\"{base}/data/initiatives.json\") as answer:\n    \
                     for initiative in json.load(answer)[\"initiatives\"]:\n        \
                         print(initiative[\"reference\"], initiative[\"title\"][initiative[\"language\"]])"
            ),
        },
        Example {
            what: "data-example-again",
            code: format!("curl --etag-save tag --etag-compare tag -o initiatives.json {base}/data/initiatives.json"),
        },
    ]
}
