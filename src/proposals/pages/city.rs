//! The page of an organisation for its own people.

use askama::Template;

use crate::{
    entity::{call, organisation, proposal},
    places::{Country, MicroDegrees},
    proposals::workflow::State,
    web::Frame,
    words::Locale,
};

/// What the organisation is, and its proposals.
#[derive(Template)]
#[template(path = "proposals/city.html")]
pub struct CityPage {
    frame: Frame,
    slug: String,
    name: String,
    example: bool,
    facts: Vec<(String, String)>,
    website: Option<String>,
    allowed: Allowed,
    lines: Vec<CityLine>,
    previous: Option<String>,
    next: Option<String>,
    /// The states in which there are proposals: address, key of the name, how many, whether it is the chosen one.
    states: Vec<(String, String, u64, bool)>,
    /// Whether proposals in every state are shown.
    all: bool,
}

/// What the reader may do there.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    /// Say what the organisation is.
    pub manages: bool,
    /// Start a proposal now.
    pub starts: bool,
}

/// One of its proposals.
pub struct CityLine {
    reference: String,
    title: String,
    language: &'static str,
    state: &'static str,
    call: String,
}

impl CityLine {
    pub fn new(proposal: &proposal::Model, call: &call::Model, locale: Locale) -> Self {
        Self {
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            state: proposal.state.code(),
            call: call.title.get(locale).to_owned(),
        }
    }
}

impl CityPage {
    pub fn new(
        frame: Frame,
        row: &organisation::Model,
        (lines, previous, next): (Vec<CityLine>, Option<String>, Option<String>),
        (chosen, counts): (Option<State>, Vec<(State, u64)>),
        allowed: Allowed,
    ) -> Self {
        let country = Country::from_code(&row.country).map_or_else(|| row.country.clone(), |c| c.name(frame.locale));
        let degrees = |millionths: Option<i64>| {
            let whole = millionths.and_then(|m| i32::try_from(m).ok()).map(MicroDegrees::from_millionths);
            whole.map(|degrees| degrees.to_string())
        };
        let place = degrees(row.latitude).zip(degrees(row.longitude)).map(|(lat, lon)| format!("{lat}, {lon}"));
        let facts = [
            ("accounts-organisation-kind", Some(frame.t(&format!("accounts-kind-{}", row.kind.code())))),
            ("accounts-organisation-city", Some(format!("{}, {country}", row.city))),
            ("accounts-organisation-place", place),
        ];
        let state = |(state, count): (State, u64)| {
            let href = format!("/organisations/{}?state={}", row.slug, state.code());
            (href, format!("layout-state-{}", state.code()), count, chosen == Some(state))
        };
        Self {
            facts: facts.into_iter().filter_map(|(key, value)| Some((frame.t(key), value?))).collect(),
            states: counts.into_iter().map(state).collect(),
            slug: row.slug.clone(),
            name: row.name.clone(),
            example: row.example,
            website: row.website.clone(),
            allowed,
            all: chosen.is_none(),
            lines,
            previous,
            next,
            frame,
        }
    }
}
