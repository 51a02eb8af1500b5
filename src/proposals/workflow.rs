//! The one table of states and actions. [`State::apply`] alone makes a [`Transition`], and `store::record` alone writes one,
//! so no other line of the program can change a state. docs/workflow.md is written out from here by a test.

use crate::codes::codes;

codes! {
    /// Where a proposal stands.
    State {
        Draft = "draft",
        Submitted = "submitted",
        UnderReview = "under_review",
        Returned = "returned",
        Approved = "approved",
        Running = "running",
        Completed = "completed",
        Discontinued = "discontinued",
        NotSelected = "not_selected",
        Withdrawn = "withdrawn",
    }

    /// What can be done to a proposal's state. Each has a button of the same words.
    Action {
        Create = "create",
        Register = "register",
        Discard = "discard",
        Submit = "submit",
        Admit = "admit",
        Reopen = "reopen",
        StartReview = "start_review",
        Return = "return",
        Resubmit = "resubmit",
        Approve = "approve",
        NotSelect = "not_select",
        Revise = "revise",
        StartRunning = "start_running",
        Complete = "complete",
        EndEarly = "end_early",
        Withdraw = "withdraw",
        Reinstate = "reinstate",
    }
}

impl State {
    /// What the public may read of, in the catalogue.
    pub const PUBLIC: &'static [Self] = &[Self::Approved, Self::Running, Self::Completed, Self::Discontinued];

    /// What has been handed in, ever: all but drafts.
    pub fn is_submitted(self) -> bool {
        self != Self::Draft
    }

    /// Its place in the order of the workflow, to sort by.
    pub fn place(self) -> i32 {
        Self::ALL.iter().zip(0..).find(|(state, _)| **state == self).map_or(0, |(_, place)| place)
    }

    pub fn is_public(self) -> bool {
        Self::PUBLIC.contains(&self)
    }

    /// Whether the applicant may write in it.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// The button by which what is written in this state is handed in.
    pub fn way_in(self) -> Action {
        if self == Self::Returned { Action::Resubmit } else { Action::Submit }
    }
}

/// Where a proposal stands, with what it takes to go back: `returned_from` in the state returned, `before` in the states
/// not selected and withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standpoint {
    pub state: State,
    pub returned_from: Option<State>,
    pub before: Option<State>,
}

/// An allowed change of state. Its fields are private: it can only come from [`Standpoint::apply`] or [`start`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    action: Action,
    from: Option<State>,
    to: Option<State>,
}

impl Transition {
    pub fn action(&self) -> Action {
        self.action
    }

    /// The state before; none for a proposal that is being made.
    pub fn from(&self) -> Option<State> {
        self.from
    }

    /// The state after; none for a draft that is deleted.
    pub fn to(&self) -> Option<State> {
        self.to
    }
}

/// The action does not lead anywhere from this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{action:?} is not possible in {state:?}")]
pub struct NotAllowed {
    pub state: State,
    pub action: Action,
}

impl State {
    /// The same as [`Standpoint::apply`], for a state that knows of no earlier one.
    pub fn apply(self, action: Action) -> Result<Transition, NotAllowed> {
        Standpoint { state: self, returned_from: None, before: None }.apply(action)
    }
}

impl Standpoint {
    /// The transition that `action` makes from here.
    pub fn apply(self, action: Action) -> Result<Transition, NotAllowed> {
        use Action as A;
        use State as S;
        let refused = NotAllowed { state: self.state, action };
        let to = match (self.state, action) {
            (S::Draft, A::Discard) => None,
            (S::Draft, A::Submit | A::Admit) => Some(S::Submitted),
            (S::Submitted, A::Reopen) => Some(S::Draft),
            (S::Submitted, A::StartReview) => Some(S::UnderReview),
            (S::Submitted | S::UnderReview, A::Return) => Some(S::Returned),
            (S::Returned, A::Resubmit | A::Admit) => Some(self.returned_from.ok_or(refused)?),
            (S::UnderReview, A::Approve) => Some(S::Approved),
            (S::Submitted | S::UnderReview | S::Returned, A::NotSelect) => Some(S::NotSelected),
            (S::Approved, A::Revise) => Some(S::UnderReview),
            (S::Approved, A::StartRunning) => Some(S::Running),
            (S::Running, A::Complete) => Some(S::Completed),
            (S::Running, A::EndEarly) => Some(S::Discontinued),
            (S::Draft | S::Submitted | S::Returned | S::UnderReview | S::Approved, A::Withdraw) => Some(S::Withdrawn),
            (S::NotSelected | S::Withdrawn, A::Reinstate) => Some(self.before.ok_or(refused)?),
            _ => return Err(refused),
        };
        Ok(Transition { action, from: Some(self.state), to })
    }
}

/// The transitions that make a proposal: `create` makes a draft, `register` enters one that came on paper in a state that
/// it is known to have reached.
pub fn start(action: Action, state: State) -> Result<Transition, NotAllowed> {
    match (action, state) {
        (Action::Create, State::Draft) | (Action::Register, State::Submitted | State::Approved | State::Running) => {
            Ok(Transition { action, from: None, to: Some(state) })
        }
        _ => Err(NotAllowed { state, action }),
    }
}
