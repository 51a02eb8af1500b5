//! `backup FILE`: the database and the files that it names, as they are at one moment, while the service runs. The archive
//! is laid out like a data folder: unpacked into an empty one, it is the service again.

use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use sea_orm::{ConnectionTrait, Database};

use super::{Failure, Outcome, start};
use crate::{
    app::App,
    config::Config,
    error::{Error, Result},
    files,
};

/// Names within the archive, as in a data folder.
const DATABASE: &str = "initiatives.sqlite";
const FILES: &str = "files";
const SECRET: &str = "secret";
/// A draft that is deleted meanwhile takes its files with it: then all is copied once more.
const TRIES: usize = 3;

/// Writes the archive. It stands under its name only when it is whole.
pub async fn run(target: PathBuf) -> Outcome {
    let config = Config::load()?;
    if !config.database_url().starts_with("sqlite:") {
        return Err(Failure::Asked(
            "database_url: a PostgreSQL database is backed up by pg_dump; docs/operations.md says how".to_owned(),
        ));
    }
    if target.exists() {
        return Err(Failure::Asked(format!("{}: there is such a file already", target.display())));
    }
    let app = start::app_as_it_is(config).await?;
    let draft = with_ending(&target, "part");
    let copy = with_ending(&target, "sqlite");
    let mut written = Ok(None);
    for _ in 0..TRIES {
        written = Box::pin(write(&app, &draft, &copy)).await;
        let _ = std::fs::remove_file(&copy);
        if !matches!(written, Ok(None)) {
            break;
        }
    }
    let Some(files) = written.as_ref().ok().copied().flatten() else {
        let _ = std::fs::remove_file(&draft);
        return Err(written.err().unwrap_or_else(|| Failure::Failed("files are being deleted; try again".to_owned())));
    };
    std::fs::rename(&draft, &target)?;
    println!("{} holds the database and {files} files. It also holds the secret: keep it safe.", target.display());
    Ok(())
}

fn with_ending(target: &Path, ending: &str) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Writes database and files; how many files, or nothing if one was deleted for good between the copy and its turn.
async fn write(app: &App, draft: &Path, copy: &Path) -> std::result::Result<Option<usize>, Failure> {
    let mut private = OpenOptions::new();
    private.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut private, 0o600);
    // Made before it is filled, so that nobody else can read it at any time. SQLite fills an empty file.
    drop(private.open(copy)?);
    copy_database(app, copy).await?;
    // What the copy names lies in the file store: files come before the rows that claim them.
    let hashes = claimed(copy).await?;
    let mut archive = tar::Builder::new(BufWriter::new(private.open(draft)?));
    archive.append_path_with_name(copy, DATABASE)?;
    add_secret(app, &mut archive)?;
    for hash in &hashes {
        let file = file_of(app, hash)?;
        if !file.exists() && !is_claimed(app, hash).await? {
            return Ok(None);
        }
        archive.append_path_with_name(&file, format!("{FILES}/{}", stored_as(hash))).map_err(|error| {
            Failure::Failed(format!("{}, which the database names, cannot be read: {error}", file.display()))
        })?;
    }
    let mut out: BufWriter<File> = archive.into_inner()?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(Some(hashes.len()))
}

/// A copy of one moment. Writers go on meanwhile: the copy reads, and nothing waits for it.
async fn copy_database(app: &App, copy: &Path) -> Result<()> {
    let path = copy.to_str().ok_or_else(|| Error::internal("the path is not UTF-8"))?;
    let quoted = path.replace('\'', "''");
    app.db.write().execute_unprepared(&format!("VACUUM INTO '{quoted}'")).await?;
    Ok(())
}

/// The hashes that the copy names, each once, those of removed files among them: what was submitted once stays.
async fn claimed(copy: &Path) -> Result<Vec<String>> {
    let copied = Database::connect(format!("sqlite://{}?mode=ro", copy.display())).await?;
    let hashes = files::claimed(&copied, None).await?;
    copied.close().await?;
    Ok(hashes.into_iter().collect())
}

/// Whether the running service still names this content.
async fn is_claimed(app: &App, hash: &str) -> Result<bool> {
    Ok(!files::claimed(app.db.read(), Some(&[hash.to_owned()])).await?.is_empty())
}

fn file_of(app: &App, hash: &str) -> std::result::Result<PathBuf, Failure> {
    let folder = app.files.folder().ok_or_else(|| {
        Failure::Asked(
            "files_url: files that lie elsewhere are backed up there; docs/operations.md says how".to_owned(),
        )
    })?;
    Ok(folder.join(stored_as(hash)))
}

/// Where the file store keeps the content of this hash.
fn stored_as(hash: &str) -> String {
    format!("sha256/{}/{hash}", hash.get(..2).unwrap_or_default())
}

/// The secret, where it is kept in the data folder: links that were sent stay good after a restore.
fn add_secret(app: &App, archive: &mut tar::Builder<BufWriter<File>>) -> std::io::Result<()> {
    let path = app.config.data_dir.join(SECRET);
    if path.is_file() { archive.append_path_with_name(path, SECRET) } else { Ok(()) }
}
