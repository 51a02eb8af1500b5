//! The letters as the verbs post them: who gets which, in whose language, with which values. (All words of all letters are
//! shown by letters.rs.)
//!
//! The applicant of these stories is hostile: markup in the organisation's name, a header in the title, a page in a comment.

mod deadlines;
mod partners;
mod proposals;
mod shown;

pub(crate) use proposals::{does, everybody, hostile_draft};
