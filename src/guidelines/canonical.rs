//! The canonical form of a submission: the bytes whose hash stands on the receipt. JSON after RFC 8785, of texts in NFC,
//! whole numbers and booleans only, so that nobody's printer of floating-point numbers matters.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    answers::{Answer, Answers, FileRef, Row, Value},
    definition::Definition,
};

/// A JSON value that has exactly one form.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Bool,
    Number(i64),
    Text(String),
    List(Vec<Node>),
    Object(BTreeMap<Name, Node>),
}

/// The name of a member, sorted as RFC 8785 asks: by UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name(String);

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The canonical bytes of a submission: which guidelines it follows, a heading of the caller's (reference, number, …), and
/// every answer by its key. A file is its SHA-256 with name, media type and alternative text. The same submission always
/// gives the same bytes.
pub fn canonical(definition: &Definition, heading: &[(&str, &str)], answers: &Answers) -> Vec<u8> {
    let guidelines =
        object([("slug", Node::text(&definition.slug)), ("version", Node::Number(definition.version.into()))]);
    let answers = answers.iter().map(|(key, answer)| (key.as_str(), answer_node(answer)));
    let whole = object([
        ("guidelines", guidelines),
        ("submission", object(heading.iter().map(|(name, text)| (*name, Node::text(text))))),
        ("answers", object(answers)),
    ]);
    let mut out = String::new();
    whole.write(&mut out);
    out.into_bytes()
}

/// The SHA-256 of bytes, in 64 hexadecimal digits, as `sha256sum` prints it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn answer_node(answer: &Answer) -> Node {
    match answer {
        Answer::Value(value) => value_node(value),
        Answer::Choices(choices) => Node::List(choices.iter().map(|key| Node::text(key.as_str())).collect()),
        Answer::Tags(tags) => Node::List(tags.iter().map(|tag| Node::text(tag)).collect()),
        Answer::Point(point) => {
            object([("lat", Node::text(&point.lat().to_string())), ("lon", Node::text(&point.lon().to_string()))])
        }
        Answer::Person(person) => row_node(person),
        Answer::Rows(rows) => Node::List(rows.iter().map(row_node).collect()),
        Answer::Files(files) => Node::List(files.iter().map(file_node).collect()),
        Answer::Declared => Node::Bool,
        Answer::Period(period) => Node::text(&period.to_string()),
        Answer::NotRecorded => object([("not_recorded", Node::Bool)]),
        Answer::Unread(parts) => {
            object([("typed", object(parts.iter().map(|(part, text)| (part.as_str(), Node::text(text)))))])
        }
    }
}

fn value_node(value: &Value) -> Node {
    match value {
        Value::Text(text) => Node::text(text),
        Value::Choice(key) => Node::text(key.as_str()),
        Value::Country(country) => Node::text(country.code()),
        Value::Language(locale) => Node::text(locale.tag()),
        Value::Money(amount) => Node::Number(amount.cents()),
        Value::Number(number) => Node::Number(*number),
        Value::Month(month) => Node::text(&month.to_string()),
        Value::Date(date) => Node::text(&date.to_string()),
        Value::Ticked => Node::Bool,
        Value::NotRecorded => object([("not_recorded", Node::Bool)]),
        Value::Unread(text) => object([("typed", Node::text(text))]),
    }
}

fn row_node(row: &Row) -> Node {
    object(row.iter().map(|(column, value)| (column.as_str(), value_node(value))))
}

fn file_node(file: &FileRef) -> Node {
    object([
        ("sha256", Node::text(&file.sha256)),
        ("name", Node::text(&file.name)),
        ("media_type", Node::text(&file.media_type)),
        ("alt", Node::text(&file.alt)),
    ])
}

fn object<'n>(members: impl IntoIterator<Item = (&'n str, Node)>) -> Node {
    Node::Object(members.into_iter().map(|(name, node)| (Name(name.nfc().collect()), node)).collect())
}

impl Node {
    fn text(text: &str) -> Self {
        Self::Text(text.nfc().collect())
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Bool => out.push_str("true"),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (name, node)) in members.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    write_text(&name.0, out);
                    out.push(':');
                    node.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// A string as RFC 8785 writes it: the short escapes, `\u00xx` for other control characters, everything else as it is.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
