//! A question about a call with its answer, as the secretariat writes them and everybody reads them.

use super::texts::Asked;
use crate::words::Trilingual;

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub question: Trilingual,
    pub answer: Trilingual,
}

pub const QUESTION: Asked = Asked::line("question", 300);
pub const ANSWER: Asked = Asked::text("answer", 6_000);

/// More than a page of questions can hold and still be read.
pub const MOST: usize = 200;

/// One place on, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
}

impl Answered {
    /// As the form holds them.
    pub fn typed(&self) -> Vec<(String, String)> {
        QUESTION.typed(&self.question).into_iter().chain(ANSWER.typed(&self.answer)).collect()
    }
}

impl Way {
    /// Where the thing at `place` comes to among `count`; none if it stands at that end already.
    pub fn onto(self, place: usize, count: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|next| *next < count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_goes_no_further_up_and_the_last_no_further_down() {
        assert_eq!((Way::Up.onto(0, 2), Way::Up.onto(1, 2)), (None, Some(0)));
        assert_eq!((Way::Down.onto(0, 2), Way::Down.onto(1, 2)), (Some(1), None));
    }
}
