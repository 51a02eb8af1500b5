//! A letter's HTML as an answer of its own, to stand in a frame of a page. It is a foreign document: it may style itself, and
//! nothing else. It runs as nobody, whoever opens it.

use axum::response::{Html, IntoResponse, Response};
use http::header;

/// What the links of a letter do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// They open where the letter stands, not within its frame.
    Lead,
    /// Nothing: the letter is only looked at.
    Rest,
}

const LEADING: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; \
    frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";
const RESTING: &str =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; sandbox";

/// The letter, for a frame that has the same `sandbox`.
pub fn letter(html: &str, links: Links) -> Response {
    let (policy, target) = match links {
        Links::Lead => (LEADING, "_top"),
        // A window that its sandbox does not let it open.
        Links::Rest => (RESTING, "_blank"),
    };
    let html = html.replacen("<head>", &format!("<head>\n<base target=\"{target}\">"), 1);
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::X_FRAME_OPTIONS, "SAMEORIGIN")];
    (headers, Html(html)).into_response()
}
