//! Refuses what another site made a browser send.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, Method, header};

use super::returning::OnlyShown;
use crate::{app::App, error::Error};

/// The one exception: a mail program that stops letters by one click (RFC 8058) has no page and no cookie; the token in the
/// address proves it. The button of the page behind it is a form like any other.
const PROVEN_BY_TOKEN: &str = "/unsubscribe/";

/// Lets a request that may change something pass only if it comes from our own pages: `Sec-Fetch-Site` says so, or, in
/// browsers that do not send it, `Origin` is ours. What names neither comes from no browser of a visitor, and is refused.
pub async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let shown_again = request.extensions().get::<OnlyShown>().is_some();
    let proven = request.uri().path().strip_prefix(PROVEN_BY_TOKEN).is_some_and(|token| !token.contains('/'));
    if changes && !shown_again && !proven && !is_ours(request.headers(), &app.config.origin()) {
        return Error::Refused("error-other-origin").into_response();
    }
    next.run(request).await
}

fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers.get(header::ORIGIN).is_some_and(|named| named == origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect::<HeaderMap>()
    }

    #[test]
    fn only_our_own_pages_may_post() {
        let ours = "https://initiatives.example";
        for (sent, passes) in [
            (headers(&[("sec-fetch-site", "same-origin")]), true),
            (headers(&[("sec-fetch-site", "same-site"), ("origin", ours)]), false),
            (headers(&[("sec-fetch-site", "cross-site")]), false),
            (headers(&[("sec-fetch-site", "none")]), false),
            (headers(&[("origin", ours)]), true),
            (headers(&[("origin", "null")]), false),
            (headers(&[("origin", "https://initiatives.example.evil.example")]), false),
            (headers(&[]), false),
        ] {
            assert_eq!(is_ours(&sent, ours), passes, "{sent:?}");
        }
    }
}
