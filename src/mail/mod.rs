//! Letters, from the moment they are posted within an act to the moment a server has taken them.

pub mod address;
mod admission;
pub mod announcements;
pub mod bounces;
mod digests;
pub mod finding;
pub mod kinds;
pub mod letter;
pub mod log;
mod message;
pub mod notices;
pub mod outbox;
mod outcome;
mod post_office;
mod render;
mod return_path;
pub mod rhythm;
mod smtp;
pub mod state;
mod store;
pub mod suppressions;
mod transport;
pub mod wording;
pub mod worker;

pub use address::Email;
pub use announcements::Announced;
pub use letter::{Because, Button, Gather, Letter, Recipient, Words};
pub use outcome::is_sent_again;
pub use post_office::PostOffice;
pub use render::{Rendered, render};
pub use state::{Digest, LetterClass, LetterState};
pub use wording::{Placeholder, Wording, Wordings};
