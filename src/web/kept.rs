//! Answers that any cache may keep: what is the same for everybody, and is asked for again and again by programs. Whoever has
//! it already is told so.

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chrono::DateTime;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use super::Answer;
use crate::{
    clock::Moment,
    error::{Error, Result},
};

/// For so long nobody need ask again; what is public today may be withdrawn tomorrow.
const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("public, max-age=300, must-revalidate");

/// What is handed out, apart from its bytes.
#[derive(Clone, Debug)]
pub struct Kept {
    pub media_type: &'static str,
    /// Tells this content from any other of the same address.
    pub tag: String,
    /// When it changed last, where that is known.
    pub changed: Option<Moment>,
    /// Whether scripts of any site may read it.
    pub any_site: bool,
}

/// A tag for content that is known by its bytes alone.
pub fn tag_of(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content)).chars().take(24).collect()
}

impl Kept {
    /// The answer for whoever has it already; none for those who have not.
    pub fn known(&self, asked: &HeaderMap) -> Option<Answer> {
        self.is_known(asked).then(|| self.dressed(StatusCode::NOT_MODIFIED.into_response()))
    }

    pub fn answer(&self, body: impl Into<Bytes>) -> Answer {
        let body: Bytes = body.into();
        self.dressed(([(header::CONTENT_TYPE, self.media_type)], body).into_response())
    }

    /// Weak, since the same content is compressed for one reader and not for another.
    fn etag(&self) -> String {
        format!("W/\"{}\"", self.tag)
    }

    fn is_known(&self, asked: &HeaderMap) -> bool {
        if asked.contains_key(header::IF_NONE_MATCH) {
            return has(asked, &self.etag());
        }
        let since = asked.get(header::IF_MODIFIED_SINCE).and_then(|since| since.to_str().ok());
        let since = since.and_then(|since| DateTime::parse_from_rfc2822(since).ok());
        since.zip(self.changed).is_some_and(|(since, changed)| changed.utc().timestamp() <= since.timestamp())
    }

    fn dressed(&self, mut response: Response) -> Result<Response> {
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag().parse().map_err(Error::internal)?);
        headers.insert(header::CACHE_CONTROL, FOR_A_WHILE);
        if let Some(changed) = self.changed {
            let date = changed.utc().format("%a, %d %b %Y %H:%M:%S GMT").to_string();
            headers.insert(header::LAST_MODIFIED, date.parse().map_err(Error::internal)?);
        }
        if self.any_site {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        Ok(response)
    }
}

/// Whether whoever asks has what bears this tag.
pub(super) fn has(asked: &HeaderMap, etag: &str) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok());
    known.flat_map(|tags| tags.split(',')).any(|tag| tag.trim() == "*" || is_same(tag, etag))
}

/// Whether two tags are of the same content, as far as weak ones tell.
fn is_same(one: &str, other: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    opaque(one) == opaque(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2014-04-01T10:00:00.500Z
    const CHANGED: Moment = Moment::from_millis(1_396_346_400_500);

    fn kept() -> Kept {
        Kept { media_type: "text/plain", tag: "7-ab".to_owned(), changed: Some(CHANGED), any_site: true }
    }

    fn asked(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn whoever_has_it_is_told_so() {
        for known in ["W/\"7-ab\"", "\"7-ab\"", "\"x\", W/\"7-ab\"", "*"] {
            assert!(kept().known(&asked(header::IF_NONE_MATCH, known)).is_some(), "{known}");
        }
        for other in ["W/\"7-abc\"", "\"\"", "7-ab, \"x\""] {
            assert!(kept().known(&asked(header::IF_NONE_MATCH, other)).is_none(), "{other}");
        }
        assert!(kept().known(&HeaderMap::new()).is_none());
    }

    #[test]
    fn a_date_counts_in_whole_seconds_and_a_tag_counts_more() {
        for known in ["Tue, 01 Apr 2014 10:00:00 GMT", "Wed, 02 Apr 2014 00:00:00 GMT"] {
            assert!(kept().known(&asked(header::IF_MODIFIED_SINCE, known)).is_some(), "{known}");
        }
        for earlier in ["Tue, 01 Apr 2014 09:59:59 GMT", "yesterday"] {
            assert!(kept().known(&asked(header::IF_MODIFIED_SINCE, earlier)).is_none(), "{earlier}");
        }
        let mut both = asked(header::IF_MODIFIED_SINCE, "Wed, 02 Apr 2014 00:00:00 GMT");
        both.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"old\""));
        assert!(kept().known(&both).is_none());
    }

    #[test]
    fn an_answer_says_how_long_it_is_kept_and_who_may_read_it() {
        let answer = kept().answer("a text").unwrap();
        let said =
            |name: header::HeaderName| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(said(header::ETAG).as_deref(), Some("W/\"7-ab\""));
        assert_eq!(said(header::LAST_MODIFIED).as_deref(), Some("Tue, 01 Apr 2014 10:00:00 GMT"));
        assert_eq!(said(header::CACHE_CONTROL).as_deref(), Some("public, max-age=300, must-revalidate"));
        assert_eq!(said(header::ACCESS_CONTROL_ALLOW_ORIGIN).as_deref(), Some("*"));
        let ours = Kept { any_site: false, changed: None, ..kept() }.answer("a text").unwrap();
        assert!(!ours.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
        assert_eq!(tag_of(b"a text").len(), 24);
    }
}
