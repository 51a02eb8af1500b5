//! Queries on proposals. Every read for someone starts from [`visible_to`], and [`states`] alone writes a state.

pub mod attachments;
pub mod co_editors;
pub mod drafts;
pub mod history;
pub mod holders;
pub mod late;
pub mod leads;
pub mod lists;
pub mod notes;
pub mod numbers;
pub mod people;
pub mod reminders;
pub mod requests;
pub mod search;
pub mod standing;
pub mod states;
pub mod submissions;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    Select, Statement,
};

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    clock::Moment,
    entity::{assignment, call, co_editor, organisation, proposal},
    error::{Error, Result},
    ids::{Reference, UserId},
    proposals::{
        policy::{Deed, Facts, Roles, Standing, Verdict, may},
        rules::{Outcome, Sources},
        workflow::{Action, Standpoint, State, Transition},
    },
};

impl proposal::Model {
    /// Where a registered proposal is known from; nothing for one that was written here.
    pub fn known_from(&self) -> Sources {
        self.sources.clone().and_then(|sources| serde_json::from_value(sources).ok()).unwrap_or_default()
    }
}

/// A proposal as someone finds it: with its call, the organisation that leads it, and their standing on it.
#[derive(Clone, Debug)]
pub struct Case {
    pub proposal: proposal::Model,
    pub call: call::Model,
    pub organisation: organisation::Model,
    pub standing: Standing,
}

impl Case {
    pub fn may(&self, deed: impl Into<Deed>) -> Verdict {
        may(&self.standing, deed)
    }

    /// Passes those who may.
    pub fn must(&self, deed: impl Into<Deed>) -> Result<()> {
        match self.may(deed) {
            Verdict::Yes => Ok(()),
            Verdict::No(reason) => Err(Error::Refused(reason)),
            Verdict::Hidden => Err(Error::NotFound),
        }
    }

    /// The transition that this action makes, for those who may.
    pub fn step(&self, action: Action) -> Result<Transition> {
        self.must(action)?;
        self.standing.place.apply(action).map_err(Error::internal)
    }

    /// Refuses if the proposal has moved on since it was looked at.
    pub fn unchanged_since(&self, seen: i32) -> Result<()> {
        if self.proposal.version == seen { Ok(()) } else { Err(Error::Conflict) }
    }
}

/// The proposals that exist for someone: all for the secretariat, those of the own organisations, those that they were
/// invited to write in, those assigned to review that have been handed in, and what the public may read.
pub fn visible_to(actor: Option<&Actor>) -> Select<proposal::Entity> {
    let all = proposal::Entity::find();
    let Some(actor) = actor else { return all.filter(is_public()) };
    if actor.is(StaffRole::Secretariat) {
        return all;
    }
    let mut any = Condition::any().add(is_public()).add(is_own(actor));
    if actor.is(StaffRole::Reviewer) {
        any = any.add(is_assigned_to(actor.id));
    }
    all.filter(any)
}

/// The proposals that someone writes: those of the own organisations, and those of others to which they are invited.
pub fn own(actor: &Actor) -> Select<proposal::Entity> {
    proposal::Entity::find().filter(is_own(actor))
}

/// The proposals that someone is to review.
pub fn to_review(reviewer: UserId) -> Select<proposal::Entity> {
    proposal::Entity::find().filter(is_assigned_to(reviewer))
}

fn is_public() -> Condition {
    Condition::all().add(proposal::Column::State.is_in(State::PUBLIC.iter().copied()))
}

fn is_own(actor: &Actor) -> Condition {
    let mut any = Condition::any().add(is_co_edited_by(actor.id));
    if !actor.memberships.is_empty() {
        let organisations = actor.memberships.iter().map(|m| m.organisation);
        any = any.add(proposal::Column::OrganisationId.is_in(organisations));
    }
    any
}

/// Accepted, and neither removed nor left.
fn is_co_edited_by(user: UserId) -> Condition {
    let writing = co_editor::Entity::find()
        .select_only()
        .column(co_editor::Column::ProposalId)
        .filter(co_editor::Column::UserId.eq(user))
        .filter(co_editor::Column::AcceptedAt.is_not_null())
        .filter(co_editor::Column::EndedAt.is_null())
        .into_query();
    Condition::all().add(proposal::Column::Id.in_subquery(writing))
}

/// Assigned, not relieved, and handed in: neither a draft nor withdrawn as one.
fn is_assigned_to(reviewer: UserId) -> Condition {
    let assigned = assignment::Entity::find()
        .select_only()
        .column(assignment::Column::ProposalId)
        .filter(assignment::Column::ReviewerId.eq(reviewer))
        .filter(assignment::Column::EndedAt.is_null())
        .into_query();
    let was_draft = Condition::all()
        .add(proposal::Column::State.eq(State::Withdrawn))
        .add(proposal::Column::StateBefore.eq(State::Draft));
    Condition::all()
        .add(proposal::Column::Id.in_subquery(assigned))
        .add(proposal::Column::State.ne(State::Draft))
        .add(was_draft.not())
}

/// The proposal of this reference with the standing of `actor` on it at `now`. What they may not see is not found.
pub async fn case(
    db: &impl ConnectionTrait,
    actor: Option<&Actor>,
    reference: &Reference,
    now: Moment,
) -> Result<Case> {
    let found = visible_to(actor).filter(proposal::Column::Reference.eq(reference.clone())).one(db).await?;
    complete(db, actor, found.ok_or(Error::NotFound)?, now).await
}

/// The same, to be changed: nobody else changes it until the act is over.
pub async fn case_to_change(act: &Act, actor: &Actor, reference: &Reference) -> Result<Case> {
    if act.by.user() != Some(actor.id) {
        return Err(Error::internal("an act of one person with the roles of another"));
    }
    let found = visible_to(Some(actor)).filter(proposal::Column::Reference.eq(reference.clone()));
    let found = found.lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)?;
    complete(act.tx(), Some(actor), found, act.at).await
}

async fn complete(
    db: &impl ConnectionTrait,
    actor: Option<&Actor>,
    proposal: proposal::Model,
    now: Moment,
) -> Result<Case> {
    let broken = || Error::internal("a proposal without call or organisation");
    let call = call::Entity::find_by_id(proposal.call_id).one(db).await?.ok_or_else(broken)?;
    let organisation = organisation::Entity::find_by_id(proposal.organisation_id).one(db).await?.ok_or_else(broken)?;
    let found = Found::of(db, &proposal, actor.map(|actor| actor.id)).await?;
    let is = |role| actor.is_some_and(|actor| actor.is(role));
    let official = actor.and_then(|actor| actor.role_in(proposal.organisation_id));
    let roles = Roles {
        official,
        co_editor: found.co_editor,
        secretariat: is(StaffRole::Secretariat),
        // Nobody judges what they write, however they came to both.
        reviewer: is(StaffRole::Reviewer) && found.assigned && official.is_none() && !found.co_editor,
        own_review_in: found.own_review_in,
    };
    let facts = found.facts(&proposal, &call)?;
    let standing = Standing { roles, place: place(&proposal), facts, now };
    Ok(Case { proposal, call, organisation, standing })
}

/// Where a proposal stands, for the table of the workflow.
pub fn place(proposal: &proposal::Model) -> Standpoint {
    Standpoint { state: proposal.state, returned_from: proposal.returned_from, before: proposal.state_before }
}

/// What the other tables know of a proposal, in one query.
#[derive(FromQueryResult)]
struct Found {
    submissions: i32,
    ever_returned: bool,
    eligible: Option<bool>,
    decision: Option<String>,
    decision_published: bool,
    assigned: bool,
    own_review_in: bool,
    co_editor: bool,
    late_attempts: i64,
    extended_to: Option<Moment>,
}

const FOUND: &str = "SELECT \
    (SELECT COALESCE(MAX(number), 0) FROM submissions WHERE proposal_id = $1) AS submissions, \
    EXISTS (SELECT 1 FROM transitions WHERE proposal_id = $1 AND action = 'return') AS ever_returned, \
    (SELECT passed FROM eligibilities WHERE proposal_id = $1) AS eligible, \
    (SELECT outcome FROM decisions WHERE proposal_id = $1 AND revised_at IS NULL) AS decision, \
    EXISTS (SELECT 1 FROM decisions WHERE proposal_id = $1 AND revised_at IS NULL AND published_at IS NOT NULL) \
        AS decision_published, \
    EXISTS (SELECT 1 FROM assignments WHERE proposal_id = $1 AND reviewer_id = $2 AND ended_at IS NULL) AS assigned, \
    EXISTS (SELECT 1 FROM reviews WHERE proposal_id = $1 AND reviewer_id = $2 AND submitted_at IS NOT NULL) \
        AS own_review_in, \
    EXISTS (SELECT 1 FROM co_editors WHERE proposal_id = $1 AND user_id = $2 AND accepted_at IS NOT NULL \
        AND ended_at IS NULL) AS co_editor, \
    (SELECT COUNT(*) FROM late_attempts WHERE proposal_id = $1 AND refused_at IS NULL AND number > \
        (SELECT COALESCE(MAX(number), 0) FROM submissions WHERE proposal_id = $1)) AS late_attempts, \
    (SELECT closes_at FROM extensions WHERE call_id = $3 AND organisation_id = $4 AND ended_at IS NULL) AS extended_to";

impl Found {
    async fn of(db: &impl ConnectionTrait, proposal: &proposal::Model, reader: Option<UserId>) -> Result<Self> {
        let values: [sea_orm::Value; 4] = [
            proposal.id.into(),
            reader.map(|id| id.0).into(),
            proposal.call_id.into(),
            proposal.organisation_id.into(),
        ];
        let query = Statement::from_sql_and_values(db.get_database_backend(), FOUND, values);
        Self::find_by_statement(query).one(db).await?.ok_or_else(|| Error::internal("no facts"))
    }

    fn facts(&self, proposal: &proposal::Model, call: &call::Model) -> Result<Facts> {
        let decision = self.decision.as_deref().map(str::parse::<Outcome>).transpose().map_err(Error::internal)?;
        let window = call.window().until(self.extended_to);
        Ok(Facts {
            closes_at: window.closes_at,
            is_extended: window.closes_at > call.closes_at,
            grace: window.grace,
            due_at: proposal.due_at,
            submissions: self.submissions,
            ever_returned: self.ever_returned,
            eligible: self.eligible,
            decision,
            decision_published: self.decision_published,
            late_attempts: self.late_attempts,
        })
    }
}
