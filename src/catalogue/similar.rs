//! Which Initiatives are like another one: of the same theme, from the same part of the world, with the same words in title and
//! aim. docs/decisions/0032-what-is-published.md tells why.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
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

/// At most so many others, the most alike first. Those that share nothing but the part of the world are none.
pub fn similar(entries: &[Arc<Entry>], to: &Entry, most: usize) -> Vec<Arc<Entry>> {
    let own = words(to);
    let mut used: HashMap<&str, usize> = own.iter().map(|word| (word.as_str(), 0)).collect();
    let others: Vec<(&Arc<Entry>, Vec<&str>)> = entries
        .iter()
        .filter(|entry| entry.id != to.id)
        .map(|entry| {
            let theirs = words(entry);
            let shared: Vec<&str> = own.iter().map(String::as_str).filter(|word| theirs.contains(*word)).collect();
            for word in &shared {
                *used.entry(word).or_default() += 1;
            }
            (entry, shared)
        })
        .collect();
    let all = others.len().max(1);
    let weight = |word: &&str| RAREST - RAREST * used.get(*word).copied().unwrap_or(all).min(all) / (all + 1);
    let score = |entry: &Entry, shared: &[&str]| {
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
    ranked.sort_by_key(|(score, entry)| (Reverse(*score), entry.title_key.clone(), entry.id));
    ranked.into_iter().take(most).map(|(_, entry)| Arc::clone(entry)).collect()
}

/// The words of its title and aim in the language in which it was written, folded.
fn words(entry: &Entry) -> BTreeSet<String> {
    let text = format!("{} {}", entry.title.get(entry.language), entry.aim.get(entry.language));
    let folded = fold(&text);
    let runs = folded.split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| run.chars().count() >= SHORTEST).map(str::to_owned).collect()
}
