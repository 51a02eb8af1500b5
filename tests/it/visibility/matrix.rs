//! The expectation, as it is written.

use std::path::Path;

use initiatives::{
    calls::phases::{Phases, ReviewPhase, Shown, Step},
    clock::Moment,
};

/// The doors, in the order of the columns.
pub const DOORS: [&str; 22] = [
    "page", "list", "name", "word", "land", "count", "form", "receipt", "pdf", "json", "letter", "image", "own",
    "mail", "log", "new", "talk", "roof", "safe", "hear", "take", "sums",
];

/// A phase with what each person is to get in it.
pub struct Setting {
    /// As it is written.
    pub name: String,
    pub lines: Vec<Line>,
}

#[derive(Clone)]
pub struct Line {
    pub who: String,
    /// In the order of [`DOORS`].
    pub cells: Vec<String>,
}

/// All settings; what holds whatever the phase stands in each of them.
pub fn settings() -> Vec<Setting> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/visibility.txt");
    let text = std::fs::read_to_string(file).unwrap();
    let mut found: Vec<Setting> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            found.push(Setting { name: name.trim_end_matches(']').to_owned(), lines: Vec::new() });
            continue;
        }
        let mut words = line.split_whitespace().map(str::to_owned);
        let who = words.next().unwrap();
        let cells: Vec<String> = words.collect();
        assert_eq!(cells.len(), DOORS.len(), "a door is missing, or one too many: {line}");
        found.last_mut().expect("a setting before the first line").lines.push(Line { who, cells });
    }
    let always = found.remove(0);
    assert_eq!(always.name, "whatever the phase");
    for setting in &mut found {
        setting.lines.extend(always.lines.iter().cloned());
    }
    found
}

/// The phases that a setting names, begun a minute ago.
pub fn phases(name: &str, now: Moment) -> Option<Phases> {
    let mut words = name.split_whitespace();
    let step = match name {
        "no phases" => return None,
        "none begun" => return Some(Phases::new(vec![ReviewPhase::usual(Step::Review)]).unwrap()),
        _ => words.next().unwrap().parse::<Step>().unwrap_or_else(|_| panic!("{name} names no phase")),
    };
    let mut value = |key: &str| {
        let word = words.next().unwrap_or_else(|| panic!("{name} lacks {key}"));
        word.strip_prefix(key).and_then(|rest| rest.strip_prefix('=')).unwrap_or_else(|| panic!("{key}, not {word}"))
    };
    let reviews: Shown = value("reviews").parse().unwrap_or_else(|_| panic!("when reviews are shown in {name}"));
    let is = |word: &str| match word {
        "yes" => true,
        "no" => false,
        other => panic!("{other} is neither yes nor no"),
    };
    let (names, applicant, comments) = (is(value("names")), is(value("applicant")), is(value("comments")));
    let begins_at = Some(Moment::from_millis(now.millis() - 60_000));
    Some(Phases::new(vec![ReviewPhase { step, begins_at, due_at: None, reviews, names, applicant, comments }]).unwrap())
}
