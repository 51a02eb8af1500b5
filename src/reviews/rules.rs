//! What a reviewer can recommend.

use crate::codes::codes;

codes! {
    /// The reviewer's own decision, at the end of a review.
    Recommendation {
        Approve = "approve",
        ApproveWithChanges = "approve_with_changes",
        DoNotSelect = "do_not_select",
    }
}
