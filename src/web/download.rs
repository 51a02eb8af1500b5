//! Handing out a stored file, so that no browser takes it for more than it is.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

use super::Answer;
use crate::{
    app::App,
    error::{Error, Result},
    files::{OCTETS, SIDES, THUMBNAIL_TYPE, content_disposition, safe_name},
};

/// A file to be handed out. Who may have it was decided before.
#[derive(Clone, Copy, Debug)]
pub struct Download<'d> {
    pub sha256: &'d str,
    /// A safe name.
    pub name: &'d str,
    /// As found in its content.
    pub media_type: &'d str,
    /// Whether everybody may have it, and any cache keep it for a while.
    pub public: bool,
}

/// How a file is asked for: as it is, or an image small enough for a square of `size` pixels.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Size {
    #[serde(default)]
    size: Option<u32>,
}

/// Types that browsers may show; everything else is saved.
const SHOWN: [&str; 4] = ["application/pdf", "image/jpeg", "image/png", "image/webp"];

/// The file as an answer. A reader's own browser keeps it, and asks each time whether it may still show it.
pub async fn download(app: &App, file: Download<'_>, size: Size, asked: &HeaderMap) -> Answer {
    let side = size.size.filter(|side| SIDES.contains(side) && file.media_type.starts_with("image/"));
    let tag = side.map_or_else(|| format!("\"{}\"", file.sha256), |side| format!("\"{}-{side}\"", file.sha256));
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str()) {
        return dressed(StatusCode::NOT_MODIFIED.into_response(), &tag, file.public);
    }
    let opened = match side {
        Some(side) => app.files.thumbnail(file.sha256, side).await?,
        None => app.files.open(file.sha256).await?,
    };
    let shown = SHOWN.contains(&file.media_type);
    let media_type = match side {
        Some(_) => THUMBNAIL_TYPE,
        None if shown => file.media_type,
        None => OCTETS,
    };
    let name = if side.is_some() { &safe_name(file.name, THUMBNAIL_TYPE) } else { file.name };
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_LENGTH, opened.size.to_string()),
        (header::CONTENT_DISPOSITION, content_disposition(name, shown)),
    ];
    dressed((headers, Body::from_stream(opened.bytes)).into_response(), &tag, file.public)
}

fn dressed(mut response: Response, tag: &str, public: bool) -> Result<Response> {
    // What everybody may see today may be withdrawn tomorrow: nobody keeps it for long without asking.
    let kept = if public { "public, max-age=300" } else { "private, no-cache" };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag.parse().map_err(Error::internal)?);
    headers.insert(header::CACHE_CONTROL, http::HeaderValue::from_static(kept));
    // Whatever it is, it runs nothing and reaches nothing of ours.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        http::HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    Ok(response)
}
