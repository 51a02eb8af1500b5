//! Partners who are reached by email only.

pub mod rules;

pub use rules::PartnerAnswer;
