//! The pages on which the secretariat writes to all who hold drafts.

use askama::Template;

use crate::{
    calls::DeskCall,
    clock::Zone,
    entity::{announcement, call},
    ids::AnnouncementId,
    proposals::circulars::{Circular, Reach},
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
    /// How many hold drafts.
    told: String,
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
        holders: u64,
        sent: &[(announcement::Model, Circular, Reach)],
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        Self {
            call: DeskCall::new(call, locale),
            told: locale.tr("calls-letters-told", &[("count", holders.into())]),
            is_writing: holders > 0 || !filled.values.pairs().is_empty(),
            sent: sent.iter().map(|(row, circular, reach)| line(row, circular, *reach, locale, zone)).collect(),
            frame,
            filled,
        }
    }
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
    holders: u64,
    send: String,
    looks: Vec<LookLine>,
}

/// The letter in one language, to one of its readers.
pub struct LookLine {
    pub locale: Locale,
    pub readers: u64,
    /// Name and address.
    pub to: String,
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
        let holders = looks.iter().map(|look| look.readers).sum();
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
