//! Who wrote what, when; and the earlier texts of a field.

use std::{collections::BTreeMap, time::Duration};

use askama::Template;

use super::{For, Top};
use crate::{
    clock::Moment,
    guidelines::{Change, Definition, Shown},
    ids::UserId,
    proposals::store::history::Line,
    web::Frame,
    words::Locale,
};

/// Saves of one person with pauses no longer than this are one sitting.
const SITTING: Duration = Duration::from_secs(30 * 60);

/// The history of saves, newest first.
#[derive(Template)]
#[template(path = "proposals/history.html")]
pub struct HistoryPage {
    pub frame: Frame,
    pub top: Top,
    sittings: Vec<Sitting>,
    /// Links to the newer and the older part.
    previous: Option<String>,
    next: Option<String>,
}

/// What one person wrote without a longer pause.
struct Sitting {
    who: String,
    iso: String,
    /// When it ended.
    when: String,
    /// The fields, with how often each was saved.
    fields: Vec<Written>,
    by: Option<UserId>,
    began: Moment,
}

struct Written {
    field: String,
    label: String,
    href: String,
    times: usize,
    note: String,
}

impl HistoryPage {
    pub fn new(frame: Frame, top: Top, definition: &Definition, rows: &[Line], names: &Names, reader: For) -> Self {
        let mut sittings: Vec<Sitting> = Vec::new();
        for row in rows {
            let goes_on = |last: &&mut Sitting| last.by == row.saved_by && last.began - row.saved_at <= SITTING;
            match sittings.last_mut().filter(goes_on) {
                Some(sitting) => sitting.add(definition, row, &top.href, reader.locale),
                None => {
                    let mut sitting = Sitting {
                        who: names.of(row.saved_by),
                        iso: row.saved_at.iso(),
                        when: reader.locale.instant(row.saved_at, reader.zone),
                        fields: Vec::new(),
                        by: row.saved_by,
                        began: row.saved_at,
                    };
                    sitting.add(definition, row, &top.href, reader.locale);
                    sittings.push(sitting);
                }
            }
        }
        for sitting in &mut sittings {
            sitting.sort(definition);
        }
        Self { frame, top, sittings, previous: None, next: None }
    }

    /// With links to the newer and the older part.
    pub fn linked(self, previous: Option<String>, next: Option<String>) -> Self {
        Self { previous, next, ..self }
    }
}

impl Sitting {
    fn add(&mut self, definition: &Definition, row: &Line, base: &str, locale: Locale) {
        self.began = row.saved_at;
        if let Some(written) = self.fields.iter_mut().find(|written| written.field == row.field) {
            written.times += 1;
            written.note = locale.tr("proposals-history-times", &[("count", written.times.into())]);
            return;
        }
        self.fields.push(Written {
            label: label(definition, &row.field, locale),
            href: format!("{base}/history/{}?version={}", row.field, row.version),
            field: row.field.clone(),
            times: 1,
            note: String::new(),
        });
    }

    /// What was written in one sitting stands in the order of the form.
    fn sort(&mut self, definition: &Definition) {
        let place = |field: &str| definition.fields().position(|known| known.key == *field).unwrap_or(usize::MAX);
        self.fields.sort_by_key(|written| place(&written.field));
    }
}

/// The label of a field; its key, if the guidelines no longer have it.
fn label(definition: &Definition, field: &str, locale: Locale) -> String {
    definition.field(field).map_or_else(|| field.to_owned(), |field| field.label.get(locale).to_owned())
}

/// People by id.
pub struct Names {
    pub known: BTreeMap<UserId, String>,
    /// For saves that nobody made: what the service filled in.
    pub nobody: String,
}

impl Names {
    fn of(&self, id: Option<UserId>) -> String {
        id.and_then(|id| self.known.get(&id)).unwrap_or(&self.nobody).clone()
    }
}

/// The versions of one field, and one of them to look at.
#[derive(Template)]
#[template(path = "proposals/versions.html")]
pub struct VersionsPage {
    pub frame: Frame,
    pub top: Top,
    label: String,
    href: String,
    files: String,
    versions: Vec<Version>,
    selected: Selected,
    /// Where older ones are listed.
    older: Option<String>,
}

struct Version {
    text: String,
    href: String,
    who: String,
    iso: String,
    when: String,
    /// The one that is shown.
    is_selected: bool,
    /// The one that stands in the proposal.
    is_current: bool,
}

/// A version that is looked at.
pub struct Selected {
    pub version: i32,
    pub shown: Shown,
    /// What differs from it in the text that stands there now; none if nothing does.
    pub change: Option<Change>,
    /// The version that stands there now.
    pub current: i32,
    /// Whether it may be brought back.
    pub may_restore: bool,
}

impl VersionsPage {
    pub fn new(
        frame: Frame,
        top: Top,
        (rows, more): (&[Line], bool),
        selected: Selected,
        names: &Names,
        reader: For,
    ) -> Self {
        let locale = reader.locale;
        let href = format!("{}/history/{}", top.href, selected.shown.key);
        let version = |row: &Line| Version {
            text: locale.tr("proposals-version", &[("number", row.version.into())]),
            href: format!("{href}?version={}", row.version),
            who: names.of(row.saved_by),
            iso: row.saved_at.iso(),
            when: locale.instant(row.saved_at, reader.zone),
            is_selected: row.version == selected.version,
            is_current: row.version == selected.current,
        };
        let older = rows.last().filter(|_| more).map(|row| row.version - 1);
        Self {
            label: selected.shown.label.clone(),
            files: format!("{}/files", top.href),
            versions: rows.iter().map(version).collect(),
            older: older.map(|upto| format!("{href}?version={upto}&upto={upto}")),
            selected,
            href,
            frame,
            top,
        }
    }
}
