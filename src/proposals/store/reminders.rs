//! What is waited for, and was not reminded of yet: of those who write, and of the secretariat. One query, whatever the number
//! of reminders; which of what it finds are due says the table in `mail::reminders`.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement, Value,
};
use uuid::Uuid;

use crate::{
    accounts::StaffRole,
    act::Act,
    clock::Moment,
    entity::{call, co_editor, conflict, membership, organisation, proposal, staff_role, user},
    error::Result,
    ids::{CallId, CoEditorId, ProposalId, UserId},
    mail::reminders::{Reminder, Step, Waited},
    proposals::{conflicts::Ruling, waits::Wait},
};

/// Something of which a step of a reminder is due.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    pub of: Reminder,
    /// What is waited for: a proposal, an invitation, an assignment, a conversation, a decision.
    pub subject: Uuid,
    pub proposal: ProposalId,
    pub call: CallId,
    /// Who is reminded, where it is one person.
    pub person: Option<UserId>,
    pub instant: Moment,
    pub step: &'static Step,
}

/// Of what is asked.
#[derive(Clone, Copy, Debug)]
pub enum Only<'a> {
    All,
    These(&'a [Uuid]),
    Of(UserId),
}

#[derive(FromQueryResult)]
struct Row {
    reminder: String,
    subject: Uuid,
    proposal: ProposalId,
    call: CallId,
    person: Option<UserId>,
    instant: Moment,
    known: Moment,
    had: Option<i32>,
}

/// What is due at `now` of what these parts of a query find, each for one reminder: `subject`, `proposal`, `call`, `person`,
/// `instant` and `known` (since when its reader knows of it). A part writes `{after}`, `{until}` and `{now}` for the instants
/// between which there may be something to find, and for this one; `values` are those that it counts itself.
pub async fn due_of(
    db: &impl ConnectionTrait,
    parts: &[(Reminder, String)],
    mut values: Vec<Value>,
    only: Only<'_>,
    now: Moment,
) -> Result<Vec<Due>> {
    let mut bind = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let at = if parts.iter().any(|(_, part)| part.contains("{now}")) { bind(now.into()) } else { String::new() };
    let mut found: Vec<String> = Vec::new();
    for (of, part) in parts {
        let (after, until) = of.row().instants(now);
        let part = part.replace("{after}", &bind(after.into())).replace("{until}", &bind(until.into()));
        let (code, part) = (of.code(), part.replace("{now}", &at));
        found.push(format!(
            "SELECT '{code}' AS reminder, subject, proposal, call, person, instant, known FROM ({part}) AS of_{code}"
        ));
    }
    let which = match only {
        Only::All => String::new(),
        Only::These([]) => return Ok(Vec::new()),
        Only::These(some) => {
            let some: Vec<String> = some.iter().map(|one| bind((*one).into())).collect();
            format!("WHERE w.subject IN ({})", some.join(", "))
        }
        Only::Of(person) => format!("WHERE w.person = {}", bind(person.into())),
    };
    let sql = format!(
        "SELECT w.reminder, w.subject, w.proposal, w.call, w.person, w.instant, w.known, h.hours AS had FROM ({}) AS w \
        LEFT JOIN reminders h ON h.reminder = w.reminder AND h.subject_id = w.subject AND h.instant = w.instant {which} \
        ORDER BY w.proposal, w.subject",
        found.join(" UNION ALL ")
    );
    let rows = Row::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), sql, values));
    let is_due = |row: Row| {
        let of: Reminder = row.reminder.parse().ok()?;
        let step = of.row().due(Waited { instant: row.instant, known: row.known, had: row.had }, now)?;
        let Row { subject, proposal, call, person, instant, .. } = row;
        Some(Due { of, subject, proposal, call, person, instant, step })
    };
    Ok(rows.all(db).await?.into_iter().filter_map(is_due).collect())
}

/// Drafts, by the deadline that holds for them. Only those of calls in which one comes near are looked at.
const DRAFTS: &str = "SELECT p.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, \
        CASE WHEN e.closes_at > c.closes_at THEN e.closes_at ELSE c.closes_at END AS instant, \
        CASE WHEN p.state_since > {set} THEN p.state_since ELSE {set} END AS known \
    FROM calls c JOIN proposals p ON p.call_id = c.id AND p.state = 'draft' \
    LEFT JOIN extensions e ON e.call_id = c.id AND e.organisation_id = p.organisation_id AND e.ended_at IS NULL \
    WHERE c.id IN (SELECT n.id FROM calls n WHERE n.closes_at > {after} AND n.closes_at <= {until} \
        UNION SELECT x.call_id FROM extensions x WHERE x.organisation_id IS NOT NULL AND x.ended_at IS NULL \
            AND x.closes_at > {after} AND x.closes_at <= {until})";

/// When the deadline of a draft was set to where it is; when the call opened, if it was never moved.
const SET: &str = "CASE WHEN e.closes_at > c.closes_at THEN e.granted_at ELSE COALESCE((SELECT MAX(g.granted_at) \
    FROM extensions g WHERE g.call_id = c.id AND g.organisation_id IS NULL AND g.closes_at = c.closes_at), c.opens_at) END";

/// Returned proposals. Whoever moves their due instant notes what was due by then.
const RETURNED: &str = "SELECT p.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, \
        p.due_at AS instant, p.state_since AS known \
    FROM proposals p WHERE p.state = 'returned' AND p.due_at > {after} AND p.due_at <= {until}";

/// Invitations to write in what can still be written. SQLite begins with the table before `CROSS JOIN`, else it would look
/// through all drafts.
const INVITATIONS: &str = "SELECT i.id AS subject, p.id AS proposal, p.call_id AS call, i.user_id AS person, \
        i.expires_at AS instant, i.invited_at AS known \
    FROM co_editors i CROSS JOIN proposals p \
    JOIN users u ON u.id = i.user_id AND u.disabled_at IS NULL JOIN calls c ON c.id = p.call_id \
    LEFT JOIN extensions e ON e.call_id = c.id AND e.organisation_id = p.organisation_id AND e.ended_at IS NULL \
    WHERE p.id = i.proposal_id AND i.accepted_at IS NULL AND i.ended_at IS NULL AND i.expires_at > {after} AND i.expires_at <= {until} \
        AND ((p.state = 'returned' AND p.due_at > {now}) \
            OR (p.state = 'draft' AND (c.closes_at > {now} OR e.closes_at > {now})))";

/// What those who write, or are invited to, are to be reminded of.
pub async fn of_writers(db: &impl ConnectionTrait, only: Only<'_>, now: Moment) -> Result<Vec<Due>> {
    let parts = [
        (Reminder::Draft, DRAFTS.replace("{set}", SET)),
        (Reminder::Returned, RETURNED.to_owned()),
        (Reminder::Invitation, INVITATIONS.to_owned()),
    ];
    due_of(db, &parts, Vec::new(), only, now).await
}

/// Submissions without a check. Nobody needs to check what can still be taken back: it is counted from the deadline.
const ELIGIBILITY: &str = "SELECT p.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, \
        CASE WHEN p.state_since > c.closes_at THEN p.state_since ELSE c.closes_at END AS instant, p.created_at AS known \
    FROM proposals p JOIN calls c ON c.id = p.call_id \
    WHERE p.waits = {waits} AND p.state_since <= {until} AND c.closes_at <= {until} \
        AND (p.state_since > {after} OR c.closes_at > {after})";

/// What is held of each proposal, by what came first of it.
const LATE: &str = "SELECT subject, proposal, call, person, instant, known FROM \
        (SELECT p.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, p.created_at AS known, \
            (SELECT MIN(l.tried_at) FROM late_attempts l WHERE l.proposal_id = p.id AND l.refused_at IS NULL \
                AND l.number > (SELECT COALESCE(MAX(s.number), 0) FROM submissions s WHERE s.proposal_id = p.id)) AS instant \
        FROM proposals p WHERE p.waits = {waits}) AS held \
    WHERE instant > {after} AND instant <= {until}";

/// Conversations that are not done, by the first message of an applicant that nobody of the house has answered.
const QUESTIONS: &str = "SELECT t.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, \
        MIN(m.goes_at) AS instant, MIN(m.goes_at) AS known \
    FROM messages m JOIN threads t ON t.id = m.thread_id JOIN proposals p ON p.id = t.proposal_id \
    WHERE m.by_applicant AND m.goes_at > {after} AND m.goes_at <= {until} AND NOT m.taken_back \
        AND t.audience = 'applicant' AND t.resolved_at IS NULL \
        AND NOT EXISTS (SELECT 1 FROM messages n WHERE n.thread_id = t.id AND n.goes_at > m.goes_at \
            AND NOT n.by_applicant AND NOT n.taken_back) \
    GROUP BY t.id, p.id, p.call_id";

/// Decisions that are prepared, and in no order that is to be carried out.
const PUBLICATIONS: &str = "SELECT d.id AS subject, p.id AS proposal, p.call_id AS call, CAST(NULL AS uuid) AS person, \
        d.registered_at AS instant, d.registered_at AS known \
    FROM proposals p JOIN decisions d ON d.proposal_id = p.id AND d.revised_at IS NULL AND d.published_at IS NULL \
    WHERE p.waits = {waits} AND d.registered_at > {after} AND d.registered_at <= {until} \
        AND NOT EXISTS (SELECT 1 FROM publishing_items i JOIN publishing_orders o ON o.id = i.order_id \
            WHERE i.proposal_id = p.id AND i.done_at IS NULL AND o.cancelled_by IS NULL)";

/// What the secretariat is to be reminded of, but for reviews.
pub async fn of_secretariat(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<Due>> {
    let waits = |part: &str, wait: Wait| part.replace("{waits}", &wait.number().to_string());
    let parts = [
        (Reminder::Eligibility, waits(ELIGIBILITY, Wait::Eligibility)),
        (Reminder::Late, waits(LATE, Wait::Late)),
        (Reminder::Question, QUESTIONS.to_owned()),
        (Reminder::Publication, waits(PUBLICATIONS, Wait::Publication)),
    ];
    due_of(db, &parts, Vec::new(), Only::All, now).await
}

/// Keeps proposals, and invitations to them, from others until the act ends: what is done meanwhile is found done, and nobody is
/// reminded of it. SQLite needs no lock, an act is alone there.
pub async fn hold(act: &Act, due: &[Due]) -> Result<()> {
    if !act.app.db.is_postgres() {
        return Ok(());
    }
    let proposals = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::Id.is_in(due.iter().map(|one| one.proposal)))
        .order_by_asc(proposal::Column::Id)
        .lock_exclusive();
    proposals.into_tuple::<ProposalId>().all(act.tx()).await?;
    let invitations = due.iter().filter(|one| one.of == Reminder::Invitation).map(|one| CoEditorId(one.subject));
    let invitations = co_editor::Entity::find()
        .select_only()
        .column(co_editor::Column::Id)
        .filter(co_editor::Column::Id.is_in(invitations))
        .order_by_asc(co_editor::Column::Id)
        .lock_exclusive();
    invitations.into_tuple::<CoEditorId>().all(act.tx()).await?;
    Ok(())
}

/// A proposal with those who can write in it.
#[derive(Clone, Debug)]
pub struct Held {
    pub proposal: proposal::Model,
    pub call: call::Model,
    pub organisation: String,
    pub writers: Vec<user::Model>,
}

/// The proposals of what is due, with their writers who can log in. Four queries.
pub async fn held(act: &Act, due: &[Due]) -> Result<BTreeMap<ProposalId, Held>> {
    let proposals = proposal::Entity::find()
        .filter(proposal::Column::Id.is_in(due.iter().map(|one| one.proposal)))
        .find_also_related(call::Entity)
        .find_also_related(organisation::Entity)
        .all(act.tx())
        .await?;
    let members = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(proposals.iter().map(|(row, ..)| row.organisation_id)))
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .all(act.tx())
        .await?;
    let guests = co_editor::Entity::find()
        .filter(co_editor::Column::ProposalId.is_in(proposals.iter().map(|(row, ..)| row.id)))
        .filter(co_editor::Column::AcceptedAt.is_not_null())
        .filter(co_editor::Column::EndedAt.is_null())
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .all(act.tx())
        .await?;
    let mut all = BTreeMap::new();
    for (proposal, call, organisation) in proposals {
        let (Some(call), Some(organisation)) = (call, organisation) else { continue };
        let own = members.iter().filter(|(row, _)| row.organisation_id == organisation.id).map(|(_, user)| user);
        let others = guests.iter().filter(|(row, _)| row.proposal_id == proposal.id).map(|(_, user)| user);
        let writers = own.chain(others).filter_map(Clone::clone).collect();
        all.insert(proposal.id, Held { proposal, call, organisation: organisation.name, writers });
    }
    Ok(all)
}

/// Everybody of the secretariat who can log in, each with the proposals among these in which they have an interest.
pub async fn secretariat(act: &Act, due: &[Due]) -> Result<Vec<(user::Model, Vec<ProposalId>)>> {
    let members = staff_role::Entity::find().filter(staff_role::Column::Role.eq(StaffRole::Secretariat));
    let members: Vec<UserId> = members.all(act.tx()).await?.into_iter().map(|row| row.user_id).collect();
    let interests = conflict::Entity::find()
        .filter(conflict::Column::PersonId.is_in(members.iter().copied()))
        .filter(conflict::Column::ProposalId.is_in(due.iter().map(|one| one.proposal)))
        .filter(conflict::Column::Ruling.ne(Ruling::Dismissed))
        .all(act.tx())
        .await?;
    let people = user::Entity::find()
        .filter(user::Column::Id.is_in(members))
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::Email)
        .all(act.tx())
        .await?;
    let of = |person: UserId| interests.iter().filter(move |row| row.person_id == person).map(|row| row.proposal_id);
    Ok(people.into_iter().map(|person| (person.clone(), of(person.id).collect())).collect())
}
