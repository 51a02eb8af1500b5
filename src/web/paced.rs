//! A body that comes chunk by chunk.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, BodyDataStream, Bytes};
use futures::{Stream, StreamExt};

/// How long a sender who does not stop is still listened to.
const COURTESY: Duration = Duration::from_secs(60);

/// The multipart parser takes into memory all that is ready, so a sender faster than the disk would fill it. This hands on
/// one chunk, then makes the parser come back for the next.
///
/// What is not asked for any more is read and dropped, behind the answer: a browser that is still sending when the connection
/// closes shows its own page of errors instead of ours.
pub struct Paced {
    body: Option<BodyDataStream>,
    resting: bool,
}

impl Paced {
    pub fn new(body: Body) -> Self {
        Self { body: Some(body.into_data_stream()), resting: false }
    }
}

impl Stream for Paced {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.resting) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let chunk = Pin::new(body).poll_next(context);
        self.resting = chunk.is_ready();
        if matches!(chunk, Poll::Ready(None | Some(Err(_)))) {
            self.body = None;
        }
        chunk
    }
}

impl Drop for Paced {
    fn drop(&mut self) {
        if let Some(body) = self.body.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(tokio::time::timeout(COURTESY, read_away(body)));
        }
    }
}

async fn read_away(mut body: BodyDataStream) {
    while let Some(Ok(_)) = body.next().await {
        tokio::task::yield_now().await;
    }
}
