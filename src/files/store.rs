//! Which files are claimed, and the sweeper of those that are not.

use std::{
    collections::BTreeSet,
    time::{Duration, UNIX_EPOCH},
};

use futures::TryStreamExt;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, path::Path};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{CONTENT, Files, INCOMING, content_key};
use crate::{app::App, clock::Moment, entity::attachment, error::Result};

/// How long a file may lie unclaimed: from its upload to the act that attaches it, and a form may come back in between.
pub const UNCLAIMED: Duration = Duration::from_secs(60 * 60);

/// Where a file lies between being taken away and being gone.
const SWEPT: &str = "swept";

/// How many files are asked for at once.
const BATCH: usize = 500;

/// Deletes the files that no attachment claims, an hour after they came, and what was left of uploads that were broken off.
/// Gives the number of files deleted.
pub async fn sweep(app: &App) -> Result<usize> {
    let files = &app.files;
    let old = |meta: &ObjectMeta| app.now() - Moment::from_millis(meta.last_modified.timestamp_millis()) > UNCLAIMED;
    let store = files.store()?;
    let mut listed = store.list(Some(&Path::from(CONTENT))).try_chunks(BATCH);
    let mut deleted = 0;
    while let Some(batch) = listed.try_next().await.map_err(|error| error.1)? {
        let aged: Vec<String> = batch
            .iter()
            .filter(|meta| old(meta))
            .filter_map(|meta| meta.location.filename().map(str::to_owned))
            .collect();
        let claimed = claimed(app, &aged).await?;
        for sha256 in aged.iter().filter(|sha256| !claimed.contains(*sha256)) {
            deleted += usize::from(take_away(store, sha256, &old).await?);
        }
    }
    sweep_incoming(files, app.now()).await;
    Ok(deleted)
}

/// Which of these hashes an attachment claims, be it removed: what was submitted once stays.
async fn claimed(app: &App, hashes: &[String]) -> Result<BTreeSet<String>> {
    if hashes.is_empty() {
        return Ok(BTreeSet::new());
    }
    let claimed = attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Sha256)
        .distinct()
        .filter(attachment::Column::Sha256.is_in(hashes))
        .into_tuple::<String>()
        .all(app.db.read())
        .await?;
    Ok(claimed.into_iter().collect())
}

/// Moves a file aside, looks whether it is still the old one, and only then deletes it: the same content may have been
/// uploaded again since it was listed, and be about to be claimed.
async fn take_away(store: &dyn ObjectStore, sha256: &str, old: impl Fn(&ObjectMeta) -> bool) -> Result<bool> {
    let (content, aside) = (content_key(sha256)?, Path::from(format!("{SWEPT}/{sha256}")));
    store.rename(&content, &aside).await?;
    if old(&store.head(&aside).await?) {
        store.delete(&aside).await?;
        return Ok(true);
    }
    store.rename(&aside, &content).await?;
    Ok(false)
}

/// Removes what killed processes left of their uploads. Object stores do this by a rule of the bucket; a folder has none,
/// and its unfinished files are hidden from listing.
async fn sweep_incoming(files: &Files, now: Moment) {
    let Some(folder) = files.folder() else { return };
    let Ok(mut entries) = tokio::fs::read_dir(folder.join(INCOMING)).await else { return };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let modified = entry.metadata().await.and_then(|meta| meta.modified()).ok();
        let millis = modified.and_then(|at| i64::try_from(at.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok());
        if millis.is_some_and(|millis| now - Moment::from_millis(millis) > UNCLAIMED) {
            let _ = tokio::fs::remove_file(entry.path()).await;
        }
    }
}
