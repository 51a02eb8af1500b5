//! The pages that everybody may read, and those on which they are written.

pub mod desk;

use std::collections::BTreeMap;

use askama::Template;

use super::{
    forms::Filter,
    store::{Found, Listed},
};
use crate::{
    clock::{Moment, Zone},
    entity::{call, news, organisation, proposal, publication, transition},
    guidelines::{
        Answers, Country, Definition,
        show::{Audience, Shown},
    },
    partners::topics::City,
    proposals::workflow::Action,
    web::{Frame, Visit},
    words::{Locale, Trilingual},
};

/// The themes, in the order of the programme's own page.
const THEMES: [&str; 4] = ["governance", "social_inclusion", "urban_innovation", "sustainability"];

/// An Initiative on a card.
pub struct Card {
    pub href: String,
    pub title: String,
    pub lead: String,
    pub country: String,
    pub theme: String,
    pub state: &'static str,
    pub aim: String,
    pub language: &'static str,
    pub example: bool,
}

impl Card {
    fn new(listed: &Listed, locale: Locale) -> Self {
        let proposal = &listed.proposal;
        let short = if proposal.short_title.is_empty() { &proposal.title } else { &proposal.short_title };
        Self {
            href: format!("/initiatives/{}", proposal.slug.as_deref().unwrap_or_default()),
            title: short.clone(),
            lead: listed.lead.clone(),
            country: country_name(&proposal.country, locale),
            theme: proposal.theme.clone(),
            state: proposal.state.code(),
            aim: beginning(&listed.aim),
            language: proposal.language.tag(),
            example: proposal.example,
        }
    }
}

/// So much of a text as a card holds, ending with a word.
fn beginning(text: &str) -> String {
    const MOST: usize = 220;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}

fn country_name(code: &str, locale: Locale) -> String {
    Country::from_code(code).map(|country| country.name(locale)).unwrap_or_default()
}

fn text<'t>(texts: &'t BTreeMap<String, Trilingual>, name: &str, locale: Locale) -> &'t str {
    texts.get(name).map_or("", |text| text.get(locale))
}

fn items(texts: &BTreeMap<String, Trilingual>, locale: Locale) -> Vec<String> {
    let of = texts.iter().filter(|(name, _)| name.starts_with("benefits.items."));
    of.map(|(_, text)| text.get(locale).to_owned()).collect()
}

/// What the home page is made of.
pub struct HomeData {
    pub texts: BTreeMap<String, Trilingual>,
    pub calls: Vec<call::Model>,
    pub latest: Vec<Listed>,
    pub themes: BTreeMap<String, i64>,
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
pub struct ThemeCount {
    pub theme: &'static str,
    pub count: i64,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "catalogue/home.html")]
pub struct HomePage {
    pub frame: Frame,
    pub association: String,
    pub what_title: String,
    pub what_text: String,
    pub calls: Vec<OpenCall>,
    pub latest: Vec<Card>,
    pub themes: Vec<ThemeCount>,
    pub benefits_title: String,
    pub benefits: Vec<String>,
}

impl HomePage {
    pub fn new(frame: Frame, visit: &Visit, data: HomeData) -> Self {
        let locale = frame.locale;
        let said = |name: &str| text(&data.texts, name, locale).to_owned();
        Self {
            association: said("association"),
            what_title: said("what.title"),
            what_text: said("what.text"),
            calls: data.calls.iter().map(|call| OpenCall::new(call, visit)).collect(),
            latest: data.latest.iter().map(|listed| Card::new(listed, locale)).collect(),
            themes: theme_counts(&data.themes, &Filter::default()),
            benefits_title: said("benefits.title"),
            benefits: items(&data.texts, locale),
            frame,
        }
    }
}

fn theme_counts(counts: &BTreeMap<String, i64>, filter: &Filter) -> Vec<ThemeCount> {
    let count = |theme: &'static str| ThemeCount {
        theme,
        count: counts.get(theme).copied().unwrap_or_default(),
        href: filter.address(&[("theme", if filter.theme == theme { "" } else { theme })]),
        current: filter.theme == theme,
    };
    THEMES.into_iter().map(count).collect()
}

#[derive(Template)]
#[template(path = "catalogue/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub q: String,
    pub theme: String,
    pub country: String,
    pub narrowed: bool,
    pub themes: Vec<ThemeCount>,
    /// Codes and names of the countries with Initiatives, by name.
    pub countries: Vec<(String, String)>,
    pub cards: Vec<Card>,
    pub count: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl ListPage {
    pub fn new(
        frame: Frame,
        filter: Filter,
        found: Found,
        themes: &BTreeMap<String, i64>,
        countries: &BTreeMap<String, i64>,
    ) -> Self {
        let locale = frame.locale;
        let slug = |listed: Option<&Listed>| listed.and_then(|l| l.proposal.slug.clone()).unwrap_or_default();
        let previous = found.has_previous.then(|| filter.address(&[("before", &slug(found.items.first()))]));
        let next = found.has_next.then(|| filter.address(&[("after", &slug(found.items.last()))]));
        let mut names: Vec<(String, String)> =
            countries.keys().map(|code| (code.clone(), country_name(code, locale))).collect();
        names.sort_by_key(|(_, name)| crate::words::fold(name));
        Self {
            narrowed: filter.narrows(),
            themes: theme_counts(themes, &filter),
            countries: names,
            cards: found.items.iter().map(|listed| Card::new(listed, locale)).collect(),
            count: locale.tr("catalogue-count", &[("count", found.total.into())]),
            previous,
            next,
            q: filter.q,
            theme: filter.theme,
            country: filter.country,
            frame,
        }
    }
}

/// What the page of an Initiative tells, besides the answers.
pub struct Told<'a> {
    pub proposal: &'a proposal::Model,
    pub call: &'a call::Model,
    pub lead: &'a organisation::Model,
    pub steps: &'a [transition::Model],
    pub news: &'a [news::Model],
}

/// A step that the public is told of.
pub struct Step {
    pub iso: String,
    pub when: String,
    pub what: String,
    pub who: Option<String>,
    pub note: Option<String>,
    pub kind: &'static str,
}

#[derive(Template)]
#[template(path = "catalogue/initiative.html")]
pub struct InitiativePage {
    pub frame: Frame,
    pub title: String,
    pub language: &'static str,
    pub reference: String,
    /// The address below which the files lie.
    pub files: String,
    pub state: &'static str,
    pub theme: String,
    pub lead: String,
    pub place: String,
    pub call_title: String,
    pub call_href: String,
    pub aim: Option<Shown>,
    pub description: Option<Shown>,
    pub fields: Vec<Shown>,
    pub facts: Vec<Shown>,
    pub sources: Vec<String>,
    pub source_note: String,
    pub steps: Vec<Step>,
    pub news: Vec<desk::Piece>,
    pub follow: Vec<(String, String)>,
    pub example: bool,
}

/// Shown at the head of the page, so not again below.
const AT_THE_HEAD: [&str; 9] = [
    "aim",
    "description",
    "title",
    "short_title",
    "theme",
    "lead_city",
    "lead_country",
    "lead_organisation",
    "content_language",
];
/// Short answers, shown beside the text.
const BESIDE: [&str; 8] =
    ["action_plan_period", "sponsor", "other_themes", "action_spheres", "location", "start", "end", "total_eur"];

impl InitiativePage {
    pub fn new(frame: Frame, definition: &Definition, answers: &Answers, told: &Told<'_>, zone: Zone) -> Self {
        let locale = frame.locale;
        let public: Vec<Shown> = definition
            .sections
            .iter()
            .flat_map(|section| definition.show(section, answers, locale, Audience::Public))
            .filter(Shown::is_answered)
            .collect();
        let one = |key: &str| public.iter().find(|shown| shown.key == key).cloned();
        let is = |shown: &Shown, keys: &[&str]| keys.contains(&shown.key.as_str());
        let proposal = told.proposal;
        let known = proposal.known_from();
        Self {
            aim: one("aim"),
            description: one("description"),
            facts: public.iter().filter(|shown| is(shown, &BESIDE)).cloned().collect(),
            fields: public.iter().filter(|s| !is(s, &BESIDE) && !is(s, &AT_THE_HEAD)).cloned().collect(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            reference: proposal.reference.to_string(),
            files: format!("/initiatives/{}/files", proposal.slug.as_deref().unwrap_or_default()),
            state: proposal.state.code(),
            theme: proposal.theme.clone(),
            lead: told.lead.name.clone(),
            place: place(
                answers.text("lead_city").unwrap_or(&told.lead.city),
                &told.lead.name,
                &proposal.country,
                locale,
            ),
            call_title: told.call.title.get(locale).to_owned(),
            call_href: format!("/calls/{}", told.call.slug),
            sources: known.sources,
            source_note: known.note.map(|note| note.get(locale).to_owned()).unwrap_or_default(),
            steps: steps(told, locale, zone),
            news: told.news.iter().map(|row| desk::Piece::new(row, locale, zone)).collect(),
            follow: follow(told, locale),
            example: proposal.example,
            frame,
        }
    }
}

/// Where it, its city and its theme are followed, each with the words of its link; itself first.
fn follow(told: &Told<'_>, locale: Locale) -> Vec<(String, String)> {
    let (proposal, lead) = (told.proposal, told.lead);
    let itself = proposal
        .slug
        .iter()
        .map(|slug| (format!("/subscriptions?initiative={slug}"), locale.t("subscriptions-follow-initiative")));
    let city = Country::from_code(&lead.country).and_then(|country| City::new(&lead.city, country));
    let city = city.map(|city| {
        let query: String = url::form_urlencoded::byte_serialize(city.code().as_bytes()).collect();
        let words = locale.tr("subscriptions-follow-city", &[("city", lead.city.as_str().into())]);
        (format!("/subscriptions?city={query}"), words)
    });
    let theme = THEMES.into_iter().find(|theme| *theme == proposal.theme).map(|theme| {
        let name = locale.t(&format!("layout-theme-{theme}"));
        (format!("/subscriptions?theme={theme}"), locale.tr("subscriptions-follow-theme", &[("theme", name.into())]))
    });
    itself.chain(city).chain(theme).collect()
}

/// City and country; the city is not said again where it leads itself.
fn place(city: &str, lead: &str, country: &str, locale: Locale) -> String {
    let country = country_name(country, locale);
    if city.is_empty() || city == lead { country } else { format!("{city}, {country}") }
}

/// The public steps of an Initiative, the newest first. One that came on paper has a past of its own, told by its sources.
fn steps(told: &Told<'_>, locale: Locale, zone: Zone) -> Vec<Step> {
    let is_told =
        |action: Action| matches!(action, Action::Approve | Action::StartRunning | Action::Complete | Action::EndEarly);
    told.steps
        .iter()
        .rev()
        .filter(|step| is_told(step.action))
        .map(|step| Step {
            iso: step.at.iso(),
            when: locale.date(step.at.day_in(zone.0)),
            what: locale.t(&format!("catalogue-step-{}", step.action.code())),
            who: None,
            note: None,
            kind: "",
        })
        .collect()
}

#[derive(Template)]
#[template(path = "catalogue/benefits.html")]
pub struct BenefitsPage {
    pub frame: Frame,
    pub title: String,
    pub text: String,
    pub items: Vec<String>,
}

impl BenefitsPage {
    pub fn new(frame: Frame, texts: &BTreeMap<String, Trilingual>) -> Self {
        let locale = frame.locale;
        Self {
            title: text(texts, "benefits.title", locale).to_owned(),
            text: text(texts, "benefits.text", locale).to_owned(),
            items: items(texts, locale),
            frame,
        }
    }
}

/// A publication, as the page tells of it.
pub struct Publication {
    pub title: String,
    pub summary: String,
    pub year: Option<i32>,
    pub link: Option<String>,
}

#[derive(Template)]
#[template(path = "catalogue/publications.html")]
pub struct PublicationsPage {
    pub frame: Frame,
    pub note: String,
    pub publications: Vec<Publication>,
}

impl PublicationsPage {
    pub fn new(frame: Frame, rows: &[publication::Model], texts: &BTreeMap<String, Trilingual>) -> Self {
        let locale = frame.locale;
        let told = |row: &publication::Model| Publication {
            title: row.title.get(locale).to_owned(),
            summary: row.summary.get(locale).to_owned(),
            year: row.year,
            link: row.link.clone(),
        };
        Self {
            note: text(texts, "publications.note", locale).to_owned(),
            publications: rows.iter().map(told).collect(),
            frame,
        }
    }
}
