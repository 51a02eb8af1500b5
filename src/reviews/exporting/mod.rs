//! Exports: what can be taken along, and how a table becomes CSV, JSON or a spreadsheet. Names of columns and codes are the same
//! in every language: they are for programs, and for those who compare two exports (docs/exports.md).

mod json;
mod sheet;
mod text;

use std::str::FromStr;

use serde_json::{Map, Value as Json};

use crate::{
    clock::Moment,
    codes::{UnknownCode, codes},
    guidelines::{Cents, Plain, Points},
};

pub use sheet::{MOST_ROWS, Sheet};
pub use text::{Written, defused};

codes! {
    /// What is exported.
    What {
        /// A row for each proposal.
        Proposals = "proposals",
        /// A row for each review that is in.
        Reviews = "reviews",
        /// A row for each score of each review.
        Scores = "scores",
        /// A row for each decision.
        Decisions = "decisions",
    }

    Format {
        Csv = "csv",
        Xlsx = "xlsx",
        Json = "json",
    }
}

impl Format {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// An export as its address names it: `proposals.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    pub what: What,
    pub format: Format,
}

impl Export {
    /// The last part of its address.
    pub fn file(self) -> String {
        format!("{}.{}", self.what.code(), self.format.code())
    }

    /// Under which name it is saved: with the day, so that two can be told apart.
    pub fn saved_as(self, at: Moment) -> String {
        format!("{}-{}.{}", self.what.code(), at.utc().date_naive(), self.format.code())
    }
}

impl FromStr for Export {
    type Err = UnknownCode;
    fn from_str(file: &str) -> Result<Self, UnknownCode> {
        let (what, format) = file.split_once('.').ok_or(UnknownCode)?;
        Ok(Self { what: what.parse()?, format: format.parse()? })
    }
}

/// A value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Nothing,
    Text(String),
    Number(i64),
    Points(Points),
    Money(Cents),
    At(Moment),
    Is(bool),
    /// For JSON alone.
    Object(Map<String, Json>),
}

/// A row, with as many values as the table has columns.
pub type Record = Vec<Cell>;

impl Cell {
    /// A text; nothing if it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    pub fn or_nothing<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, cell)
    }

    /// Points that are kept in hundredths; nothing where there are none.
    pub fn hundredths(hundredths: i32) -> Self {
        Self::or_nothing(u32::try_from(hundredths).ok(), |points| Self::Points(Points::from_hundredths(points)))
    }

    /// As characters, exact: amounts as `1234.50`, instants as ISO 8601 in UTC.
    fn plain(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Points(points) => points.to_string(),
            Self::Money(amount) => amount.plain(),
            Self::At(at) => at.iso(),
            Self::Is(is) => is.to_string(),
            Self::Object(object) => Json::Object(object.clone()).to_string(),
        }
    }
}

impl From<Option<Plain>> for Cell {
    fn from(answer: Option<Plain>) -> Self {
        match answer {
            None => Self::Nothing,
            Some(Plain::Text(text)) => Self::text(text),
            Some(Plain::Number(number)) => Self::Number(number),
            Some(Plain::Money(amount)) => Self::Money(amount),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_known_by_its_file() {
        for what in What::ALL {
            for format in Format::ALL {
                let export = Export { what: *what, format: *format };
                assert_eq!(export.file().parse::<Export>().unwrap(), export);
            }
        }
        for odd in ["", "proposals", "proposals.", ".csv", "proposals.csv.xlsx", "people.csv", "proposals.xls"] {
            assert!(odd.parse::<Export>().is_err(), "{odd}");
        }
    }
}
