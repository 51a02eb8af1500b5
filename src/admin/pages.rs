//! What the pages of administration show.

pub mod audit;
pub mod letters;
pub mod mail;
pub mod state;

use super::rules::Stage;
use crate::web::Frame;

/// Where a letter stands, as a badge says it.
pub struct Badge {
    pub icon: &'static str,
    pub text: String,
}

impl Badge {
    pub fn new(frame: &Frame, stage: Stage) -> Self {
        let icon = match stage {
            Stage::Queued | Stage::Sending => "clock",
            Stage::Deferred | Stage::Unknown => "warning",
            Stage::Sent => "success",
            Stage::Failed | Stage::Bounced => "danger",
            Stage::Cancelled => "withdrawn",
        };
        Self { icon, text: in_words(frame, stage) }
    }
}

/// The name of a stage.
pub fn in_words(frame: &Frame, stage: Stage) -> String {
    frame.t(match stage {
        Stage::Queued => "admin-stage-queued",
        Stage::Deferred => "admin-stage-deferred",
        Stage::Sending => "admin-stage-sending",
        Stage::Sent => "admin-stage-sent",
        Stage::Bounced => "admin-stage-bounced",
        Stage::Unknown => "admin-stage-unknown",
        Stage::Failed => "admin-stage-failed",
        Stage::Cancelled => "admin-stage-cancelled",
    })
}
