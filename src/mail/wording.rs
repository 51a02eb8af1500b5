//! What a letter says in the words of those who send it: a subject and a body with placeholders like `{reason}`, each of a
//! type. Whoever writes such a text is told of every placeholder that does not exist before it is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{codes::codes, words::Locale};

codes! {
    /// What stands in the place of a placeholder.
    Sort {
        /// A few words on one line.
        Line = "line",
        /// What somebody is called: a person, a city, an organisation.
        Name = "name",
        Number = "number",
        /// The address of a page of the service.
        Link = "link",
        /// Words of the service, chosen by the values; nothing where there is nothing to say.
        Sentence = "sentence",
        /// What somebody wrote, perhaps in several paragraphs; alone in a paragraph it becomes a quotation.
        Text = "text",
        /// A day in words.
        Day = "day",
        /// A day and a time on the reader's clock, or in UTC.
        Instant = "instant",
    }
}

/// A placeholder that a letter knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    pub name: &'static str,
    pub sort: Sort,
    /// Whether the body must have it: its reader can do nothing without.
    pub needed: bool,
}

impl Placeholder {
    pub const fn new(name: &'static str, sort: Sort) -> Self {
        Self { name, sort, needed: false }
    }

    pub const fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    /// `{reason}`
    pub fn written(self) -> String {
        format!("{{{}}}", self.name)
    }
}

/// A letter's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub subject: String,
    pub body: String,
}

/// Own words by the language of the reader; a language without any has the service's.
pub type Wordings = BTreeMap<Locale, Wording>;

/// Where a placeholder stands, or should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Subject,
    Body,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// There is no such placeholder; and the one that is spelt most alike.
    Unknown { written: String, meant: Option<&'static str> },
    /// A brace is opened and not closed; what stands behind it.
    Open(String),
    /// What can have several paragraphs has no room in a subject.
    TooLong(&'static str),
    /// A placeholder that the body must have.
    Lacking(&'static str),
}

impl Wording {
    /// All that is wrong with it, in the order of the text.
    pub fn slips(&self, known: &[Placeholder]) -> Vec<(Part, Slip)> {
        let mut slips = Vec::new();
        for (part, text) in [(Part::Subject, &self.subject), (Part::Body, &self.body)] {
            for piece in pieces(text) {
                slips.extend(slip(part, piece, known).map(|slip| (part, slip)));
            }
        }
        let has = |name: &str| pieces(&self.body).contains(&Piece::Name(name));
        let lacking = known.iter().filter(|one| one.needed && !has(one.name));
        slips.extend(lacking.map(|one| (Part::Body, Slip::Lacking(one.name))));
        slips
    }
}

fn slip(part: Part, piece: Piece<'_>, known: &[Placeholder]) -> Option<Slip> {
    match piece {
        Piece::Words(_) => None,
        Piece::Open(rest) => Some(Slip::Open(rest.chars().take(20).collect())),
        Piece::Name(name) => match known.iter().find(|one| one.name == name) {
            Some(one) if part == Part::Subject && one.sort == Sort::Text => Some(Slip::TooLong(one.name)),
            Some(_) => None,
            None => Some(Slip::Unknown { written: name.chars().take(40).collect(), meant: nearest(name, known) }),
        },
    }
}

/// A text with `value` in the place of each placeholder; what names none is left as it stands.
pub fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Name(name) => out.push_str(&value(name).unwrap_or_else(|| format!("{{{name}}}"))),
            Piece::Open(rest) => {
                out.push('{');
                out.push_str(rest);
            }
        }
    }
    out
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    /// Between braces, without the spaces around it.
    Name(&'a str),
    /// What stands behind a brace that is not closed on its line.
    Open(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, behind)) = rest.split_once('{') {
        pieces.push(Piece::Words(words));
        let end = behind.find(['}', '{', '\n']).unwrap_or(behind.len());
        rest = match behind[end..].strip_prefix('}') {
            Some(after) => {
                pieces.push(Piece::Name(behind[..end].trim()));
                after
            }
            None => {
                pieces.push(Piece::Open(&behind[..end]));
                &behind[end..]
            }
        };
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// The placeholder that is spelt most alike, if it is alike at all.
fn nearest(written: &str, known: &[Placeholder]) -> Option<&'static str> {
    let written: String = written.chars().filter(|c| !c.is_whitespace()).take(40).collect::<String>().to_lowercase();
    let apart = |one: &Placeholder| (distance(&written.replace('-', "_"), one.name), one.name);
    known.iter().map(apart).min().filter(|(apart, name)| *apart <= name.len().div_ceil(3)).map(|(_, name)| name)
}

/// How many letters must be put in, left out or replaced to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, a) in one.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], line + 1);
        for (place, b) in other.chars().enumerate() {
            let here = (row[place] + 1).min(row[place + 1] + 1).min(before + usize::from(a != b));
            before = std::mem::replace(&mut row[place + 1], here);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Placeholder; 3] = [
        Placeholder::new("reference", Sort::Line),
        Placeholder::new("reason", Sort::Text).needed(),
        Placeholder::new("decided_on", Sort::Day),
    ];

    fn slips(subject: &str, body: &str) -> Vec<(Part, Slip)> {
        Wording { subject: subject.to_owned(), body: body.to_owned() }.slips(&KNOWN)
    }

    #[test]
    fn placeholders_are_filled_and_everything_else_stays() {
        let value = |name: &str| (name == "reason").then(|| "No {reference}".to_owned());
        assert_eq!(filled("A {reason} } { reason } {else} {", value), "A No {reference} } No {reference} {else} {");
    }

    #[test]
    fn what_names_no_placeholder_is_told_with_what_may_have_been_meant() {
        assert_eq!(slips("{reference}", "{reason} {decided_on}"), []);
        let unknown = |written: &str, meant| (Part::Body, Slip::Unknown { written: written.to_owned(), meant });
        assert_eq!(slips("", "{reason} {reasn}"), [unknown("reasn", Some("reason"))]);
        assert_eq!(slips("", "{reason} {Decided-On}"), [unknown("Decided-On", Some("decided_on"))]);
        assert_eq!(slips("", "{reason} {x} {}"), [unknown("x", None), unknown("", None)]);
        assert_eq!(slips("", "{reason} {reference\nagain}"), [(Part::Body, Slip::Open("reference".to_owned()))]);
        assert_eq!(slips("", "{{reason}}"), [(Part::Body, Slip::Open(String::new()))]);
    }

    #[test]
    fn a_subject_has_no_room_for_paragraphs_and_a_body_must_say_what_is_needed() {
        assert_eq!(slips("{reason}", "{reason}"), [(Part::Subject, Slip::TooLong("reason"))]);
        assert_eq!(slips("", "Nothing."), [(Part::Body, Slip::Lacking("reason"))]);
    }
}
