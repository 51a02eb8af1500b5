//! What the pages on calls hold.

mod answers;
mod beside;
mod desk;
mod phases;
mod public;

pub use answers::{AnswerPage, AnswerRemovalPage, AnswersPage, DeskCall, Shown};
pub use desk::{DeskList, Edited, FormPage, Row};
pub use phases::PhasesPage;
pub use public::{CallPage, Card, PublicList};
