//! All that one may want to do with a proposal, or know of it. Who may is said by `policy`.

use super::workflow::Action;

/// Something that one may want to do with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A button of the workflow.
    Move(Action),
    /// Know that it exists, with its title and state.
    See,
    /// Know who applies: the phase of a review can hide it.
    KnowApplicant,
    /// Read what is written in it now, drafts too.
    ReadAnswers,
    /// Read what was submitted.
    ReadSubmissions,
    /// Read what was handed in too late.
    ReadLateAttempts,
    /// Write in it.
    Write,
    /// Say whether it fulfils the conditions of its call.
    CheckEligibility,
    /// Give it to a reviewer, or relieve one of it.
    Assign,
    /// Put a tag of the secretariat's on it, or take one off.
    Tag,
    /// Say that somebody has an interest in it, or has none.
    RuleOnConflicts,
    /// Say that one has an interest in it oneself.
    DeclareConflict,
    /// Take on the review that one was asked for, or decline it.
    AnswerAssignment,
    /// Register a decision that is published later.
    HoldDecision,
    /// Take back one that was registered and not published.
    DropDecision,
    /// Give more time for changes.
    MoveDue,
    /// Decide that what came too late stays out.
    RefuseLate,
    /// Write and hand in a review.
    Review,
    /// Read the reviews of others.
    ReadReviews,
    /// Know who wrote them.
    KnowReviewers,
    /// Read what the secretariat says among itself.
    ReadInternal,
    CommentInternally,
    /// Read what reviewers and secretariat say to each other.
    ReadAmongReviewers,
    CommentAmongReviewers,
    /// Read what secretariat and applicant write to each other.
    ReadToApplicant,
    CommentToApplicant,
    /// Invite people of other organisations to write in it.
    InviteCoEditors,
    RemoveCoEditors,
    /// Give up one's own part as a co-editor.
    LeaveCoEditing,
    /// Read and write the private notes of those who write it.
    Discuss,
}

impl Deed {
    /// All that is no button of the workflow.
    pub const REST: [Self; 29] = [
        Self::See,
        Self::KnowApplicant,
        Self::ReadAnswers,
        Self::ReadSubmissions,
        Self::ReadLateAttempts,
        Self::Write,
        Self::CheckEligibility,
        Self::Assign,
        Self::Tag,
        Self::RuleOnConflicts,
        Self::DeclareConflict,
        Self::AnswerAssignment,
        Self::HoldDecision,
        Self::DropDecision,
        Self::MoveDue,
        Self::RefuseLate,
        Self::Review,
        Self::ReadReviews,
        Self::KnowReviewers,
        Self::ReadInternal,
        Self::CommentInternally,
        Self::ReadAmongReviewers,
        Self::CommentAmongReviewers,
        Self::ReadToApplicant,
        Self::CommentToApplicant,
        Self::InviteCoEditors,
        Self::RemoveCoEditors,
        Self::LeaveCoEditing,
        Self::Discuss,
    ];
}

impl From<Action> for Deed {
    fn from(action: Action) -> Self {
        Self::Move(action)
    }
}
