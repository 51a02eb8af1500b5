//! A file while it is coming in: on this machine's disk, not in memory, and gone again whatever happens.

use std::{
    io::Result,
    path::{Path, PathBuf},
};

use tokio::{
    fs::File,
    io::{AsyncWriteExt, BufWriter},
};
use uuid::Uuid;

use crate::config::private_folder;

/// How much is handed to the disk at once.
const BUFFER: usize = 128 * 1024;

pub(super) struct Spooled {
    path: PathBuf,
    file: Option<BufWriter<File>>,
    /// Whether it has left for the store.
    kept: bool,
}

impl Spooled {
    pub async fn create(folder: &Path, name: Uuid) -> Result<Self> {
        private_folder(folder)?;
        let path = folder.join(name.to_string());
        let file = File::options().write(true).create_new(true).open(&path).await?;
        Ok(Self { path, file: Some(BufWriter::with_capacity(BUFFER, file)), kept: false })
    }

    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.file {
            Some(file) => file.write_all(bytes).await,
            None => Ok(()),
        }
    }

    /// Everything came: from here on it survives a power cut.
    pub async fn finish(&mut self) -> Result<()> {
        if let Some(mut file) = self.file.take() {
            file.flush().await?;
            file.into_inner().sync_all().await?;
        }
        Ok(())
    }

    pub async fn open(&self) -> std::result::Result<File, crate::error::Error> {
        File::open(&self.path).await.map_err(|error| crate::error::Error::Unavailable(format!("files: {error}")))
    }

    pub async fn read(&self) -> Result<Vec<u8>> {
        tokio::fs::read(&self.path).await
    }

    /// It lies under another name now.
    pub fn given_away(mut self) {
        self.kept = true;
    }
}

impl Drop for Spooled {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
