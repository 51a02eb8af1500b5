//! Handing out a stored file, so that no browser takes it for more than it is.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};

use super::Answer;
use crate::{
    app::App,
    error::{Error, Result},
    files::content_disposition,
};

/// A file to be handed out. Who may have it was decided before.
#[derive(Clone, Copy, Debug)]
pub struct Download<'d> {
    pub sha256: &'d str,
    /// A safe name.
    pub name: &'d str,
    /// As found in its content.
    pub media_type: &'d str,
}

/// Types that browsers may show; everything else is saved.
const SHOWN: [&str; 4] = ["application/pdf", "image/jpeg", "image/png", "image/webp"];

/// The file as an answer. Only the reader's own browser keeps it, and asks each time whether it may still show it.
pub async fn download(app: &App, file: Download<'_>, asked: &HeaderMap) -> Answer {
    let tag = format!("\"{}\"", file.sha256);
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str()) {
        return dressed(StatusCode::NOT_MODIFIED.into_response(), &tag);
    }
    let opened = app.files.open(file.sha256).await?;
    let shown = SHOWN.contains(&file.media_type);
    let headers = [
        (header::CONTENT_TYPE, if shown { file.media_type } else { crate::files::OCTETS }.to_owned()),
        (header::CONTENT_LENGTH, opened.size.to_string()),
        (header::CONTENT_DISPOSITION, content_disposition(file.name, shown)),
    ];
    dressed((headers, Body::from_stream(opened.bytes)).into_response(), &tag)
}

fn dressed(mut response: Response, tag: &str) -> Result<Response> {
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag.parse().map_err(Error::internal)?);
    headers.insert(header::CACHE_CONTROL, http::HeaderValue::from_static("private, no-cache"));
    // Whatever it is, it runs nothing and reaches nothing of ours.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        http::HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    Ok(response)
}
