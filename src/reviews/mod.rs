//! Reviews, and the desk: where the secretariat and the reviewers work on proposals.

pub mod actions;
pub mod agreement;
pub mod assigning;
pub mod bulk;
pub mod columns;
pub mod deciding;
pub mod exporting;
pub mod figures;
pub mod forms;
pub mod letters;
pub mod listing;
pub mod matching;
pub mod nouns;
pub mod pages;
pub mod paging;
pub mod plots;
pub mod roster;
pub mod rules;
pub mod selection;
pub mod severity;
pub mod spread;
pub mod store;
pub mod tags;
pub mod web;

pub use rules::{Confidence, Entry, Recommendation, Review};
pub use store::{for_proposal, mine, readable};
