//! Taking bytes in: counted, hashed and looked at while they pass, written under a temporary name, and given the name of
//! their content at the end.

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use object_store::{MultipartUpload, ObjectStoreExt, path::Path};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Files, INCOMING, content_key,
    kinds::{HEAD, TAIL, sniff},
};
use crate::error::Error;

/// How much is written at once: the least that S3 takes for a part. No more than this is held in memory.
const PART: usize = 5 * 1024 * 1024;

/// A file that lies in the store. Nothing claims it yet: what is not claimed within an hour is swept away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// As found in the content.
    pub media_type: &'static str,
}

/// Why a file was not received. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum NotReceived {
    #[error("larger than allowed")]
    TooLarge,
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

impl Files {
    /// Takes in a stream of at most `limit` bytes. `name` is a fresh id, for the time until its content names it.
    pub async fn receive<E>(
        &self,
        name: Uuid,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
        limit: u64,
    ) -> Result<Received, NotReceived> {
        let store = self.store()?;
        let incoming = Path::from(format!("{INCOMING}/{name}"));
        let mut upload = store.put_multipart(&incoming).await?;
        match pass(upload.as_mut(), bytes, limit).await {
            Ok(received) => {
                upload.complete().await?;
                // The same content may be there already. Putting it there again makes it young again, so that the sweeper
                // does not take it away while an act is about to claim it.
                store.rename(&incoming, &content_key(&received.sha256)?).await?;
                Ok(received)
            }
            Err(error) => {
                let _ = upload.abort().await;
                Err(error)
            }
        }
    }

    /// Takes in what is in memory already: seeds.
    pub async fn receive_bytes(&self, name: Uuid, bytes: impl Into<Bytes>) -> Result<Received, NotReceived> {
        let whole = futures::stream::iter([Ok::<_, Error>(bytes.into())]);
        self.receive(name, whole, u64::MAX).await
    }
}

async fn pass<E>(
    upload: &mut dyn MultipartUpload,
    mut bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
    limit: u64,
) -> Result<Received, NotReceived> {
    let (mut hash, mut look) = (Sha256::new(), Look::default());
    let mut part = BytesMut::new();
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|_| NotReceived::BrokenOff)?;
        look.at(&chunk);
        if look.size > limit {
            return Err(NotReceived::TooLarge);
        }
        hash.update(&chunk);
        part.extend_from_slice(&chunk);
        if part.len() >= PART {
            upload.put_part(part.split().freeze().into()).await?;
        }
    }
    if !part.is_empty() {
        upload.put_part(part.freeze().into()).await?;
    }
    Ok(Received {
        sha256: hex::encode(hash.finalize()),
        size: look.size,
        media_type: sniff(&look.head, &look.tail, look.size),
    })
}

/// What was seen of a file that passes: its size, its beginning and its end.
#[derive(Default)]
struct Look {
    size: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Look {
    fn at(&mut self, chunk: &[u8]) {
        self.size = self.size.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        let room = HEAD.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend_from_slice(&chunk[..room]);
        self.tail.extend_from_slice(&chunk[chunk.len().saturating_sub(TAIL)..]);
        self.tail.drain(..self.tail.len().saturating_sub(TAIL));
    }
}
