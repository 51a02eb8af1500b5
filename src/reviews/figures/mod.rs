//! What can be counted of a call: how far its review is, what its reviews say together, and whether a choice leans to one side.
//! Pure: the rows come from `store::figures`. What each number means is told in docs/statistics.md.

pub mod choice;
pub mod progress;
pub mod ranking;

use sea_orm::FromQueryResult;

use crate::{
    clock::Moment,
    guidelines::{Points, Scores},
    ids::{ProposalId, Reference, UserId},
    proposals::workflow::State,
    words::Locale,
};

/// A proposal of the call.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Proposal {
    pub id: ProposalId,
    pub reference: Reference,
    pub title: String,
    pub title_key: String,
    pub language: Locale,
    pub state: State,
    /// A number of `proposals::Wait`.
    pub waits: i32,
    pub reviews_asked: i32,
    pub reviews_in: i32,
}

impl Proposal {
    /// Whether its reviews are counted: drafts have none, and those of a withdrawn proposal compare nothing any more.
    pub fn is_reckoned(&self) -> bool {
        !matches!(self.state, State::Draft | State::Withdrawn)
    }

    /// Whether a review of it can still come in.
    pub fn awaits_reviews(&self) -> bool {
        matches!(self.state, State::Submitted | State::UnderReview)
    }
}

/// A review that was asked of somebody, and what became of it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Asked {
    pub proposal: ProposalId,
    pub reviewer: UserId,
    pub name: String,
    /// Until when, where it is another instant than the phase's.
    pub due_at: Option<Moment>,
    /// When the reviewer declined, or was relieved.
    pub ended_at: Option<Moment>,
    pub declined: bool,
    pub abstained_at: Option<Moment>,
    /// When a review was handed in; it may be that of somebody who was relieved since.
    pub submitted_at: Option<Moment>,
    pub total: Option<i32>,
    pub scores: Option<serde_json::Value>,
}

impl Asked {
    /// Whether it is asked for: nobody was relieved of it, declined it, or abstained.
    pub fn stands(&self) -> bool {
        self.ended_at.is_none() && self.abstained_at.is_none()
    }

    pub fn is_in(&self) -> bool {
        self.stands() && self.submitted_at.is_some()
    }

    /// The weighted total, of a review that counts.
    pub fn total(&self) -> Option<Points> {
        let total = self.total.filter(|_| self.is_in())?;
        u32::try_from(total).ok().map(Points::from_hundredths)
    }

    /// The scores, of a review that counts.
    pub fn scores(&self) -> Scores {
        let scores = self.scores.clone().filter(|_| self.is_in());
        scores.and_then(|scores| serde_json::from_value(scores).ok()).unwrap_or_default()
    }
}

/// Values that the tests of all figures are made of.
#[cfg(test)]
mod tests {
    use super::*;

    pub fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(n: u32) -> T {
        format!("00000000-0000-7000-8000-{n:012}").parse().unwrap()
    }

    pub fn proposal(n: u32, state: State) -> Proposal {
        Proposal {
            id: id(n),
            reference: format!("MI-2014-{n:03}").parse().unwrap(),
            title: format!("Proposal {n}"),
            title_key: format!("proposal {n:03}"),
            language: Locale::En,
            state,
            waits: 0,
            reviews_asked: 0,
            reviews_in: 0,
        }
    }

    /// A review that is asked for; in, with this total in points.
    pub fn asked(proposal: u32, reviewer: u32, total: Option<i32>) -> Asked {
        Asked {
            proposal: id(proposal),
            reviewer: id(1_000 + reviewer),
            name: format!("Reviewer {reviewer}"),
            due_at: None,
            ended_at: None,
            declined: false,
            abstained_at: None,
            submitted_at: total.map(|_| Moment::from_millis(0)),
            total: total.map(|points| points * 100),
            scores: None,
        }
    }

    #[test]
    fn what_was_ended_or_abstained_from_does_not_count() {
        let at = Some(Moment::from_millis(1));
        assert!(asked(1, 1, Some(80)).is_in());
        assert!(!asked(1, 1, None).is_in());
        let relieved = Asked { ended_at: at, ..asked(1, 1, Some(80)) };
        assert_eq!((relieved.stands(), relieved.total()), (false, None));
        let abstained = Asked { abstained_at: at, ..asked(1, 1, Some(80)) };
        assert_eq!((abstained.stands(), abstained.total()), (false, None));
    }
}
