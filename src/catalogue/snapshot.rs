//! All that is public, in memory: ten thousand Initiatives are some megabytes, and lists, facets and maps of them need no
//! database. Every process has its own, and asks before each use whether something has changed since.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use super::{entries::Entry, facets::Index, similar::Words};
use crate::{clock::Moment, ids::ProposalId, words::Locale};

/// What is public after a change.
#[derive(Debug, Default)]
pub struct Snapshot {
    number: i64,
    changed_at: Option<Moment>,
    /// Their places are the same whoever reads.
    entries: Vec<Arc<Entry>>,
    by_title: Orders,
    newest: Orders,
    index: Index,
    words: Words,
    by_id: HashMap<ProposalId, u32>,
    by_slug: HashMap<String, u32>,
}

/// Places in an order, for each of `Locale::ALL`.
type Orders = [Vec<u32>; Locale::ALL.len()];

impl Snapshot {
    /// All Initiatives, in an order that is no reader's own.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    pub fn at(&self, place: usize) -> Option<&Arc<Entry>> {
        self.entries.get(place)
    }

    /// The places of all, by the titles that are shown to a reader of `locale`.
    pub fn by_title(&self, locale: Locale) -> &[u32] {
        of(&self.by_title, locale)
    }

    /// The places of all, what was published last first, and by title what came on one day.
    pub fn newest(&self, locale: Locale) -> &[u32] {
        of(&self.newest, locale)
    }

    /// All Initiatives, by the titles that are shown to a reader of `locale`.
    pub fn titled(&self, locale: Locale) -> impl Iterator<Item = &Arc<Entry>> {
        self.by_title(locale).iter().filter_map(|place| self.at(*place as usize))
    }

    pub const fn index(&self) -> &Index {
        &self.index
    }

    pub const fn words(&self) -> &Words {
        &self.words
    }

    pub fn place(&self, id: ProposalId) -> Option<usize> {
        self.by_id.get(&id).map(|place| *place as usize)
    }

    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Entry>> {
        self.by_slug.get(slug).and_then(|place| self.at(*place as usize))
    }

    pub fn by_id(&self, id: ProposalId) -> Option<&Arc<Entry>> {
        self.place(id).and_then(|place| self.at(place))
    }

    /// The change after which this is public: the same in every process.
    pub const fn number(&self) -> i64 {
        self.number
    }

    /// When an Initiative of it changed last, or went; none before there was any.
    pub const fn changed_at(&self) -> Option<Moment> {
        self.changed_at
    }

    /// With what has changed since, in the order of the changes; none is public no more. `number` is that of the last one, which was
    /// made at `last`, if an Initiative changed by it.
    #[must_use]
    pub fn changed(
        &self,
        changed: impl IntoIterator<Item = (ProposalId, Option<Entry>)>,
        (number, last): (i64, Option<Moment>),
    ) -> Self {
        let mut all: BTreeMap<ProposalId, Arc<Entry>> =
            self.entries().iter().map(|entry| (entry.id, Arc::clone(entry))).collect();
        for (id, entry) in changed {
            match entry {
                Some(entry) => all.insert(id, Arc::new(entry)),
                None => all.remove(&id),
            };
        }
        Self { number, changed_at: self.changed_at.max(last), ..Self::of(all.into_values().collect()) }
    }

    fn of(mut entries: Vec<Arc<Entry>>) -> Self {
        entries
            .sort_by(|one, other| one.title_keys.get(Locale::default()).cmp(other.title_keys.get(Locale::default())));
        let places = || (0..).zip(&entries);
        let entry = |place: &u32| entries.get(*place as usize);
        let titled = |locale: Locale| {
            let mut order: Vec<u32> = places().map(|(place, _)| place).collect();
            order.sort_by_key(|place| entry(place).map(|entry| entry.title_keys.get(locale)));
            order
        };
        let by_title = Locale::ALL.map(titled);
        let newest = by_title.clone().map(|mut order| {
            order.sort_by_key(|place| Reverse(entry(place).map(|entry| entry.published_at)));
            order
        });
        Self {
            index: Index::new(&entries),
            words: Words::new(&entries),
            by_id: places().map(|(place, entry)| (entry.id, place)).collect(),
            by_slug: places().map(|(place, entry)| (entry.slug.clone(), place)).collect(),
            by_title,
            newest,
            entries,
            ..Self::default()
        }
    }
}

fn of(orders: &Orders, locale: Locale) -> &[u32] {
    let place = Locale::ALL.iter().position(|one| *one == locale).unwrap_or_default();
    &orders[place]
}

/// The newest snapshot of this process.
#[derive(Debug, Default)]
pub struct Held(RwLock<Arc<Snapshot>>);

impl Held {
    pub fn get(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps a newer one; an older one, which a slower request made, is not kept.
    pub fn keep(&self, newer: Arc<Snapshot>) {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if newer.number > held.number {
            *held = newer;
        }
    }
}
