//! Which templates were met. A template is known by a piece of its own markup that no other template holds.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use initiatives::entity::letter;
use sea_orm::EntityTrait;

use super::pages::Pages;
use crate::{
    support::{
        AnotherProcess,
        letters::{Written, read},
    },
    words::{
        locales::{Speech, speech},
        uses::{Parts, templates},
    },
};

/// The templates not met yet in a language; and the pages in which others were met, as far as the HTML checker is to read them.
pub struct Unmet {
    language: &'static str,
    known_by: Marks,
    left: BTreeSet<String>,
    pages: Pages,
}

/// The frame around the plain text of letters writes nothing but this line, which stands in no page.
const PLAIN_FRAME: (&str, &str) = ("mail/frame.txt", "\n-- \n");

/// Shorter pieces of markup prove nothing.
const LONG_ENOUGH: usize = 8;

impl Unmet {
    pub fn all(language: &'static str) -> Self {
        let all = templates();
        let alone = alone(&all);
        let speech = speech(language);
        let mut marks = Vec::new();
        for (file, own) in &all {
            let mut own: Vec<String> = of_its_own(own, &alone, &speech);
            if file == PLAIN_FRAME.0 {
                own.push(PLAIN_FRAME.1.to_owned());
            }
            // A part whose markup is too plain to be known by is met where it is put to use.
            if own.is_empty() {
                let name = file.rsplit('/').next().and_then(|name| name.strip_suffix(".html")).unwrap_or(file);
                let uses = [format!("\"{file}\""), format!("parts::{name}(")];
                let users = all.iter().filter(|(_, text)| uses.iter().any(|used| text.contains(used)));
                own.extend(users.flat_map(|(_, text)| pieces(text)));
            }
            assert!(!own.is_empty(), "{file} holds nothing of its own: how is it to be known?");
            marks.extend(own.into_iter().map(|piece| (piece, file.clone())));
        }
        let left = all.into_iter().map(|(file, _)| file).collect();
        Self { language, known_by: Marks::of(marks), left, pages: Pages::none(language) }
    }

    /// Strikes out what a page was drawn from. It is kept if that was something new.
    pub fn meet(&mut self, page: &str) {
        let is_new = self.strike_out(page);
        self.pages.keep(page, is_new);
    }

    /// Strikes out what something was drawn from; answers whether there was anything to strike out.
    fn strike_out(&mut self, drawn: &str) -> bool {
        let before = self.left.len();
        for file in self.known_by.found_in(drawn) {
            self.left.remove(file);
        }
        self.left.len() < before
    }

    /// Strikes out what the letters of the language were drawn from.
    pub async fn letters(&mut self, app: &AnotherProcess) {
        let language = self.language;
        for letter in letters(app).await.into_iter().filter(|letter| letter.locale.tag() == language) {
            self.strike_out(&letter.body_html);
            self.strike_out(&letter.body_text);
        }
    }

    /// The templates that nothing was drawn from.
    pub fn left(&self) -> &BTreeSet<String> {
        &self.left
    }
}

/// What the templates are known by in one language, each piece with its template: all are looked for in one go.
struct Marks {
    pieces: AhoCorasick,
    files: Vec<String>,
}

impl Marks {
    fn of(marks: Vec<(String, String)>) -> Self {
        let (pieces, files): (Vec<String>, Vec<String>) = marks.into_iter().unzip();
        Self { pieces: AhoCorasick::new(pieces).unwrap(), files }
    }

    fn found_in(&self, text: &str) -> BTreeSet<&String> {
        self.pieces.find_overlapping_iter(text).map(|found| &self.files[found.pattern().as_usize()]).collect()
    }
}

/// The pieces and keys that only one of the templates holds.
fn alone(all: &[(String, String)]) -> BTreeSet<String> {
    let candidates: BTreeSet<String> =
        all.iter().flat_map(|(_, text)| pieces(text).into_iter().chain(keys(text))).collect();
    let candidates = Marks::of(candidates.into_iter().map(|piece| (piece.clone(), piece)).collect());
    let mut holders: BTreeMap<&String, usize> = BTreeMap::new();
    for (_, text) in all {
        for piece in candidates.found_in(text) {
            *holders.entry(piece).or_default() += 1;
        }
    }
    holders.into_iter().filter(|(_, templates)| *templates == 1).map(|(piece, _)| piece.clone()).collect()
}

/// What a template alone writes: its markup, and the words of the keys that it names.
fn of_its_own(template: &str, alone: &BTreeSet<String>, speech: &Speech) -> Vec<String> {
    let is_alone = |piece: &String| alone.contains(piece);
    let words = keys(template).into_iter().filter(is_alone).filter_map(|key| words(speech, &key));
    pieces(template).into_iter().filter(is_alone).chain(words).collect()
}

/// What a template writes as it stands, between its codes, line by line.
fn pieces(template: &str) -> BTreeSet<String> {
    let written = Parts::of(template).written;
    let lines = written.into_iter().flat_map(str::lines).map(|line| line.trim().to_owned());
    lines.filter(|line| line.len() >= LONG_ENOUGH).collect()
}

pub async fn letters(app: &AnotherProcess) -> Vec<Written> {
    read(app, letter::Entity::find()).await
}

/// The keys of words that a template names.
fn keys(template: &str) -> BTreeSet<String> {
    let code = Parts::of(template).code;
    let quoted = code.into_iter().flat_map(|code| code.split('"').skip(1).step_by(2));
    quoted.filter(|text| text.contains('-')).map(str::to_owned).collect()
}

/// The words of a key as they stand in a page, where nothing is put into them.
fn words(speech: &Speech, key: &str) -> Option<String> {
    let said = speech.get(key)?;
    let plain = said.placeables().is_empty() && !said.text.contains(['{', '\n', '&', '<', '\'', '"']);
    (plain && said.text.len() >= LONG_ENOUGH).then(|| said.text.clone())
}
