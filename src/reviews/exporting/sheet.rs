//! Tables as a spreadsheet, row by row: what was written lies in a file that has no name, not in memory.

use std::{io::Write, path::Path};

use rust_xlsxwriter::{Format as Style, Workbook, Worksheet, XlsxError};

use super::{Cell, Record};

/// As many rows as a sheet holds below its head.
pub const MOST_ROWS: u32 = 1_048_575;

/// The longest text of a cell, in UTF-16 units; a longer one is cut, and ends with an ellipsis.
const LONGEST: usize = 32_767;
const ELLIPSIS: char = '…';

/// How wide the columns are, in characters.
const WIDTH: f64 = 18.0;

/// A spreadsheet being written.
pub struct Sheet {
    book: Workbook,
    amount: Style,
    next: u32,
}

impl Sheet {
    /// With its head. What is written meanwhile lies in `folder`.
    pub fn begin(name: &str, columns: &[String], folder: &Path) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder)?;
        let strong = Style::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (place, column) in (0_u16..).zip(columns) {
            sheet.set_column_width(place, WIDTH)?;
            sheet.write_string_with_format(0, place, column.as_str(), &strong)?;
        }
        Ok(Self { book, amount: Style::new().set_num_format("#,##0.00"), next: 1 })
    }

    /// A text is written as a text, whatever it begins with: none is ever a formula.
    pub fn rows(&mut self, records: &[Record]) -> Result<(), XlsxError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for record in records {
            for (place, cell) in (0_u16..).zip(record) {
                write(sheet, (self.next, place), cell, &self.amount)?;
            }
            self.next += 1;
        }
        Ok(())
    }

    pub fn finish(mut self, out: impl Write + Send) -> Result<(), XlsxError> {
        self.book.save_to_writer(out)
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, amount: &Style) -> Result<(), XlsxError> {
    let number = cell.plain().parse::<f64>();
    match (cell, number) {
        (Cell::Nothing, _) => {}
        (Cell::Number(_) | Cell::Points(_), Ok(number)) => drop(sheet.write_number(row, column, number)?),
        (Cell::Money(_), Ok(number)) => drop(sheet.write_number_with_format(row, column, number, amount)?),
        (Cell::Is(is), _) => drop(sheet.write_boolean(row, column, *is)?),
        (other, _) => drop(sheet.write_string(row, column, fitting(&other.plain()))?),
    }
    Ok(())
}

/// What fits into a cell.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - ELLIPSIS.len_utf16();
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    text.chars().take_while(fits).chain([ELLIPSIS]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_is_cut_between_characters() {
        assert_eq!(fitting("=1"), "=1");
        let long = "😀".repeat(20_000);
        let cut = fitting(&long);
        assert!(cut.encode_utf16().count() <= LONGEST && cut.ends_with("😀…"));
        assert_eq!(fitting(&"a".repeat(LONGEST)).len(), LONGEST);
        assert_eq!(fitting(&"a".repeat(LONGEST + 1)).chars().count(), LONGEST);
    }
}
