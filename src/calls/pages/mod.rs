//! What the pages on calls hold.

mod answers;
mod beside;
mod calendar;
mod desk;
mod outline;
mod phases;
mod public;

pub use answers::{AnswerPage, AnswerRemovalPage, AnswersPage, DeskCall, Shown};
pub use beside::Difference;
pub use calendar::deadline;
pub use desk::{DeskList, Edited, FormPage, Row};
pub use outline::outline;
pub use phases::PhasesPage;
pub use public::{CallPage, Card, PublicList};

use crate::{clock::Zone, words::Locale};

/// On whose clocks the times of a form are: those of its call.
pub fn clock(zone: Zone, locale: Locale) -> String {
    locale.tr("deadlines-clock", &[("zone", locale.zone(zone).into())])
}
