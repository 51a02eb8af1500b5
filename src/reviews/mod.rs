//! Reviews, and the desk: where the secretariat and the reviewers work on proposals.

pub mod actions;
pub mod forms;
pub mod listing;
pub mod nouns;
pub mod pages;
pub mod rules;
pub mod store;
pub mod web;

pub use rules::{Entry, Recommendation, Review};
pub use store::{for_proposal, mine, readable};
