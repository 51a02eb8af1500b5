//! What the pages on calls hold.

mod beside;
mod desk;
mod public;

pub use desk::{DeskList, Edited, FormPage, Row};
pub use public::{CallPage, Card, PublicList};
