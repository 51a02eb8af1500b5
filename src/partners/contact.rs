//! What visitors write to the secretariat: about what, where it stands, and how long it is kept.

use std::time::Duration;

use crate::codes::codes;

codes! {
    /// What a message is about, as its writer chose.
    About {
        Question = "question",
        /// An Initiative that its writer wants to join.
        Joining = "joining",
        Press = "press",
        /// Something is wrong with these pages.
        Fault = "fault",
        Other = "other",
    }

    /// Where a message stands.
    MessageState {
        /// Nobody who reads the mail of its address has confirmed it yet: it reaches nobody.
        Waiting = "waiting",
        /// Sent on, and not answered.
        Open = "open",
        Answered = "answered",
    }
}

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What nobody confirms is forgotten after this long.
pub const FORGOTTEN_AFTER: Duration = DAY.saturating_mul(7);

/// What was answered is deleted after this long: two years, one of which may be a leap year.
pub const KEPT_AFTER_ANSWER: Duration = DAY.saturating_mul(731);
