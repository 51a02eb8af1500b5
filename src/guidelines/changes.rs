//! What differs between two sets of answers, and how far a section is answered.

use super::{
    answers::{Answer, Answers},
    check::lacks_nothing,
    definition::{Definition, Field, Section},
    difference::{Fate, Piece, words},
    keys::SectionKey,
    kinds::Kind,
    rows::{self, RowChange},
    show::{Audience, Body, Cell, Heading, Shown},
};
use crate::words::Locale;

/// A field whose answer is another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub section: SectionKey,
    /// The field's key.
    pub key: String,
    pub label: String,
    /// The language of what the applicant wrote; none where it is not known.
    pub lang: Option<Locale>,
    pub difference: Difference,
}

/// How two answers of one field differ, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Of a text, in words; of any other single value, the old one gone and the new one come.
    Text(Vec<Piece>),
    /// Choices, key words, files: each kept, gone, or come.
    Items(Vec<Piece>),
    /// The parts of a person that differ, each with its label.
    Parts(Vec<(String, Vec<Piece>)>),
    /// Rows, matched by what stands in them.
    Rows { head: Vec<Heading>, rows: Vec<RowChange> },
}

impl Difference {
    /// How many rows are as they were; none of what has no rows.
    pub fn rows_unchanged(&self) -> usize {
        match self {
            Self::Rows { rows, .. } => rows.iter().filter(|row| !row.differs()).count(),
            Self::Text(_) | Self::Items(_) | Self::Parts(_) => 0,
        }
    }
}

/// How many questions of a section must be answered, and how many of those are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub required: usize,
    pub answered: usize,
}

impl Definition {
    /// The fields that differ, in the order of the form, as a reader may see them.
    pub fn changes(&self, before: &Answers, after: &Answers, locale: Locale, audience: Audience) -> Vec<Change> {
        let mut changes = Vec::new();
        for section in &self.sections {
            for field in &section.fields {
                let key = field.key.as_str();
                if !differ(before.get(key), after.get(key)) {
                    continue;
                }
                let sides = (self.shown(field, before, locale, audience), self.shown(field, after, locale, audience));
                if let (Some(before), Some(after)) = sides {
                    changes.push(change(section, field, &before, after));
                }
            }
        }
        changes
    }

    /// How one answer of a field differs from another; none where both are the same or there is no such field.
    pub fn change(&self, key: &str, before: &Answers, after: &Answers, locale: Locale) -> Option<Change> {
        let section = self.sections.iter().find(|section| section.field(key).is_some())?;
        let field = section.field(key).filter(|_| differ(before.get(key), after.get(key)))?;
        let shown = |answers| self.shown(field, answers, locale, Audience::Inside);
        Some(change(section, field, &shown(before)?, shown(after)?))
    }
}

fn change(section: &Section, field: &Field, before: &Shown, after: Shown) -> Change {
    Change {
        section: section.key.clone(),
        key: field.key.to_string(),
        difference: difference(&before.body, &after.body),
        label: after.label,
        lang: after.lang.or(before.lang),
    }
}

fn difference(before: &Body, after: &Body) -> Difference {
    match (before, after) {
        (Body::Table(before), Body::Table(after)) => {
            Difference::Rows { head: after.head.clone(), rows: rows::changes(&before.rows, &after.rows) }
        }
        (Body::Table(table), _) => Difference::Rows { head: table.head.clone(), rows: rows::changes(&table.rows, &[]) },
        (_, Body::Table(table)) => Difference::Rows { head: table.head.clone(), rows: rows::changes(&[], &table.rows) },
        (Body::Person(before), Body::Person(after)) => Difference::Parts(parts(before, after)),
        _ => match (items(before), items(after)) {
            (None, None) => Difference::Text(text(before, after)),
            (before, after) => Difference::Items(of_items(&before.unwrap_or_default(), &after.unwrap_or_default())),
        },
    }
}

/// Texts are compared in words; a value in the words of the service is another one as a whole.
fn text(before: &Body, after: &Body) -> Vec<Piece> {
    let is_written = |body: &Body| matches!(body, Body::Text(_) | Body::Line(_) | Body::Unread(_));
    let (old, new) = (answered(before), answered(after));
    if is_written(before) && is_written(after) { words(&old, &new) } else { replaced(old, new) }
}

/// The plain text of an answer; empty for none.
fn answered(body: &Body) -> String {
    match body {
        Body::Nothing(_) => String::new(),
        body => body.plain(),
    }
}

fn replaced(old: String, new: String) -> Vec<Piece> {
    let pieces = [Piece { fate: Fate::Gone, text: old }, Piece { fate: Fate::New, text: new }];
    pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect()
}

fn parts(before: &[(String, Cell)], after: &[(String, Cell)]) -> Vec<(String, Vec<Piece>)> {
    let of = |parts: &[(String, Cell)], label: &str| {
        parts.iter().find(|(other, _)| other == label).map(|(_, cell)| cell.text.clone()).unwrap_or_default()
    };
    let mut labels: Vec<&String> = after.iter().map(|(label, _)| label).collect();
    labels.extend(before.iter().map(|(label, _)| label).filter(|label| of(after, label).is_empty()));
    let differing = labels.into_iter().filter(|label| of(before, label) != of(after, label));
    differing.map(|label| (label.clone(), words(&of(before, label), &of(after, label)))).collect()
}

/// The items of a list; none for what is no list.
fn items(body: &Body) -> Option<Vec<String>> {
    match body {
        Body::Choices(items) | Body::Tags(items) => Some(items.clone()),
        Body::Files(files) => Some(files.iter().map(super::show::FileShown::plain).collect()),
        _ => None,
    }
}

/// What is new stands where it stands, what is gone behind it.
fn of_items(before: &[String], after: &[String]) -> Vec<Piece> {
    let piece = |fate: Fate, text: &String| Piece { fate, text: text.clone() };
    let there = after.iter().map(|item| piece(if before.contains(item) { Fate::Same } else { Fate::New }, item));
    let gone = before.iter().filter(|item| !after.contains(item)).map(|item| piece(Fate::Gone, item));
    there.chain(gone).collect()
}

/// Where a file is kept is no difference.
fn differ(before: Option<&Answer>, after: Option<&Answer>) -> bool {
    match (before, after) {
        (Some(Answer::Files(before)), Some(Answer::Files(after))) => {
            let said = |file: &super::FileRef| (file.sha256.clone(), file.name.clone(), file.alt.clone());
            !before.iter().map(said).eq(after.iter().map(said))
        }
        _ => before != after,
    }
}

impl Section {
    /// How far the section is answered: to the end, a person by all that is asked of one. Says nothing about whether the
    /// answers can stand: that is for the check.
    pub fn progress(&self, answers: &Answers) -> Progress {
        // What the call fixes is nobody's to answer.
        let required = self.fields.iter().filter(|field| field.required && field.kind != Kind::Period);
        required.fold(Progress::default(), |so_far, field| {
            let answered = lacks_nothing(self, field, answers.get(field.key.as_str()));
            Progress { required: so_far.required + 1, answered: so_far.answered + usize::from(answered) }
        })
    }
}

impl Progress {
    pub fn is_complete(self) -> bool {
        self.answered == self.required
    }
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |so_far, part| Self {
            required: so_far.required + part.required,
            answered: so_far.answered + part.answered,
        })
    }
}
