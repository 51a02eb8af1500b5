//! Answers to be taken along: by programs as JSON, by spreadsheets as one value a field. In no language: choices, countries and
//! dates are their codes, so that the same answer is the same wherever it was exported.

use serde_json::{Map, Value as Json};

use super::{
    answers::{Answer, Answers, Row, Value},
    definition::{Column, Definition, Field},
    kinds::Kind,
    money::Cents,
    show::Audience,
};

/// An answer as one value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    Text(String),
    Number(i64),
    Money(Cents),
}

/// Between the cells of a row within one value. Each row is a line of its own.
const BETWEEN: &str = " | ";

impl Definition {
    /// The answers as they are stored, as far as someone may read them: money is whole cents.
    pub fn taken(&self, answers: &Answers, audience: Audience) -> Map<String, Json> {
        let fields = self.fields().filter(|field| audience.may_see(field));
        let taken = |field: &Field| {
            let mut json = answers.get(field.key.as_str())?.to_json();
            strip(&mut json, field, audience);
            Some((field.key.to_string(), json))
        };
        fields.filter_map(taken).collect()
    }

    /// A value for every field, in the order of the form; none where there is no answer, or none that someone may read.
    pub fn plain(&self, answers: &Answers, audience: Audience) -> Vec<Option<Plain>> {
        let seen = |field: &Field| {
            let answer = answers.get(field.key.as_str()).filter(|_| audience.may_see(field))?;
            Some(plain(field, answer, audience))
        };
        self.fields().map(seen).collect()
    }
}

/// Without the columns that never leave the house.
fn strip(json: &mut Json, field: &Field, audience: Audience) {
    let hidden = |key: &String| field.column(key).is_some_and(|column| !audience.sees_column(column));
    let drop_from = |json: &mut Json| {
        if let Some(cells) = json.as_object_mut() {
            cells.retain(|key, _| !hidden(key));
        }
    };
    match (&field.kind, json) {
        (Kind::Rows { .. }, Json::Array(rows)) => rows.iter_mut().for_each(drop_from),
        (Kind::Person { .. }, json) => drop_from(json),
        _ => {}
    }
}

fn plain(field: &Field, answer: &Answer, audience: Audience) -> Plain {
    let columns: Vec<&Column> = field.columns().iter().filter(|column| audience.sees_column(column)).collect();
    let cells = |row: &Row| {
        let cell =
            |column: &&Column| row.get(column.key.as_str()).map(|value| text(&of_value(value))).unwrap_or_default();
        columns.iter().map(cell).collect::<Vec<_>>().join(BETWEEN)
    };
    let lines = |lines: Vec<String>| Plain::Text(lines.join("\n"));
    match answer {
        Answer::Value(value) => of_value(value),
        Answer::Choices(choices) => lines(choices.iter().map(ToString::to_string).collect()),
        Answer::Tags(tags) => lines(tags.clone()),
        Answer::Point(point) => Plain::Text(point.to_string()),
        Answer::Person(person) => Plain::Text(cells(person)),
        Answer::Rows(rows) => lines(rows.iter().map(cells).collect()),
        Answer::Files(files) => lines(files.iter().map(|file| file.name.clone()).collect()),
        Answer::Declared => Plain::Text("yes".to_owned()),
        Answer::Period(period) => Plain::Text(period.to_string()),
        Answer::NotRecorded => Plain::Text("not_recorded".to_owned()),
        Answer::Unread(parts) => Plain::Text(parts.values().map(String::as_str).collect::<Vec<_>>().join(BETWEEN)),
    }
}

fn of_value(value: &Value) -> Plain {
    match value {
        Value::Text(text) | Value::Unread(text) => Plain::Text(text.clone()),
        Value::Choice(key) => Plain::Text(key.to_string()),
        Value::Country(country) => Plain::Text(country.code().to_owned()),
        Value::Language(locale) => Plain::Text(locale.tag().to_owned()),
        Value::Money(amount) => Plain::Money(*amount),
        Value::Number(number) => Plain::Number(*number),
        Value::Month(month) => Plain::Text(month.to_string()),
        Value::Date(date) => Plain::Text(date.to_string()),
        Value::Ticked => Plain::Text("yes".to_owned()),
        Value::NotRecorded => Plain::Text("not_recorded".to_owned()),
    }
}

fn text(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.clone(),
        Plain::Number(number) => number.to_string(),
        Plain::Money(amount) => amount.plain(),
    }
}
