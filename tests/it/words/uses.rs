//! Which keys the sources and the templates name, and which words stand in templates.

use std::{fs, path::Path};

use super::locales::root;

/// A text literal, with the file it stands in.
pub struct Literal {
    pub text: String,
    pub file: String,
}

/// Every text literal of the service's sources, tests left out, and of the code in its templates.
pub fn literals() -> Vec<Literal> {
    let mut found = Vec::new();
    for (file, text) in files("src", &["rs"]) {
        if !file.contains("/tests/") && !file.ends_with("tests.rs") {
            let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
            found.extend(quoted(&text[..end]).into_iter().map(|text| Literal { text, file: file.clone() }));
        }
    }
    for (file, text) in templates() {
        for code in Parts::of(&text).code {
            found.extend(quoted(code).into_iter().map(|text| Literal { text, file: file.clone() }));
        }
    }
    found
}

/// All templates, by their path below `templates/`.
pub fn templates() -> Vec<(String, String)> {
    let found = files("templates", &["html", "txt"]);
    found.into_iter().map(|(file, text)| (file.trim_start_matches("templates/").to_owned(), text)).collect()
}

fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    assert!(!found.is_empty(), "{folder} is empty: the checks would pass on it");
    found.sort();
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, endings, found);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            let file = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            found.push((file, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// A template, cut into what is code and what is written as it stands.
#[derive(Default)]
pub struct Parts<'t> {
    pub code: Vec<&'t str>,
    pub written: Vec<&'t str>,
}

impl<'t> Parts<'t> {
    pub fn of(template: &'t str) -> Self {
        let mut parts = Self::default();
        let mut rest = template;
        while let Some((at, close)) = next_opening(rest) {
            let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
            parts.written.push(&rest[..at]);
            if close != "#}" {
                parts.code.push(&rest[at..end]);
            }
            rest = &rest[end..];
        }
        parts.written.push(rest);
        parts
    }
}

fn next_opening(text: &str) -> Option<(usize, &'static str)> {
    let openings = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    openings.into_iter().filter_map(|(open, close)| Some((text.find(open)?, close))).min()
}

/// The text literals of Rust code, comments left out, escapes as written.
fn quoted(code: &str) -> Vec<String> {
    let chars: Vec<char> = code.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        let rest = &chars[at..];
        at += match rest[0] {
            '/' if rest.starts_with(&['/', '/']) => length_until(rest, &['\n']),
            '/' if rest.starts_with(&['/', '*']) => length_until(rest, &['*', '/']),
            'r' if at.checked_sub(1).is_none_or(|before| !chars[before].is_alphanumeric()) => raw(rest, &mut found),
            '"' => plain(rest, &mut found),
            '\'' if rest.get(1) == Some(&'\\') => 2 + length_until(&rest[2..], &['\'']),
            '\'' if rest.get(2) == Some(&'\'') => 3,
            _ => 1,
        };
    }
    found
}

fn length_until(rest: &[char], end: &[char]) -> usize {
    rest.windows(end.len()).position(|window| window == end).map_or(rest.len(), |at| at + end.len())
}

fn plain(rest: &[char], found: &mut Vec<String>) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    found.push(rest[1..at.min(rest.len())].iter().collect());
    at + 1
}

fn raw(rest: &[char], found: &mut Vec<String>) -> usize {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return 1;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &rest[2 + hashes..];
    let length = length_until(body, &end);
    found.push(body[..length.saturating_sub(end.len())].iter().collect());
    2 + hashes + length
}

/// The words that a template says by itself: between its tags, and in the attributes that people read or hear.
pub fn words_of(template: &str) -> Vec<String> {
    let written: String = Parts::of(template).written.join("\u{1}");
    let written = without(&written, "<style", "</style>");
    let mut found = Vec::new();
    for part in written.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        found.push(text.to_owned());
        for attribute in ["alt=\"", "title=\"", "aria-label=\"", "placeholder=\""] {
            let values = tag.split(attribute).skip(1).filter_map(|value| value.split('"').next());
            found.extend(values.map(str::to_owned));
        }
    }
    // A macro may write attributes alone, outside any tag.
    found.retain(|text| !text.contains("=\""));
    let without_entities = |text: String| {
        text.split('&')
            .enumerate()
            .map(|(i, part)| if i == 0 { part } else { part.split_once(';').map_or(part, |(_, rest)| rest) })
            .collect::<String>()
    };
    found.into_iter().map(without_entities).filter(|text| text.chars().any(char::is_alphabetic)).collect()
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        kept.push_str(&rest[..at]);
        rest = rest[at..].find(close).map_or("", |end| &rest[at + end + close.len()..]);
    }
    kept + rest
}
