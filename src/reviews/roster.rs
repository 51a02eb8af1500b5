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
    /// A quotation mark goes on over lines: what they say was not read.
    Quote,
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

/// More lines than any call has reviews, and as many as a form without files can bring back.
const MOST_LINES: usize = 7_000;

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

/// Reads a table. A first line is a heading if no cell of it could be part of an assignment; where nothing else was read, it is
/// told like any other.
pub fn read(text: &str, known: &Known<'_>) -> Result<Read, Unreadable> {
    let first = text.lines().find(|line| !line.trim().is_empty()).ok_or(Unreadable::Empty)?;
    let delimiter =
        [b'\t', b';', b','].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count());
    let delimiter = delimiter.unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut read, mut seen, mut heading) = (Read::default(), BTreeSet::new(), None);
    for (place, record) in reader.records().enumerate() {
        if place >= MOST_LINES {
            return Err(Unreadable::TooLong);
        }
        let Ok(record) = record else { return Err(Unreadable::Encoding) };
        let line = record.position().map_or(0, csv::Position::line);
        let cells = (record.get(0).unwrap_or_default(), record.get(1).unwrap_or_default());
        if swallows_lines(&record, char::from(delimiter)) {
            read.slips.push(Slip { line, wrong: Wrong::Quote });
            continue;
        }
        if cells.0.is_empty() && cells.1.is_empty() {
            continue;
        }
        let is_first = heading.is_none() && read == Read::default();
        match known.pair(cells) {
            Ok(pair) if seen.insert(pair) => read.pairs.push(pair),
            Ok(_) => read.slips.push(Slip { line, wrong: Wrong::Twice }),
            Err(wrong) if is_first && !record.iter().any(|cell| known.could_have(cell)) => {
                heading = Some(Slip { line, wrong });
            }
            Err(wrong) => read.slips.push(Slip { line, wrong }),
        }
    }
    if read == Read::default() {
        read.slips.push(heading.ok_or(Unreadable::Empty)?);
    }
    Ok(read)
}

/// Whether quotation marks have brought lines together of which some may be assignments. Notes may go over lines.
fn swallows_lines(record: &csv::StringRecord, delimiter: char) -> bool {
    let ends = ['\n', '\r'];
    let holds_line = |cell: &str| {
        cell.contains(ends) && cell.split([delimiter, '\n', '\r']).any(|part| is_like_a_reference(part.trim()))
    };
    record.iter().take(2).any(|cell| cell.contains(ends)) || record.iter().skip(2).any(holds_line)
}

/// Whether it is written like a reference, if not quite as one: `MI-2014-1`, `mi 2014 001`, `2014/001`.
fn is_like_a_reference(cell: &str) -> bool {
    let said = cell.to_uppercase();
    let rest = said.strip_prefix("MI").unwrap_or(&said);
    let is_number =
        rest.chars().any(|c| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || !c.is_alphanumeric());
    said.starts_with("MI-") || is_number
}

impl Known<'_> {
    /// Whether a cell could be part of an assignment: somebody who is known, an address, or what is like a reference.
    fn could_have(&self, cell: &str) -> bool {
        let is_known = || !matches!(self.reviewer(cell), Err(Wrong::Reviewer(_)));
        !cell.is_empty() && (cell.contains('@') || is_like_a_reference(cell) || is_known())
    }

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
    fn a_first_line_that_could_be_an_assignment_is_told_and_a_heading_is_passed_over() {
        for (first, said) in [
            ("2014-001,Ruth Hil", "2014-001"),
            ("mi 2014 001,Ruth Hil", "mi 2014 001"),
            ("Roofs of Agra,Ruth Hill", "Roofs of Agra"),
            ("Roofs of Agra,eve roux", "Roofs of Agra"),
            ("Roofs of Agra,who@jury.example", "Roofs of Agra"),
            ("ruth@jury.example,MI-2014-001", "ruth@jury.example"),
        ] {
            let read = of(&format!("{first}\nMI-2014-002,Ruth Hill\n"));
            assert_eq!(read.pairs, [(1, 0)], "{first}");
            assert_eq!(read.slips, [Slip { line: 1, wrong: Wrong::Proposal(said.to_owned()) }], "{first}");
        }
        let heading = of(",,\nProposal of 2014,Reviewer 1,Mission\nMI-2014-002,Ruth Hill,\n");
        assert_eq!(heading, Read { pairs: vec![(1, 0)], slips: Vec::new() });
        let alone = of("Proposal,Reviewer\n");
        assert_eq!(alone.slips, [Slip { line: 1, wrong: Wrong::Proposal("Proposal".to_owned()) }]);
    }

    #[test]
    fn a_quotation_mark_that_goes_on_over_lines_is_told() {
        for text in [
            "\"Proposal,Reviewer\nMI-2014-001,Ruth Hill\n",
            "\"Proposal\nof the call\",Reviewer\n",
            "MI-2014-001,\"Ruth Hill\nMI-2014-002,Ruth Hill\n",
            "MI-2014-001,Ruth Hill,\"asked\nMI-2014-002,Ruth Hill\n",
        ] {
            let slips = vec![Slip { line: 1, wrong: Wrong::Quote }];
            assert_eq!(of(text), Read { pairs: Vec::new(), slips }, "{text}");
        }
        let notes = of("MI-2014-001,Ruth Hill,\"Asked,\nand willing.\"\nMI-2014-002,\"Ruth Hill\n");
        assert_eq!(notes, Read { pairs: vec![(0, 0), (1, 0)], slips: Vec::new() }, "notes may");
    }

    #[test]
    fn encodings_are_told_by_their_marks_and_never_guessed() {
        assert_eq!(text(b"\xEF\xBB\xBF\xC3\x88ve").unwrap(), "Ève");
        assert_eq!(text(b"\xFF\xFE\xC8\x00v\x00e\x00").unwrap(), "Ève");
        assert_eq!(text(b"\xC8ve"), Err(Unreadable::Encoding), "Windows-1252");
        assert_eq!(text(b" \n"), Err(Unreadable::Empty));
    }
}
