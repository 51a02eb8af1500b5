//! A Maildir folder, in which each message is a file. What was seen lies in `cur` under a name that says so.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::{Path, PathBuf},
};

/// A message that was not seen yet.
pub struct Mail {
    folder: PathBuf,
    path: PathBuf,
    /// Its name without what is known of it.
    unique: String,
    flags: String,
}

/// Whether a folder is one; else what is wrong.
pub fn check(folder: &Path) -> Result<(), String> {
    for part in ["new", "cur"] {
        let path = folder.join(part);
        if let Err(error) = fs::read_dir(&path) {
            return Err(format!("bounces: {}: {error}: expected a Maildir folder", path.display()));
        }
    }
    Ok(())
}

/// Messages that were not seen: at most so many, in the order of their names, which begin with the time of their coming.
pub fn unseen(folder: &Path, most: usize) -> io::Result<Vec<Mail>> {
    let mut found = Vec::new();
    for part in ["new", "cur"] {
        for entry in fs::read_dir(folder.join(part))? {
            let entry = entry?;
            if found.len() >= most {
                break;
            }
            // A link or a pipe is not opened: what is behind could be endless.
            if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                found.extend(entry.file_name().to_str().and_then(|name| mail(folder, part, name)));
            }
        }
    }
    found.sort_by(|one, other| one.unique.cmp(&other.unique));
    Ok(found)
}

fn mail(folder: &Path, part: &str, name: &str) -> Option<Mail> {
    let (unique, flags) = name.split_once(":2,").unwrap_or((name, ""));
    let open = !name.starts_with('.') && (part == "new" || !flags.contains('S'));
    open.then(|| Mail {
        folder: folder.to_owned(),
        path: folder.join(part).join(name),
        unique: unique.to_owned(),
        flags: flags.to_owned(),
    })
}

impl Mail {
    pub fn name(&self) -> &str {
        &self.unique
    }

    /// Its first bytes; none if another process has taken it meanwhile.
    pub fn read(&self, most: u64) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        match File::open(&self.path).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Moves it to what was seen, or finds that another process did; with a flag if a person should look at it.
    pub fn mark_seen(&self, flagged: bool) -> io::Result<()> {
        let mut flags: Vec<char> = self.flags.chars().chain(['S']).chain(flagged.then_some('F')).collect();
        flags.sort_unstable();
        flags.dedup();
        let seen = format!("{}:2,{}", self.unique, flags.into_iter().collect::<String>());
        match fs::rename(&self.path, self.folder.join("cur").join(OsStr::new(&seen))) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
