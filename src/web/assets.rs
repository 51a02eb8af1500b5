//! Styles, scripts and icons: built into the binary, served under the hash of all of them, so that browsers keep them for
//! good. Stylesheets are served as two, made of files in the order of their names, without what only we read: a page shows nothing
//! before its own has come, so that should fit into the first packets of a slow line.

use std::{collections::BTreeMap, iter, sync::LazyLock};

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

/// The stylesheets, and the folders of what each is made of: that of all pages, and what those who are signed in need beside it.
const STYLESHEETS: [(&str, &str); 2] = [("css/site.css", "css"), ("css/work.css", "css/work")];

/// The icons: in each page, so that what is read waits for none of them.
const SPRITE: &str = "icons/sprite.svg";

struct Assets {
    hash: String,
    files: BTreeMap<String, Bytes>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    collect(&FOLDER, &mut files);
    let sheets = STYLESHEETS.map(|(path, folder)| (path.to_owned(), sheet(&files, folder).into()));
    files.retain(|path, _| !path.ends_with(".css") && path != SPRITE);
    files.extend(sheets);
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

/// The stylesheet that the files in this folder make together.
fn sheet(files: &BTreeMap<String, Bytes>, folder: &str) -> String {
    let is_in =
        |path: &str| path.rsplit_once('/').is_some_and(|(above, name)| above == folder && name.ends_with(".css"));
    let parts = files.iter().filter(|(path, _)| is_in(path));
    parts.map(|(_, bytes)| without_comments(&String::from_utf8_lossy(bytes))).collect()
}

/// A stylesheet without comments, and without breaks and spaces around its lines, where none is needed to tell words apart.
fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default();
    let said: String = iter::once(first).chain(parts.filter_map(|part| Some(part.split_once("*/")?.1))).collect();
    let mut short = String::with_capacity(said.len());
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty()) {
        short.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            short.push(' ');
        }
    }
    short
}

/// The icons, each as a symbol `icon-NAME`.
pub fn sprite() -> &'static str {
    FOLDER.get_file(SPRITE).and_then(|file| file.contents_utf8()).unwrap_or_default().trim_end()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_is_sent_without_what_only_we_read() {
        let written = "/* Why */\n\n.a :is(b,\n    c) {\n  content: \"x  y\"; /* so */\n  grid-template:\n    \"one\"\n    \"two\";\n}\n";
        assert_eq!(without_comments(written), r#".a :is(b,c) {content: "x  y";grid-template: "one" "two";}"#);
    }
}
