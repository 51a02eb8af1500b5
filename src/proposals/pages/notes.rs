//! The page of the private notes.

use askama::Template;

use super::{For, Top};
use crate::{
    entity::{note, user},
    guidelines::{Definition, Section},
    ids::{NoteId, UserId},
    web::{Filled, Frame},
};

/// The private notes of those who write a proposal.
#[derive(Template)]
#[template(path = "proposals/notes.html")]
pub struct NotesPage {
    frame: Frame,
    top: Top,
    pub lines: Vec<NoteLine>,
    sections: Vec<(String, String)>,
    /// A new note.
    pub filled: Filled,
}

/// A note.
pub struct NoteLine {
    id: NoteId,
    version: i32,
    who: String,
    iso: String,
    when: String,
    edited: bool,
    /// The title of the section that it is about.
    section: Option<String>,
    body: String,
    resolved: bool,
    is_mine: bool,
    /// What was typed in its place and is not saved.
    unsaved: Option<Filled>,
}

impl NoteLine {
    pub fn new(
        row: note::Model,
        author: Option<user::Model>,
        definition: &Definition,
        me: UserId,
        reader: For,
    ) -> Self {
        let section = definition.section(&row.section).map(|section| section.title.get(reader.locale).to_owned());
        Self {
            id: row.id,
            version: row.version,
            who: author.map(|author| author.name).unwrap_or_default(),
            iso: row.at.iso(),
            when: reader.locale.instant(row.at, reader.zone),
            edited: row.edited_at.is_some(),
            section,
            resolved: row.resolved_at.is_some(),
            is_mine: row.author_id == me,
            body: row.body,
            unsaved: None,
        }
    }

    /// What stands in the form for its text.
    fn text(&self) -> &str {
        self.unsaved.as_ref().map_or(&self.body, |typed| typed.value("body"))
    }

    fn error(&self) -> Option<&str> {
        self.unsaved.as_ref()?.error("body")
    }
}

impl NotesPage {
    pub fn new(frame: Frame, top: Top, definition: &Definition) -> Self {
        let section = |section: &Section| (section.key.to_string(), section.title.get(frame.locale).to_owned());
        let sections = definition.sections.iter().map(section).collect();
        Self { sections, frame, top, lines: Vec::new(), filled: Filled::default() }
    }

    /// Opens one's own note with what was typed in its place.
    pub fn edit(&mut self, note: NoteId, typed: Filled) {
        if let Some(line) = self.lines.iter_mut().find(|line| line.id == note && line.is_mine) {
            line.unsaved = Some(typed);
        }
    }
}
