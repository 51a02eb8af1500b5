//! Reviews, and the desk: where the secretariat and the reviewers work on proposals.

pub mod actions;
pub mod agreement;
pub mod assigning;
pub mod exporting;
pub mod forms;
pub mod listing;
pub mod nouns;
pub mod pages;
pub mod plots;
pub mod rules;
pub mod severity;
pub mod spread;
pub mod store;
pub mod web;

pub use rules::{Entry, Recommendation, Review};
pub use store::{for_proposal, mine, readable};
