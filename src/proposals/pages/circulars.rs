//! The pages on which the secretariat writes to all applicants in a state.

use askama::Template;

use crate::{
    calls::DeskCall,
    clock::Zone,
    entity::{announcement, call},
    ids::AnnouncementId,
    proposals::{
        circulars::{Circular, Reach, STATES},
        workflow::State,
    },
    web::{Filled, Frame},
    words::Locale,
};

/// Where a letter is written, and what was written before.
#[derive(Template)]
#[template(path = "proposals/circulars.html")]
pub struct CircularsPage {
    frame: Frame,
    filled: Filled,
    call: DeskCall,
    /// Where proposals stand, each with how many people hold them.
    states: Vec<(String, String)>,
    /// Whether there is anybody to write to, or something that was written already.
    is_writing: bool,
    sent: Vec<Line>,
}

/// A letter that was sent.
struct Line {
    subject: String,
    text: String,
    when: String,
    iso: String,
    /// How many it has reached, and what is known of the others.
    reach: Vec<String>,
    /// Whether the log of the mail says more.
    has_missed: bool,
}

impl CircularsPage {
    pub fn new(
        frame: Frame,
        filled: Filled,
        call: &call::Model,
        counts: &[(State, u64)],
        sent: &[(announcement::Model, Circular, Reach)],
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let state_line = |(state, count): &(State, u64)| {
            let people = locale.tr("calls-letters-people", &[("count", (*count).into())]);
            let name = locale.t(&format!("layout-state-{}", state.code()));
            (state.code().to_owned(), locale.pair(name, people))
        };
        Self {
            call: DeskCall::new(call, locale),
            states: counts.iter().filter(|(state, count)| offered(&filled, *state, *count)).map(state_line).collect(),
            is_writing: counts.iter().any(|(_, count)| *count > 0) || !filled.values.pairs().is_empty(),
            sent: sent.iter().map(|(row, circular, reach)| line(row, circular, *reach, locale, zone)).collect(),
            frame,
            filled,
        }
    }
}

/// Those that somebody holds, and what was chosen before.
fn offered(filled: &Filled, state: State, count: u64) -> bool {
    count > 0 || filled.has(STATES, state.code())
}

fn line(row: &announcement::Model, circular: &Circular, reach: Reach, locale: Locale, zone: Zone) -> Line {
    let count = |key: &str, count: u64| locale.tr(key, &[("count", count.into())]);
    let mut told = Vec::new();
    if row.done_at.is_none() {
        told.push(locale.t("calls-letter-writing"));
    }
    if reach.reached > 0 || row.done_at.is_some() {
        told.push(count("calls-letter-reached", reach.reached));
    }
    if reach.waiting > 0 {
        told.push(count("calls-letter-waiting", reach.waiting));
    }
    if reach.missed > 0 {
        told.push(count("calls-letter-missed", reach.missed));
    }
    Line {
        subject: circular.subject.get(locale).to_owned(),
        text: circular.text.get(locale).to_owned(),
        when: locale.instant(row.created_at, zone),
        iso: row.created_at.iso(),
        reach: told,
        has_missed: reach.missed > 0,
    }
}

/// The letter as it will arrive, before it is sent.
#[derive(Template)]
#[template(path = "proposals/circular.html")]
pub struct CircularPage {
    frame: Frame,
    call: DeskCall,
    /// What is sent on.
    values: Vec<(String, String)>,
    announcement: AnnouncementId,
    holders: usize,
    send: String,
    looks: Vec<LookLine>,
}

/// The letter in one language, to one of its readers.
pub struct LookLine {
    pub locale: Locale,
    /// Names and addresses of its readers.
    pub people: Vec<String>,
    pub subject: String,
    pub text: String,
}

impl CircularPage {
    pub fn new(
        frame: Frame,
        call: &call::Model,
        circular: &Circular,
        announcement: AnnouncementId,
        looks: Vec<LookLine>,
    ) -> Self {
        let holders = looks.iter().map(|look| look.people.len()).sum::<usize>();
        Self {
            call: DeskCall::new(call, frame.locale),
            values: circular.typed(),
            announcement,
            holders,
            send: frame.tr("calls-letter-send", &[("count", holders.into())]),
            looks,
            frame,
        }
    }
}
