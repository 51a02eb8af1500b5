//! The page of an Initiative.

use std::sync::Arc;

use askama::Template;

use super::{THEMES, desk, groups::city_href, list::Card, publications::Brief};
use crate::{
    catalogue::entries::Entry,
    clock::Zone,
    entity::{call, news, organisation, proposal, publication, transition},
    guidelines::{Definition, Shown},
    partners::topics::City,
    places::Country,
    proposals::{published::Published, workflow::Action},
    web::Frame,
    words::Locale,
};

/// What the page of an Initiative tells, besides the answers.
pub struct Told<'a> {
    pub proposal: &'a proposal::Model,
    pub entry: &'a Entry,
    /// The published text, and what of it was translated.
    pub text: &'a Published,
    /// Others like it.
    pub similar: &'a [Arc<Entry>],
    pub publications: &'a [publication::Model],
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
    pub title_language: &'static str,
    /// That texts stand in the language in which they were written, where that is not the reader's.
    pub in_original: Option<String>,
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
    pub similar: Vec<Card>,
    pub publications: Vec<Brief>,
    /// The page of its city.
    pub city_href: Option<String>,
    /// Where somebody asks to join it.
    pub join: String,
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
    pub fn new(frame: Frame, definition: &Definition, told: &Told<'_>, zone: Zone) -> Self {
        let (locale, entry) = (frame.locale, told.entry);
        let public = told.text.shown(definition, locale);
        let (title, title_language) = entry.title_for(locale);
        let one = |key: &str| public.iter().find(|shown| shown.key == key).cloned();
        let is = |shown: &Shown, keys: &[&str]| keys.contains(&shown.key.as_str());
        let proposal = told.proposal;
        let known = proposal.known_from();
        Self {
            aim: one("aim"),
            description: one("description"),
            facts: public.iter().filter(|shown| is(shown, &BESIDE)).cloned().collect(),
            fields: public.iter().filter(|s| !is(s, &BESIDE) && !is(s, &AT_THE_HEAD)).cloned().collect(),
            title: title.to_owned(),
            title_language: title_language.tag(),
            // Said once, above all that is not in the reader's language.
            in_original: (public.iter().any(|shown| shown.lang.is_some_and(|lang| lang != locale)))
                .then(|| locale.t(&format!("catalogue-original-{}", entry.language.tag()))),
            reference: proposal.reference.to_string(),
            files: format!("{}/files", entry.href()),
            state: entry.state.code(),
            theme: entry.theme.clone(),
            lead: entry.lead.clone(),
            place: place(entry, locale),
            publications: told.publications.iter().map(|row| Brief::new(row, &[], locale)).collect(),
            city_href: entry.city_code().map(|city| city_href(&city)),
            join: format!("/contact?initiative={}", entry.slug),
            similar: told.similar.iter().map(|other| Card::new(other, locale)).collect(),
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
    let (entry, lead) = (told.entry, told.lead);
    let itself = (format!("/subscriptions?initiative={}", entry.slug), locale.t("subscriptions-follow-initiative"));
    let city = Country::from_code(&lead.country).and_then(|country| City::new(&lead.city, country));
    let city = city.map(|city| {
        let query: String = url::form_urlencoded::byte_serialize(city.code().as_bytes()).collect();
        let words = locale.tr("subscriptions-follow-city", &[("city", lead.city.as_str().into())]);
        (format!("/subscriptions?city={query}"), words)
    });
    let theme = THEMES.into_iter().find(|theme| *theme == entry.theme).map(|theme| {
        let name = locale.t(&format!("layout-theme-{theme}"));
        (format!("/subscriptions?theme={theme}"), locale.tr("subscriptions-follow-theme", &[("theme", name.into())]))
    });
    std::iter::once(itself).chain(city).chain(theme).collect()
}

/// City and country; the city is not said again where it leads itself.
fn place(entry: &Entry, locale: Locale) -> String {
    let country = entry.country.map(|country| country.name(locale)).unwrap_or_default();
    if entry.city.is_empty() || entry.city == entry.lead { country } else { format!("{}, {country}", entry.city) }
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
