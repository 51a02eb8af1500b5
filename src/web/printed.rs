//! Handing out a document that was just made.

use axum::response::IntoResponse;
use bytes::Bytes;
use http::header;

use super::Answer;
use crate::files::content_disposition;

/// A PDF, to be looked at or saved under `name`.
pub fn pdf(bytes: Bytes, name: &str) -> Answer {
    made(bytes, name, "application/pdf", true)
}

/// JSON, to be saved under `name`.
pub fn json(bytes: Bytes, name: &str) -> Answer {
    made(bytes, name, "application/json", false)
}

fn made(bytes: Bytes, name: &str, media_type: &'static str, inline: bool) -> Answer {
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, content_disposition(name, inline)),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
