//! Pages in memory, as many as there is room for. Where there is none left, the one that nobody has looked at for longest goes.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use bytes::Bytes;
use http::HeaderMap;

use crate::{clock::Moment, words::Locale};

/// Which page, and how it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Path and query, without what says nothing.
    pub address: String,
    pub locale: Locale,
    pub gzip: bool,
}

/// A page as it is sent.
#[derive(Debug)]
pub struct KeptPage {
    pub headers: HeaderMap,
    pub body: Bytes,
    pub etag: String,
    /// The last public change before it was made.
    pub number: i64,
    /// As long as it would be made the same again.
    pub holds: Range<Moment>,
}

pub struct Shelf {
    pages: RwLock<Pages>,
    /// In bytes.
    room: usize,
    /// Counts the looks at all pages.
    looks: AtomicU64,
}

/// The pages that were made after one change: what was made before it is of no use any more.
#[derive(Default)]
struct Pages {
    number: i64,
    all: HashMap<Key, Place>,
    bytes: usize,
}

struct Place {
    page: Arc<KeptPage>,
    bytes: usize,
    /// The last look at it.
    looked: AtomicU64,
}

/// What a page takes besides its body: its address twice, its headers, its place.
const BESIDES: usize = 2 * 1024;
/// One page takes this part of the room at most.
const PART: usize = 16;

impl Shelf {
    pub fn of(room: usize) -> Self {
        Self { pages: RwLock::default(), room, looks: AtomicU64::new(0) }
    }

    /// The page, if it would be made the same again after the change of this number, at this instant.
    pub fn get(&self, key: &Key, number: i64, at: Moment) -> Option<Arc<KeptPage>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let place = pages.all.get(key)?;
        let is_so = place.page.number == number && place.page.holds.contains(&at);
        is_so.then(|| {
            place.looked.store(self.next_look(), Ordering::Relaxed);
            Arc::clone(&place.page)
        })
    }

    /// Keeps a page, unless it holds for no time at all, takes too much of the room, or was made before a change that others of the
    /// pages know.
    pub fn put(&self, key: Key, page: Arc<KeptPage>) {
        let bytes = page.body.len() + BESIDES;
        if page.holds.is_empty() || bytes > self.room / PART {
            return;
        }
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if page.number < pages.number {
            return;
        }
        if page.number > pages.number {
            *pages = Pages { number: page.number, ..Pages::default() };
        }
        let place = Place { page, bytes, looked: AtomicU64::new(self.next_look()) };
        pages.add(key, place);
        while pages.bytes > self.room {
            pages.forget_one();
        }
    }

    fn next_look(&self) -> u64 {
        self.looks.fetch_add(1, Ordering::Relaxed)
    }
}

impl Pages {
    fn add(&mut self, key: Key, place: Place) {
        self.bytes += place.bytes;
        if let Some(before) = self.all.insert(key, place) {
            self.bytes -= before.bytes;
        }
    }

    /// Looks at all of them, some thousands at most, and only where there is no room left.
    fn forget_one(&mut self) {
        let oldest = self.all.iter().min_by_key(|(_, place)| place.looked.load(Ordering::Relaxed));
        let gone = oldest.map(|(key, _)| key.clone()).and_then(|key| self.all.remove(&key));
        self.bytes = gone.map_or(0, |gone| self.bytes - gone.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Moment = Moment::from_millis(1_396_346_400_000);
    const LATER: Moment = Moment::from_millis(1_396_346_700_000);

    fn key(address: &str) -> Key {
        Key { address: address.to_owned(), locale: Locale::En, gzip: false }
    }

    fn page(body: &str, number: i64) -> Arc<KeptPage> {
        let (headers, etag) = (HeaderMap::new(), format!("\"{body}\""));
        Arc::new(KeptPage { headers, body: Bytes::from(body.to_owned()), etag, number, holds: AT..LATER })
    }

    fn body(shelf: &Shelf, address: &str, number: i64, at: Moment) -> Option<Bytes> {
        shelf.get(&key(address), number, at).map(|page| page.body.clone())
    }

    #[test]
    fn a_page_holds_until_something_changes_or_its_time_is_over() {
        let shelf = Shelf::of(1024 * 1024);
        shelf.put(key("/"), page("one", 7));
        assert_eq!(body(&shelf, "/", 7, AT).unwrap(), "one");
        assert_eq!(body(&shelf, "/", 8, AT), None, "something has changed");
        assert_eq!(body(&shelf, "/", 7, LATER), None, "its time is over");
        assert_eq!(body(&shelf, "/map", 7, AT), None, "another page");
        assert!(shelf.get(&Key { locale: Locale::Fr, ..key("/") }, 7, AT).is_none(), "another language");
        assert!(shelf.get(&Key { gzip: true, ..key("/") }, 7, AT).is_none(), "sent otherwise");
    }

    #[test]
    fn a_page_that_took_long_to_make_takes_the_place_of_no_newer_one() {
        let shelf = Shelf::of(1024 * 1024);
        shelf.put(key("/"), page("new", 8));
        shelf.put(key("/"), page("old", 7));
        assert_eq!(body(&shelf, "/", 8, AT).unwrap(), "new");
        shelf.put(key("/"), page("newer", 9));
        assert_eq!((body(&shelf, "/", 9, AT).unwrap(), body(&shelf, "/", 8, AT)), (Bytes::from("newer"), None));
    }

    #[test]
    fn what_nobody_looks_at_gives_way() {
        let long = "x".repeat(6 * 1024);
        let shelf = Shelf::of(16 * 8 * 1024);
        for n in 0..16 {
            shelf.put(key(&format!("/initiatives?page={n}")), page(&long, 1));
        }
        assert!(body(&shelf, "/initiatives?page=0", 1, AT).is_some(), "all of them have room");
        shelf.put(key("/map"), page(&long, 1));
        assert!(body(&shelf, "/initiatives?page=0", 1, AT).is_some(), "it was looked at");
        assert!(body(&shelf, "/initiatives?page=1", 1, AT).is_none(), "it was not");
        assert!(body(&shelf, "/map", 1, AT).is_some());
        shelf.put(key("/map"), page(&long, 1));
        assert!(body(&shelf, "/initiatives?page=2", 1, AT).is_some(), "the same again takes no more room");
        shelf.put(key("/about"), page(&"x".repeat(16 * 1024), 1));
        assert!(body(&shelf, "/about", 1, AT).is_none(), "it would take too much");
    }
}
