//! Assignments as a table of text: a line for each, a proposal's reference and a reviewer's address or name. As spreadsheets
//! write it: with commas, semicolons or tabs, with a heading or without.

use std::collections::BTreeSet;

use crate::{ids::Reference, words::fold};

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has fewer than two columns.
    Columns,
    /// No proposal of this call has this reference.
    Proposal(String),
    /// No reviewer has this address or name.
    Reviewer(String),
    /// Several have this name.
    Ambiguous(String),
    /// It stands there twice.
    Twice,
}

/// A line that was not understood, by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub line: u64,
    pub wrong: Wrong,
}

/// What a table says: places of proposals and reviewers, and what was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    pub pairs: Vec<(usize, usize)>,
    pub slips: Vec<Slip>,
}

/// Why a table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no UTF-8 and no UTF-16: letters with accents would be guessed.
    Encoding,
    Empty,
    /// It holds more lines than any call has reviews.
    TooLong,
}

/// More lines than any call has reviews.
const MOST_LINES: usize = 20_000;

/// The text of a file, as spreadsheets write it: UTF-8, or UTF-16 with its mark.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let wide = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Unreadable::Encoding)
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| Unreadable::Encoding)?,
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).map_err(|_| Unreadable::Encoding)?,
    };
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// By what proposals and reviewers are found.
pub struct Known<'a> {
    pub references: &'a [&'a Reference],
    /// Name and address.
    pub reviewers: &'a [(&'a str, &'a str)],
}

/// Reads a table. A first line that names nobody is a heading.
pub fn read(text: &str, known: &Known<'_>) -> Result<Read, Unreadable> {
    let first = text.lines().find(|line| !line.trim().is_empty()).ok_or(Unreadable::Empty)?;
    let delimiter =
        [b'\t', b';', b','].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let (mut read, mut seen) = (Read::default(), BTreeSet::new());
    for (place, record) in reader.records().enumerate() {
        if place >= MOST_LINES {
            return Err(Unreadable::TooLong);
        }
        let Ok(record) = record else { return Err(Unreadable::Encoding) };
        let line = record.position().map_or(0, csv::Position::line);
        let cells = (record.get(0).unwrap_or_default(), record.get(1).unwrap_or_default());
        if cells.0.is_empty() && cells.1.is_empty() {
            continue;
        }
        match known.pair(cells) {
            Ok(pair) if seen.insert(pair) => read.pairs.push(pair),
            Ok(_) => read.slips.push(Slip { line, wrong: Wrong::Twice }),
            Err(Wrong::Proposal(_)) if place == 0 && !cells.0.to_uppercase().starts_with("MI-") => {}
            Err(wrong) => read.slips.push(Slip { line, wrong }),
        }
    }
    Ok(read)
}

impl Known<'_> {
    fn pair(&self, (proposal, reviewer): (&str, &str)) -> Result<(usize, usize), Wrong> {
        let reference = proposal.to_uppercase();
        let found = self.references.iter().position(|known| known.as_str() == reference);
        let found = found.ok_or_else(|| Wrong::Proposal(proposal.to_owned()))?;
        if reviewer.is_empty() {
            return Err(Wrong::Columns);
        }
        Ok((found, self.reviewer(reviewer)?))
    }

    fn reviewer(&self, said: &str) -> Result<usize, Wrong> {
        let folded = fold(said);
        if let Some(found) = self.reviewers.iter().position(|(_, email)| fold(email) == folded) {
            return Ok(found);
        }
        let named: Vec<usize> = (0..self.reviewers.len())
            .filter(|place| self.reviewers.get(*place).is_some_and(|(name, _)| fold(name) == folded))
            .collect();
        match named[..] {
            [one] => Ok(one),
            [] => Err(Wrong::Reviewer(said.to_owned())),
            _ => Err(Wrong::Ambiguous(said.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Read {
        let (one, two) = (Reference::new(2014, 1), Reference::new(2014, 2));
        let reviewers =
            [("Ruth Hill", "ruth@jury.example"), ("Ève Roux", "eve@jury.example"), ("Ève Roux", "er@x.example")];
        read(text, &Known { references: &[&one, &two], reviewers: &reviewers }).unwrap()
    }

    #[test]
    fn tables_are_read_as_spreadsheets_write_them() {
        for text in [
            "MI-2014-001,ruth@jury.example\nMI-2014-002,Ruth Hill\n",
            "proposal;reviewer\r\nMI-2014-001;RUTH@jury.example\r\n\r\nmi-2014-002;ruth hill\r\n",
            "Référence\tÉvaluateur\nMI-2014-001\truth@jury.example\nMI-2014-002\t\"Ruth Hill\"",
        ] {
            assert_eq!(of(text), Read { pairs: vec![(0, 0), (1, 0)], slips: Vec::new() }, "{text}");
        }
    }

    #[test]
    fn every_line_that_is_not_understood_is_told_by_its_number() {
        let read = of("MI-2014-001,ruth@jury.example\nMI-2014-009,Ruth Hill\nMI-2014-001\nMI-2014-001,nobody\n\
            MI-2014-002,eve roux\nMI-2014-001,Ruth Hill\n");
        assert_eq!(read.pairs, [(0, 0)]);
        let told: Vec<(u64, Wrong)> = read.slips.into_iter().map(|slip| (slip.line, slip.wrong)).collect();
        assert_eq!(
            told,
            [
                (2, Wrong::Proposal("MI-2014-009".to_owned())),
                (3, Wrong::Columns),
                (4, Wrong::Reviewer("nobody".to_owned())),
                (5, Wrong::Ambiguous("eve roux".to_owned())),
                (6, Wrong::Twice),
            ]
        );
    }

    #[test]
    fn encodings_are_told_by_their_marks_and_never_guessed() {
        assert_eq!(text(b"\xEF\xBB\xBF\xC3\x88ve").unwrap(), "Ève");
        assert_eq!(text(b"\xFF\xFE\xC8\x00v\x00e\x00").unwrap(), "Ève");
        assert_eq!(text(b"\xC8ve"), Err(Unreadable::Encoding), "Windows-1252");
        assert_eq!(text(b" \n"), Err(Unreadable::Empty));
    }
}
