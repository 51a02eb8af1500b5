//! Answers that somebody took along as JSON and brings back: read by the same engine as a posted form, so that limits are kept
//! and texts cleaned. What cannot be taken over is named, and nothing of it is guessed.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use super::{
    answers::{Answer, Answers, Row, Value},
    definition::{Column, Definition, Field},
    kinds::{Kind, Scalar},
    money::Cents,
    press::REQUEST,
};
use crate::words::Trilingual;

/// A file of answers: the bytes of a receipt, or a draft as it was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The guidelines that it follows, as far as it says.
    pub slug: Option<String>,
    pub version: Option<u64>,
    pub answers: Map<String, Json>,
}

/// Why a file holds no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotExported {
    /// No JSON, from here on.
    NotJson { line: usize, column: usize },
    /// JSON, but without answers.
    NoAnswers,
}

impl Exported {
    /// Reads a file. Nested deeper than any answer it is refused, as what is no JSON.
    pub fn read(bytes: &[u8]) -> Result<Self, NotExported> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let read: Result<Json, _> = serde_json::from_slice(bytes);
        let mut whole = read.map_err(|error| NotExported::NotJson { line: error.line(), column: error.column() })?;
        let Some(Json::Object(answers)) = whole.get_mut("answers").map(Json::take) else {
            return Err(NotExported::NoAnswers);
        };
        let guidelines = whole.get("guidelines");
        let slug = guidelines.and_then(|of| of.get("slug")?.as_str().map(str::to_owned));
        Ok(Self { slug, version: guidelines.and_then(|of| of.get("version")?.as_u64()), answers })
    }

    /// Whether it says that it follows other guidelines than these, or another version of them.
    pub fn follows_others(&self, definition: &Definition) -> bool {
        self.slug.as_ref().is_some_and(|slug| *slug != definition.slug)
            || self.version.is_some_and(|version| version != u64::from(definition.version))
    }
}

/// What was taken over, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub answers: Answers,
    /// Names that the guidelines do not know, cut to what can be told back.
    pub unknown: BTreeSet<String>,
    /// The labels of questions whose answer was left out, or some of it: of another kind, or too much of it.
    pub left_out: Vec<Trilingual>,
    /// The labels of questions whose answer was taken over and cannot be read.
    pub as_typed: Vec<Trilingual>,
    /// The labels of questions that are answered by files, which come by upload only.
    pub files: Vec<Trilingual>,
}

impl Definition {
    /// The answers of an exported file, by the keys of these guidelines.
    pub fn import(&self, given: &Map<String, Json>) -> Imported {
        let mut imported = Imported::default();
        // What a city answered to the secretariat belongs to that proposal, and to no other.
        let is_unknown = |key: &&String| self.field(key).is_none() && !key.starts_with(REQUEST);
        imported.unknown.extend(given.keys().filter(is_unknown).map(|key| told(key)));
        for section in &self.sections {
            for field in &section.fields {
                let Some(json) = given.get(field.key.as_str()).filter(|json| !is_nothing(json)) else { continue };
                match &field.kind {
                    // The call fixes it.
                    Kind::Period => continue,
                    kind if kind.holds_files() => {
                        imported.files.push(field.label.clone());
                        continue;
                    }
                    _ => {}
                }
                let mut posting = Posting::default();
                posting.answer(field, json);
                let reading = self.read_fields(section, [field], &posting.posted, &Answers::default());
                imported.unknown.extend(posting.unknown);
                let is_refused = !reading.refused.is_empty();
                if posting.unfit || is_refused {
                    imported.left_out.push(field.label.clone());
                }
                if let Some(answer) = reading.answers.get(field.key.as_str()).filter(|_| !is_refused) {
                    if holds_unread(answer) {
                        imported.as_typed.push(field.label.clone());
                    }
                    imported.answers.insert(field.key.clone(), answer.clone());
                }
            }
        }
        imported
    }
}

/// An answer as a form would post it.
#[derive(Default)]
struct Posting {
    posted: Vec<(String, String)>,
    unknown: BTreeSet<String>,
    /// Something in it is of another kind.
    unfit: bool,
}

impl Posting {
    fn answer(&mut self, field: &Field, json: &Json) {
        let name = field.key.as_str();
        match &field.kind {
            Kind::Scalar(scalar) => self.scalar(name, scalar, json),
            Kind::Choices { .. } | Kind::Tags { .. } => self.texts(name, json),
            Kind::Point => self.point(name, json),
            Kind::Person { parts } => self.row(name, name, parts, json),
            Kind::Rows { columns, .. } => match json.as_array() {
                Some(rows) => {
                    for (place, row) in rows.iter().enumerate() {
                        self.row(&format!("{name}.{place}"), name, columns, row);
                    }
                }
                None => self.unfit = true,
            },
            Kind::Declaration if *json == Json::Bool(true) => self.posted.push((name.to_owned(), TICKED.to_owned())),
            Kind::Declaration => self.unfit = true,
            Kind::Images { .. } | Kind::Pdf { .. } | Kind::Period => {}
        }
    }

    fn scalar(&mut self, name: &str, scalar: &Scalar, json: &Json) {
        let typed = match (scalar, json) {
            // Cents, exactly: a number with a point is no such thing.
            (Scalar::Money, json) if json.is_i64() => json.as_i64().map(|cents| Cents::new(cents).plain()),
            (Scalar::Number { .. }, json) if json.is_i64() => json.as_i64().map(|number| number.to_string()),
            (Scalar::YesNo, Json::Bool(true)) => Some(TICKED.to_owned()),
            (Scalar::Money | Scalar::Number { .. } | Scalar::YesNo, Json::String(_)) => None,
            (_, Json::String(text)) => Some(text.clone()),
            (_, Json::Object(marked)) => marked.get("typed").and_then(Json::as_str).map(str::to_owned),
            _ => None,
        };
        match typed {
            Some(typed) => self.posted.push((name.to_owned(), typed)),
            // What was not recorded on paper is for its city to write.
            None if is_nothing(json) => {}
            None => self.unfit = true,
        }
    }

    fn texts(&mut self, name: &str, json: &Json) {
        for item in json.as_array().map(Vec::as_slice).unwrap_or_default() {
            match item.as_str() {
                Some(text) => self.posted.push((name.to_owned(), text.to_owned())),
                None => self.unfit = true,
            }
        }
        self.unfit |= !json.is_array();
    }

    fn point(&mut self, name: &str, json: &Json) {
        let parts = json.get("typed").unwrap_or(json);
        for part in ["lat", "lon"] {
            match parts.get(part).and_then(Json::as_str) {
                Some(text) => self.posted.push((format!("{name}.{part}"), text.to_owned())),
                None => self.unfit = true,
            }
        }
    }

    fn row(&mut self, name: &str, field: &str, columns: &[Column], json: &Json) {
        let Some(cells) = json.as_object() else {
            self.unfit = true;
            return;
        };
        for (key, cell) in cells {
            match columns.iter().find(|column| column.key == *key.as_str()) {
                Some(column) => self.scalar(&format!("{name}.{key}"), &column.kind, cell),
                None => _ = self.unknown.insert(told(&format!("{field}.{key}"))),
            }
        }
    }
}

/// What a box posts that is ticked.
const TICKED: &str = "on";

/// Nothing, or that nothing was recorded.
fn is_nothing(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.is_empty(),
        Json::Object(parts) => parts.is_empty() || parts.get("not_recorded") == Some(&Json::Bool(true)),
        Json::Bool(true) | Json::Number(_) => false,
    }
}

fn holds_unread(answer: &Answer) -> bool {
    let in_row = |row: &Row| row.iter().any(|(_, value)| matches!(value, Value::Unread(_)));
    match answer {
        Answer::Unread(_) | Answer::Value(Value::Unread(_)) => true,
        Answer::Person(person) => in_row(person),
        Answer::Rows(rows) => rows.iter().any(in_row),
        _ => false,
    }
}

/// A name that came from outside, as it can be told back.
fn told(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}
