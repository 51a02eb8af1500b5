//! The routes of the service, as its sources declare them.

use std::{collections::BTreeSet, fs, path::Path};

/// Every method and address of every `.route(…)` in the sources: `POST /proposals`.
pub fn declared() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 20, "hardly a route was found: are they declared otherwise now?");
    found
}

fn collect(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            read(&fs::read_to_string(&path).unwrap(), &path.display().to_string(), found);
        }
    }
}

fn read(source: &str, file: &str, found: &mut BTreeSet<String>) {
    let hides =
        [".nest(", ".nest_service(", ".route_service(", "routing::any"].iter().find(|call| source.contains(**call));
    assert!(hides.is_none(), "{file} declares routes by {hides:?}, where nobody finds them: write each by .route(…)");
    for declaration in source.split(".route(").skip(1) {
        let declaration = balanced(declaration);
        let mut parts = declaration.splitn(3, '"');
        let address = parts.nth(1).unwrap_or_else(|| panic!("{file} declares a route without a plain address"));
        let methods = parts.next().unwrap_or_default();
        let mut any = false;
        for (call, method) in
            [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("patch(", "PATCH"), ("delete(", "DELETE")]
        {
            let is_called = methods
                .match_indices(call)
                .any(|(at, _)| !methods[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            if is_called {
                any = true;
                found.insert(format!("{method} {address}"));
            }
        }
        assert!(any, "{file}: no method was found for {address}");
    }
}

/// What stands within the parenthesis that has just been opened.
fn balanced(text: &str) -> &str {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}
