//! The list of Initiatives: which of them an address asks for, in which order, how many there are by theme, region, country, state
//! and year, and which words of them were looked for. Pure: all that is public is in memory.

use std::{cmp::Reverse, collections::BTreeSet, sync::Arc};

use super::{
    entries::Entry,
    facets::{Counts, Places},
    filter::{Filter, Sort},
    snapshot::Snapshot,
};
use crate::{
    ids::ProposalId,
    words::{Locale, fold},
};

/// How many Initiatives stand on a page of the list.
pub const PAGE: usize = 24;

/// What an address asks for, among all that is public.
pub struct Listing<'s> {
    snapshot: &'s Snapshot,
    locale: Locale,
    chosen: Places,
    /// Those of the page, in the order of the list.
    pub page: Vec<Arc<Entry>>,
    /// How many are asked for.
    pub count: usize,
    /// How many there are of each value, were that value asked for instead.
    pub counts: Counts,
    /// From 1 on.
    pub number: usize,
    pub pages: usize,
}

impl<'s> Listing<'s> {
    /// The Initiatives that `filter` asks for, for a reader of `locale`. `found`: those that hold what it looks for, where it looks for
    /// anything.
    pub fn new(snapshot: &'s Snapshot, locale: Locale, filter: &Filter, found: Option<&[ProposalId]>) -> Self {
        let found = found.map(|ids| ids.iter().filter_map(|id| snapshot.place(*id)));
        let (chosen, counts) = snapshot.index().narrowed(filter, found);
        let count = chosen.count_ones(..);
        let pages = count.div_ceil(PAGE).max(1);
        let number = filter.page.clamp(1, pages);
        let (from, most) = ((number - 1) * PAGE, PAGE);
        let page: Vec<usize> = match filter.order() {
            Sort::Title => some(snapshot.by_title(locale), &chosen).skip(from).take(most).collect(),
            Sort::Newest => some(snapshot.newest(locale), &chosen).skip(from).take(most).collect(),
            Sort::Relevance => {
                let mut all: Vec<usize> = some(snapshot.by_title(locale), &chosen).collect();
                let sought = sought(&filter.q);
                all.sort_by_cached_key(|place| Reverse(snapshot.at(*place).map_or(0, |entry| rank(entry, &sought))));
                all.into_iter().skip(from).take(most).collect()
            }
        };
        let page = page.into_iter().filter_map(|place| snapshot.at(place).map(Arc::clone)).collect();
        Self { snapshot, locale, chosen, page, count, counts, number, pages }
    }

    /// All that are asked for, by title.
    pub fn all(&self) -> impl Iterator<Item = &'s Arc<Entry>> {
        some(self.snapshot.by_title(self.locale), &self.chosen).filter_map(|place| self.snapshot.at(place))
    }
}

/// Of places in an order, those that are chosen.
fn some(order: &[u32], chosen: &Places) -> impl Iterator<Item = usize> {
    order.iter().map(|place| *place as usize).filter(|place| chosen.contains(*place))
}

/// The words of a question, folded.
pub fn sought(query: &str) -> BTreeSet<String> {
    runs(&fold(query)).map(str::to_owned).collect()
}

/// How well an Initiative fits: a word of its title counts most, then the beginning of one, then its card.
fn rank(entry: &Entry, sought: &BTreeSet<String>) -> usize {
    let in_title = |fits: &dyn Fn(&str) -> bool| runs(&entry.title_key).any(fits);
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
    use proptest::{prelude::*, sample::select};

    use super::*;
    use crate::{catalogue::facets::Facet, clock::Moment, places::Country};

    const THEMES: [&str; 3] = ["governance", "sustainability", ""];
    const COUNTRIES: [&str; 4] = ["AR", "CL", "DE", ""];
    const YEARS: [&str; 3] = ["2012", "2014", ""];
    const ORDERS: [&str; 3] = ["", "title", "newest"];

    fn entry(number: i32, (title, theme, country, year, day): (u8, &str, &str, &str, i64)) -> Entry {
        Entry {
            theme: theme.to_owned(),
            country: Country::from_code(country),
            year: year.parse().unwrap_or(2000),
            published_at: Moment::from_millis(day),
            ..Entry::called(number, &format!("title {title}"))
        }
    }

    /// Looks at each Initiative by itself.
    fn looked_at(entries: &[Entry], filter: &Filter, but: Option<Facet>) -> Vec<Entry> {
        let asked = || Facet::ALL.into_iter().filter(|facet| Some(*facet) != but && !filter.wanted(*facet).is_empty());
        let fits = |entry: &&Entry| asked().all(|facet| facet.of(entry) == filter.wanted(facet));
        entries.iter().filter(fits).cloned().collect()
    }

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
        fn a_list_is_what_looking_at_each_would_find(
            all in prop::collection::vec((0_u8..6, select(&THEMES), select(&COUNTRIES), select(&YEARS), 0_i64..4), 0..70),
            (theme, country, year) in (select(&THEMES), select(&COUNTRIES), select(&YEARS)),
            (sort, page, found) in (select(&ORDERS), 0_usize..4, prop::option::of(0_u128..7)),
        ) {
            let entries: Vec<Entry> = (1..).zip(all).map(|(number, told)| entry(number, told)).collect();
            let snapshot = Snapshot::default()
                .changed(entries.iter().map(|entry| (entry.id, Some(entry.clone()))), (1, None));
            let filter = Filter {
                theme: theme.to_owned(), country: country.to_owned(), year: year.to_owned(),
                sort: sort.to_owned(), page, ..Filter::default()
            };
            let ids: Option<Vec<ProposalId>> = found.map(|some| {
                entries.iter().map(|entry| entry.id).filter(|id| id.0.as_u128() % 7 < some).collect()
            });
            let listing = Listing::new(&snapshot, Locale::En, &filter, ids.as_deref());

            let among: Vec<Entry> =
                entries.into_iter().filter(|entry| ids.as_ref().is_none_or(|ids| ids.contains(&entry.id))).collect();
            let mut wanted = looked_at(&among, &filter, None);
            wanted.sort_by_key(|entry| (entry.title_keys.en.clone(), entry.id));
            prop_assert_eq!(listing.count, wanted.len());
            let ids = |all: Vec<&Arc<Entry>>| all.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
            prop_assert_eq!(ids(listing.all().collect()), wanted.iter().map(|entry| entry.id).collect::<Vec<_>>());
            if sort == "newest" {
                wanted.sort_by_key(|entry| Reverse(entry.published_at));
            }
            let from = (listing.number - 1) * PAGE;
            let page: Vec<ProposalId> = wanted.iter().skip(from).take(PAGE).map(|entry| entry.id).collect();
            prop_assert_eq!(ids(listing.page.iter().collect()), page);
            for facet in Facet::ALL {
                let mut counts = std::collections::BTreeMap::new();
                for entry in looked_at(&among, &filter, Some(facet)).iter().filter(|entry| !facet.of(entry).is_empty()) {
                    *counts.entry(facet.of(entry).into_owned()).or_insert(0_usize) += 1;
                }
                prop_assert_eq!(&listing.counts[&facet], &counts);
            }
        }

        #[test]
        fn pieces_are_the_whole_text(text in "\\PC{0,60}", query in "\\PC{0,12}") {
            let whole: String = marked(&text, &sought(&query)).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text.clone());
            let _ = around(&text, &sought(&query), 20);
        }
    }
}
