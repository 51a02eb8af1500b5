//! A body that comes chunk by chunk.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, BodyDataStream, Bytes};
use futures::Stream;

/// The multipart parser takes into memory all that is ready, so a sender faster than the disk would fill it. This hands on
/// one chunk, then makes the parser come back for the next.
pub struct Paced {
    body: BodyDataStream,
    resting: bool,
}

impl Paced {
    pub fn new(body: Body) -> Self {
        Self { body: body.into_data_stream(), resting: false }
    }
}

impl Stream for Paced {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.resting) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let chunk = Pin::new(&mut self.body).poll_next(context);
        self.resting = chunk.is_ready();
        chunk
    }
}
