//! All that is public, in memory: ten thousand Initiatives are some megabytes, and lists, facets and maps of them need no
//! database. Every process has its own, and asks before each use whether something has changed since.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use super::entries::Entry;
use crate::{clock::Moment, ids::ProposalId, words::Locale};

/// What is public after a change.
#[derive(Debug, Default)]
pub struct Snapshot {
    number: i64,
    changed_at: Option<Moment>,
    /// For each of `Locale::ALL`, by the titles that are shown in it.
    entries: [Vec<Arc<Entry>>; Locale::ALL.len()],
}

impl Snapshot {
    /// All Initiatives, by the titles that are shown to a reader of `locale`.
    pub fn by_title(&self, locale: Locale) -> &[Arc<Entry>] {
        let place = Locale::ALL.iter().position(|one| *one == locale).unwrap_or_default();
        &self.entries[place]
    }

    /// All Initiatives, in an order that is no reader's own.
    pub fn entries(&self) -> &[Arc<Entry>] {
        self.by_title(Locale::default())
    }

    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Entry>> {
        self.entries().iter().find(|entry| entry.slug == slug)
    }

    pub fn by_id(&self, id: ProposalId) -> Option<&Arc<Entry>> {
        self.entries().iter().find(|entry| entry.id == id)
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
        let in_order = |locale| {
            let mut entries: Vec<Arc<Entry>> = all.values().cloned().collect();
            entries.sort_by(|one, other| one.title_keys.get(locale).cmp(other.title_keys.get(locale)));
            entries
        };
        Self { number, changed_at: self.changed_at.max(last), entries: Locale::ALL.map(in_order) }
    }
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
