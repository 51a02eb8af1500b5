//! Reads the locale files far enough to compare them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

pub const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// A message of a locale file.
#[derive(Debug, Default)]
pub struct Message {
    /// Its text as written, lines joined.
    pub text: String,
    pub file: String,
}

/// What Fluent takes away around a text: not a no-break space, with which a French text may begin.
const BLANK: [char; 2] = [' ', '\r'];

/// What one language says: its messages by key.
pub type Speech = BTreeMap<String, Message>;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the locale files of a language.
pub fn files(language: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("locales").join(language)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// All messages of a language. A key that two files hold is a defect.
pub fn speech(language: &str) -> Speech {
    let mut all = Speech::new();
    for file in files(language) {
        let path = root().join("locales").join(language).join(&file);
        for (key, text) in messages(&path) {
            let known = all.insert(key.clone(), Message { text, file: file.clone() });
            assert!(known.is_none(), "{language}/{file}: {key} is said twice");
        }
    }
    assert!(!all.is_empty(), "{language} says nothing: the checks would pass on it");
    all
}

fn messages(path: &Path) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if line.starts_with('#') {
            continue;
        }
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase() || c == '-');
        match line.split_once('=') {
            Some((key, text)) if begins => found.push((key.trim().to_owned(), text.trim_matches(BLANK).to_owned())),
            _ => {
                if let Some((_, text)) = found.last_mut() {
                    text.push('\n');
                    text.push_str(line.trim());
                }
            }
        }
    }
    found
}

impl Message {
    /// What is put into the text: `$name` by the service, `{name}` by a script of the page.
    pub fn placeables(&self) -> BTreeSet<String> {
        let mut found = names(&self.text, "$");
        for name in names(&self.text, "{\"{\"}") {
            found.insert(format!("{{{name}}}"));
        }
        found
    }

    /// The messages that this one takes in: `{ other-key }`.
    pub fn references(&self) -> BTreeSet<String> {
        let inner = self.text.split('{').skip(1).filter_map(|part| part.split('}').next());
        let key = |part: &str| part.trim().to_owned();
        inner.map(key).filter(|part| part.starts_with(|c: char| c.is_ascii_lowercase() || c == '-')).collect()
    }

    /// The text as it is read: with `X` for each value, and the branches of a choice one after the other.
    pub fn spoken(&self) -> String {
        let mut text = self.text.replace("{\"{\"}", "").replace("{\"}\"}", "");
        while let Some((start, end)) = innermost(&text) {
            let inner = &text[start + 1..end];
            let said = match inner.split_once("->") {
                Some((_, branches)) => branches.split(['[', ']']).skip(2).step_by(2).collect::<Vec<_>>().join("\n"),
                None => "X".to_owned(),
            };
            text.replace_range(start..=end, said.trim_end_matches(['*', ' ', '\n']));
        }
        text
    }
}

/// The words right behind each `mark`.
fn names(text: &str, mark: &str) -> BTreeSet<String> {
    let word = |part: &str| part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    text.split(mark).skip(1).map(word).filter(|name| !name.is_empty()).collect()
}

/// The place of the first pair of braces that holds no other.
fn innermost(text: &str) -> Option<(usize, usize)> {
    let end = text.find('}')?;
    Some((text[..end].rfind('{')?, end))
}
