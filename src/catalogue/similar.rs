//! Which Initiatives are like another one: of the same theme, from the same part of the world, with the same words in title and
//! aim. docs/decisions/0032-what-is-published.md tells why.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use super::{entries::Entry, facets::Facet, snapshot::Snapshot};
use crate::words::fold;

/// The same theme counts as much as so many words that few others use.
const THEME: usize = 30;
const COUNTRY: usize = 10;
const REGION: usize = 10;
/// A word that is in nearly all texts counts nothing; one that only two have counts this much.
const RAREST: usize = 20;
/// Shorter words tell nothing.
const SHORTEST: usize = 4;

/// Where each word stands.
#[derive(Debug, Default)]
pub struct Words(HashMap<u64, Vec<u32>>);

impl Words {
    pub fn new(entries: &[Arc<Entry>]) -> Self {
        let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
        for (place, entry) in (0..).zip(entries) {
            for word in &entry.words {
                places.entry(*word).or_default().push(place);
            }
        }
        Self(places)
    }

    fn places(&self, word: u64) -> &[u32] {
        self.0.get(&word).map(Vec::as_slice).unwrap_or_default()
    }
}

/// At most so many others of a snapshot, the most alike first, and those that are alike in the order in which they stand. Those that
/// share nothing but the part of the world are none.
pub fn similar(snapshot: &Snapshot, to: &Entry, most: usize) -> Vec<Arc<Entry>> {
    let mut scores = vec![0_usize; snapshot.entries().len()];
    let others = scores.len().saturating_sub(1);
    for word in &to.words {
        let places = snapshot.words().places(*word);
        // How many others have it: all but itself.
        let used = places.len().saturating_sub(1);
        let weight = RAREST * others.saturating_sub(used) / (others + 1);
        if weight > 0 {
            add(&mut scores, weight, places.iter().map(|place| *place as usize));
        }
    }
    for (facet, weight) in [(Facet::Theme, THEME), (Facet::Region, REGION), (Facet::Country, COUNTRY)] {
        if let Some(places) = snapshot.index().of(facet, &facet.of(to)) {
            add(&mut scores, weight, places.ones());
        }
    }
    let itself = snapshot.place(to.id);
    let ranked = scores.into_iter().enumerate();
    let mut ranked: Vec<(usize, usize)> =
        ranked.filter(|(place, score)| *score > REGION && Some(*place) != itself).collect();
    let best = |(place, score): &(usize, usize)| (Reverse(*score), *place);
    if ranked.len() > most {
        ranked.select_nth_unstable_by_key(most, best);
        ranked.truncate(most);
    }
    ranked.sort_unstable_by_key(best);
    ranked.into_iter().filter_map(|(place, _)| snapshot.at(place).map(Arc::clone)).collect()
}

fn add(scores: &mut [usize], weight: usize, places: impl Iterator<Item = usize>) {
    for place in places {
        if let Some(score) = scores.get_mut(place) {
            *score += weight;
        }
    }
}

/// The words of a title and an aim, by which Initiatives are alike: a digest of each, in order. They are made once for each, not for
/// each look.
pub fn words(title: &str, aim: &str) -> Vec<u64> {
    let folded = fold(&format!("{title} {aim}"));
    let runs = folded.split(|c: char| !c.is_alphanumeric());
    let all: BTreeSet<u64> = runs.filter(|run| run.chars().count() >= SHORTEST).map(digest).collect();
    all.into_iter().collect()
}

fn digest(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An Initiative of a theme, with these words.
    fn entry(number: i32, theme: &str, text: &str) -> Entry {
        let theme = theme.to_owned();
        Entry { theme, words: words(text, ""), ..Entry::called(number, text) }
    }

    #[test]
    fn of_one_theme_comes_first_what_shares_words_that_few_others_have() {
        let entries = [
            entry(1, "sustainability", "Cool roofs against heat"),
            entry(2, "sustainability", "Buses against traffic"),
            entry(3, "sustainability", "Roofs against heat waves"),
            entry(4, "governance", "Roofs against heat and cool streets"),
            entry(5, "governance", "Budgets against waste"),
            entry(6, "governance", "Registers"),
        ];
        let all = entries.iter().map(|entry| (entry.id, Some(entry.clone())));
        let snapshot = Snapshot::default().changed(all, (1, None));
        let numbers = |most| {
            let found = similar(&snapshot, &entries[0], most);
            found.iter().map(|entry| entry.id.0.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(10), [3, 4, 2], "a word that nearly all have tells nothing");
        assert_eq!(numbers(2), [3, 4]);
    }

    #[test]
    fn words_are_alike_whatever_their_accents_and_their_order() {
        assert_eq!(words("Movilité à vélo", "vélo"), words("VELO movilite", ""));
        assert_eq!(words("A bus to the sea", "").len(), 0, "too short to tell anything");
        assert_eq!(words("Cool roofs", "Roofs that stay cool.").len(), 4);
    }
}
