//! Lists in parts, by key: a part begins after (or ends before) a row, so that rows that come and go meanwhile move nothing.

/// How many rows a part has.
pub const ROWS: usize = 50;

/// Which part of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn<I> {
    #[default]
    First,
    After(I),
    Before(I),
}

/// A part of a list, and whether there is more on either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    pub rows: Vec<T>,
    pub has_previous: bool,
    pub has_next: bool,
}

impl<I> Turn<I> {
    /// The part that an address asks for: `?after=…` or `?before=…`.
    pub fn of(after: Option<I>, before: Option<I>) -> Self {
        match (after, before) {
            (Some(id), _) => Self::After(id),
            (None, Some(id)) => Self::Before(id),
            (None, None) => Self::First,
        }
    }

    /// A part, of rows that were read in order, one more than there is room for if there are so many.
    pub fn part<T>(&self, mut rows: Vec<T>) -> Part<T> {
        let more = rows.len() > ROWS;
        match self {
            Self::First | Self::After(_) => {
                rows.truncate(ROWS);
                Part { rows, has_previous: matches!(self, Self::After(_)), has_next: more }
            }
            Self::Before(_) => {
                if more {
                    rows.remove(0);
                }
                Part { rows, has_previous: more, has_next: true }
            }
        }
    }
}
