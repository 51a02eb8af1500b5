//! Tables as characters, a few rows at a time: what was written is handed on before the next rows are read.

use super::{Cell, Format, Record, json};

/// So that Excel reads the file as UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// What a spreadsheet takes for the beginning of a formula; the wide forms of East Asian keyboards too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table on its way out.
#[derive(Clone, Debug)]
pub struct Written {
    format: Format,
    columns: Vec<String>,
    any: bool,
}

impl Written {
    /// A spreadsheet is none: see [`super::Sheet`].
    pub fn new(format: Format, columns: Vec<String>) -> Self {
        Self { format, columns, any: false }
    }

    /// What stands before the rows.
    pub fn head(&self) -> csv::Result<Vec<u8>> {
        match self.format {
            Format::Json => Ok(json::HEAD.to_vec()),
            Format::Csv | Format::Xlsx => {
                let mut out = BOM.to_vec();
                out.extend(lines([self.columns.clone()])?);
                Ok(out)
            }
        }
    }

    pub fn rows(&mut self, records: &[Record]) -> csv::Result<Vec<u8>> {
        match self.format {
            Format::Json => {
                let mut out = Vec::new();
                for record in records {
                    out.extend_from_slice(if self.any { b",\n" } else { b"\n" });
                    out.extend(json::row(&self.columns, record));
                    self.any = true;
                }
                Ok(out)
            }
            Format::Csv | Format::Xlsx => lines(records.iter().map(|record| record.iter().map(in_csv).collect())),
        }
    }

    /// What stands after them: a file without it is not whole.
    pub fn foot(&self) -> &'static [u8] {
        match self.format {
            Format::Json => json::FOOT,
            Format::Csv | Format::Xlsx => b"",
        }
    }
}

/// As RFC 4180 has it.
fn lines(rows: impl IntoIterator<Item = Vec<String>>) -> csv::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Only what people wrote can be a formula: numbers are ours.
fn in_csv(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => defused(text),
        other => other.plain(),
    }
}

/// A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it.
pub fn defused(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Moment, guidelines::Cents};

    fn csv(records: &[Record]) -> String {
        let mut written = Written::new(Format::Csv, vec!["a".to_owned(), "b".to_owned()]);
        let mut out = written.head().unwrap();
        out.extend(written.rows(records).unwrap());
        out.extend_from_slice(written.foot());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_text_that_begins_like_a_formula_is_defused_and_a_number_is_not() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        for text in ["Agra", "1-1", "a=b", "", "'=1", "¡Sí!"] {
            assert_eq!(defused(text), text);
        }
        assert_eq!(in_csv(&Cell::Number(-5)), "-5");
        assert_eq!(in_csv(&Cell::Money(Cents::new(-5))), "-0.05");
    }

    #[test]
    fn rows_are_quoted_as_rfc_4180_has_it_behind_a_byte_order_mark() {
        let rows =
            [vec![Cell::text("é, \"q\"\nz"), Cell::Nothing], vec![Cell::At(Moment::from_millis(0)), Cell::Is(true)]];
        assert_eq!(csv(&rows), "\u{feff}a,b\r\n\"é, \"\"q\"\"\nz\",\r\n1970-01-01T00:00:00.000Z,true\r\n");
        assert_eq!(csv(&[]), "\u{feff}a,b\r\n");
    }

    #[test]
    fn json_is_whole_however_many_pieces_it_was_written_in() {
        let mut written = Written::new(Format::Json, vec!["a".to_owned(), "b".to_owned()]);
        let mut out = written.head().unwrap();
        out.extend(written.rows(&[]).unwrap());
        out.extend(written.rows(&[vec![Cell::text("=1"), Cell::Nothing]]).unwrap());
        let points = crate::guidelines::Points::from_hundredths(7240);
        out.extend(written.rows(&[vec![Cell::Money(Cents::new(150)), Cell::Points(points)]]).unwrap());
        out.extend_from_slice(written.foot());
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(read, serde_json::json!([{"a": "=1", "b": null}, {"a": "1.50", "b": 72.4}]));
    }
}
