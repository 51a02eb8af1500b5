//! Answers from a tree of plain values, as a seed or an API body holds them. They go through the same door as a posted form.

use serde_json::{Map, Value as Json};

use super::{
    answers::{Answer, Answers, Row, Value},
    definition::{Definition, Field},
    kinds::Kind,
};
use crate::words::Locale;

/// Why a tree of values is no set of answers: one line for each value that does not fit, by its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct Unfit(pub Vec<String>);

impl Definition {
    /// The answers of a tree like `{"aim": "…", "location": {"lat": 1.5, "lon": 2}, "partners": [{"name": "…"}]}`. Files are
    /// left out, since they come by upload. An unknown name, and a value that cannot be read, are errors.
    pub fn answers_from_plain(&self, values: &Map<String, Json>) -> Result<Answers, Unfit> {
        let mut unfit: Vec<String> =
            values.keys().filter(|key| self.field(key).is_none()).map(|key| format!("{key}: no such field")).collect();
        let mut posted = Vec::new();
        for field in self.fields() {
            if let Some(value) = values.get(field.key.as_str()) {
                unknown_columns(field, value, &mut unfit);
                flatten(field.key.to_string(), value, &mut posted);
            }
        }
        let mut answers = Answers::default();
        for section in &self.sections {
            let reading = self.read(section, &posted, &Answers::default());
            unfit.extend(
                reading
                    .refused
                    .iter()
                    .map(|found| format!("{}: {}", found.spot.place(Locale::En), found.message(Locale::En))),
            );
            answers.extend(reading.answers);
        }
        for field in self.fields().filter(|field| field.kind == Kind::Period) {
            match values.get(field.key.as_str()).map(|value| value.as_str().and_then(|text| text.parse().ok())) {
                Some(Some(period)) => answers.insert(field.key.clone(), Answer::Period(period)),
                Some(None) => unfit.push(format!("{}: no period of years", field.key)),
                None => {}
            }
        }
        unfit.extend(
            answers.iter().filter(|(_, answer)| holds_unread(answer)).map(|(key, _)| format!("{key}: unreadable")),
        );
        if unfit.is_empty() { Ok(answers) } else { Err(Unfit(unfit)) }
    }

    /// Marks every field without an answer as not recorded: for a proposal that came on paper.
    pub fn rest_not_recorded(&self, answers: &mut Answers) {
        for field in self.fields() {
            if answers.get(field.key.as_str()).is_none() {
                answers.insert(field.key.clone(), Answer::NotRecorded);
            }
        }
    }
}

fn unknown_columns(field: &Field, value: &Json, unfit: &mut Vec<String>) {
    let rows = match (&field.kind, value) {
        (Kind::Rows { .. }, Json::Array(rows)) => rows.as_slice(),
        (Kind::Person { .. }, person) => std::slice::from_ref(person),
        _ => return,
    };
    for column in rows.iter().filter_map(Json::as_object).flat_map(Map::keys) {
        if field.column(column).is_none() {
            unfit.push(format!("{}.{column}: no such column", field.key));
        }
    }
}

/// As a form would post it: `partners.0.name`. A list of plain values repeats the name.
fn flatten(name: String, value: &Json, posted: &mut Vec<(String, String)>) {
    match value {
        Json::Null | Json::Bool(false) => {}
        Json::Bool(true) => posted.push((name, "on".to_owned())),
        Json::Number(number) => posted.push((name, number.to_string())),
        Json::String(text) => posted.push((name, text.clone())),
        Json::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let name = if item.is_object() { format!("{name}.{place}") } else { name.clone() };
                flatten(name, item, posted);
            }
        }
        Json::Object(members) => {
            for (member, value) in members {
                flatten(format!("{name}.{member}"), value, posted);
            }
        }
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
