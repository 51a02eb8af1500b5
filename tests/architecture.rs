//! Keeps the directions of docs/architecture.md: reads what every file names and fails on a use that its room does not
//! allow. The last test tries the checker itself on small trees, each with one crossing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

#[path = "architecture/reader.rs"]
mod reader;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/samples.rs"]
mod samples;

use std::{fs, path::Path};

use reader::Source;

/// Past this length a file is said to be long; past [`TOO_LONG`] it fails.
const LONG: usize = 400;
const TOO_LONG: usize = 450;

#[test]
fn every_use_follows_the_rooms() {
    let found = rules::crossings(&the_tree(&["src", "migration/src"]));
    let list: Vec<String> = found.iter().map(|c| format!("{}:{} {}", c.file, c.line, c.what)).collect();
    assert!(list.is_empty(), "{} crossings:\n{}", list.len(), list.join("\n"));
}

#[test]
fn no_file_has_two_reasons_to_exist() {
    let mut too_long = Vec::new();
    for source in the_tree(&["src", "images/src", "migration/src", "tests"]) {
        let lines = source.text.lines().count();
        if lines > TOO_LONG {
            too_long.push(format!("{} has {lines} lines", source.file));
        } else if lines > LONG {
            eprintln!("{} has {lines} lines: it grows a second reason to exist", source.file);
        }
    }
    assert!(too_long.is_empty(), "split these:\n{}", too_long.join("\n"));
}

fn the_tree(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in folders {
        collect(root, &root.join(folder), &mut sources);
    }
    assert!(!sources.is_empty(), "no source found: the checks would pass on nothing");
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "node_modules") {
                collect(root, &path, sources);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            sources.push(Source { file, text: fs::read_to_string(&path).unwrap() });
        }
    }
}
