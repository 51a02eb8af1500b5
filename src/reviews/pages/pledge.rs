//! The promise of confidentiality.

use askama::Template;

use crate::web::{Filled, Frame};

#[derive(Template)]
#[template(path = "reviews/pledge.html")]
pub struct PledgePage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: String,
    pub action: String,
    /// Whether it was given already.
    pub given: bool,
}
