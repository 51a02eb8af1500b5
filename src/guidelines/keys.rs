//! Names inside a definition: of sections, fields, columns, choices, criteria. Lower-case ASCII, so that they can stand in
//! URLs, names of inputs, anchors and JSON without escaping.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Not a key: one to forty of `a-z`, `0-9` and `_`, a letter first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 1 to 40 of a-z, 0-9 and _, a letter first")]
pub struct NotAKey;

macro_rules! key {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotAKey;
            fn from_str(s: &str) -> Result<Self, NotAKey> {
                if is_key(s) { Ok(Self(s.to_owned())) } else { Err(NotAKey) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAKey;
            fn try_from(s: String) -> Result<Self, NotAKey> {
                if is_key(&s) { Ok(Self(s)) } else { Err(NotAKey) }
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self { key.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool { self.0 == other }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool { self.0 == *other }
        }
    )*};
}

key! {
    /// The name of a section, as in `/proposals/{ref}/edit/{section}`.
    SectionKey,
    /// The name of a field or of a column. A field's is unique in its whole definition, a column's among its siblings.
    FieldKey,
    /// The name of one option of a choice, as it is stored.
    ChoiceKey,
    /// The name of a criterion of the rubric or of an eligibility check.
    CriterionKey,
}

fn is_key(s: &str) -> bool {
    (1..=40).contains(&s.len())
        && s.starts_with(|c: char| c.is_ascii_lowercase())
        && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_keys() {
        assert!("total_eur".parse::<FieldKey>().is_ok());
        for wrong in ["", "Title", "2nd", "_x", "a.b", "a-b", "é", &"a".repeat(41)] {
            assert_eq!(wrong.parse::<FieldKey>(), Err(NotAKey), "{wrong}");
        }
        assert!(serde_json::from_str::<SectionKey>("\"not a key\"").is_err());
    }
}
