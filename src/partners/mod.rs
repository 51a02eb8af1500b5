//! Partners who are reached by email only: asked once whether they want to hear of the proposal that names them, and told
//! what they wanted to be told.

pub mod actions;
pub mod letters;
pub mod pages;
pub mod rules;
pub mod store;
pub mod web;

pub use rules::PartnerAnswer;
