//! What is taken from the address. axum's own extractors refuse with their own words; these with our pages.

use std::borrow::Cow;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use http::request::Parts;
use serde::de::DeserializeOwned;
use url::form_urlencoded::{self, Serializer};

use crate::error::{Error, Result};

/// No name holds this character, and PostgreSQL takes no text that does.
const NUL: &str = "%00";

/// The parts of the path; what cannot be one of ours is not found.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "the one place where axum's own is used")]
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        if parts.uri.path().contains(NUL) {
            return Err(Error::NotFound);
        }
        <axum::extract::Path<T> as FromRequestParts<S>>::from_request_parts(parts, state)
            .await
            .map(|path| Self(path.0))
            .map_err(|_| Error::NotFound)
    }
}

impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>> {
        Ok(<Self as FromRequestParts<S>>::from_request_parts(parts, state).await.ok())
    }
}

/// The query; what it says amiss is as if it were not there, since an address may come from anywhere.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Default, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let query = without_nul(parts.uri.query().unwrap_or_default());
        Ok(Self(serde_urlencoded::from_str(&query).unwrap_or_default()))
    }
}

/// Taken out of what was read: taken out of what is written, it could come together anew (`%%0000`).
fn without_nul(query: &str) -> Cow<'_, str> {
    if !query.contains(NUL) {
        return Cow::Borrowed(query);
    }
    let pairs = form_urlencoded::parse(query.as_bytes());
    let pairs = pairs.map(|(name, value)| (name.replace('\0', ""), value.replace('\0', "")));
    Cow::Owned(Serializer::new(String::new()).extend_pairs(pairs).finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_writing_a_query_brings_the_character_nul() {
        for written in ["q=%00", "q=%%0000", "q%00=a&b=%%%000000", "q=%00%25%30%30"] {
            let query = without_nul(written);
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            assert!(pairs.all(|(name, value)| !name.contains('\0') && !value.contains('\0')), "{written}: {query}");
        }
        assert_eq!(without_nul("q=a%00b&c=+%26"), "q=ab&c=+%26");
        assert_eq!(without_nul("q=%zz"), "q=%zz");
    }
}
