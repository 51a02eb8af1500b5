//! What a proposal waits for at the desk. For the secretariat it is kept beside the proposal (`store::summary`), so that a list
//! of ten thousand can be sorted by it; what waits for a reviewer depends on the reviewer.

use crate::{
    codes::codes,
    proposals::{policy::Standing, workflow::State},
};

codes! {
    /// What a proposal waits for. The numbers that the queries use are the places in this list; what is higher is nearer to
    /// its end, and comes first.
    Wait {
        Nothing = "nothing",
        /// The reader's own review.
        OwnReview = "own_review",
        Eligibility = "eligibility",
        Start = "start",
        /// It did not pass the check of eligibility.
        Ineligible = "ineligible",
        Reviewers = "reviewers",
        Decision = "decision",
        /// A decision is registered and not published.
        Publication = "publication",
        /// A submission came too late, and is held.
        Late = "late",
    }
}

impl Wait {
    /// As the queries write it.
    pub const fn number(self) -> i32 {
        match self {
            Self::Nothing => 0,
            Self::OwnReview => 1,
            Self::Eligibility => 2,
            Self::Start => 3,
            Self::Ineligible => 4,
            Self::Reviewers => 5,
            Self::Decision => 6,
            Self::Publication => 7,
            Self::Late => 8,
        }
    }

    pub fn of_number(number: i32) -> Self {
        Self::ALL.iter().copied().find(|wait| wait.number() == number).unwrap_or(Self::Nothing)
    }

    /// What a proposal waits for, as far as it is the reader's to do. `kept` is what it waits for from the secretariat.
    pub fn of(standing: &Standing, kept: i32) -> Self {
        let roles = standing.roles;
        let owes = roles.reviewer && !roles.own_review_in && standing.facts.reviewing.takes_reviews;
        if owes && standing.place.state == State::UnderReview {
            Self::OwnReview
        } else if roles.secretariat {
            Self::of_number(kept)
        } else {
            Self::Nothing
        }
    }

    pub fn is_something(self) -> bool {
        self != Self::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_waits_are_places_in_their_list() {
        for (place, wait) in Wait::ALL.iter().enumerate() {
            assert_eq!(usize::try_from(wait.number()), Ok(place));
            assert_eq!(Wait::of_number(wait.number()), *wait);
        }
        assert_eq!(Wait::of_number(99), Wait::Nothing);
    }
}
