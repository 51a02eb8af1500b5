//! Answers as people read them: on a page, in a mail, in a PDF, in a difference, in an export. Plain values, in the
//! language of the reader; what the applicant wrote stays in the applicant's language, which each text names.

use super::{
    answers::{Answer, Answers, FileRef, Row, Value},
    definition::{Column, Definition, Field, Section},
    kinds::{Kind, Scalar, label_of},
    report::show_size,
};
use crate::{places::Point, words::Locale};

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: public fields that are answered, without private columns.
    Public,
    /// Those who work with the proposal: everything.
    Inside,
    /// A reviewer of an anonymous review: everything that does not tell who applies.
    Anonymous,
}

/// A field, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The field's key.
    pub key: String,
    pub label: String,
    /// What the secretariat asks, where the question is one of its own.
    pub asked: Option<String>,
    pub body: Body,
    /// The language of what the applicant wrote; none where it is not known.
    pub lang: Option<Locale>,
}

/// What the answer looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Words of the service: that it is not answered, or not recorded.
    Nothing(String),
    /// A line in the reader's language: a choice, a country, an amount, a date.
    Said(String),
    /// A line that the applicant wrote.
    Line(String),
    /// Paragraphs and lists that the applicant wrote.
    Text(Vec<Block>),
    /// Several choices, in the reader's language.
    Choices(Vec<String>),
    /// Key words that the applicant wrote.
    Tags(Vec<String>),
    Point(Point),
    /// The parts of a person, each with its label.
    Person(Vec<(String, Cell)>),
    Table(Table),
    Files(Vec<FileShown>),
    /// As typed, since it could not be read.
    Unread(String),
}

/// A piece of a longer text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Its lines.
    Paragraph(Vec<String>),
    /// Its items.
    List(Vec<String>),
}

/// Rows of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<Heading>,
    /// As many cells in each row as there are headings.
    pub rows: Vec<Vec<Cell>>,
    /// The sum of each column of money, shown below the rows; empty where nothing is summed.
    pub totals: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub label: String,
    /// Set to the right: numbers and amounts.
    pub numeric: bool,
}

/// A value in a table or of a person; empty when there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    /// Written by the applicant, hence in the proposal's language.
    pub written: bool,
}

/// A file, ready to be linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileShown {
    pub attachment: crate::ids::AttachmentId,
    pub name: String,
    /// `1.3 MB`.
    pub size: String,
    pub media_type: String,
    pub sha256: String,
    /// Width and height of an image.
    pub pixels: Option<(u32, u32)>,
    /// Empty for a PDF.
    pub alt: String,
}

impl Definition {
    /// The fields of a section for a reader. The public sees no field that is unanswered.
    pub fn show(&self, section: &Section, answers: &Answers, locale: Locale, audience: Audience) -> Vec<Shown> {
        let there = |field: &&Field| audience != Audience::Public || answers.get(field.key.as_str()).is_some();
        let fields = section.fields.iter().filter(there);
        fields.filter_map(|field| self.shown(field, answers, locale, audience)).collect()
    }

    /// One field for a reader; none when the definition has no such field or the reader may not see it.
    pub fn show_field(&self, key: &str, answers: &Answers, locale: Locale, audience: Audience) -> Option<Shown> {
        self.shown(self.field(key)?, answers, locale, audience)
    }

    pub(super) fn shown(&self, field: &Field, answers: &Answers, locale: Locale, audience: Audience) -> Option<Shown> {
        audience.may_see(field).then(|| Shown {
            key: field.key.to_string(),
            label: field.label.get(locale).to_owned(),
            asked: field.asked(locale).map(str::to_owned),
            body: body(field, answers.get(field.key.as_str()), locale, audience),
            lang: self.language_of(answers),
        })
    }
}

impl Audience {
    pub(super) fn may_see(self, field: &Field) -> bool {
        match self {
            Self::Public => field.public,
            Self::Inside => true,
            Self::Anonymous => !field.identifying,
        }
    }

    pub(super) fn sees_column(self, column: &Column) -> bool {
        self == Self::Inside || !column.private
    }
}

fn body(field: &Field, answer: Option<&Answer>, locale: Locale, audience: Audience) -> Body {
    let Some(answer) = answer else { return Body::Nothing(locale.t("guidelines-unanswered")) };
    match (&field.kind, answer) {
        (_, Answer::NotRecorded) => Body::Nothing(locale.t("guidelines-not-recorded")),
        (Kind::Scalar(Scalar::LongText { lists, .. }), Answer::Value(Value::Text(text))) => {
            Body::Text(blocks(text, *lists))
        }
        (Kind::Scalar(kind), Answer::Value(value)) => line(kind, value, locale),
        (kind, Answer::Choices(chosen)) => {
            Body::Choices(chosen.iter().map(|key| label_of(kind.options(), key.as_str(), locale).to_owned()).collect())
        }
        (_, Answer::Tags(tags)) => Body::Tags(tags.clone()),
        (_, Answer::Point(point)) => Body::Point(*point),
        (Kind::Person { parts }, Answer::Person(person)) => Body::Person(
            visible(parts, audience)
                .filter_map(|part| {
                    let value = person.get(part.key.as_str())?;
                    Some((part.label.get(locale).to_owned(), cell(part, Some(value), locale)))
                })
                .collect(),
        ),
        (Kind::Rows { columns, .. }, Answer::Rows(rows)) => Body::Table(table(columns, rows, locale, audience)),
        (_, Answer::Files(files)) => Body::Files(files.iter().map(|file| file_shown(file, locale)).collect()),
        (_, Answer::Declared) => Body::Said(locale.t("guidelines-declared")),
        (_, Answer::Period(period)) => Body::Said(period.show(locale)),
        (_, Answer::Unread(parts)) => Body::Unread(parts.values().map(String::as_str).collect::<Vec<_>>().join(", ")),
        // Stored under a kind that the field no longer has: as it is.
        (_, answer) => Body::Unread(answer.to_json().to_string()),
    }
}

fn line(kind: &Scalar, value: &Value, locale: Locale) -> Body {
    match value {
        Value::Unread(typed) => Body::Unread(typed.clone()),
        Value::Text(text) => Body::Line(text.clone()),
        Value::NotRecorded => Body::Nothing(locale.t("guidelines-not-recorded")),
        value => Body::Said(said(kind, value, locale)),
    }
}

/// A value in the words of the reader.
fn said(kind: &Scalar, value: &Value, locale: Locale) -> String {
    match value {
        Value::Text(text) | Value::Unread(text) => text.clone(),
        Value::Choice(key) => match kind {
            Scalar::Choice { options } => label_of(options, key.as_str(), locale).to_owned(),
            _ => key.to_string(),
        },
        Value::Country(country) => country.name(locale),
        Value::Language(language) => language.own_name().to_owned(),
        Value::Money(amount) => amount.show(locale),
        Value::Number(number) => locale.number(*number),
        Value::Month(month) => month.show(locale),
        Value::Date(date) => locale.date(*date),
        Value::Ticked => locale.t("guidelines-yes"),
        Value::NotRecorded => locale.t("guidelines-not-recorded"),
    }
}

fn visible(columns: &[Column], audience: Audience) -> impl Iterator<Item = &Column> {
    columns.iter().filter(move |column| audience.sees_column(column))
}

fn table(columns: &[Column], rows: &[Row], locale: Locale, audience: Audience) -> Table {
    let columns: Vec<&Column> = visible(columns, audience).collect();
    let head = columns
        .iter()
        .map(|column| Heading {
            label: column.label.get(locale).to_owned(),
            numeric: matches!(column.kind, Scalar::Money | Scalar::Number { .. }),
        })
        .collect();
    let cells = |row: &Row| columns.iter().map(|column| cell(column, row.get(column.key.as_str()), locale)).collect();
    Table { head, rows: rows.iter().map(cells).collect(), totals: totals(&columns, rows, locale) }
}

fn cell(column: &Column, value: Option<&Value>, locale: Locale) -> Cell {
    let written = matches!(value, Some(Value::Text(_) | Value::Unread(_)))
        && matches!(column.kind, Scalar::Text { .. } | Scalar::LongText { .. });
    let text = match value {
        Some(value) => said(&column.kind, value, locale),
        None if column.kind == Scalar::YesNo => locale.t("guidelines-no"),
        None => String::new(),
    };
    Cell { text, written }
}

/// Below the rows, in the place of each column: the word *Total*, and the sums of money.
fn totals(columns: &[&Column], rows: &[Row], locale: Locale) -> Vec<String> {
    if rows.len() < 2 || !columns.iter().any(|column| column.kind == Scalar::Money) {
        return Vec::new();
    }
    let total = |(place, column): (usize, &&Column)| match column.kind {
        Scalar::Money => {
            let sum: super::Cents = rows.iter().filter_map(|row| row.money(column.key.as_str())).sum();
            sum.show(locale)
        }
        _ if place == 0 => locale.t("guidelines-total"),
        _ => String::new(),
    };
    columns.iter().enumerate().map(total).collect()
}

fn file_shown(file: &FileRef, locale: Locale) -> FileShown {
    FileShown {
        attachment: file.attachment,
        name: file.name.clone(),
        size: show_size(file.size, locale),
        media_type: file.media_type.clone(),
        sha256: file.sha256.clone(),
        pixels: file.pixels,
        alt: file.alt.clone(),
    }
}

/// The paragraphs of a text, parted by empty lines; with `lists`, lines that start with `- ` are items of a list.
pub fn blocks(text: &str, lists: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let item = if lists { line.strip_prefix("- ").map(str::trim) } else { None };
        match (item, blocks.last_mut()) {
            _ if line.trim().is_empty() => open = false,
            (Some(item), Some(Block::List(items))) if open => items.push(item.to_owned()),
            (None, Some(Block::Paragraph(lines))) if open => lines.push(line.to_owned()),
            (Some(item), _) => {
                blocks.push(Block::List(vec![item.to_owned()]));
                open = true;
            }
            (None, _) => {
                blocks.push(Block::Paragraph(vec![line.to_owned()]));
                open = true;
            }
        }
    }
    blocks
}

impl Shown {
    /// The answer as plain text: for mails, differences, exports and search.
    pub fn plain(&self) -> String {
        self.body.plain()
    }

    /// Whether there is an answer.
    pub fn is_answered(&self) -> bool {
        !matches!(self.body, Body::Nothing(_))
    }
}

impl Body {
    /// As plain text; lines are parted by line feeds.
    pub fn plain(&self) -> String {
        match self {
            Self::Nothing(text) | Self::Said(text) | Self::Line(text) | Self::Unread(text) => text.clone(),
            Self::Text(blocks) => blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n\n"),
            Self::Choices(lines) => lines.join("\n"),
            Self::Tags(tags) => tags.join(", "),
            Self::Point(point) => point.to_string(),
            Self::Person(parts) => {
                parts.iter().map(|(label, cell)| format!("{label}: {}", cell.text)).collect::<Vec<_>>().join("\n")
            }
            Self::Table(table) => table.plain(),
            Self::Files(files) => files.iter().map(FileShown::plain).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Block {
    fn plain(&self) -> String {
        match self {
            Self::Paragraph(lines) => lines.join("\n"),
            Self::List(items) => items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Table {
    /// One line for each row: its filled cells.
    fn plain(&self) -> String {
        let row = |cells: &Vec<Cell>| {
            let filled = cells.iter().zip(&self.head).filter(|(cell, _)| !cell.text.is_empty());
            let texts: Vec<String> =
                filled.map(|(cell, head)| format!("{}: {}", head.label, cell.text.replace('\n', " "))).collect();
            texts.join("; ")
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }
}

impl FileShown {
    pub(super) fn plain(&self) -> String {
        if self.alt.is_empty() {
            format!("{} ({})", self.name, self.size)
        } else {
            format!("{} ({}): {}", self.name, self.size, self.alt)
        }
    }
}
