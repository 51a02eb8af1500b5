//! One walk: by links, as one visitor, in one language.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{
    hooks::Hooks,
    pages::{icons_lacking, ids_given_twice},
    sheets::Sheets,
    templates::Unmet,
};
use crate::support::{Browser, Page};

/// The cookie of a session, as a service without TLS names it.
const SESSION: &str = "session";

/// So many addresses of the same kind are looked at; the others look alike.
const OF_A_KIND: usize = 3;

pub struct Walk {
    browser: Browser,
    language: &'static str,
    /// Addresses to go to, each with where its link was found.
    ahead: VecDeque<(String, String)>,
    known: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
    sheets: Sheets,
    hooks: Hooks,
    pub wrong: Vec<String>,
}

impl Walk {
    pub fn new(browser: Browser, language: &'static str) -> Self {
        let (ahead, known, kinds) = (VecDeque::new(), BTreeSet::new(), BTreeMap::new());
        Self { browser, language, ahead, known, kinds, sheets: Sheets::read(), hooks: Hooks::read(), wrong: Vec::new() }
    }

    pub fn start(&mut self, addresses: &[&str]) {
        self.ahead.extend(addresses.iter().map(|address| ((*address).to_owned(), String::new())));
    }

    pub async fn on(&mut self, unmet: &mut Unmet) {
        while let Some((address, from)) = self.ahead.pop_front() {
            let page = self.browser.get(&self.in_language(&address)).await;
            self.look(&address, &from, &page);
            let html =
                page.headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap().starts_with("text/html"));
            if html {
                let twice = ids_given_twice(&page.text);
                if !twice.is_empty() {
                    self.wrong.push(format!("{address} gives ids twice: {twice:?}"));
                }
                let unstyled = self.sheets.missed_by(&page.text);
                if !unstyled.is_empty() {
                    self.wrong.push(format!("{address} lacks the stylesheet of these classes: {unstyled:?}"));
                }
                let lacking = icons_lacking(&page.text);
                if !lacking.is_empty() {
                    self.wrong.push(format!("{address} lacks these icons: {lacking:?}"));
                }
                let unscripted = self.hooks.missed_by(&page.text);
                if !unscripted.is_empty() {
                    self.wrong.push(format!("{address} lacks the script of these: {unscripted:?}"));
                }
                unmet.meet(&page.text);
                for link in links(&page.text) {
                    self.note(link, &address);
                }
            }
            if page.status == 303 {
                self.note(page.location().to_owned(), &address);
            }
        }
    }

    fn look(&mut self, address: &str, from: &str, page: &Page) {
        // Where a walk begins, it may meet nothing; where a link leads, there is something.
        // A link that leads someone to log in first leads somewhere.
        let fine = matches!(page.status, 200 | 303) || (from.is_empty() && page.status == 404) || self.logs_in(page);
        if !fine {
            self.wrong.push(format!("{address} (from {from}) answers {}: {}", page.status, page.words()));
        }
        if page.text.contains("<html lang=") && !page.text.contains(&format!("<html lang=\"{}\"", self.language)) {
            self.wrong.push(format!("{address} is in another language"));
        }
        // Bytes of pictures and documents may hold anything.
        let is_text = page.headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap().starts_with("text/"));
        if is_text && (page.text.contains("{$") || page.text.contains("{ $")) {
            self.wrong.push(format!("{address} says a text without its values"));
        }
    }

    fn logs_in(&self, page: &Page) -> bool {
        page.status == 401 && self.browser.cookie(SESSION).is_none()
    }

    /// The address in the language of the walk, whichever a letter's link names.
    fn in_language(&self, address: &str) -> String {
        let address = address.replace("?lang=en", "").replace("?lang=fr", "").replace("?lang=es", "");
        let (address, fragment) = address.split_once('#').unwrap_or((&address, ""));
        let joint = if address.contains('?') { '&' } else { '?' };
        let language = self.language;
        if fragment.is_empty() {
            format!("{address}{joint}lang={language}")
        } else {
            format!("{address}{joint}lang={language}#{fragment}")
        }
    }

    /// Goes there later, unless enough of its kind were seen.
    fn note(&mut self, link: String, from: &str) {
        let link = link.split('#').next().unwrap_or_default().to_owned();
        // A link to the page itself in another language is walked by another walk.
        let skip = !link.starts_with('/') || link.starts_with("/assets/") || link.contains("lang=");
        if skip || !self.known.insert(link.clone()) {
            return;
        }
        let seen = self.kinds.entry(kind(&link)).or_default();
        *seen += 1;
        if *seen <= OF_A_KIND {
            self.ahead.push_back((link, from.to_owned()));
        }
    }
}

/// An address without what tells one thing from another of its kind.
fn kind(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    // What narrows a list can be put together in hundreds of ways; pairs of them tell enough.
    let names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).take(2).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let named = |(at, part): (usize, &&str)| {
        let below = at.checked_sub(1).map_or("", |above| parts[above]);
        let is_name = part.contains(|c: char| c.is_ascii_digit())
            || matches!(
                below,
                "initiatives"
                    | "calls"
                    | "cities"
                    | "organisations"
                    | "guidelines"
                    | "letters"
                    | "partners"
                    | "publications"
                    | "unsubscribe"
            );
        let own_page = matches!(*part, "new" | "members");
        if is_name && !own_page && at > 1 { "*".to_owned() } else { (*part).to_owned() }
    };
    let path: Vec<String> = parts.iter().enumerate().map(named).collect();
    format!("{}?{}", path.join("/"), names.join("&"))
}

fn links(page: &str) -> Vec<String> {
    let found = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.map(|link| link.replace("&amp;", "&").replace("&#38;", "&")).collect()
}
