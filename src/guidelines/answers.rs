//! Typed answers. What was typed and cannot be read is kept as typed ([`Answer::Unread`], [`Value::Unread`]), so that a
//! draft never loses anything; the check names it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    ids::AttachmentId,
    places::{Country, Point},
    words::Locale,
};

use super::{
    keys::{ChoiceKey, FieldKey, NotAKey},
    money::Cents,
    months::{Month, Period},
};

/// The answer to one field. An empty answer does not exist: an unanswered field is absent from [`Answers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Of a scalar field.
    Value(Value),
    /// Of a multiple choice, in the order of the options, each at most once.
    Choices(Vec<ChoiceKey>),
    /// In the order typed, each at most once.
    Tags(Vec<String>),
    Point(Point),
    /// The parts of a person that are filled in.
    Person(Row),
    /// Rows of which at least one cell is filled in.
    Rows(Vec<Row>),
    /// Images in their order, or one PDF.
    Files(Vec<FileRef>),
    /// A declaration that was ticked.
    Declared,
    /// Fixed by the call.
    Period(Period),
    /// The proposal came on paper, and this was not said or not kept.
    NotRecorded,
    /// What was typed and could not be read, by part of the field (`lat`, `lon`; `""` for a field of one input). A scalar
    /// field keeps it as [`Value::Unread`].
    Unread(BTreeMap<String, String>),
}

/// One value: of a scalar field, a cell, or a part of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, an email address, a telephone number: never empty.
    Text(String),
    Choice(ChoiceKey),
    Country(Country),
    Language(Locale),
    Money(Cents),
    Number(i64),
    Month(Month),
    Date(NaiveDate),
    /// A box that was ticked; one that was not is absent.
    Ticked,
    /// A cell of which nothing is known; a whole field is [`Answer::NotRecorded`].
    NotRecorded,
    /// What was typed and could not be read.
    Unread(String),
}

/// A row of a table, or a person: the cells that are filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row(BTreeMap<FieldKey, Value>);

/// A file that is attached to a proposal. The bytes are in the file store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    pub attachment: AttachmentId,
    /// Of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// As it was called on the sender's machine, made safe.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// As sniffed from the content.
    pub media_type: String,
    /// Width and height of an image, upright; none where they were not looked at.
    pub pixels: Option<(u32, u32)>,
    /// What a reader who cannot see the image is told; empty until written, and for a PDF.
    pub alt: String,
}

/// The answers of a proposal, by field. Every one of them is whole: no empty texts, no empty rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<FieldKey, Answer>);

impl Answers {
    pub fn get(&self, field: &str) -> Option<&Answer> {
        self.0.get(field)
    }

    pub fn insert(&mut self, field: FieldKey, answer: Answer) {
        self.0.insert(field, answer);
    }

    /// Sets the answer of a field, or none.
    pub fn set(&mut self, field: FieldKey, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.0.insert(field, answer),
            None => self.0.remove(&field),
        };
    }

    pub fn remove(&mut self, field: &str) -> Option<Answer> {
        self.0.remove(field)
    }

    /// By key, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldKey, &Answer)> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the proposal came on paper, and nothing is known of this field.
    pub fn is_not_recorded(&self, field: &str) -> bool {
        matches!(self.get(field), Some(Answer::NotRecorded))
    }

    pub fn value(&self, field: &str) -> Option<&Value> {
        match self.get(field) {
            Some(Answer::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// The text of a text field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.value(field)?.text()
    }

    /// The option of a single choice.
    pub fn choice(&self, field: &str) -> Option<&ChoiceKey> {
        self.value(field)?.choice()
    }

    /// The options of a multiple choice; none when it was not answered.
    pub fn choices(&self, field: &str) -> &[ChoiceKey] {
        match self.get(field) {
            Some(Answer::Choices(choices)) => choices,
            _ => &[],
        }
    }

    pub fn tags(&self, field: &str) -> &[String] {
        match self.get(field) {
            Some(Answer::Tags(tags)) => tags,
            _ => &[],
        }
    }

    pub fn country(&self, field: &str) -> Option<Country> {
        self.value(field)?.country()
    }

    pub fn language(&self, field: &str) -> Option<Locale> {
        match self.value(field)? {
            Value::Language(locale) => Some(*locale),
            _ => None,
        }
    }

    pub fn money(&self, field: &str) -> Option<Cents> {
        self.value(field)?.money()
    }

    pub fn month(&self, field: &str) -> Option<Month> {
        match self.value(field)? {
            Value::Month(month) => Some(*month),
            _ => None,
        }
    }

    pub fn point(&self, field: &str) -> Option<Point> {
        match self.get(field)? {
            Answer::Point(point) => Some(*point),
            _ => None,
        }
    }

    pub fn person(&self, field: &str) -> Option<&Row> {
        match self.get(field)? {
            Answer::Person(person) => Some(person),
            _ => None,
        }
    }

    pub fn rows(&self, field: &str) -> &[Row] {
        match self.get(field) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    pub fn files(&self, field: &str) -> &[FileRef] {
        match self.get(field) {
            Some(Answer::Files(files)) => files,
            _ => &[],
        }
    }

    /// Every file of every field, to claim them or to sweep what is left.
    pub fn all_files(&self) -> impl Iterator<Item = (&FieldKey, &FileRef)> {
        self.0.iter().flat_map(|(key, answer)| match answer {
            Answer::Files(files) => files.iter().map(|file| (key, file)).collect(),
            _ => Vec::new(),
        })
    }

    pub fn declared(&self, field: &str) -> bool {
        matches!(self.get(field), Some(Answer::Declared))
    }

    pub fn period(&self, field: &str) -> Option<Period> {
        match self.get(field)? {
            Answer::Period(period) => Some(*period),
            _ => None,
        }
    }
}

impl FromIterator<(FieldKey, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (FieldKey, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

impl IntoIterator for Answers {
    type Item = (FieldKey, Answer);
    type IntoIter = std::collections::btree_map::IntoIter<FieldKey, Answer>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(FieldKey, Answer)> for Answers {
    fn extend<I: IntoIterator<Item = (FieldKey, Answer)>>(&mut self, answers: I) {
        self.0.extend(answers);
    }
}

impl Row {
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.0.get(column)
    }

    pub fn insert(&mut self, column: FieldKey, value: Value) {
        self.0.insert(column, value);
    }

    pub fn iter(&self) -> impl Iterator<Item = (&FieldKey, &Value)> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn text(&self, column: &str) -> Option<&str> {
        self.get(column)?.text()
    }

    pub fn choice(&self, column: &str) -> Option<&ChoiceKey> {
        self.get(column)?.choice()
    }

    pub fn country(&self, column: &str) -> Option<Country> {
        self.get(column)?.country()
    }

    pub fn money(&self, column: &str) -> Option<Cents> {
        self.get(column)?.money()
    }

    pub fn ticked(&self, column: &str) -> bool {
        matches!(self.get(column), Some(Value::Ticked))
    }
}

impl FromIterator<(FieldKey, Value)> for Row {
    fn from_iter<I: IntoIterator<Item = (FieldKey, Value)>>(cells: I) -> Self {
        Self(cells.into_iter().collect())
    }
}

impl Value {
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn choice(&self) -> Option<&ChoiceKey> {
        match self {
            Self::Choice(key) => Some(key),
            _ => None,
        }
    }

    pub fn country(&self) -> Option<Country> {
        match self {
            Self::Country(country) => Some(*country),
            _ => None,
        }
    }

    pub fn money(&self) -> Option<Cents> {
        match self {
            Self::Money(amount) => Some(*amount),
            _ => None,
        }
    }
}

impl Answer {
    /// A text as an answer; none when there is nothing in it. For seeds and tests.
    pub fn text(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        (!text.trim().is_empty()).then_some(Self::Value(Value::Text(text)))
    }

    /// An option of a single choice. For seeds and tests.
    pub fn choice(key: &str) -> Result<Self, NotAKey> {
        key.parse().map(|key| Self::Value(Value::Choice(key)))
    }
}
