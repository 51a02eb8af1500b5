//! Where seeds lie: built into the binary, or in a folder.

use std::{collections::BTreeSet, path::PathBuf};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/seeds");

/// The most that a file of a seed may hold, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A folder of seeds; paths within it are written with `/`.
#[derive(Clone, Debug)]
pub enum Folder {
    BuiltIn,
    Disk(PathBuf),
}

/// What is wrong with a seed, and in which file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct SeedError {
    /// Relative to the folder of seeds, with the line where it is known: `demo/people.toml:12`.
    pub file: String,
    pub reason: String,
}

impl SeedError {
    pub fn new(file: impl Into<String>, reason: impl ToString) -> Self {
        Self { file: file.into(), reason: reason.to_string() }
    }
}

impl Folder {
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, SeedError> {
        match self {
            Self::BuiltIn => {
                let file = BUILT_IN.get_file(path).ok_or_else(|| SeedError::new(path, "there is no such file"))?;
                Ok(file.contents().to_vec())
            }
            Self::Disk(root) => {
                let fail = |error: std::io::Error| SeedError::new(path, error);
                let whole = root.join(path);
                if std::fs::metadata(&whole).map_err(fail)?.len() > LARGEST {
                    return Err(SeedError::new(path, "larger than 16 MB"));
                }
                std::fs::read(whole).map_err(fail)
            }
        }
    }

    pub fn text(&self, path: &str) -> Result<String, SeedError> {
        String::from_utf8(self.bytes(path)?).map_err(|_| SeedError::new(path, "not UTF-8"))
    }

    /// Reads a TOML file as a `T`. Unknown keys and empty texts are errors.
    pub fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, SeedError> {
        let text = self.text(path)?;
        let refuse = |error: toml::de::Error| {
            let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let file = line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"));
            SeedError::new(file, error.message().replace('\n', " "))
        };
        let table: toml::Table = toml::from_str(&text).map_err(refuse)?;
        if let Some(key) = empty_text(&table) {
            return Err(SeedError::new(path, format!("{key}: an empty text; leave it out if it is not known")));
        }
        toml::from_str(&text).map_err(refuse)
    }

    /// The names in a folder, sorted: of its files with this ending, or of its folders for an empty one.
    pub fn names(&self, path: &str, ending: &str) -> Result<BTreeSet<String>, SeedError> {
        let fits = |name: &str, is_folder: bool| if ending.is_empty() { is_folder } else { name.ends_with(ending) };
        match self {
            Self::BuiltIn => {
                let folder = if path.is_empty() { Some(&BUILT_IN) } else { BUILT_IN.get_dir(path) };
                let folder = folder.ok_or_else(|| SeedError::new(path, "there is no such folder"))?;
                let all = folder.entries().iter().map(|entry| (entry.path(), entry.as_dir().is_some()));
                let named = all.filter_map(|(path, is_folder)| Some((path.file_name()?.to_str()?, is_folder)));
                Ok(named.filter(|(name, is_folder)| fits(name, *is_folder)).map(|(name, _)| name.to_owned()).collect())
            }
            Self::Disk(root) => {
                let mut found = BTreeSet::new();
                let fail = |error: std::io::Error| SeedError::new(path, error);
                for entry in std::fs::read_dir(root.join(path)).map_err(fail)? {
                    let entry = entry.map_err(fail)?;
                    let name = entry.file_name().to_string_lossy().into_owned();
                    if fits(&name, entry.path().is_dir()) {
                        found.insert(name);
                    }
                }
                Ok(found)
            }
        }
    }

    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::BuiltIn => BUILT_IN.get_file(path).is_some(),
            Self::Disk(root) => root.join(path).is_file(),
        }
    }
}

/// The key of the first empty text in a table.
fn empty_text(table: &toml::Table) -> Option<String> {
    table.iter().find_map(|(key, value)| is_empty_in(value).then(|| key.clone()))
}

fn is_empty_in(value: &toml::Value) -> bool {
    match value {
        toml::Value::String(text) => text.trim().is_empty(),
        toml::Value::Array(items) => items.iter().any(is_empty_in),
        toml::Value::Table(table) => table.values().any(is_empty_in),
        _ => false,
    }
}
