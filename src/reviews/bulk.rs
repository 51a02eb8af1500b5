//! What can be done with many proposals at once: each is asked of the policy and done in a transaction of its own, so that one
//! that cannot be done stops none of the others.

use crate::{
    clock::Moment,
    codes::codes,
    ids::{Reference, TagId, UserId},
    proposals::{Deed, eligibility::Check, workflow::Action},
};

codes! {
    /// A deed on many: the code is the last part of its address.
    Bulk {
        Eligibility = "eligibility",
        ReviewStart = "review-start",
        Assignment = "assignment",
        Tagging = "tagging",
        Untagging = "untagging",
    }
}

/// What is asked once, for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whether all conditions are met, and why not; what is said of one proposal goes before it.
    Found,
    Reviewer,
    /// An instant, on the clock of each proposal's call.
    Due,
    Tag,
}

impl Bulk {
    /// What it asks the policy of each.
    pub fn deed(self) -> Deed {
        match self {
            Self::Eligibility => Deed::CheckEligibility,
            Self::ReviewStart => Action::StartReview.into(),
            Self::Assignment => Deed::Assign,
            Self::Tagging | Self::Untagging => Deed::Tag,
        }
    }

    /// What its page asks once.
    pub fn asks(self) -> &'static [Ask] {
        match self {
            Self::Eligibility => &[Ask::Found],
            Self::ReviewStart => &[],
            Self::Assignment => &[Ask::Reviewer, Ask::Due],
            Self::Tagging | Self::Untagging => &[Ask::Tag],
        }
    }

    /// Whether its page asks something of each proposal.
    pub fn asks_each(self) -> bool {
        self == Self::Eligibility
    }
}

/// What is to be done with one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Check(Check),
    StartReview,
    Assign { reviewer: UserId, due_at: Option<Moment> },
    Tag(TagId),
    Untag(TagId),
}

/// One of them, as the person saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub reference: Reference,
    /// The version of the proposal.
    pub seen: i32,
    pub order: Order,
}

/// What came of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It was so before.
    Already,
    /// The key of the reason.
    Refused(&'static str),
    /// Somebody else was faster.
    Changed,
    /// There is no such proposal, or none for this person.
    Gone,
    /// A defect of ours; it stands in the log.
    Failed,
}
