//! Pages for the Nu HTML checker, which `tests/run` runs over them once the tour is over. Most pages that the tour meets are built
//! as others are: kept are those that bring something new.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::support::each_after;

/// Attributes whose values decide what else may be said. Of all others only the name does.
const TELLING: [&str; 6] = ["autocomplete", "inputmode", "rel", "role", "scope", "type"];

/// As much of its title as a file bears in its name.
const NAMED: usize = 40;

pub struct Pages {
    folder: PathBuf,
    /// Each two tags that stood beside each other in a page.
    joints: BTreeSet<String>,
    kept: usize,
}

impl Pages {
    /// Without what an earlier tour in the language has kept.
    pub fn none(language: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/html").join(language);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        Self { folder, joints: BTreeSet::new(), kept: 0 }
    }

    /// Keeps a page if it is to be kept in any case, or if some tag of it was not yet written so, or not beside such another.
    pub fn keep(&mut self, page: &str, in_any_case: bool) {
        let tags = tags(page);
        let mut is_new = in_any_case;
        for pair in tags.windows(2) {
            is_new |= self.joints.insert(pair.join("<"));
        }
        if is_new {
            self.kept += 1;
            fs::write(self.folder.join(format!("{:04}-{}.html", self.kept, name(page))), page).unwrap();
        }
    }
}

/// What stands twice in a page as an `id`.
pub fn ids_given_twice(page: &str) -> BTreeSet<&str> {
    let mut known = BTreeSet::new();
    // A pattern for scripts is no part of the page before it is put to use.
    let parts = page.split("<template").enumerate().map(|(at, part)| match part.split_once("</template>") {
        Some((_, behind)) if at > 0 => behind,
        _ => part,
    });
    let ids = parts.flat_map(|part| each_after(part, " id=\""));
    ids.filter(|id| !known.insert(*id)).collect()
}

/// The icons that a page shows and does not hold.
pub fn icons_lacking(page: &str) -> Vec<&str> {
    let held: BTreeSet<&str> = each_after(page, " id=\"").into_iter().collect();
    let shown = each_after(page, " href=\"").into_iter().filter_map(|href| href.strip_prefix('#'));
    shown.filter(|name| name.starts_with("icon-") && !held.contains(name)).collect()
}

/// The tags of a page in their order. Within them, `<` and `>` stand nowhere but at their ends: templates see to that.
fn tags(page: &str) -> Vec<String> {
    page.split('<').skip(1).filter_map(|piece| piece.split('>').next()).map(shape).collect()
}

/// A tag without the values that decide nothing: `input type=email name= value= required`.
fn shape(tag: &str) -> String {
    let mut shape = String::new();
    let mut parts = tag.split('"');
    while let Some(names) = parts.next() {
        shape.push_str(names);
        let name = names.trim_end_matches('=').split_whitespace().last().unwrap_or_default();
        if let Some(value) = parts.next().filter(|_| TELLING.contains(&name)) {
            shape.push_str(value);
        }
    }
    shape
}

/// The title as a part of a file's name.
fn name(page: &str) -> String {
    let title = page.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    title.chars().take(NAMED).map(plain).collect()
}
