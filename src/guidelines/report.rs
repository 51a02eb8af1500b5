//! What a check or a reading has found: where, how grave, and the words for it in every language.

use crate::words::{Locale, Trilingual};

use super::{
    keys::{FieldKey, SectionKey},
    money::Cents,
    months::{Month, Period},
};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look; blocks nothing.
    Warning,
    /// Must be answered before submission; a draft may lack it.
    Missing,
    /// Cannot stand in a submission; a draft keeps it.
    Wrong,
}

/// Where a finding points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub section: SectionKey,
    pub field: FieldKey,
    /// The row, from 0 on; also the image.
    pub row: Option<usize>,
    /// The column of a row, the part of a person or of a point.
    pub column: Option<FieldKey>,
    /// The id of the input to link to: `f-partners-2-country`.
    pub input: String,
    field_label: Trilingual,
    column_label: Option<Trilingual>,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub spot: Spot,
    message: Message,
}

/// The words of a finding: a key of the locale files with its values, or a statement of the definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    Key(&'static str, Vec<(&'static str, Given)>),
    Statement(Trilingual),
}

/// A value in a message, put into words by the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Count(i64),
    Text(String),
    Label(Trilingual),
    Money(Cents),
    Month(Month),
    Period(Period),
    /// A size in bytes.
    Size(u64),
}

/// All that a check has found, in the order of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub findings: Vec<Finding>,
}

impl Spot {
    pub(super) fn field(section: &SectionKey, field: &FieldKey, label: &Trilingual) -> Self {
        Self {
            section: section.clone(),
            field: field.clone(),
            row: None,
            column: None,
            input: input_id(field.as_str()),
            field_label: label.clone(),
            column_label: None,
        }
    }

    /// The same field, at a cell or part of it.
    pub(super) fn at(&self, row: Option<usize>, column: &FieldKey, label: Trilingual) -> Self {
        let row_name = row.map(|row| format!(".{row}")).unwrap_or_default();
        Self {
            row,
            column: Some(column.clone()),
            input: input_id(&format!("{}{row_name}.{column}", self.field)),
            column_label: Some(label),
            ..self.clone()
        }
    }

    /// The same field; the link goes to another input of it, by its name.
    pub(super) fn via(&self, name: &str) -> Self {
        Self { input: input_id(name), ..self.clone() }
    }

    /// Where it is, in words: `Partners, row 3: Country`.
    pub fn place(&self, locale: Locale) -> String {
        let field = self.field_label.get(locale);
        let column = self.column_label.as_ref().map(|label| label.get(locale));
        match (self.row, column) {
            (Some(row), Some(column)) => locale.tr(
                "guidelines-place-cell",
                &[("field", field.into()), ("row", (row + 1).to_string().into()), ("column", column.into())],
            ),
            (None, Some(column)) => {
                locale.tr("guidelines-place-part", &[("field", field.into()), ("part", column.into())])
            }
            _ => field.to_owned(),
        }
    }
}

/// The id of the input of that name: `partners.2.country` is `f-partners-2-country`. Dots would need escaping in selectors,
/// and the prefix keeps fields apart from the landmarks of the page.
pub fn input_id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}

impl Finding {
    pub(super) fn new(severity: Severity, spot: Spot, message: Message) -> Self {
        Self { severity, spot, message }
    }

    /// The same, said by another key of the locale files: where the form knows better what is missing.
    #[must_use]
    pub fn saying(self, key: &'static str) -> Self {
        Self { message: Message::Key(key, Vec::new()), ..self }
    }

    /// What is found, and what to do about it, as a sentence.
    pub fn message(&self, locale: Locale) -> String {
        self.message.text(locale)
    }

    /// Whether it says no more than that there is too much of something: what came on paper is as long as it is.
    pub fn is_excess(&self) -> bool {
        const EXCESS: [&str; 5] = [
            "guidelines-wrong-too-long-chars",
            "guidelines-wrong-too-long-words",
            "guidelines-wrong-too-many",
            "guidelines-wrong-rows",
            "guidelines-wrong-tag",
        ];
        matches!(self.message, Message::Key(key, _) if EXCESS.contains(&key))
    }

    /// Whether a limit is exceeded: of a text, of rows, of a file.
    pub fn is_over_limit(&self) -> bool {
        self.is_excess() || matches!(self.message, Message::Key("guidelines-wrong-file-size", _))
    }
}

impl Message {
    fn text(&self, locale: Locale) -> String {
        match self {
            Self::Statement(statement) => statement.get(locale).to_owned(),
            Self::Key(key, given) => {
                let args: Vec<_> = given.iter().map(|(name, given)| (*name, given.show(locale).into())).collect();
                locale.tr(key, &args)
            }
        }
    }
}

impl Given {
    fn show(&self, locale: Locale) -> String {
        match self {
            Self::Count(count) => locale.number(*count),
            Self::Text(text) => text.clone(),
            Self::Label(label) => label.get(locale).to_owned(),
            Self::Money(amount) => amount.show(locale),
            Self::Month(month) => month.show(locale),
            Self::Period(period) => period.show(locale),
            Self::Size(bytes) => show_size(*bytes, locale),
        }
    }
}

/// A size in bytes as people read it.
pub fn show_size(bytes: u64, locale: Locale) -> String {
    locale.size(bytes)
}

impl Report {
    /// Whether nothing stands in the way of submitting.
    pub fn is_clear(&self) -> bool {
        self.blocking().next().is_none()
    }

    /// What stands in the way of submitting.
    pub fn blocking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity > Severity::Warning)
    }

    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Warning)
    }

    pub fn of_section<'r>(&'r self, section: &'r str) -> impl Iterator<Item = &'r Finding> {
        self.findings.iter().filter(move |finding| finding.spot.section == *section)
    }

    pub fn of_field<'r>(&'r self, field: &'r str) -> impl Iterator<Item = &'r Finding> {
        self.findings.iter().filter(move |finding| finding.spot.field == *field)
    }
}
