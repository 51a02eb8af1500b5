//! Letters, from the moment they are posted within an act to the moment a server has taken them.

pub mod address;
pub mod state;

pub use address::Email;
pub use state::{LetterClass, LetterState};
