//! What a partner who is known by email only has answered.

use crate::codes::codes;

codes! {
    /// A named partner's answer to the one letter that asks.
    PartnerAnswer {
        /// Asked, and silent so far: nothing more is sent.
        Asked = "asked",
        /// Confirms the part, and receives updates.
        Confirmed = "confirmed",
        /// Receives updates without confirming a part.
        Updates = "updates",
        /// Neither.
        Neither = "neither",
    }
}
