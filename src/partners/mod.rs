//! Those who are reached by email only: partners, asked once whether they want to hear of the proposal that names them, and all
//! who asked to hear of something. They are told what they wanted to be told. So are visitors who write to the secretariat: their
//! address is all that is known of them.

pub mod actions;
pub mod contact;
pub mod forms;
pub mod letters;
pub mod pages;
pub mod proof;
pub mod rules;
pub mod store;
pub mod topics;
pub mod web;

pub use rules::PartnerAnswer;
pub use store::has_stopped;
