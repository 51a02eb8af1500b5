//! Calls for proposals: what they ask, from whom, and until when.

pub mod actions;
pub mod answers;
pub mod calendar;
pub mod filling;
pub mod forms;
pub mod pages;
pub mod phases;
pub mod prose;
pub mod rules;
pub mod store;
pub mod terms;
pub mod texts;
pub mod web;

pub use pages::{DeskCall, Difference, clock};
pub use phases::{Phases, ReviewPhase, Reviewing, Shown, Step};
pub use rules::{Instants, Phase, Timeliness, Window};
pub use store::{
    Listed, by_id, by_slug,
    changes::{Changes, changes},
    extensions, list, locked, next_turn, open_at, open_for, opened, take_number,
};
pub use terms::{Admits, Slug, Terms};
pub use web::{at_desk, routes};
