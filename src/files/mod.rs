//! The file store: the bytes of attachments and of publications, each known by the SHA-256 of its content. Bytes come in as a
//! stream and go out as one, so that memory stays the same whatever their size. Of an image the picture alone is kept, and
//! thumbnails are made. What no row claims is swept away after an hour.

mod kinds;
mod names;
mod receiving;
mod remote;
mod spool;
mod store;

use std::{
    path::{Path as FolderPath, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use bytes::Bytes;
use futures::{StreamExt, stream::BoxStream};
use object_store::{GetResult, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path};
use tokio::sync::Semaphore;

use crate::{
    config::{Config, private_folder},
    error::{Error, Result},
};

use remote::Remote;

pub use images::{Pixels, SIDES, THUMBNAIL_TYPE, Unfit, fitted, thumbnail_size};
pub use kinds::{OCTETS, sniff, type_name};
pub use names::{content_disposition, safe_name};
pub use receiving::{NotReceived, Received, Wanted};
pub use store::{claimed, sweep};

/// Where the bytes lie.
pub struct Files {
    /// The folder of a local store.
    folder: Option<PathBuf>,
    /// A store over the network.
    remote: Option<Remote>,
    /// The service's own folder.
    data_dir: PathBuf,
    store: OnceLock<Arc<dyn ObjectStore>>,
    /// Held while the store is opened, which happens once.
    opening: Mutex<()>,
    /// One image is worked on at a time, so that many at once do not fill the memory.
    drawing: Semaphore,
    /// Files on their way to a store over the network, each with a part of it in memory.
    sending: Semaphore,
}

/// A file's bytes on their way out.
pub struct Opened {
    pub size: u64,
    pub bytes: BoxStream<'static, Result<Bytes>>,
}

impl Files {
    /// The store of this configuration. A folder is made when it is first needed, so that a disk which is not there yet
    /// delays uploads and nothing else.
    pub fn new(config: &Config) -> Self {
        let folder = match &config.files_url {
            None => Some(config.data_dir.join("files")),
            Some(url) if url.scheme() == "file" => url.to_file_path().ok(),
            Some(_) => None,
        };
        Self {
            folder,
            remote: Remote::of(config),
            data_dir: config.data_dir.clone(),
            store: OnceLock::new(),
            opening: Mutex::new(()),
            drawing: Semaphore::new(1),
            sending: Semaphore::new(4),
        }
    }

    /// The folder of a local store, for the backup.
    pub fn folder(&self) -> Option<&FolderPath> {
        self.folder.as_deref()
    }

    /// The bytes of this hash.
    pub async fn open(&self, sha256: &str) -> Result<Opened> {
        let content = content_key(sha256)?;
        match self.store()?.get(&content).await {
            // The sweeper may have it aside for the moment.
            Err(object_store::Error::NotFound { .. }) => Ok(opened(self.store()?.get(&store::aside(sha256)).await?)),
            found => Ok(opened(found?)),
        }
    }

    /// The image of this hash, small enough for a square of this side (one of [`SIDES`]). Made anew if it was lost: thumbnails
    /// need no backup.
    pub async fn thumbnail(&self, sha256: &str, side: u32) -> Result<Opened> {
        let key = thumbnail_key(sha256, side)?;
        match self.store()?.get(&key).await {
            Ok(found) => return Ok(opened(found)),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let prepared = {
            let _one_at_a_time = self.drawing.acquire().await.map_err(Error::internal)?;
            let whole = self.store()?.get(&content_key(sha256)?).await?.bytes().await?;
            let media_type = sniff(&whole, &whole, u64::try_from(whole.len()).map_err(Error::internal)?);
            receiving::prepare(whole.into(), media_type).await.map_err(|_| Error::NotFound)?
        };
        self.put_thumbnails(sha256, prepared.thumbnails).await.map_err(Error::internal)?;
        Ok(opened(self.store()?.get(&key).await?))
    }

    /// Whether the bytes of this hash are there.
    pub async fn holds(&self, sha256: &str) -> Result<bool> {
        match self.store()?.head(&content_key(sha256)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Where files lie while they come in: beside the store, or in the service's own folder when the store is elsewhere.
    fn spool(&self) -> PathBuf {
        self.folder.as_ref().unwrap_or(&self.data_dir).join(INCOMING)
    }

    fn store(&self) -> Result<&dyn ObjectStore> {
        if self.store.get().is_none() {
            let _one_at_a_time = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
            if self.store.get().is_none() {
                let _ = self.store.set(self.connect()?);
            }
        }
        self.store.get().map(AsRef::as_ref).ok_or_else(|| Error::Internal("the file store was not opened".to_owned()))
    }

    fn connect(&self) -> Result<Arc<dyn ObjectStore>> {
        if let Some(remote) = &self.remote {
            return remote.connect();
        }
        let Some(folder) = &self.folder else {
            return Err(Error::Unavailable("files_url: neither a folder nor s3://".to_owned()));
        };
        let unavailable = |error: &dyn std::fmt::Display| Error::Unavailable(format!("{}: {error}", folder.display()));
        private_folder(folder).map_err(|error| unavailable(&error))?;
        // A receipt promises that what was submitted survives a power cut, its files too.
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| unavailable(&error))?.with_fsync(true);
        Ok(Arc::new(store))
    }
}

fn opened(found: GetResult) -> Opened {
    let size = found.meta.size;
    Opened { size, bytes: found.into_stream().map(|chunk| chunk.map_err(Error::from)).boxed() }
}

/// Where the content of this hash lies.
fn content_key(sha256: &str) -> Result<Path> {
    Ok(Path::from(format!("{CONTENT}/{}", shelved(sha256)?)))
}

/// Where the thumbnail of this content lies.
fn thumbnail_key(sha256: &str, side: u32) -> Result<Path> {
    if !SIDES.contains(&side) {
        return Err(Error::NotFound);
    }
    Ok(Path::from(format!("{THUMBNAILS}/{}-{side}.jpg", shelved(sha256)?)))
}

/// A hash that is none cannot lead out of the folder.
fn shelved(sha256: &str) -> Result<String> {
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_hash {
        return Err(Error::NotFound);
    }
    Ok(format!("{}/{sha256}", &sha256[..2]))
}

/// What is known by its content.
const CONTENT: &str = "sha256";
/// What is made of images, and can be made again.
const THUMBNAILS: &str = "thumbnails";
/// What is still being received.
const INCOMING: &str = "incoming";
