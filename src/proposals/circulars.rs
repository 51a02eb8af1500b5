//! A letter of the secretariat to all whose proposals in a call stand in certain states, in the three languages in which they
//! read.

use serde::{Deserialize, Serialize};

use crate::{calls::texts::Asked, ids::UserId, proposals::workflow::State, words::Trilingual};

/// What was written. It is kept as the data of its announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circular {
    pub subject: Trilingual,
    pub text: Trilingual,
    /// Where the proposals stand whose people get it.
    #[serde(default = "drafts")]
    pub states: Vec<State>,
    /// Whoever writes it.
    #[serde(default)]
    pub sender: Option<UserId>,
}

/// To whom those letters went that say nothing of it.
fn drafts() -> Vec<State> {
    vec![State::Draft]
}

pub const SUBJECT: Asked = Asked::line("subject", 150);
/// The boxes of the states.
pub const STATES: &str = "states";
pub const TEXT: Asked = Asked::text("text", 8_000);

/// The kind of its announcement.
pub const KIND: &str = "call.letter";

impl Circular {
    /// As the form holds it.
    pub fn typed(&self) -> Vec<(String, String)> {
        let states = self.states.iter().map(|state| (STATES.to_owned(), state.code().to_owned()));
        SUBJECT.typed(&self.subject).into_iter().chain(TEXT.typed(&self.text)).chain(states).collect()
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
