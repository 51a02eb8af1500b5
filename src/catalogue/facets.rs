//! By what lists can be narrowed, and which Initiatives have which value of it: sets of places in a snapshot. To narrow ten thousand,
//! and to count what is left, is to look at some thousand numbers.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use fixedbitset::FixedBitSet;

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
pub type Places = FixedBitSet;

/// How many there are of each value of each facet.
pub type Counts = BTreeMap<Facet, BTreeMap<String, usize>>;

/// Where the Initiatives of each value stand.
#[derive(Debug, Default)]
pub struct Index {
    all: Places,
    by_value: BTreeMap<Facet, BTreeMap<String, Places>>,
}

impl Index {
    pub fn new(entries: &[Arc<Entry>]) -> Self {
        let none = || Places::with_capacity(entries.len());
        let mut by_value: BTreeMap<Facet, BTreeMap<String, Places>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            for facet in Facet::ALL {
                let (value, values) = (facet.of(entry), by_value.entry(facet).or_default());
                if let Some(places) = values.get_mut(&*value) {
                    places.insert(place);
                } else if !value.is_empty() {
                    values.entry(value.into_owned()).or_insert_with(none).insert(place);
                }
            }
        }
        let mut all = none();
        all.insert_range(..);
        Self { all, by_value }
    }

    /// Those that `filter` asks for, among those that were found by words where it looks for any; and how many there are of each value
    /// were that one asked for instead.
    pub fn narrowed(&self, filter: &Filter, found: Option<impl IntoIterator<Item = usize>>) -> (Places, Counts) {
        let among = found.map_or_else(|| self.all.clone(), |found| found.into_iter().collect());
        let but = |left_out: Option<Facet>| {
            let mut some = among.clone();
            for facet in Facet::ALL.into_iter().filter(|facet| Some(*facet) != left_out) {
                match filter.wanted(facet) {
                    "" => {}
                    wanted => some.intersect_with(self.of(facet, wanted).unwrap_or(&Places::new())),
                }
            }
            some
        };
        let chosen = but(None);
        let counted = |facet: Facet| {
            let around = if filter.wanted(facet).is_empty() { chosen.clone() } else { but(Some(facet)) };
            let values = self.by_value.get(&facet).into_iter().flatten();
            let counts = values.map(|(value, places)| (value.clone(), around.intersection_count(places)));
            (facet, counts.filter(|(_, count)| *count > 0).collect())
        };
        let counts = Facet::ALL.into_iter().map(counted).collect();
        (chosen, counts)
    }

    pub fn of(&self, facet: Facet, value: &str) -> Option<&Places> {
        self.by_value.get(&facet)?.get(value)
    }
}
