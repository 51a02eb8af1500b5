//! Small closed sets around a proposal: who a comment is for, what was decided.

use crate::codes::codes;

codes! {
    /// Who may read a comment.
    Audience {
        /// The secretariat, and reviewers as far as their standing allows.
        Internal = "internal",
        /// The applicant too.
        Applicant = "applicant",
    }

    /// What was decided.
    Outcome {
        Approved = "approved",
        NotSelected = "not_selected",
        /// Not selected since it does not fulfil the call's conditions; the secretariat's decision, not the Board's.
        Ineligible = "ineligible",
    }
}
