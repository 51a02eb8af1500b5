//! What can go wrong, by what the caller should do about it. Knows nothing of HTTP: `web::faults` draws these as pages.

use std::collections::BTreeMap;

/// The messages of a form, by the name of the field they belong to, each a text ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(BTreeMap<String, String>);

impl FieldErrors {
    pub fn one(field: impl Into<String>, message: impl Into<String>) -> Self {
        let mut errors = Self::default();
        errors.add(field, message);
        errors
    }

    /// Adds a message; the first one of a field stays.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.entry(field.into()).or_insert_with(|| message.into());
    }

    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, message)| (field.as_str(), message.as_str()))
    }
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Sign in, then try again.
    #[error("sign in first")]
    SignIn,
    /// There is no such thing, or the caller may not know of it.
    #[error("not found")]
    NotFound,
    /// It exists, and may not be done; the text is the key of the reason in the locale files.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// Somebody else changed it in the meantime: look again.
    #[error("changed meanwhile")]
    Conflict,
    /// What was typed cannot stand: correct these fields.
    #[error("invalid input")]
    Invalid(FieldErrors),
    /// Too many tries: wait this long.
    #[error("too many tries")]
    TooMany(std::time::Duration),
    /// The database or the file store does not answer for now.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A defect of ours. The text is for the log, never for the person.
    #[error("internal: {0}")]
    Internal(String),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound,
            other => Self::Unavailable(other.to_string()),
        }
    }
}

impl Error {
    /// An internal error from whatever went wrong.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }
}
