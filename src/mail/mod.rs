//! Letters, from the moment they are posted within an act to the moment a server has taken them.

pub mod address;
pub mod letter;
pub mod outbox;
mod render;
pub mod state;
mod store;

pub use address::Email;
pub use letter::{Button, Letter, Recipient};
pub use state::{LetterClass, LetterState};
