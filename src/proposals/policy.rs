//! Who may do what to a proposal. One pure function, [`may`], answers for doors, buttons, the API and the table in
//! docs/workflow.md.

use std::time::Duration;

use crate::{
    accounts::Role,
    calls::{Phase, Reviewing, Shown, Window},
    clock::Moment,
};

pub use super::deeds::Deed;
use super::{
    rules::Outcome,
    workflow::{Action, Standpoint, State},
};

/// What someone is to a proposal, where it stands, and what is known of it: all that a verdict depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub roles: Roles,
    pub place: Standpoint,
    pub facts: Facts,
    pub now: Moment,
}

/// What someone is to a proposal. One person may be several; the roles unite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// The role in the organisation that leads it.
    pub official: Option<Role>,
    /// Of another organisation, and invited to write in this one proposal.
    pub co_editor: bool,
    pub secretariat: bool,
    /// Assigned to review it, and not relieved of it.
    pub reviewer: bool,
    /// Whether the own review is in, or abstained from: until then the others' do not exist for a reviewer.
    pub own_review_in: bool,
    /// Whether a reviewer has promised to keep the proposals of the call to themselves: until then there is nothing to read.
    pub pledged: bool,
}

impl Roles {
    /// Whether someone opens it as those do who write it.
    pub fn writes(self) -> bool {
        self.official.is_some() || self.co_editor
    }
}

/// What is known of a proposal besides its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The deadline that holds for it: the call's, or a later one of its organisation (`calls::Window::until`).
    pub closes_at: Moment,
    /// Whether that is the organisation's own.
    pub is_extended: bool,
    /// How long after a deadline a submission still counts as in time.
    pub grace: Duration,
    /// Until when a returned proposal can be submitted again.
    pub due_at: Option<Moment>,
    /// The number of its last submission; 0 before the first.
    pub submissions: i32,
    pub ever_returned: bool,
    /// Whether it passed the check of eligibility of its last submission; none before that.
    pub eligible: Option<bool>,
    /// The decision registered and not changed since, published or not.
    pub decision: Option<Outcome>,
    pub decision_published: bool,
    /// How many texts came too late, each of which the secretariat can still admit.
    pub late_attempts: i64,
    /// What the phase of the call's review lets reviewers see and do.
    pub reviewing: Reviewing,
}

impl Facts {
    /// The deadline as it is told: of a draft, or of a returned proposal.
    pub fn deadline(&self, state: State) -> Moment {
        if state == State::Returned { self.due_at.unwrap_or(self.closes_at) } else { self.closes_at }
    }

    /// The last instant at which a draft can be submitted, or a returned proposal again.
    pub fn last_call(&self, state: State) -> Moment {
        self.deadline(state) + self.grace
    }
}

/// Whether someone may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Yes,
    /// It is theirs to do, and cannot be done now; the key of the reason in the locale files.
    No(&'static str),
    /// For them there is no such thing.
    Hidden,
}

impl Verdict {
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// The reason to show beside a missing button; none where there is nothing to explain.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::No(reason) if reason != NOT_NOW => Some(reason),
            _ => None,
        }
    }

    /// Whether nothing but the deadline, with its grace, stands in the way.
    pub fn is_too_late(self) -> bool {
        matches!(self, Self::No("proposals-no-closed" | "proposals-no-due-passed"))
    }

    /// The more generous of two.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No(reason), _) | (_, Self::No(reason)) => Self::No(reason),
            (Self::Hidden, Self::Hidden) => Self::Hidden,
        }
    }
}

/// The reason where the state has no such way out: no button, and nothing to explain.
pub const NOT_NOW: &str = "proposals-no-not-now";

/// The reason where one may write, and not submit: others of the organisation can.
pub const NO_SUBMITTER: &str = "proposals-no-submitter";

/// Whether someone of this standing may do this.
pub fn may(standing: &Standing, deed: impl Into<Deed>) -> Verdict {
    let deed = deed.into();
    let Roles { official, secretariat, reviewer, .. } = standing.roles;
    let of_city = official.map_or(Verdict::Hidden, |role| may_official(standing, role, deed));
    let of_partner = if standing.roles.co_editor { may_co_editor(standing, deed) } else { Verdict::Hidden };
    let of_house = if secretariat { may_secretariat(standing, deed) } else { Verdict::Hidden };
    let of_jury = if reviewer && standing.is_in() { may_reviewer(standing, deed) } else { Verdict::Hidden };
    of_city.or(of_partner).or(of_house).or(of_jury).or(may_anyone(standing, deed))
}

impl Standing {
    /// Whether the secretariat has it: handed in, and not taken back.
    pub fn is_in(&self) -> bool {
        let state = if self.place.state == State::Withdrawn { self.place.before } else { Some(self.place.state) };
        state.is_some_and(State::is_submitted)
    }

    /// Whether what is written now was not handed in yet: while it can be changed, and where it was withdrawn or not selected
    /// meanwhile.
    pub fn is_being_written(&self) -> bool {
        [Some(self.place.state), self.place.before].into_iter().flatten().any(State::is_editable)
    }

    /// The number of the submission that what is written now belongs to: the last one, once it is in.
    pub fn next_submission(&self) -> i32 {
        self.facts.submissions + i32::from(self.is_being_written())
    }

    /// Whether the state has such a way out.
    fn leads_somewhere(&self, action: Action) -> bool {
        self.place.apply(action).is_ok()
    }
}

fn may_official(standing: &Standing, role: Role, deed: Deed) -> Verdict {
    use Action as A;
    match deed {
        Deed::Move(A::Submit | A::Resubmit | A::Reopen | A::Discard | A::Withdraw) => {
            let Deed::Move(action) = deed else { return Verdict::Hidden };
            may_move_as_official(standing, role, action)
        }
        Deed::See
        | Deed::KnowApplicant
        | Deed::ReadAnswers
        | Deed::ReadSubmissions
        | Deed::ReadLateAttempts
        | Deed::ReadToApplicant => Verdict::Yes,
        Deed::Write if standing.place.state.is_editable() => Verdict::Yes,
        Deed::Write => Verdict::No("proposals-no-writing"),
        // Nobody answers for the city on a proposal that nobody has received.
        Deed::CommentToApplicant if standing.facts.submissions > 0 => Verdict::Yes,
        Deed::CommentToApplicant => Verdict::No(NOT_NOW),
        Deed::InviteCoEditors | Deed::RemoveCoEditors if role != Role::Owner => Verdict::No("proposals-no-owner"),
        Deed::InviteCoEditors if !standing.place.state.is_editable() => Verdict::No("proposals-no-writing"),
        Deed::InviteCoEditors | Deed::RemoveCoEditors | Deed::Discuss => Verdict::Yes,
        _ => Verdict::Hidden,
    }
}

/// Who is invited to write in one proposal: its text, and nothing of what is between the lead and the secretariat.
fn may_co_editor(standing: &Standing, deed: Deed) -> Verdict {
    use Action as A;
    match deed {
        Deed::Move(action @ (A::Submit | A::Resubmit)) if standing.leads_somewhere(action) => {
            Verdict::No("proposals-no-lead")
        }
        Deed::Move(A::Submit | A::Resubmit) => Verdict::No(NOT_NOW),
        Deed::See
        | Deed::KnowApplicant
        | Deed::ReadAnswers
        | Deed::ReadSubmissions
        | Deed::LeaveCoEditing
        | Deed::Discuss => Verdict::Yes,
        Deed::Write if standing.place.state.is_editable() => Verdict::Yes,
        Deed::Write => Verdict::No("proposals-no-writing"),
        _ => Verdict::Hidden,
    }
}

fn may_move_as_official(standing: &Standing, role: Role, action: Action) -> Verdict {
    use Action as A;
    let facts = &standing.facts;
    if !standing.leads_somewhere(action) {
        return Verdict::No(NOT_NOW);
    }
    match action {
        A::Submit | A::Resubmit | A::Reopen if role == Role::Editor => Verdict::No(NO_SUBMITTER),
        A::Discard | A::Withdraw if role != Role::Owner => Verdict::No("proposals-no-owner"),
        A::Submit if standing.now > facts.last_call(State::Draft) => Verdict::No("proposals-no-closed"),
        A::Resubmit if standing.now > facts.last_call(State::Returned) => Verdict::No("proposals-no-due-passed"),
        A::Reopen if facts.ever_returned => Verdict::No("proposals-no-reopen-returned"),
        A::Reopen if standing.now > facts.closes_at => Verdict::No("proposals-no-reopen-closed"),
        A::Discard if facts.submissions > 0 => Verdict::No("proposals-no-discard-submitted"),
        _ => Verdict::Yes,
    }
}

fn may_secretariat(standing: &Standing, deed: Deed) -> Verdict {
    use Action as A;
    let when = |is: bool| if is { Verdict::Yes } else { Verdict::No(NOT_NOW) };
    let state = standing.place.state;
    match deed {
        Deed::Move(A::Register) => Verdict::Yes,
        Deed::Move(A::Create | A::Submit | A::Resubmit | A::Reopen | A::Discard) => Verdict::Hidden,
        Deed::Move(action) if !standing.leads_somewhere(action) => Verdict::No(NOT_NOW),
        Deed::Move(A::Admit) => when(standing.facts.late_attempts > 0),
        Deed::Move(A::StartReview) => match standing.facts.eligible {
            // What was prepared while it was not eligible is not published in the review by mistake.
            Some(true) if standing.facts.decision.is_some() && !standing.facts.decision_published => {
                Verdict::No("proposals-no-decision-prepared")
            }
            Some(true) => Verdict::Yes,
            Some(false) => Verdict::No("proposals-no-eligibility-failed"),
            None => Verdict::No("proposals-no-eligibility-open"),
        },
        Deed::Move(_)
        | Deed::See
        | Deed::KnowApplicant
        | Deed::Tag
        | Deed::ReadToApplicant
        | Deed::ReadInternal
        | Deed::CommentInternally
        | Deed::ReadAmongReviewers
        | Deed::CommentAmongReviewers => Verdict::Yes,
        // What is being written is its authors' until they submit it.
        Deed::ReadAnswers => when(standing.is_in() && !standing.is_being_written()),
        Deed::ReadSubmissions | Deed::ReadReviews | Deed::KnowReviewers | Deed::CommentToApplicant => {
            when(standing.is_in())
        }
        // It was handed in, though too late; what was written since then was not.
        Deed::ReadLateAttempts | Deed::RefuseLate => when(state.is_editable() && standing.facts.late_attempts > 0),
        Deed::CheckEligibility => when(state == State::Submitted),
        Deed::Assign => when(matches!(state, State::Submitted | State::UnderReview | State::Returned)),
        Deed::RuleOnConflicts => when(standing.facts.submissions > 0),
        // Before the review a decision is prepared only on what was found not to be eligible.
        Deed::HoldDecision if state == State::Submitted => when(standing.facts.eligible == Some(false)),
        Deed::HoldDecision => when(state == State::UnderReview),
        // Wherever it stands by now: it may have been withdrawn meanwhile.
        Deed::DropDecision => when(standing.facts.decision.is_some() && !standing.facts.decision_published),
        Deed::MoveDue => when(state == State::Returned),
        Deed::Write | Deed::Review | Deed::DeclareConflict | Deed::AnswerAssignment => Verdict::Hidden,
        // What those who write say to each other is nobody else's.
        Deed::InviteCoEditors | Deed::RemoveCoEditors | Deed::LeaveCoEditing | Deed::Discuss => Verdict::Hidden,
    }
}

fn may_reviewer(standing: &Standing, deed: Deed) -> Verdict {
    let (roles, reviewing) = (standing.roles, standing.facts.reviewing);
    match deed {
        Deed::See | Deed::DeclareConflict => Verdict::Yes,
        Deed::AnswerAssignment => answers_assignment(standing),
        _ if reads_nothing_before_the_pledge(deed) && !roles.pledged => Verdict::No("proposals-no-pledge"),
        Deed::KnowApplicant if reviewing.applicant => Verdict::Yes,
        Deed::KnowApplicant => Verdict::No("proposals-no-applicant"),
        Deed::ReadSubmissions => Verdict::Yes,
        Deed::ReadAnswers if !standing.is_being_written() => Verdict::Yes,
        Deed::ReadAnswers => Verdict::No(NOT_NOW),
        Deed::Review if standing.place.state != State::UnderReview => Verdict::No("proposals-no-review-closed"),
        Deed::Review if !reviewing.takes_reviews => Verdict::No("proposals-no-review-phase"),
        Deed::Review => Verdict::Yes,
        Deed::CommentAmongReviewers | Deed::ReadAmongReviewers if !reviewing.comments => {
            Verdict::No("proposals-no-comments-phase")
        }
        Deed::CommentAmongReviewers => Verdict::Yes,
        Deed::ReadReviews | Deed::ReadAmongReviewers => reads_others(standing),
        Deed::KnowReviewers if reviewing.names => reads_others(standing),
        _ => Verdict::Hidden,
    }
}

/// What a reviewer does with the text of a proposal, and with what others say of it.
fn reads_nothing_before_the_pledge(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::KnowApplicant
            | Deed::ReadSubmissions
            | Deed::ReadAnswers
            | Deed::Review
            | Deed::ReadReviews
            | Deed::KnowReviewers
            | Deed::ReadAmongReviewers
            | Deed::CommentAmongReviewers
    )
}

/// Whether a reviewer may see what the others wrote.
fn reads_others(standing: &Standing) -> Verdict {
    match standing.facts.reviewing.reviews {
        Shown::Never => Verdict::No("proposals-no-reviews-phase"),
        Shown::AfterOwn if !standing.roles.own_review_in => Verdict::No("proposals-no-own-review-first"),
        Shown::AfterOwn | Shown::Always => Verdict::Yes,
    }
}

/// Until the review is in, and while it is still asked for.
fn answers_assignment(standing: &Standing) -> Verdict {
    let asked = matches!(standing.place.state, State::Submitted | State::UnderReview | State::Returned);
    if asked && !standing.roles.own_review_in { Verdict::Yes } else { Verdict::No(NOT_NOW) }
}

fn may_anyone(standing: &Standing, deed: Deed) -> Verdict {
    match deed {
        Deed::See | Deed::KnowApplicant if standing.place.state.is_public() => Verdict::Yes,
        _ => Verdict::Hidden,
    }
}

/// Whether an official may start a proposal: `admitted` says whether the call admits organisations of that kind.
pub fn may_create(window: &Window, admitted: bool, now: Moment) -> Verdict {
    match window.phase(now) {
        Phase::Upcoming => Verdict::No("proposals-no-call-later"),
        Phase::Closed => Verdict::No("proposals-no-call-closed"),
        Phase::Open if !admitted => Verdict::No("proposals-no-call-admits"),
        Phase::Open => Verdict::Yes,
    }
}
