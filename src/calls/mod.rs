//! Calls for proposals: what they ask, from whom, and until when.

pub mod rules;
pub mod store;

pub use rules::{Instants, Phase, Timeliness, Window};
pub use store::{Listed, by_id, by_slug, open_at, take_number};
