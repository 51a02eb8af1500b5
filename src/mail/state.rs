//! Where a letter stands.

use crate::codes::codes;

codes! {
    /// Where a letter stands.
    LetterState {
        Queued = "queued",
        /// Handed to a server, or about to be: the process said so before it spoke.
        Sending = "sending",
        Sent = "sent",
        /// Refused for good, or given up.
        Failed = "failed",
        /// The connection broke after the content began: it may have arrived.
        Unknown = "unknown",
        Cancelled = "cancelled",
    }

    /// What is told together.
    Digest {
        /// What happened to Initiatives and calls, to those who asked to hear of it.
        Announcements = "announcements",
        /// What goes on around somebody's account and work here.
        Notices = "notices",
    }

    /// Why a letter is sent, which decides what happens when its outcome is unknown.
    LetterClass {
        /// One that its recipient waits for: sent once more under the same Message-ID.
        Service = "service",
        /// One of many: waits for a person.
        Announcement = "announcement",
    }
}

codes! {
    /// Where a letter stands, as people ask for it: a letter that was tried and waits is another matter than a new one.
    Stage {
        Queued = "queued",
        /// Not taken so far; it will be tried again.
        Deferred = "deferred",
        Sending = "sending",
        Sent = "sent",
        /// A server took it, and it came back.
        Bounced = "bounced",
        Unknown = "unknown",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

impl Stage {
    pub const fn of(state: LetterState, attempts: i32, came_back: bool) -> Self {
        match state {
            LetterState::Queued if attempts > 0 => Self::Deferred,
            LetterState::Queued => Self::Queued,
            LetterState::Sending => Self::Sending,
            LetterState::Sent if came_back => Self::Bounced,
            LetterState::Sent => Self::Sent,
            LetterState::Failed => Self::Failed,
            LetterState::Unknown => Self::Unknown,
            LetterState::Cancelled => Self::Cancelled,
        }
    }

    /// What is stored of it.
    pub const fn state(self) -> LetterState {
        match self {
            Self::Queued | Self::Deferred => LetterState::Queued,
            Self::Sending => LetterState::Sending,
            Self::Sent | Self::Bounced => LetterState::Sent,
            Self::Failed => LetterState::Failed,
            Self::Unknown => LetterState::Unknown,
            Self::Cancelled => LetterState::Cancelled,
        }
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Queued => "mail-stage-queued",
            Self::Deferred => "mail-stage-deferred",
            Self::Sending => "mail-stage-sending",
            Self::Sent => "mail-stage-sent",
            Self::Bounced => "mail-stage-bounced",
            Self::Unknown => "mail-stage-unknown",
            Self::Failed => "mail-stage-failed",
            Self::Cancelled => "mail-stage-cancelled",
        }
    }
}

/// Whether a person may send a letter once more as a copy: one that was sent, whether it came back or not, or cancelled. One
/// that failed is sent again as it is.
pub const fn may_be_copied(state: LetterState) -> bool {
    match state {
        LetterState::Sent | LetterState::Cancelled => true,
        LetterState::Queued | LetterState::Sending | LetterState::Failed | LetterState::Unknown => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_stands_where_it_is_stored() {
        for state in LetterState::ALL {
            for attempts in [0, 3] {
                for came_back in [false, true] {
                    assert_eq!(Stage::of(*state, attempts, came_back).state(), *state);
                }
            }
        }
    }
}
