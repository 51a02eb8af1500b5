//! By what lists can be narrowed, and which Initiatives have which value of it: sets of places in a snapshot. To narrow ten thousand,
//! and to count what is left, is to look at some thousand numbers.

use std::{borrow::Cow, collections::BTreeMap};

use super::{entries::Entry, filter::Filter};

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
    pub fn of(self, entry: &Entry) -> Cow<'_, str> {
        match self {
            Self::Theme => entry.theme.as_str().into(),
            Self::Region => entry.region().map_or("", |region| region.code()).into(),
            Self::Country => entry.country.as_ref().map_or("", |country| country.code()).into(),
            Self::State => entry.state.code().into(),
            Self::Year => entry.year.to_string().into(),
        }
    }
}

/// Some of the places of a snapshot, which count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<u64>);

const BITS: usize = u64::BITS as usize;

impl Places {
    pub fn insert(&mut self, place: usize) {
        if self.0.len() <= place / BITS {
            self.0.resize(place / BITS + 1, 0);
        }
        if let Some(some) = self.0.get_mut(place / BITS) {
            *some |= 1 << (place % BITS);
        }
    }

    pub fn holds(&self, place: usize) -> bool {
        self.0.get(place / BITS).is_some_and(|some| some >> (place % BITS) & 1 == 1)
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|some| some.count_ones() as usize).sum()
    }

    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let every = |some: u64| (0..BITS).filter(move |bit| some >> bit & 1 == 1);
        self.0.iter().enumerate().flat_map(move |(number, some)| every(*some).map(move |bit| number * BITS + bit))
    }

    /// How many of them are among others, too.
    fn shared(&self, others: &Self) -> usize {
        self.0.iter().zip(&others.0).map(|(one, other)| (one & other).count_ones() as usize).sum()
    }

    /// Those that are among others, too.
    fn and(mut self, others: &Self) -> Self {
        self.0.truncate(others.0.len());
        for (one, other) in self.0.iter_mut().zip(&others.0) {
            *one &= other;
        }
        self
    }
}

impl FromIterator<usize> for Places {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        let mut all = Self::default();
        places.into_iter().for_each(|place| all.insert(place));
        all
    }
}

/// How many there are of each value of each facet.
pub type Counts = BTreeMap<Facet, BTreeMap<String, usize>>;

/// Where the Initiatives of each value stand.
#[derive(Debug, Default)]
pub struct Index {
    all: Places,
    by_value: BTreeMap<Facet, BTreeMap<String, Places>>,
}

impl Index {
    pub fn new<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut index = Self::default();
        for (place, entry) in entries.enumerate() {
            index.all.insert(place);
            for facet in Facet::ALL {
                let (value, values) = (facet.of(entry), index.by_value.entry(facet).or_default());
                if let Some(places) = values.get_mut(&*value) {
                    places.insert(place);
                } else if !value.is_empty() {
                    values.insert(value.into_owned(), [place].into_iter().collect());
                }
            }
        }
        index
    }

    /// Those that `filter` asks for, among those that were found by words where it looks for any; and how many there are of each value
    /// were that one asked for instead.
    pub fn narrowed(&self, filter: &Filter, found: Option<Places>) -> (Places, Counts) {
        let among = found.map_or_else(|| self.all.clone(), |found| found.and(&self.all));
        let but = |left_out: Option<Facet>| {
            let asked = Facet::ALL.into_iter().filter(|facet| Some(*facet) != left_out);
            let asked = asked.map(|facet| (facet, filter.wanted(facet))).filter(|(_, wanted)| !wanted.is_empty());
            asked.fold(among.clone(), |some, (facet, wanted)| match self.of(facet, wanted) {
                Some(places) => some.and(places),
                None => Places::default(),
            })
        };
        let chosen = but(None);
        let counted = |facet: Facet| {
            let around = if filter.wanted(facet).is_empty() { chosen.clone() } else { but(Some(facet)) };
            let values = self.by_value.get(&facet).into_iter().flatten();
            let counts = values.map(|(value, places)| (value.clone(), around.shared(places)));
            (facet, counts.filter(|(_, count)| *count > 0).collect())
        };
        let counts = Facet::ALL.into_iter().map(counted).collect();
        (chosen, counts)
    }

    pub fn of(&self, facet: Facet, value: &str) -> Option<&Places> {
        self.by_value.get(&facet)?.get(value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_are_a_set_of_numbers(one in prop::collection::btree_set(0_usize..300, 0..40),
                                       other in prop::collection::btree_set(0_usize..300, 0..40)) {
            let places = |all: &std::collections::BTreeSet<usize>| all.iter().copied().collect::<Places>();
            let both: Vec<usize> = one.intersection(&other).copied().collect();
            prop_assert_eq!(places(&one).count(), one.len());
            prop_assert_eq!(places(&one).shared(&places(&other)), both.len());
            let shared = places(&one).and(&places(&other));
            prop_assert_eq!((0..400).filter(|place| shared.holds(*place)).collect::<Vec<_>>(), both);
        }
    }
}
