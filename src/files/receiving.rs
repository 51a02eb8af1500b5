//! Taking bytes in: counted, hashed and looked at while they pass into a file beside the store. Only what is sound, and is
//! wanted, comes into the store itself, under the name of its content; images without what they tell beside the picture.

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use images::{Pixels, Prepared, Unfit};
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;
use uuid::Uuid;

use super::{
    Files, INCOMING, content_key,
    kinds::{OCTETS, begun, sniff},
    spool::Spooled,
    thumbnail_key,
};
use crate::error::Error;

/// How much is sent to a store over the network at once: the least that S3 takes for a part.
const PART: usize = 5 * 1024 * 1024;

/// What is wanted of a file.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    pub max_bytes: u64,
    /// None: of any type.
    pub media_types: Option<&'w [&'w str]>,
}

/// A file that lies in the store. Nothing claims it yet: what is not claimed within an hour is swept away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Of the bytes as they are kept, 64 hexadecimal digits.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// As found in the content.
    pub media_type: &'static str,
    /// Of an image.
    pub pixels: Option<Pixels>,
}

/// Why a file was not received. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum NotReceived {
    #[error("larger than allowed")]
    TooLarge,
    #[error("empty")]
    Empty,
    #[error("of another type")]
    WrongType,
    #[error("not fit: {0}")]
    Unfit(#[from] Unfit),
    /// The sender stopped in the middle.
    #[error("broken off")]
    BrokenOff,
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<object_store::Error> for NotReceived {
    fn from(error: object_store::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<std::io::Error> for NotReceived {
    fn from(error: std::io::Error) -> Self {
        Self::Store(Error::Unavailable(format!("files: {error}")))
    }
}

impl Wanted<'_> {
    fn takes(&self, media_type: &str) -> bool {
        self.media_types.is_none_or(|types| types.contains(&media_type))
    }
}

impl Files {
    /// Takes in a stream of bytes. `name` is a fresh id, for the time until its content names it.
    pub async fn receive<E>(
        &self,
        name: Uuid,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
        wanted: Wanted<'_>,
    ) -> Result<Received, NotReceived> {
        let (spooled, look) = self.pass(name, bytes, wanted.max_bytes).await?;
        let media_type = sniff(&look.head, &look.tail, look.size);
        if look.size == 0 {
            return Err(NotReceived::Empty);
        }
        if !wanted.takes(media_type) {
            let cut_off = media_type == OCTETS && wanted.takes(begun(&look.head));
            return Err(if cut_off { Unfit::Damaged.into() } else { NotReceived::WrongType });
        }
        if media_type.starts_with("image/") {
            return self.keep_image(spooled, media_type).await;
        }
        let sha256 = hex::encode(look.hash.finalize());
        self.keep(name, spooled, &content_key(&sha256)?).await?;
        Ok(Received { sha256, size: look.size, media_type, pixels: None })
    }

    /// Takes in what is in memory already: seeds.
    pub async fn receive_bytes(&self, name: Uuid, bytes: impl Into<Bytes>) -> Result<Received, NotReceived> {
        let whole = futures::stream::iter([Ok::<_, Error>(bytes.into())]);
        self.receive(name, whole, Wanted { max_bytes: u64::MAX, media_types: None }).await
    }

    async fn pass<E>(
        &self,
        name: Uuid,
        mut bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
        limit: u64,
    ) -> Result<(Spooled, Look), NotReceived> {
        let mut spooled = Spooled::create(&self.spool(), name).await?;
        let mut look = Look::default();
        while let Some(chunk) = bytes.next().await {
            let chunk = chunk.map_err(|_| NotReceived::BrokenOff)?;
            look.at(&chunk);
            if look.size > limit {
                return Err(NotReceived::TooLarge);
            }
            spooled.write(&chunk).await?;
        }
        spooled.finish().await?;
        Ok((spooled, look))
    }

    /// Brings what was received into the store as it is.
    async fn keep(&self, name: Uuid, spooled: Spooled, to: &Path) -> Result<(), NotReceived> {
        let store = self.store()?;
        if self.folder().is_none() {
            let _a_few_at_a_time = self.sending.acquire().await.map_err(Error::internal)?;
            return Ok(send(store, spooled, to).await?);
        }
        // The same content may be there already. Putting it there again makes it young again, so that the sweeper does not
        // take it away while an act is about to claim it.
        store.rename(&Path::from(format!("{INCOMING}/{name}")), to).await?;
        spooled.given_away();
        Ok(())
    }

    /// Brings an image into the store without what it tells beside the picture, and its thumbnails.
    async fn keep_image(&self, spooled: Spooled, media_type: &'static str) -> Result<Received, NotReceived> {
        let prepared = {
            let _one_at_a_time = self.drawing.acquire().await.map_err(Error::internal)?;
            let given = spooled.read().await?;
            prepare(given, media_type).await?
        };
        let sha256 = hex::encode(Sha256::digest(&prepared.bytes));
        let size = u64::try_from(prepared.bytes.len()).map_err(Error::internal)?;
        self.put_thumbnails(&sha256, prepared.thumbnails).await?;
        self.store()?.put(&content_key(&sha256)?, prepared.bytes.into()).await?;
        Ok(Received { sha256, size, media_type, pixels: Some(prepared.pixels) })
    }

    pub(super) async fn put_thumbnails(
        &self,
        sha256: &str,
        thumbnails: Vec<(u32, Vec<u8>)>,
    ) -> Result<(), NotReceived> {
        for (side, bytes) in thumbnails {
            self.store()?.put(&thumbnail_key(sha256, side)?, bytes.into()).await?;
        }
        Ok(())
    }
}

/// Works on an image on a thread of its own. A defect in what decodes it is a damaged image.
pub(super) async fn prepare(given: Vec<u8>, media_type: &'static str) -> Result<Prepared, Unfit> {
    let work = tokio::task::spawn_blocking(move || images::prepare(&given, media_type));
    work.await.unwrap_or(Err(Unfit::Damaged))
}

/// Sends a file to a store over the network, in parts if it is long.
async fn send(store: &dyn ObjectStore, spooled: Spooled, to: &Path) -> Result<(), Error> {
    let mut file = spooled.open().await?;
    let first = part(&mut file).await?;
    if first.len() < PART {
        store.put(to, first.into()).await?;
        return Ok(());
    }
    let mut upload = store.put_multipart(to).await?;
    let sent = send_parts(upload.as_mut(), file, first).await;
    if sent.is_err() {
        let _ = upload.abort().await;
    }
    sent
}

async fn send_parts(upload: &mut dyn MultipartUpload, mut file: tokio::fs::File, first: Bytes) -> Result<(), Error> {
    let mut next = first;
    while !next.is_empty() {
        upload.put_part(next.into()).await?;
        next = part(&mut file).await?;
    }
    upload.complete().await?;
    Ok(())
}

/// The next part of a file; shorter than the others at its end, and empty after it.
async fn part(file: &mut tokio::fs::File) -> Result<Bytes, Error> {
    let mut part = BytesMut::with_capacity(PART);
    while part.len() < PART && file.read_buf(&mut part).await.map_err(unreadable)? > 0 {}
    Ok(part.freeze())
}

fn unreadable(error: std::io::Error) -> Error {
    Error::Unavailable(format!("files: {error}"))
}

/// What was seen of a file that passes: its size, its hash, its beginning and its end.
#[derive(Default)]
struct Look {
    size: u64,
    hash: Sha256,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Look {
    fn at(&mut self, chunk: &[u8]) {
        use super::kinds::{HEAD, TAIL};
        self.size = self.size.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        self.hash.update(chunk);
        let room = HEAD.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend_from_slice(&chunk[..room]);
        self.tail.extend_from_slice(&chunk[chunk.len().saturating_sub(TAIL)..]);
        self.tail.drain(..self.tail.len().saturating_sub(TAIL));
    }
}
