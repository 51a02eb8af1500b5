//! Proposals, from the first draft to the end of a running Initiative.

mod drafting;
pub mod verbs;
