//! Styles, scripts and icons: built into the binary, served under the hash of all of them, so that browsers keep them for
//! good. The stylesheets are served as one, in the order of their names.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    Router,
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use http::{StatusCode, header};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::Path;
use crate::app::App;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// The path of the one stylesheet.
const STYLESHEET: &str = "css/site.css";

struct Assets {
    hash: String,
    files: BTreeMap<String, Bytes>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    collect(&FOLDER, &mut files);
    let sheets: Vec<Bytes> =
        files.iter().filter(|(path, _)| path.ends_with(".css")).map(|(_, bytes)| bytes.clone()).collect();
    files.retain(|path, _| !path.ends_with(".css"));
    files.insert(STYLESHEET.to_owned(), sheets.join(&b'\n').into());
    let mut hash = Sha256::new();
    for (path, bytes) in &files {
        hash.update(path.as_bytes());
        hash.update(bytes);
    }
    Assets { hash: hex::encode(hash.finalize())[..16].to_owned(), files }
});

fn collect(folder: &Dir<'static>, files: &mut BTreeMap<String, Bytes>) {
    for file in folder.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), Bytes::from_static(file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

/// The address of an asset.
pub fn address(path: &str) -> String {
    debug_assert!(ASSETS.files.contains_key(path), "no asset {path}");
    format!("/assets/{}/{path}", ASSETS.hash)
}

pub(super) fn routes() -> Router<App> {
    Router::new().route("/assets/{hash}/{*path}", get(serve)).route("/favicon.ico", get(favicon))
}

async fn serve(Path((hash, path)): Path<(String, String)>) -> Response {
    let Some(bytes) = ASSETS.files.get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    // An address of an earlier version still finds the file, but is not kept.
    let keep = if hash == ASSETS.hash { "public, max-age=31536000, immutable" } else { "no-cache" };
    ([(header::CONTENT_TYPE, kind.as_str()), (header::CACHE_CONTROL, keep)], bytes.clone()).into_response()
}

async fn favicon() -> Response {
    super::see_other(&address("icons/favicon.svg"))
}
