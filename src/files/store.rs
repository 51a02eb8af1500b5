//! Which files are claimed, and the sweeper of those that are not.

use std::{
    collections::BTreeSet,
    time::{Duration, UNIX_EPOCH},
};

use futures::TryStreamExt;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, path::Path};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{CONTENT, Files, SIDES, content_key, thumbnail_key};
use crate::{
    app::App,
    clock::Moment,
    entity::{attachment, publication, publication_file},
    error::Result,
};

/// How long a file may lie unclaimed: from its upload to the act that attaches it, and a form may come back in between.
pub const UNCLAIMED: Duration = Duration::from_secs(60 * 60);

/// What is being taken away.
const SWEPT: &str = "swept";

/// How many files are asked for at once.
const BATCH: usize = 500;

/// Deletes the files that no row claims, an hour after they came, and what was left of uploads that were broken off. Gives the
/// number of files deleted.
pub async fn sweep(app: &App) -> Result<usize> {
    let files = &app.files;
    let old = |meta: &ObjectMeta| app.now() - Moment::from_millis(meta.last_modified.timestamp_millis()) > UNCLAIMED;
    let store = files.store()?;
    bring_back(app, store, &old).await?;
    let mut listed = store.list(Some(&Path::from(CONTENT))).try_chunks(BATCH);
    let mut deleted = 0;
    while let Some(batch) = listed.try_next().await.map_err(|error| error.1)? {
        let aged: Vec<String> = batch
            .iter()
            .filter(|meta| old(meta))
            .filter_map(|meta| meta.location.filename().map(str::to_owned))
            .collect();
        let claimed = claimed(app.db.read(), Some(&aged)).await?;
        for sha256 in aged.iter().filter(|sha256| !claimed.contains(*sha256)) {
            deleted += usize::from(take_away(files, sha256, &old).await?);
        }
    }
    sweep_incoming(files, app.now()).await;
    Ok(deleted)
}

/// Which hashes, of these or of all, rows claim: attachments, be they removed, for what was submitted once stays; covers and files
/// of publications.
pub async fn claimed(db: &impl ConnectionTrait, among: Option<&[String]>) -> Result<BTreeSet<String>> {
    if among.is_some_and(<[String]>::is_empty) {
        return Ok(BTreeSet::new());
    }
    let mut found = named(db, attachment::Column::Sha256, among).await?;
    found.append(&mut named(db, publication::Column::CoverSha256, among).await?);
    found.append(&mut named(db, publication_file::Column::Sha256, among).await?);
    Ok(found)
}

/// The hashes that stand in a column.
async fn named<C: ColumnTrait>(
    db: &impl ConnectionTrait,
    column: C,
    among: Option<&[String]>,
) -> Result<BTreeSet<String>>
where
    C::EntityName: EntityTrait<Column = C>,
{
    let mut find = C::EntityName::find().select_only().column(column).distinct().filter(column.is_not_null());
    if let Some(hashes) = among {
        find = find.filter(column.is_in(hashes));
    }
    Ok(find.into_tuple::<String>().all(db).await?.into_iter().collect())
}

/// Takes a file away, and its thumbnails. The same content may have been uploaded again since it was listed, and be about to be
/// claimed: so it is first moved aside. On a disk it keeps its time there, and tells whether it is still the old one. On a store
/// over the network it does not, and so it lies aside for an hour more, from where [`bring_back`] would bring it.
async fn take_away(files: &Files, sha256: &str, old: impl Fn(&ObjectMeta) -> bool) -> Result<bool> {
    let (store, content, aside) = (files.store()?, content_key(sha256)?, aside(sha256));
    let on_disk = files.folder().is_some();
    if !on_disk && !old(&store.head(&content).await?) {
        return Ok(false);
    }
    store.rename(&content, &aside).await?;
    if on_disk && !old(&store.head(&aside).await?) {
        store.rename(&aside, &content).await?;
        return Ok(false);
    }
    for side in SIDES {
        let _ = store.delete(&thumbnail_key(sha256, side)?).await;
    }
    if on_disk {
        store.delete(&aside).await?;
    }
    Ok(true)
}

/// Brings back what lies aside and is claimed after all, and deletes what has lain there for an hour. A process that was killed
/// may have left something there too.
async fn bring_back(app: &App, store: &dyn ObjectStore, old: &impl Fn(&ObjectMeta) -> bool) -> Result<()> {
    let lying: Vec<ObjectMeta> = store.list(Some(&Path::from(SWEPT))).try_collect().await?;
    let hashes: Vec<String> = lying.iter().filter_map(|meta| meta.location.filename().map(str::to_owned)).collect();
    let claimed = claimed(app.db.read(), Some(&hashes)).await?;
    for meta in lying {
        let Some(sha256) = meta.location.filename() else { continue };
        if claimed.contains(sha256) {
            store.rename(&meta.location, &content_key(sha256)?).await?;
        } else if old(&meta) {
            store.delete(&meta.location).await?;
        }
    }
    Ok(())
}

/// Where the content of this hash lies between being taken away and being gone.
pub(super) fn aside(sha256: &str) -> Path {
    Path::from(format!("{SWEPT}/{sha256}"))
}

/// Removes what killed processes left of their uploads.
async fn sweep_incoming(files: &Files, now: Moment) {
    let Ok(mut entries) = tokio::fs::read_dir(files.spool()).await else { return };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let modified = entry.metadata().await.and_then(|meta| meta.modified()).ok();
        let millis = modified.and_then(|at| i64::try_from(at.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok());
        if millis.is_some_and(|millis| now - Moment::from_millis(millis) > UNCLAIMED) {
            let _ = tokio::fs::remove_file(entry.path()).await;
        }
    }
}
