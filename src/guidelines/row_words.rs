//! What the rows of a list are called, and the buttons beside them.

use super::definition::{Field, Origin};

/// The keys of what the rows of a list are called.
pub(super) struct RowWords {
    pub legend: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    /// What tells one list of rows from another.
    pub list: Option<&'static str>,
}

impl RowWords {
    pub const OF_ROWS: Self = Self {
        legend: "guidelines-row",
        add: "guidelines-add-row",
        remove: "guidelines-remove-row",
        move_up: "guidelines-move-row-up",
        move_down: "guidelines-move-row-down",
        list: Some("guidelines-of-list"),
    };
    const OF_REQUESTS: Self = Self {
        legend: "requests-row",
        add: "requests-add",
        remove: "requests-remove",
        move_up: "requests-move-up",
        move_down: "requests-move-down",
        list: None,
    };

    pub fn of(field: &Field) -> Self {
        if field.origin == Origin::Request { Self::OF_REQUESTS } else { Self::OF_ROWS }
    }
}
