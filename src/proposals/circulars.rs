//! A letter of the secretariat to all who hold drafts in a call, in the three languages in which they read.

use serde::{Deserialize, Serialize};

use crate::{calls::texts::Asked, words::Trilingual};

/// What was written. It is kept as the data of its announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circular {
    pub subject: Trilingual,
    pub text: Trilingual,
}

pub const SUBJECT: Asked = Asked::line("subject", 150);
pub const TEXT: Asked = Asked::text("text", 8_000);

/// The kind of its announcement.
pub const KIND: &str = "call.letter";

impl Circular {
    /// As the form holds it.
    pub fn typed(&self) -> Vec<(String, String)> {
        SUBJECT.typed(&self.subject).into_iter().chain(TEXT.typed(&self.text)).collect()
    }
}

/// How far the letters of a circular are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many have it.
    pub reached: u64,
    /// On its way.
    pub waiting: u64,
    /// It did not come to them, or nobody knows whether it did.
    pub missed: u64,
}
