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
