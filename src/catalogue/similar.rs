//! Which Initiatives are like another one: of the same theme, from the same part of the world, with the same words in title and
//! aim. docs/decisions/0032-what-is-published.md tells why.

use std::{
    cmp::Reverse,
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use super::entries::Entry;
use crate::words::fold;

/// The same theme counts as much as so many words that few others use.
const THEME: usize = 30;
const COUNTRY: usize = 10;
const REGION: usize = 10;
/// A word that is in nearly all texts counts nothing; one that only two have counts this much.
const RAREST: usize = 20;
/// Shorter words tell nothing.
const SHORTEST: usize = 4;

/// At most so many others among `entries`, the most alike first, and those that are alike in the order in which they came. Those that
/// share nothing but the part of the world are none.
pub fn similar(entries: &[Arc<Entry>], to: &Entry, most: usize) -> Vec<Arc<Entry>> {
    // How many others have each of its words.
    let mut used = vec![0_usize; to.words.len()];
    let others: Vec<(&Arc<Entry>, Vec<usize>)> = entries
        .iter()
        .filter(|entry| entry.id != to.id)
        .map(|entry| {
            let shared: Vec<usize> = entry.words.iter().filter_map(|word| to.words.binary_search(word).ok()).collect();
            for place in &shared {
                if let Some(count) = used.get_mut(*place) {
                    *count += 1;
                }
            }
            (entry, shared)
        })
        .collect();
    let all = others.len().max(1);
    let weight = |place: &usize| RAREST - RAREST * used.get(*place).copied().unwrap_or(all).min(all) / (all + 1);
    let score = |entry: &Entry, shared: &[usize]| {
        let theme = if !to.theme.is_empty() && entry.theme == to.theme { THEME } else { 0 };
        let region = if entry.region().is_some() && entry.region() == to.region() { REGION } else { 0 };
        let country = if entry.country.is_some() && entry.country == to.country { COUNTRY } else { 0 };
        theme + region + country + shared.iter().map(weight).sum::<usize>()
    };
    let mut ranked: Vec<(usize, &Arc<Entry>)> = others
        .iter()
        .map(|(entry, shared)| (score(entry, shared), *entry))
        .filter(|(score, _)| *score > REGION)
        .collect();
    ranked.sort_by_key(|(score, _)| Reverse(*score));
    ranked.into_iter().take(most).map(|(_, entry)| Arc::clone(entry)).collect()
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

    #[test]
    fn words_are_alike_whatever_their_accents_and_their_order() {
        assert_eq!(words("Movilité à vélo", "vélo"), words("VELO movilite", ""));
        assert_eq!(words("A bus to the sea", "").len(), 0, "too short to tell anything");
        assert_eq!(words("Cool roofs", "Roofs that stay cool.").len(), 4);
    }
}
