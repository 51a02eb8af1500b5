//! Which templates were met. A template is known by a piece of its own markup that no other template holds.

use std::collections::{BTreeMap, BTreeSet};

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

/// The templates not met yet, by language; and the pages in which others were met, as far as the HTML checker is to read them.
pub struct Unmet {
    /// What each template is known by, in each language.
    known_by: BTreeMap<(String, String), Vec<String>>,
    left: BTreeMap<String, BTreeSet<String>>,
    pages: Pages,
}

/// The frame around the plain text of letters writes nothing but this line, which stands in no page.
const PLAIN_FRAME: (&str, &str) = ("mail/frame.txt", "\n-- \n");

/// Shorter pieces of markup prove nothing.
const LONG_ENOUGH: usize = 8;

impl Unmet {
    pub fn all(languages: &[&str]) -> Self {
        let all = templates();
        let mut known_by = BTreeMap::new();
        for language in languages {
            let speech = speech(language);
            for (file, own) in &all {
                let others: Vec<&String> =
                    all.iter().filter(|(other, _)| other != file).map(|(_, text)| text).collect();
                let alone = |piece: &String| !others.iter().any(|text| text.contains(piece.as_str()));
                let mut pieces: Vec<String> = pieces(own).into_iter().filter(alone).collect();
                pieces.extend(keys(own).into_iter().filter(alone).filter_map(|key| words(&speech, &key)));
                if file == PLAIN_FRAME.0 {
                    pieces.push(PLAIN_FRAME.1.to_owned());
                }
                // A part whose markup is too plain to be known by is met where it is put to use.
                if pieces.is_empty() {
                    let name = file.rsplit('/').next().and_then(|name| name.strip_suffix(".html")).unwrap_or(file);
                    let uses = [format!("\"{file}\""), format!("parts::{name}(")];
                    let users = all.iter().filter(|(_, text)| uses.iter().any(|used| text.contains(used)));
                    pieces.extend(users.flat_map(|(_, text)| self::pieces(text)));
                }
                assert!(!pieces.is_empty(), "{file} holds nothing of its own: how is it to be known?");
                known_by.insert(((*language).to_owned(), file.clone()), pieces);
            }
        }
        let files: BTreeSet<String> = all.into_iter().map(|(file, _)| file).collect();
        let left = languages.iter().map(|language| ((*language).to_owned(), files.clone())).collect();
        Self { known_by, left, pages: Pages::none() }
    }

    /// Strikes out what a page was drawn from. It is kept if that was something new.
    pub fn meet(&mut self, language: &str, page: &str) {
        let is_new = self.strike_out(language, page);
        self.pages.keep(language, page, is_new);
    }

    /// Strikes out what something was drawn from; answers whether there was anything to strike out.
    fn strike_out(&mut self, language: &str, drawn: &str) -> bool {
        let Some(left) = self.left.get_mut(language) else { return false };
        let before = left.len();
        let known_by = |file: &String| &self.known_by[&(language.to_owned(), file.clone())];
        left.retain(|file| !known_by(file).iter().any(|piece| drawn.contains(piece.as_str())));
        left.len() < before
    }

    /// Strikes out what the letters were drawn from.
    pub async fn letters(&mut self, app: &AnotherProcess) {
        for letter in letters(app).await {
            self.strike_out(letter.locale.tag(), &letter.body_html);
            self.strike_out(letter.locale.tag(), &letter.body_text);
        }
    }

    pub fn none(&self) -> bool {
        self.left.values().all(BTreeSet::is_empty)
    }

    pub fn list(&self) -> String {
        let of = |(language, files): (&String, &BTreeSet<String>)| format!("{language}: {files:?}");
        self.left.iter().map(of).collect::<Vec<_>>().join("\n")
    }
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
