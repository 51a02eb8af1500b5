//! What is published about an Initiative on its way.

use crate::codes::codes;

codes! {
    /// What a piece of news is.
    NewsKind {
        /// Something was reached.
        Milestone = "milestone",
        /// A report can be read.
        Report = "report",
    }
}
