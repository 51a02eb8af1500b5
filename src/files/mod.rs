//! The file store: the bytes of attachments, each known by the SHA-256 of its content. Bytes come in as a stream and go out
//! as one, so that memory stays the same whatever their size. What no row claims is swept away after an hour.

mod kinds;
mod names;
mod receiving;
mod store;

use std::{
    path::{Path as FolderPath, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use bytes::Bytes;
use futures::{StreamExt, stream::BoxStream};
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path};

use crate::{
    config::{Config, private_folder},
    error::{Error, Result},
};

pub use kinds::{OCTETS, sniff, type_name};
pub use names::{content_disposition, safe_name};
pub use receiving::{NotReceived, Received};
pub use store::sweep;

/// Where the bytes lie.
pub struct Files {
    url: Option<url::Url>,
    /// The folder of a local store.
    folder: Option<PathBuf>,
    store: OnceLock<Arc<dyn ObjectStore>>,
    /// Held while the store is opened, which happens once.
    opening: Mutex<()>,
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
        Self { url: config.files_url.clone(), folder, store: OnceLock::new(), opening: Mutex::new(()) }
    }

    /// The folder of a local store, for the backup.
    pub fn folder(&self) -> Option<&FolderPath> {
        self.folder.as_deref()
    }

    /// The bytes of this hash.
    pub async fn open(&self, sha256: &str) -> Result<Opened> {
        let found = self.store()?.get(&content_key(sha256)?).await?;
        let size = found.meta.size;
        Ok(Opened { size, bytes: found.into_stream().map(|chunk| chunk.map_err(Error::from)).boxed() })
    }

    /// Whether the bytes of this hash are there.
    pub async fn holds(&self, sha256: &str) -> Result<bool> {
        match self.store()?.head(&content_key(sha256)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
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

    /// Here another kind of store is added: by the scheme of its address.
    fn connect(&self) -> Result<Arc<dyn ObjectStore>> {
        let Some(folder) = &self.folder else {
            let scheme = self.url.as_ref().map_or("", url::Url::scheme);
            return Err(Error::Unavailable(format!("files_url: no store for {scheme}:// is built in")));
        };
        let unavailable = |error: &dyn std::fmt::Display| Error::Unavailable(format!("{}: {error}", folder.display()));
        private_folder(folder).map_err(|error| unavailable(&error))?;
        // A receipt promises that what was submitted survives a power cut, its files too.
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| unavailable(&error))?.with_fsync(true);
        Ok(Arc::new(store))
    }
}

/// Where the content of this hash lies. A hash that is none cannot lead out of the folder.
fn content_key(sha256: &str) -> Result<Path> {
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_hash {
        return Err(Error::NotFound);
    }
    Ok(Path::from(format!("{CONTENT}/{}/{sha256}", &sha256[..2])))
}

/// What is known by its content.
const CONTENT: &str = "sha256";
/// What is still being received.
const INCOMING: &str = "incoming";
