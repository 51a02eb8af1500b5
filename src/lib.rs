//! The submission and review service of the Metropolis Initiatives. docs/architecture.md is the map of this crate.

pub mod clock;
pub mod error;
pub mod ids;
pub mod words;
