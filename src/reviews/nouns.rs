//! The workflow's buttons of the desk, each a noun with a page of its own.

use crate::{
    codes::codes,
    proposals::{Deed, workflow::Action},
};

codes! {
    /// A verb as a page: the code is the last part of its address.
    Noun {
        ReviewStart = "review-start",
        Return = "return",
        Due = "due",
        Decision = "decision",
        Revision = "revision",
        Running = "running",
        Completion = "completion",
        EarlyEnd = "early-end",
        Withdrawal = "withdrawal",
        Reinstatement = "reinstatement",
        Admission = "admission",
        LateRefusal = "late-refusal",
    }
}

impl Noun {
    /// What it asks the policy; a decision is asked by its outcome.
    pub fn deed(self) -> Deed {
        match self {
            Self::ReviewStart => Action::StartReview.into(),
            Self::Return => Action::Return.into(),
            Self::Due => Deed::MoveDue,
            Self::Decision => Action::Approve.into(),
            Self::Revision => Action::Revise.into(),
            Self::Running => Action::StartRunning.into(),
            Self::Completion => Action::Complete.into(),
            Self::EarlyEnd => Action::EndEarly.into(),
            Self::Withdrawal => Action::Withdraw.into(),
            Self::Reinstatement => Action::Reinstate.into(),
            Self::Admission => Action::Admit.into(),
            Self::LateRefusal => Deed::RefuseLate,
        }
    }

    /// Whether it cannot simply be done the other way round: its button is red.
    pub fn is_grave(self) -> bool {
        matches!(self, Self::EarlyEnd | Self::Withdrawal)
    }
}

/// A button of the desk: what it does, and the part of its address after the proposal's.
pub const BUTTONS: [(Deed, &str); 13] = [
    (Deed::Move(Action::Admit), "admission"),
    (Deed::RefuseLate, "late-refusal"),
    (Deed::Move(Action::StartReview), "review-start"),
    (Deed::Move(Action::Approve), "decision?outcome=approved"),
    (Deed::Move(Action::StartRunning), "running"),
    (Deed::Move(Action::Complete), "completion"),
    (Deed::Move(Action::Return), "return"),
    (Deed::MoveDue, "due"),
    (Deed::Move(Action::NotSelect), "decision?outcome=not_selected"),
    (Deed::Move(Action::Revise), "revision"),
    (Deed::Move(Action::Reinstate), "reinstatement"),
    (Deed::Move(Action::EndEarly), "early-end"),
    (Deed::Move(Action::Withdraw), "withdrawal"),
];

/// The code of a button's words: `desk-do-start_review`.
pub fn word_of(deed: Deed) -> &'static str {
    match deed {
        Deed::Move(action) => action.code(),
        Deed::RefuseLate => "refuse_late",
        _ => "move_due",
    }
}
