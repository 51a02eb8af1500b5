//! The verbs on a proposal. Each takes the act it happens in and the person whose act it is; verbs of the workflow also take
//! the version of the proposal that the person saw, and refuse with a conflict if it has moved on.

pub mod announcing;
pub mod co_editing;
pub mod deciding;
pub mod discussing;
pub mod drafting;
pub mod giving;
mod hearing;
pub mod importing;
pub mod late;
pub mod noting;
pub mod public_texts;
pub mod publishing;
pub mod registering;
pub mod reminding;
pub mod restoring;
pub mod saving;
pub mod standing;
pub mod steering;
pub mod submitting;
mod telling;
pub mod wording;
pub mod writing;

pub use telling::{reader, sealed};
