//! The stylesheets: that of all pages, and the one that pages for those who are signed in name beside it.

use std::{collections::BTreeSet, fs};

use crate::support::each_after;

/// The classes that only the second one knows.
pub struct Sheets {
    of_work: BTreeSet<String>,
}

impl Sheets {
    pub fn read() -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/css");
        let (of_all, of_work) = (classes(folder), classes(&format!("{folder}/work")));
        assert!(of_all.contains("button") && of_work.contains("thread"));
        Self { of_work: of_work.difference(&of_all).cloned().collect() }
    }

    /// The classes of a page whose stylesheet it does not name.
    pub fn missed_by<'p>(&self, page: &'p str) -> BTreeSet<&'p str> {
        if page.contains("/css/work.css") {
            return BTreeSet::new();
        }
        each_after(page, " class=\"")
            .into_iter()
            .flat_map(str::split_whitespace)
            .filter(|class| self.of_work.contains(*class))
            .collect()
    }
}

/// The classes that the stylesheets in a folder have rules for.
fn classes(folder: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sheets = paths.filter(|path| path.extension().is_some_and(|kind| kind == "css"));
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let named = |sheet: String| -> Vec<String> {
        let parts = sheet.split('.').skip(1).map(|part| part.split(|c| !is_of_name(c)).next().unwrap_or_default());
        parts.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())).map(str::to_owned).collect()
    };
    sheets.flat_map(|path| named(fs::read_to_string(path).unwrap())).collect()
}
