//! Queries on proposals. Every read for someone starts from [`visible_to`], or from what finds no more ([`to_steer`],
//! [`to_review`], [`own`]), and [`states`] alone writes a state.

pub mod attachments;
pub mod co_editors;
pub mod conflicts;
pub mod decisions;
pub mod drafts;
pub mod hearers;
pub mod history;
pub mod holders;
pub mod late;
pub mod leads;
pub mod lists;
pub mod messages;
pub mod notes;
pub mod numbers;
pub mod people;
pub mod published;
pub mod publishing;
pub mod reminders;
pub mod requests;
pub mod search;
pub mod standing;
pub mod states;
pub mod submissions;
pub mod summary;
pub mod texts;
pub mod threads;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryResult, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, Query, SelectStatement},
};

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    clock::Moment,
    entity::{assignment, call, co_editor, conflict, organisation, pledge, proposal, review},
    error::{Error, Result},
    guidelines::Audience,
    ids::{Reference, UserId},
    proposals::{
        conflicts::Ruling,
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

    /// As whom its reader reads its text.
    pub fn reads_as(&self) -> Audience {
        if self.may(Deed::KnowApplicant).is_yes() { Audience::Inside } else { Audience::Anonymous }
    }

    /// Refuses if the proposal has moved on since it was looked at.
    pub fn unchanged_since(&self, seen: i32) -> Result<()> {
        if self.proposal.version == seen { Ok(()) } else { Err(Error::Conflict) }
    }
}

/// The proposals that exist for someone: all for the secretariat, those of the own organisations, those that they were
/// invited to write in, those assigned to review that have been handed in, and what the public may read. Whoever of the house
/// has a conflict of interest finds no more than somebody from outside.
pub fn visible_to(actor: Option<&Actor>) -> Select<proposal::Entity> {
    let all = proposal::Entity::find();
    let Some(actor) = actor else { return all.filter(is_public()) };
    let mut any = Condition::any().add(is_public()).add(is_own(actor));
    if actor.is(StaffRole::Secretariat) {
        any = any.add(without_conflict(actor.id));
    } else if actor.is(StaffRole::Reviewer) {
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

/// The proposals that someone of the secretariat deals with: of all, which exist for them, those in which they have no interest.
/// Nobody else deals with any.
pub fn to_steer(actor: &Actor) -> Select<proposal::Entity> {
    let all = proposal::Entity::find();
    if actor.is(StaffRole::Secretariat) {
        all.filter(without_conflict(actor.id))
    } else {
        all.filter(Expr::cust("FALSE"))
    }
}

fn is_public() -> Condition {
    Condition::all().add(proposal::Column::State.is_in(State::PUBLIC.iter().copied()))
}

fn is_own(actor: &Actor) -> Condition {
    let mut any = Condition::any().add(proposal::Column::Id.in_subquery(co_edited_by(actor.id)));
    if !actor.memberships.is_empty() {
        let organisations = actor.memberships.iter().map(|m| m.organisation);
        any = any.add(proposal::Column::OrganisationId.is_in(organisations));
    }
    any
}

/// The ids of the proposals that someone was invited to write in: accepted, and neither removed nor left.
fn co_edited_by(user: UserId) -> SelectStatement {
    Query::select()
        .column(co_editor::Column::ProposalId)
        .from(co_editor::Entity)
        .and_where(co_editor::Column::UserId.eq(user))
        .and_where(co_editor::Column::AcceptedAt.is_not_null())
        .and_where(co_editor::Column::EndedAt.is_null())
        .take()
}

/// The ids of the proposals that someone was assigned to and not relieved of.
fn assigned_to(reviewer: UserId) -> SelectStatement {
    Query::select()
        .column(assignment::Column::ProposalId)
        .from(assignment::Entity)
        .and_where(assignment::Column::ReviewerId.eq(reviewer))
        .and_where(assignment::Column::EndedAt.is_null())
        .take()
}

/// The ids of the proposals in which someone has an interest: they judge none of them.
fn conflicted(person: UserId) -> SelectStatement {
    Query::select()
        .column(conflict::Column::ProposalId)
        .from(conflict::Entity)
        .and_where(conflict::Column::PersonId.eq(person))
        .and_where(conflict::Column::Ruling.ne(Ruling::Dismissed))
        .take()
}

/// Those in which someone has none.
pub fn without_conflict(person: UserId) -> Condition {
    Condition::all().add(proposal::Column::Id.not_in_subquery(conflicted(person)))
}

/// The ids of the proposals whose letters, and what the audit trail says of them, are closed to someone: those in which they have
/// an interest; and for those who are not of the secretariat, those that they are to review, since both tell who applies and who
/// judges.
pub fn closed_to(actor: &Actor) -> SelectStatement {
    let mut any = Condition::any().add(proposal::Column::Id.in_subquery(conflicted(actor.id)));
    if !actor.is(StaffRole::Secretariat) {
        any = any.add(proposal::Column::Id.in_subquery(assigned_to(actor.id)));
    }
    proposal::Entity::find().select_only().column(proposal::Column::Id).filter(any).into_query()
}

/// The ids of the proposals that someone has read, and does not judge.
fn abstained_by(reviewer: UserId) -> SelectStatement {
    Query::select()
        .column(assignment::Column::ProposalId)
        .from(assignment::Entity)
        .and_where(assignment::Column::ReviewerId.eq(reviewer))
        .and_where(assignment::Column::EndedAt.is_null())
        .and_where(assignment::Column::AbstainedAt.is_not_null())
        .take()
}

/// The ids of the calls whose proposals someone has promised to keep to themselves.
fn pledged_by(reviewer: UserId) -> SelectStatement {
    Query::select()
        .column(pledge::Column::CallId)
        .from(pledge::Entity)
        .and_where(pledge::Column::PersonId.eq(reviewer))
        .take()
}

/// The ids of the proposals on which someone has handed in a review.
fn reviewed_by(reviewer: UserId) -> SelectStatement {
    Query::select()
        .column(review::Column::ProposalId)
        .from(review::Entity)
        .and_where(review::Column::ReviewerId.eq(reviewer))
        .and_where(review::Column::SubmittedAt.is_not_null())
        .take()
}

/// Assigned, not relieved, without a conflict, and handed in: neither a draft nor withdrawn as one.
fn is_assigned_to(reviewer: UserId) -> Condition {
    let was_draft = Condition::all()
        .add(proposal::Column::State.eq(State::Withdrawn))
        .add(proposal::Column::StateBefore.eq(State::Draft));
    Condition::all()
        .add(proposal::Column::Id.in_subquery(assigned_to(reviewer)))
        .add(without_conflict(reviewer))
        .add(proposal::Column::State.ne(State::Draft))
        .add(was_draft.not())
}

/// The proposal of this reference with the standing of `actor` on it at `now`, in one query. What they may not see is not
/// found.
pub async fn case(
    db: &impl ConnectionTrait,
    actor: Option<&Actor>,
    reference: &Reference,
    now: Moment,
) -> Result<Case> {
    let find = visible_to(actor).filter(proposal::Column::Reference.eq(reference.clone()));
    let row = db.query_one(&whole(find, actor)).await?.ok_or(Error::NotFound)?;
    read(&row, actor, now)
}

/// The proposals that `find` finds, each with the standing of `actor` on it at `now`, in one query. `find` starts from
/// [`visible_to`] or [`to_review`].
pub async fn cases(
    db: &impl ConnectionTrait,
    actor: &Actor,
    find: Select<proposal::Entity>,
    now: Moment,
) -> Result<Vec<Case>> {
    let rows = db.query_all(&whole(find, Some(actor))).await?;
    rows.iter().map(|row| read(row, Some(actor), now)).collect()
}

/// The query of proposals with all that a [`Case`] is made of.
fn whole(find: Select<proposal::Entity>, actor: Option<&Actor>) -> SelectStatement {
    let mut find = find.find_also_related(call::Entity).find_also_related(organisation::Entity);
    Found::ask_with(&mut find, actor);
    find.into_query()
}

fn read(row: &QueryResult, actor: Option<&Actor>, now: Moment) -> Result<Case> {
    // So the columns of the three are told apart.
    let proposal = proposal::Model::from_query_result(row, "A_")?;
    let call = call::Model::from_query_result(row, "B_")?;
    let organisation = organisation::Model::from_query_result(row, "C_")?;
    let found = Found::from_query_result(row, "")?;
    let is = |role| actor.is_some_and(|actor| actor.is(role));
    let official = actor.and_then(|actor| actor.role_in(proposal.organisation_id));
    let roles = Roles {
        official,
        co_editor: found.co_editor,
        secretariat: is(StaffRole::Secretariat) && !found.conflicted,
        // Nobody judges what they write, however they came to both.
        reviewer: is(StaffRole::Reviewer)
            && found.assigned
            && !found.conflicted
            && official.is_none()
            && !found.co_editor,
        own_review_in: found.own_review_in || found.abstained,
        pledged: found.pledged,
    };
    let facts = found.facts(&proposal, &call, now)?;
    let standing = Standing { roles, place: place(&proposal), facts, now };
    Ok(Case { proposal, call, organisation, standing })
}

/// The same, to be changed: nobody else changes it until the act is over.
pub async fn case_to_change(act: &Act, actor: &Actor, reference: &Reference) -> Result<Case> {
    case_to_change_among(act, actor, visible_to(Some(actor)), reference).await
}

/// The same of those that `find` finds: what a verb reaches that is not shown to its person otherwise.
pub async fn case_to_change_among(
    act: &Act,
    actor: &Actor,
    find: Select<proposal::Entity>,
    reference: &Reference,
) -> Result<Case> {
    if act.by.user() != Some(actor.id) {
        return Err(Error::internal("an act of one person with the roles of another"));
    }
    // What is read is read after the lock: who waited for it sees what the other one did, in all tables. Nobody holds up a
    // proposal that they may not see. SQLite needs no lock, an act is alone there.
    let find = find.filter(proposal::Column::Reference.eq(reference.clone()));
    if act.app.db.is_postgres() {
        let lock = find.clone().select_only().column(proposal::Column::Id).lock_exclusive();
        act.tx().query_one(&lock.into_query()).await?.ok_or(Error::NotFound)?;
    }
    let row = act.tx().query_one(&whole(find, Some(actor))).await?.ok_or(Error::NotFound)?;
    read(&row, Some(actor), act.at)
}

/// Where a proposal stands, for the table of the workflow.
pub fn place(proposal: &proposal::Model) -> Standpoint {
    Standpoint { state: proposal.state, returned_from: proposal.returned_from, before: proposal.state_before }
}

/// What the other tables know of a proposal.
#[derive(FromQueryResult)]
struct Found {
    submissions: i32,
    ever_returned: bool,
    eligible: Option<bool>,
    decision: Option<String>,
    decision_published: bool,
    assigned: bool,
    conflicted: bool,
    own_review_in: bool,
    abstained: bool,
    pledged: bool,
    co_editor: bool,
    late_attempts: i64,
    extended_to: Option<Moment>,
}

/// How it is asked beside a proposal, by column.
const FOUND: [(&str, &str); 7] = [
    ("submissions", "(SELECT COALESCE(MAX(number), 0) FROM submissions WHERE proposal_id = proposals.id)"),
    ("ever_returned", "EXISTS (SELECT 1 FROM transitions WHERE proposal_id = proposals.id AND action = 'return')"),
    ("eligible", "(SELECT e.passed FROM eligibilities e WHERE {checked})"),
    ("decision", "(SELECT outcome FROM decisions WHERE proposal_id = proposals.id AND revised_at IS NULL)"),
    (
        "decision_published",
        "EXISTS (SELECT 1 FROM decisions WHERE proposal_id = proposals.id AND revised_at IS NULL \
            AND published_at IS NOT NULL)",
    ),
    (
        "late_attempts",
        "(SELECT COUNT(*) FROM late_attempts WHERE proposal_id = proposals.id AND refused_at IS NULL AND number > \
            (SELECT COALESCE(MAX(number), 0) FROM submissions WHERE proposal_id = proposals.id))",
    ),
    (
        "extended_to",
        "(SELECT closes_at FROM extensions WHERE call_id = proposals.call_id \
            AND organisation_id = proposals.organisation_id AND ended_at IS NULL)",
    ),
];

impl Found {
    /// Adds its columns to a query of proposals. Of somebody without a part in the house nobody asks what they judge: most who
    /// save and read are of a city.
    fn ask_with(find: &mut impl QuerySelect<QueryStatement = SelectStatement>, actor: Option<&Actor>) {
        let query = QuerySelect::query(find);
        for (name, sql) in FOUND {
            query.expr_as(Expr::cust(sql.replace("{checked}", summary::CHECKED)), name);
        }
        let is_among = |column: proposal::Column, ids: fn(UserId) -> SelectStatement, actor: Option<&Actor>| match actor
        {
            Some(actor) => column.in_subquery(ids(actor.id)),
            None => Expr::cust("FALSE"),
        };
        let (id, call) = (proposal::Column::Id, proposal::Column::CallId);
        let reviewer = actor.filter(|actor| actor.is(StaffRole::Reviewer));
        let house = actor.filter(|actor| actor.is(StaffRole::Reviewer) || actor.is(StaffRole::Secretariat));
        query.expr_as(is_among(id, assigned_to, reviewer), "assigned");
        query.expr_as(is_among(id, reviewed_by, reviewer), "own_review_in");
        query.expr_as(is_among(id, abstained_by, reviewer), "abstained");
        query.expr_as(is_among(call, pledged_by, reviewer), "pledged");
        query.expr_as(is_among(id, conflicted, house), "conflicted");
        query.expr_as(is_among(id, co_edited_by, actor), "co_editor");
    }

    fn facts(&self, proposal: &proposal::Model, call: &call::Model, now: Moment) -> Result<Facts> {
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
            reviewing: call.reviewing(now),
        })
    }
}
