//! The list of Initiatives: which of them an address asks for, in which order, how many there are by theme, region, country, state
//! and year, and which words of them were looked for. Pure: all that is public is in memory.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use super::{
    entries::Entry,
    filter::{Filter, Sort},
};
use crate::{
    ids::ProposalId,
    words::{Locale, fold},
};

/// How many Initiatives stand on a page of the list.
pub const PAGE: usize = 24;

/// By what a list can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    Theme,
    Region,
    Country,
    State,
    Year,
}

impl Facet {
    pub const ALL: [Self; 5] = [Self::Theme, Self::Region, Self::Country, Self::State, Self::Year];

    /// Its name in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Region => "region",
            Self::Country => "country",
            Self::State => "state",
            Self::Year => "year",
        }
    }

    /// What an Initiative has of it; nothing where that is not known.
    fn of(self, entry: &Entry) -> String {
        match self {
            Self::Theme => entry.theme.clone(),
            Self::Region => entry.region().map(|region| region.code().to_owned()).unwrap_or_default(),
            Self::Country => entry.country.map(|country| country.code().to_owned()).unwrap_or_default(),
            Self::State => entry.state.code().to_owned(),
            Self::Year => entry.year.to_string(),
        }
    }
}

/// What an address asks for.
pub struct Listing {
    /// Those of the page, in the order of the list.
    pub page: Vec<Arc<Entry>>,
    /// All that are asked for, in the order of the list.
    pub all: Vec<Arc<Entry>>,
    /// How many there are of each value, were that value asked for instead.
    pub counts: BTreeMap<Facet, BTreeMap<String, usize>>,
    /// From 1 on.
    pub number: usize,
    pub pages: usize,
}

impl Listing {
    /// The Initiatives among `entries` (which are in the order of their titles) that `filter` asks for. `found`: those that hold
    /// what it looks for, where it looks for anything.
    pub fn new(entries: &[Arc<Entry>], filter: &Filter, found: Option<&[ProposalId]>) -> Self {
        let found: Option<HashSet<ProposalId>> = found.map(|ids| ids.iter().copied().collect());
        let mut counts: BTreeMap<Facet, BTreeMap<String, usize>> = BTreeMap::new();
        let mut all = Vec::new();
        let holds = |entry: &Entry| found.as_ref().is_none_or(|found| found.contains(&entry.id));
        for entry in entries.iter().filter(|entry| holds(entry)) {
            let misses = Facet::ALL.into_iter().filter(|facet| !fits(*facet, entry, filter)).collect::<Vec<_>>();
            for facet in Facet::ALL {
                if misses.iter().all(|missed| *missed == facet) {
                    let value = facet.of(entry);
                    if !value.is_empty() {
                        *counts.entry(facet).or_default().entry(value).or_default() += 1;
                    }
                }
            }
            if misses.is_empty() {
                all.push(Arc::clone(entry));
            }
        }
        put_in_order(&mut all, filter);
        let pages = all.len().div_ceil(PAGE).max(1);
        let number = filter.page.clamp(1, pages);
        let page = all.iter().skip((number - 1) * PAGE).take(PAGE).cloned().collect();
        Self { page, all, counts, number, pages }
    }
}

fn fits(facet: Facet, entry: &Entry, filter: &Filter) -> bool {
    let wanted = filter.wanted(facet);
    wanted.is_empty() || facet.of(entry) == wanted
}

/// Those of one title stay in the order in which they came.
fn put_in_order(entries: &mut [Arc<Entry>], filter: &Filter) {
    let sought = sought(&filter.q);
    match filter.order() {
        Sort::Title => {}
        Sort::Newest => entries.sort_by_key(|entry| Reverse(entry.published_at)),
        Sort::Relevance => entries.sort_by_cached_key(|entry| Reverse(rank(entry, &sought))),
    }
}

/// The words of a question, folded.
pub fn sought(query: &str) -> BTreeSet<String> {
    runs(&fold(query)).map(str::to_owned).collect()
}

/// How well an Initiative fits: a word of its title counts most, then the beginning of one, then its card.
fn rank(entry: &Entry, sought: &BTreeSet<String>) -> usize {
    let titles: Vec<String> = Locale::ALL.iter().map(|locale| fold(entry.title.get(*locale))).collect();
    let in_title = |fits: &dyn Fn(&str) -> bool| titles.iter().any(|title| runs(title).any(fits));
    let one = |word: &String| {
        if in_title(&|run| run == word) {
            8
        } else if in_title(&|run| run.starts_with(word.as_str())) {
            5
        } else {
            usize::from(runs(&entry.card_key).any(|run| run.starts_with(word.as_str()))) * 2
        }
    };
    sought.iter().map(one).sum()
}

fn runs(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty())
}

/// A piece of a text; `hit` where it is a word that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}

/// A text in pieces, the words that were looked for apart.
pub fn marked(text: &str, sought: &BTreeSet<String>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in split(text) {
        let hit = is_hit(run, sought);
        match pieces.last_mut().filter(|last| last.hit == hit) {
            Some(last) => last.text.push_str(run),
            None => pieces.push(Piece { text: run.to_owned(), hit }),
        }
    }
    pieces
}

fn is_hit(run: &str, sought: &BTreeSet<String>) -> bool {
    let folded = fold(run);
    !sought.is_empty() && runs(&folded).any(|run| sought.iter().any(|word| run.starts_with(word.as_str())))
}

/// A text as runs of letters and digits, and what stands between them, in turns. An accent of its own belongs to its letter.
fn split(text: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = is_word(first);
        let end = rest.find(|c| is_word(c) != kind).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        runs.push(run);
        rest = behind;
    }
    runs
}

/// Whether one of the words stands in a text.
pub fn holds(text: &str, sought: &BTreeSet<String>) -> bool {
    split(text).into_iter().any(|run| is_hit(run, sought))
}

/// So much of a text as stands around the first word that was looked for, with at most so many characters.
pub fn around(text: &str, sought: &BTreeSet<String>, most: usize) -> String {
    let mut before = 0;
    let mut hit = None;
    for run in split(text) {
        if is_hit(run, sought) {
            hit = Some(before);
            break;
        }
        before += run.chars().count();
    }
    let start = hit.unwrap_or(0).saturating_sub(most / 3);
    let all = text.chars().count();
    let cut: String = text.chars().skip(start).take(most).collect();
    let from = if start == 0 { 0 } else { cut.find(char::is_whitespace).map_or(0, |at| at + 1) };
    let ends = start + most < all;
    let to = if ends { cut.rfind(char::is_whitespace).unwrap_or(cut.len()) } else { cut.len() };
    let middle = cut.get(from..to.max(from)).unwrap_or(&cut).trim();
    let (before, behind) = (if start == 0 { "" } else { "… " }, if ends { " …" } else { "" });
    format!("{before}{middle}{behind}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_looked_for_is_marked_whatever_its_accents() {
        let pieces = marked("Bogotá and São Paulo, cities", &sought("BOGOTA sao cit"));
        let hits: Vec<_> = pieces.iter().filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect();
        assert_eq!(hits, ["Bogotá", "São", "cities"]);
    }

    #[test]
    fn nothing_is_marked_where_nothing_was_looked_for() {
        assert_eq!(marked("Water", &sought(" -- ")), [Piece { text: "Water".to_owned(), hit: false }]);
    }

    #[test]
    fn an_excerpt_holds_the_word_and_ends_with_words() {
        let text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        let excerpt = around(text, &sought("nine"), 30);
        assert!(excerpt.contains("nine") && excerpt.starts_with("… ") && excerpt.ends_with(" …"), "{excerpt}");
        assert_eq!(around("short", &sought("x"), 30), "short");
    }

    proptest! {
        #[test]
        fn pieces_are_the_whole_text(text in "\\PC{0,60}", query in "\\PC{0,12}") {
            let whole: String = marked(&text, &sought(&query)).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text.clone());
            let _ = around(&text, &sought(&query), 20);
        }
    }
}
