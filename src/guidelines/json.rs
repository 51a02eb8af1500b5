//! Answers as plain JSON: stored per field in the database, exported, and the ground of the canonical form. No answer needs
//! a floating-point number. Reading is total: what does not fit its kind (any more) is kept as typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use super::{
    answers::{Answer, Answers, FileRef, Row, Value},
    definition::{Column, Definition},
    kinds::{Kind, Scalar},
    money::Cents,
};
use crate::places::{Country, Point};

/// Marks what could not be read: `{"typed": "12,3,4"}`, or by part `{"typed": {"lat": "north"}}`.
const TYPED: &str = "typed";
/// Marks what is not known of a proposal that came on paper: `{"not_recorded": true}`.
const NOT_RECORDED: &str = "not_recorded";
/// No column may be called so.
pub(super) const MARKS: [&str; 2] = [TYPED, NOT_RECORDED];

impl Answer {
    /// The answer as plain JSON: texts, whole numbers, booleans, lists, objects.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Value(value) => value.to_json(),
            Self::Choices(choices) => choices.iter().map(|key| json!(key.as_str())).collect(),
            Self::Tags(tags) => json!(tags),
            Self::Point(point) => json!({ "lat": point.lat().to_string(), "lon": point.lon().to_string() }),
            Self::Person(person) => person.to_json(),
            Self::Rows(rows) => rows.iter().map(Row::to_json).collect(),
            Self::Files(files) => files.iter().map(FileRef::to_json).collect(),
            Self::Declared => json!(true),
            Self::Period(period) => json!(period.to_string()),
            Self::NotRecorded => json!({ NOT_RECORDED: true }),
            Self::Unread(parts) => match parts.get("") {
                Some(text) if parts.len() == 1 => json!({ TYPED: text }),
                _ => json!({ TYPED: parts }),
            },
        }
    }
}

impl Value {
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => json!(text),
            Self::Choice(key) => json!(key.as_str()),
            Self::Country(country) => json!(country.code()),
            Self::Language(locale) => json!(locale.tag()),
            Self::Money(amount) => json!(amount.cents()),
            Self::Number(number) => json!(number),
            Self::Month(month) => json!(month.to_string()),
            Self::Date(date) => json!(date.to_string()),
            Self::Ticked => json!(true),
            Self::NotRecorded => json!({ NOT_RECORDED: true }),
            Self::Unread(text) => json!({ TYPED: text }),
        }
    }
}

impl Row {
    pub fn to_json(&self) -> Json {
        self.iter().map(|(column, value)| (column.to_string(), value.to_json())).collect()
    }
}

impl FileRef {
    fn to_json(&self) -> Json {
        let mut json = json!({
            "attachment": self.attachment.to_string(),
            "sha256": self.sha256,
            "name": self.name,
            "size": self.size,
            "media_type": self.media_type,
            "alt": self.alt,
        });
        if let Some((width, height)) = self.pixels {
            json["pixels"] = json!([width, height]);
        }
        json
    }

    fn from_json(json: &Json) -> Option<Self> {
        let text = |key: &str| json.get(key)?.as_str().map(str::to_owned);
        Some(Self {
            attachment: text("attachment")?.parse().ok()?,
            sha256: text("sha256")?,
            name: text("name")?,
            size: json.get("size")?.as_u64()?,
            media_type: text("media_type")?,
            alt: text("alt").unwrap_or_default(),
            pixels: json.get("pixels").and_then(|pixels| serde_json::from_value(pixels.clone()).ok()),
        })
    }
}

impl Answers {
    /// All answers as one object, by field.
    pub fn to_json(&self) -> Map<String, Json> {
        self.iter().map(|(key, answer)| (key.to_string(), answer.to_json())).collect()
    }
}

impl Definition {
    /// The answers of a stored object. Fields that the definition does not know are left out; null and empty answers too.
    pub fn answers_from_json(&self, stored: &Map<String, Json>) -> Answers {
        self.fields()
            .filter_map(|field| {
                let json = stored.get(field.key.as_str())?;
                Some((field.key.clone(), field.kind.answer_from_json(json)?))
            })
            .collect()
    }
}

impl Kind {
    /// The answer stored as `json`; none for null and for empty texts and lists. What does not fit is kept as typed.
    pub fn answer_from_json(&self, json: &Json) -> Option<Answer> {
        if is_nothing(json) {
            return None;
        }
        if is_not_recorded(json) {
            return Some(Answer::NotRecorded);
        }
        let read = match self {
            Self::Scalar(scalar) => scalar.value_from_json(json).map(Answer::Value),
            Self::Choices { .. } => {
                texts(json).and_then(|keys| keys.iter().map(|key| key.parse().ok()).collect()).map(Answer::Choices)
            }
            Self::Tags { .. } => texts(json).map(Answer::Tags),
            Self::Point => point(json).map(Answer::Point),
            Self::Person { parts } => row(parts, json).map(Answer::Person),
            Self::Rows { columns, .. } => {
                json.as_array().and_then(|rows| rows.iter().map(|json| row(columns, json)).collect()).map(Answer::Rows)
            }
            Self::Images { .. } | Self::Pdf { .. } => {
                json.as_array().and_then(|files| files.iter().map(FileRef::from_json).collect()).map(Answer::Files)
            }
            Self::Declaration => json.as_bool().filter(|ticked| *ticked).map(|_| Answer::Declared),
            Self::Period => json.as_str().and_then(|text| text.parse().ok()).map(Answer::Period),
        };
        Some(read.unwrap_or_else(|| Answer::Unread(typed_parts(json))))
    }
}

impl Scalar {
    fn value_from_json(&self, json: &Json) -> Option<Value> {
        if is_nothing(json) {
            return None;
        }
        if is_not_recorded(json) {
            return Some(Value::NotRecorded);
        }
        let text = json.as_str();
        let read = match self {
            Self::Text { .. } | Self::LongText { .. } | Self::Email | Self::Phone => {
                text.map(|text| Value::Text(text.to_owned()))
            }
            Self::Choice { .. } => text.and_then(|text| text.parse().ok()).map(Value::Choice),
            Self::Country => text.and_then(Country::from_code).map(Value::Country),
            Self::Language => text.and_then(|text| text.parse().ok()).map(Value::Language),
            Self::Money => json.as_i64().map(Cents::new).map(Value::Money),
            Self::Number { .. } => json.as_i64().map(Value::Number),
            Self::Month => text.and_then(|text| text.parse().ok()).map(Value::Month),
            Self::Date => text.and_then(|text| text.parse::<NaiveDate>().ok()).map(Value::Date),
            Self::YesNo => json.as_bool().filter(|ticked| *ticked).map(|_| Value::Ticked),
        };
        Some(read.unwrap_or_else(|| Value::Unread(typed(json))))
    }
}

fn row(columns: &[Column], json: &Json) -> Option<Row> {
    let cells = json.as_object()?;
    if cells.contains_key(TYPED) {
        return None;
    }
    Some(
        columns
            .iter()
            .filter_map(|column| {
                Some((column.key.clone(), column.kind.value_from_json(cells.get(column.key.as_str())?)?))
            })
            .collect::<Row>(),
    )
}

fn point(json: &Json) -> Option<Point> {
    Point::parse(json.get("lat")?.as_str()?, json.get("lon")?.as_str()?)
}

fn texts(json: &Json) -> Option<Vec<String>> {
    json.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}

fn is_nothing(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => true,
        Json::String(text) => text.is_empty(),
        Json::Array(list) => list.is_empty(),
        Json::Object(parts) => parts.is_empty(),
        _ => false,
    }
}

fn is_not_recorded(json: &Json) -> bool {
    json.get(NOT_RECORDED) == Some(&Json::Bool(true))
}

/// What was typed, as one text.
fn typed(json: &Json) -> String {
    match json.get(TYPED).unwrap_or(json) {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn typed_parts(json: &Json) -> BTreeMap<String, String> {
    match json.get(TYPED) {
        Some(Json::Object(parts)) => parts.iter().map(|(part, text)| (part.clone(), typed(text))).collect(),
        _ => BTreeMap::from([(String::new(), typed(json))]),
    }
}
