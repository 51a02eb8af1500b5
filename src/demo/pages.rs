//! What the pages of letters show.

use askama::Template;

use crate::{clock::Zone, entity::letter, mail::LetterState, web::Frame, words::Locale};

/// The letters, newest first: to anyone, or to one address.
#[derive(Template)]
#[template(path = "demo/mail.html")]
pub struct MailPage {
    pub frame: Frame,
    /// What was typed as the address that they are to.
    pub to: String,
    pub letters: Vec<Line>,
    /// Where the newest are, on a page of older ones.
    pub newest: Option<String>,
    pub older: Option<String>,
}

/// One letter, as text and as a mail program shows it.
#[derive(Template)]
#[template(path = "demo/letter.html")]
pub struct LetterPage {
    pub frame: Frame,
    pub letter: Line,
    /// The key of where it stands.
    pub stands: &'static str,
    pub text: Vec<Piece>,
}

/// A letter in a list.
pub struct Line {
    pub href: String,
    pub subject: String,
    pub language: &'static str,
    pub to: String,
    pub iso: String,
    pub when: String,
    pub waits: bool,
}

/// A piece of a text: a link of ours, or something else.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub href: Option<String>,
}

impl Line {
    pub fn new(letter: &letter::Model, locale: Locale, zone: Zone) -> Self {
        let (name, address) = (&letter.recipient_name, &letter.recipient);
        Self {
            href: format!("/demo/mail/{}", letter.id),
            subject: letter.subject.clone(),
            language: letter.locale.tag(),
            to: if name.is_empty() { address.to_string() } else { format!("{name} <{address}>") },
            iso: letter.created_at.iso(),
            when: locale.instant(letter.created_at, zone),
            waits: letter.state != LetterState::Sent,
        }
    }
}

impl LetterPage {
    pub fn new(frame: Frame, letter: &letter::Model, text: &str, ours: &str, zone: Zone) -> Self {
        let line = Line::new(letter, frame.locale, zone);
        let stands = if line.waits { "demo-letter-waiting" } else { "demo-letter-sent" };
        Self { frame, stands, text: pieces(text, ours), letter: line }
    }
}

/// Cuts a text at the addresses that begin with `ours`. Those of others stay text, as they do for a reader of mail.
fn pieces(text: &str, ours: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(ours) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        let (link, after) = from.split_at(end);
        found.push(Piece { text: before.to_owned(), href: None });
        found.push(Piece { text: link.to_owned(), href: Some(link.to_owned()) });
        rest = after;
    }
    found.push(Piece { text: rest.to_owned(), href: None });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_ours_can_be_followed_and_no_others() {
        let text = "Go to http://here.example/a?b=1\nand not to http://there.example/";
        let links: Vec<String> =
            pieces(text, "http://here.example/").into_iter().filter_map(|piece| piece.href).collect();
        assert_eq!(links, ["http://here.example/a?b=1"]);
        let whole: String = pieces(text, "http://here.example/").into_iter().map(|piece| piece.text).collect();
        assert_eq!(whole, text);
    }
}
