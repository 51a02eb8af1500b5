//! What the pages of administration show.

pub mod audit;
pub mod content;
pub mod letter;
pub mod letters;
pub mod mail;
pub mod state;

use crate::{mail::state::Stage, web::Frame};

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
        Self { icon, text: frame.t(stage.key()) }
    }
}
