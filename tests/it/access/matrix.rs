//! The matrix, as it is written.

use std::{collections::BTreeSet, path::Path};

pub const VISITORS: [&str; 10] =
    ["nobody", "editor", "submitter", "owner", "other", "reviewer", "stranger", "house", "admin", "partner"];

/// The owner of another city, as whom the partner is treated where the line says nothing.
const OTHER: usize = 4;

/// A line: what is asked of a proposal in a state, and what each visitor is to get.
pub struct Line {
    pub state: String,
    pub method: String,
    pub route: String,
    pub expected: [u16; 10],
    /// As posted, with names to be filled in.
    pub body: String,
}

pub fn lines() -> Vec<Line> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/access.txt");
    let text = std::fs::read_to_string(file).unwrap();
    let (mut found, mut state) = (Vec::new(), String::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            state = name.trim_end_matches(']').to_owned();
            continue;
        }
        let mut words = line.split_whitespace();
        let mut next = || words.next().unwrap_or_else(|| panic!("something is missing in {line}"));
        let (method, route) = (next().to_owned(), next().to_owned());
        let mut expected: [u16; 10] = [0; 10];
        expected[..9].fill_with(|| next().parse().unwrap());
        let (mut rest, other) = (words.peekable(), expected[OTHER]);
        // What is another city's is not the partner's either, but for the one proposal.
        let own = rest.next_if(|word| word.len() == 3 && word.parse::<u16>().is_ok());
        expected[9] = own.map_or(other, |word| word.parse().unwrap());
        let body = rest.next().unwrap_or_default().to_owned();
        found.push(Line { state: state.clone(), method, route, expected, body });
    }
    found
}

/// The methods and addresses that stand in the matrix.
pub fn listed() -> BTreeSet<String> {
    lines().into_iter().map(|line| format!("{} {}", line.method, line.route)).collect()
}
