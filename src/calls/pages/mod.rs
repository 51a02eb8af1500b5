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

use crate::{clock::Zone, words::Locale};

/// On whose clocks the times of a form are: those of its call.
pub fn clock(zone: Zone, locale: Locale) -> String {
    locale.tr("deadlines-clock", &[("zone", locale.zone(zone).into())])
}
