//! What the pages on calls hold.

mod answers;
mod beside;
mod desk;
mod public;

pub use answers::{AnswerPage, AnswerRemovalPage, AnswersPage, DeskCall, Shown};
pub use desk::{DeskList, Edited, FormPage, Row};
pub use public::{CallPage, Card, PublicList};
