//! Forms with files, as browsers send them.

use axum::{body::Body, http::Request};

use super::{Browser, Page};

const BOUNDARY: &str = "----WebKitFormBoundaryOfTheStories";

/// The body of a form: texts, then files as (input, name, bytes).
pub fn multipart(values: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in values {
        body.extend(head(&format!("name=\"{name}\""), None));
        body.extend(value.as_bytes());
        body.extend(b"\r\n");
    }
    for (input, name, bytes) in files {
        // The three that browsers escape in a name.
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        body.extend(head(&format!("name=\"{input}\"; filename=\"{name}\""), Some("application/octet-stream")));
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

/// What stands before the content of one part.
pub fn head(disposition: &str, kind: Option<&str>) -> Vec<u8> {
    let kind = kind.map(|kind| format!("Content-Type: {kind}\r\n")).unwrap_or_default();
    format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n{kind}\r\n").into_bytes()
}

/// The posting of a form with files.
pub fn upload(path: &str, body: Body) -> Request<Body> {
    Request::post(path)
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin")
        .body(body)
        .unwrap()
}

impl Browser {
    /// Posts a form of our own pages with files.
    pub async fn upload(&mut self, path: &str, values: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
        self.send(upload(path, Body::from(multipart(values, files)))).await
    }
}
