//! The buttons of tables: they post the whole form and say what to do with one row. So rows can be added, removed and moved
//! without JavaScript and without dragging.

use super::check::to_usize;

/// A button that was pressed: `remove=partners.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Press<'p> {
    verb: Verb,
    pub field: &'p str,
    /// The row's number or the file's attachment; empty for `add=partners`.
    row: &'p str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Add,
    Remove,
    MoveUp,
    MoveDown,
}

/// Names of inputs that are the form's own: no field may be called so.
const OWN_NAMES: [&str; 11] = [
    "add",
    "remove",
    "move_up",
    "move_down",
    "save",
    "version",
    "theirs_version",
    "mine",
    "theirs",
    "combine",
    "combined",
];

/// The section of the requests of the secretariat, in a proposal that it has returned.
pub const REQUESTS: &str = "requests";

/// Before the number of a request of the secretariat, in the key of the question that it becomes.
pub const REQUEST: &str = "request_";

/// The section of what came of an Initiative, in what is published of it, and its questions.
pub const RESULTS: &str = "what_came_of_it";
pub const OUTCOME: &str = "what_was_reached";
pub const FINAL_REPORT: &str = "what_was_reported";

/// Whether no question of guidelines may have this key.
pub(super) fn is_taken(key: &str) -> bool {
    OWN_NAMES.contains(&key) || [OUTCOME, FINAL_REPORT].contains(&key) || key.starts_with(REQUEST)
}

/// Whether a button of a table was pressed: then the form is only shown again.
pub fn is_press(posted: &[(String, String)]) -> bool {
    Press::among(posted).is_some()
}

impl<'p> Press<'p> {
    /// The button among what was posted; a browser posts only the one that was pressed.
    pub fn among(posted: &'p [(String, String)]) -> Option<Self> {
        posted.iter().find_map(|(name, value)| {
            let verb = match name.as_str() {
                "add" => Verb::Add,
                "remove" => Verb::Remove,
                "move_up" => Verb::MoveUp,
                "move_down" => Verb::MoveDown,
                _ => return None,
            };
            let (field, row) = value.split_once('.').unwrap_or((value, ""));
            Some(Self { verb, field, row })
        })
    }

    /// Removes or moves the row; gives the place to which one was moved.
    pub fn apply<T>(self, rows: &mut Vec<(String, T)>) -> Option<usize> {
        let place = rows.iter().position(|(name, _)| name == self.row)?;
        let other = match self.verb {
            Verb::MoveUp => place.saturating_sub(1),
            Verb::MoveDown => (place + 1).min(rows.len() - 1),
            Verb::Remove => {
                rows.remove(place);
                return None;
            }
            Verb::Add => return None,
        };
        rows.swap(place, other);
        Some(other)
    }

    /// The place of the spare row in which to go on after `add`: the last row when no more fit.
    pub fn added(self, count: usize, max: u32) -> Option<usize> {
        (self.verb == Verb::Add).then(|| count.min(to_usize(max).saturating_sub(1)))
    }
}
