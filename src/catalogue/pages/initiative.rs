//! The page of an Initiative.

use std::{collections::BTreeSet, sync::Arc};

use askama::Template;
use url::form_urlencoded::byte_serialize;

use super::{THEMES, groups::city_href, list::Card, news::Piece, publications::Brief};
use crate::{
    catalogue::entries::Entry,
    clock::Zone,
    entity::{call, news, organisation, proposal, publication, transition},
    guidelines::{Definition, OUTCOME, Row, Shown, Value, show::Body},
    partners::topics::NamedCity,
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

/// A phase of the work, in the words of whoever leads it.
pub struct Phase {
    pub iso: String,
    pub when: String,
    pub what: String,
    /// What it leaves behind.
    pub output: String,
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
    /// What came of it, once it is completed. The final report stands among the fields.
    pub outcome: Option<Shown>,
    pub description: Option<Shown>,
    pub fields: Vec<Shown>,
    /// What stands in the place of the table of phases, if it can be told by dates.
    pub phases: Vec<Phase>,
    pub facts: Vec<Shown>,
    /// What its partner cities are called, and the pages that show what else they take part in.
    pub partners: Vec<(String, String)>,
    pub sources: Vec<String>,
    pub source_note: String,
    pub steps: Vec<Step>,
    pub news: Vec<Piece>,
    pub follow: Vec<(String, String)>,
    pub similar: Vec<Card>,
    pub publications: Vec<Brief>,
    /// The page of its city.
    pub city_href: Option<String>,
    /// Where somebody asks to join it.
    pub join: String,
    /// The year of its call, and the address of the page, as it is cited.
    pub year: i32,
    pub address: String,
    /// A link that begins a letter with the address.
    pub mail: String,
    pub example: bool,
}

/// Shown at the head of the page, so not again below.
const AT_THE_HEAD: [&str; 10] = [
    OUTCOME,
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
/// The table of phases, and its columns.
const PHASES: &str = "phases";
const PHASE: [&str; 3] = ["date", "action", "output"];
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
        let address = format!("{}{}", frame.base, entry.href());
        Self {
            phases: phases(&public, told.text, locale),
            partners: partners(entry),
            mail: mail(title, &address),
            year: entry.year,
            address,
            aim: one("aim"),
            outcome: one(OUTCOME),
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
            news: told.news.iter().map(|row| Piece::new(row, locale, zone)).collect(),
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
    let city = NamedCity::new(&entry.city, entry.country.map_or("", Country::code));
    let city = city.or_else(|| NamedCity::new(&lead.city, &lead.country)).map(|one| {
        let query: String = byte_serialize(one.city.code().as_bytes()).collect();
        let words = locale.tr("subscriptions-follow-city", &[("city", one.name.into())]);
        (format!("/subscriptions?city={query}"), words)
    });
    let theme = THEMES.into_iter().find(|theme| *theme == entry.theme).map(|theme| {
        let name = locale.t(&format!("layout-theme-{theme}"));
        (format!("/subscriptions?theme={theme}"), locale.tr("subscriptions-follow-theme", &[("theme", name.into())]))
    });
    std::iter::once(itself).chain(city).chain(theme).collect()
}

/// The phases by their dates, in the language in which their table would stand; none if it holds anything else, or no date.
fn phases(public: &[Shown], text: &Published, locale: Locale) -> Vec<Phase> {
    let is_usual = |body: &Body| matches!(body, Body::Table(table) if table.head.len() == PHASE.len());
    if !public.iter().any(|shown| shown.key == PHASES && is_usual(&shown.body)) {
        return Vec::new();
    }
    let [date, action, output] = PHASE;
    let phase = |row: &Row| {
        let Some(Value::Date(day)) = row.get(date) else { return None };
        Some(Phase {
            iso: day.to_string(),
            when: locale.date(*day),
            what: row.text(action)?.to_owned(),
            output: row.text(output).unwrap_or_default().to_owned(),
        })
    };
    let translated = text.translations.get(&locale).filter(|answers| answers.get(PHASES).is_some());
    let rows = translated.unwrap_or(&text.original).rows(PHASES);
    let mut phases: Vec<Phase> = rows.iter().map(phase).collect::<Option<_>>().unwrap_or_default();
    phases.sort_by(|one, other| one.iso.cmp(&other.iso));
    phases
}

/// Its partner cities, each once, with their pages.
fn partners(entry: &Entry) -> Vec<(String, String)> {
    let mut known = BTreeSet::new();
    let new = entry.partner_cities().filter(|(_, city)| known.insert(city.clone()));
    new.map(|(name, city)| (name.to_owned(), city_href(&city))).collect()
}

/// A link that begins a letter about a page, to whomever its reader likes.
fn mail(title: &str, address: &str) -> String {
    // In such a link a `+` is no space.
    let said = |text: &str| byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    format!("mailto:?subject={}&body={}", said(title), said(address))
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
            note: day_of(step, locale),
            kind: "",
        })
        .collect()
}

/// The day from which on it runs, or on which it ended, which may be another than that of the step.
fn day_of(step: &transition::Model, locale: Locale) -> Option<String> {
    let (name, words) = match step.action {
        Action::StartRunning => ("starts_on", "proposals-note-starts"),
        Action::EndEarly => ("ended_on", "proposals-note-ended"),
        _ => return None,
    };
    Some(locale.tr(words, &[("day", locale.date(step.day(name)?).into())]))
}
