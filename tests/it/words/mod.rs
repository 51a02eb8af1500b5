//! The words of the service: the same in its three languages, all of them there, none of them idle.

pub mod locales;
mod no_keys;
mod patterns;
pub mod uses;

use std::collections::BTreeSet;

pub use patterns::LETTERS;

use locales::{LANGUAGES, Message, files, speech};
use no_keys::{NO_KEYS, SPEAKING};
use patterns::PATTERNS;
use uses::{literals, templates, words_of};

#[test]
fn the_languages_have_the_same_files_keys_and_placeables() {
    let mut wrong = Vec::new();
    let english = speech("en");
    for language in ["fr", "es"] {
        assert_eq!(files(language), files("en"), "the files of {language} are not those of en");
        let other = speech(language);
        for (key, said) in &english {
            match other.get(key) {
                None => wrong.push(format!("{language} has no {key}")),
                Some(o) if o.file != said.file => wrong.push(format!("{language} has {key} in {}", o.file)),
                Some(o) if o.placeables() != said.placeables() => {
                    wrong.push(format!("{language}: {key} puts in {:?}, en {:?}", o.placeables(), said.placeables()));
                }
                Some(_) => {}
            }
        }
        wrong.extend(
            other.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("only {language} has {key}")),
        );
    }
    none(&wrong);
}

#[test]
fn every_key_that_is_named_exists_and_every_key_is_named() {
    let keys: BTreeSet<String> = speech("en").into_keys().collect();
    let families: BTreeSet<&str> = keys.iter().filter_map(|key| key.split('-').next()).collect();
    let is_ours =
        |text: &str| families.contains(text.split('-').next().unwrap_or_default()) && !NO_KEYS.contains(&text);
    let (mut wrong, mut used, mut patterns) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for literal in literals().iter().filter(|literal| is_ours(&literal.text)) {
        if is_key(&literal.text) {
            if !keys.contains(&literal.text) {
                wrong.push(format!("{} names {}, which does not exist", literal.file, literal.text));
            }
            used.insert(literal.text.clone());
        } else if let Some(pattern) = pattern(&literal.text) {
            if !PATTERNS.iter().any(|(known, _)| *known == pattern) {
                wrong
                    .push(format!("{} puts keys together as {pattern}, which patterns.rs does not list", literal.file));
            }
            patterns.insert(pattern);
        }
    }
    for (pattern, codes) in PATTERNS {
        if !patterns.contains(*pattern) {
            wrong.push(format!("nothing puts keys together as {pattern} any more"));
        }
        let codes =
            if *pattern == "country-{}" { countries() } else { codes.iter().map(|c| (*c).to_owned()).collect() };
        for key in codes.iter().map(|code| pattern.replace("{}", code)) {
            if !keys.contains(&key) {
                wrong.push(format!("{key} does not exist"));
            }
            used.insert(key);
        }
    }
    used.extend(speech("en").values().flat_map(Message::references));
    wrong.extend(keys.difference(&used).map(|key| format!("{key} is used nowhere")));
    none(&wrong);
}

/// The codes of all countries, from the one text of the sources that lists them.
fn countries() -> Vec<String> {
    let is_code = |word: &str| word.len() == 2 && word.chars().all(|c| c.is_ascii_uppercase());
    let texts = literals().into_iter().map(|literal| literal.text.replace('\\', ""));
    let lists = texts.filter(|text| text.len() > 500 && text.split_whitespace().all(is_code));
    let codes: Vec<String> =
        lists.flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(codes.len() > 240, "the list of countries was not found");
    codes
}

/// Words joined by hyphens: `layout-log-in`.
fn is_key(text: &str) -> bool {
    let mut words = text.split('-');
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    text.contains('-') && words.all(is_word)
}

/// `layout-state-{}` for `layout-state-{code}`; none for what is no key with something put in.
fn pattern(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (_, behind) = after.split_once('}')?;
        out.push_str(before);
        out.push_str("{}");
        rest = behind;
    }
    out.push_str(rest);
    let filled = out.replace("{}", "x");
    (out != text || text.contains("{}")).then_some(out).filter(|_| is_key(&filled))
}

#[test]
fn nothing_was_left_untranslated() {
    let (english, mut wrong) = (speech("en"), Vec::new());
    for language in ["fr", "es"] {
        for (key, said) in speech(language) {
            let same = english.get(&key).is_some_and(|text| text.text == said.text);
            let words = said.spoken().split_whitespace().filter(|word| word.chars().any(char::is_lowercase)).count();
            if same && words > 2 {
                wrong.push(format!("{language} says {key} in English: {}", said.text));
            }
        }
    }
    none(&wrong);
}

#[test]
fn each_language_is_written_by_its_own_rules() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for (key, said) in speech(language) {
            let text = said.spoken();
            let found = match language {
                "fr" => french_slip(&text),
                "es" => spanish_slip(&text),
                _ => None,
            };
            let spaced = (language != "fr").then(|| space_before_sign(&text)).flatten();
            for slip in [found, spaced, dots(&text)].into_iter().flatten() {
                wrong.push(format!("{language}: {key} {slip}: {text}"));
            }
        }
    }
    none(&wrong);
}

/// A high sign without a no-break space, or a typewriter's apostrophe or quotation mark.
fn french_slip(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_bound = |c: Option<&char>| matches!(c, Some('\u{a0}' | '\u{202f}'));
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let after = chars.get(at + 1);
        let in_address_or_time = *c == ':' && after.is_some_and(|next| *next == '/' || next.is_ascii_digit());
        let slip = match c {
            ':' | ';' | '?' | '!' | '»' => {
                !is_bound(before) && !matches!(before, Some('?' | '!')) && !in_address_or_time
            }
            '«' => !is_bound(after),
            '\'' | '"' => true,
            _ => false,
        };
        if slip {
            return Some(format!("writes {c} as English does"));
        }
    }
    None
}

fn spanish_slip(text: &str) -> Option<String> {
    let count = |sign: char| text.matches(sign).count();
    (count('?') != count('¿') || count('!') != count('¡')).then(|| "opens a question or call without ¿ or ¡".to_owned())
}

fn space_before_sign(text: &str) -> Option<String> {
    let signs = [" :", " ;", " ?", " !", " ,", " ."];
    let at_end =
        |sign: &&str| text.match_indices(*sign).any(|(at, _)| !text[at + 2..].starts_with(char::is_alphanumeric));
    signs.iter().find(|sign| at_end(sign)).map(|sign| format!("has a space before{sign}"))
}

fn dots(text: &str) -> Option<String> {
    text.contains("...").then(|| "has three dots for …".to_owned())
}

#[test]
fn a_verb_bears_the_same_words_wherever_it_stands() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let speech = speech(language);
        for (key, said) in speech.iter().filter(|(key, _)| key.starts_with("desk-do-")) {
            let other = key.replace("desk-do-", "proposals-do-");
            if speech.get(&other).is_some_and(|other| other.text != said.text) {
                wrong.push(format!("{language}: {key} is {:?}, {other} is {:?}", said.text, speech[&other].text));
            }
        }
    }
    none(&wrong);
}

#[test]
fn no_template_says_a_word_of_its_own() {
    let mut wrong = Vec::new();
    for (file, text) in templates() {
        let may = |words: &str| SPEAKING.iter().any(|(of, name)| *of == file && (name.is_empty() || *name == words));
        let said = words_of(&text).into_iter().map(|words| words.trim().to_owned()).filter(|words| !may(words));
        wrong.extend(said.map(|words| format!("{file} says {words:?}")));
    }
    none(&wrong);
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} slips:\n{}", wrong.len(), wrong.join("\n"));
}
