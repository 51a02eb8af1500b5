//! Which reviewers are to be reminded of which reviews, and which were.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement, Value};

use crate::{
    act::Act,
    calls::Phases,
    clock::Moment,
    entity::call,
    error::Result,
    ids::{AssignmentId, UserId},
    reviews::reminders::{HORIZON, due},
};

/// A review that is asked for and not in, of which a reminder is due.
#[derive(Clone, Debug)]
pub struct Owed {
    pub assignment: AssignmentId,
    pub reviewer: UserId,
    pub due_at: Moment,
    /// Which reminder: a number of [`crate::reviews::reminders::REMINDERS`].
    pub hours: i32,
}

#[derive(FromQueryResult)]
struct Row {
    assignment: AssignmentId,
    reviewer: UserId,
    asked_at: Moment,
    due_at: Moment,
    /// The last reminder of it, if there was one.
    had: Option<i32>,
}

/// The calls in which reviews are written at this moment.
pub async fn calls_reviewing(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<call::Model>> {
    let all = call::Entity::find().filter(call::Column::OpensAt.lte(now)).all(db).await?;
    Ok(all.into_iter().filter(|call| call.reviewing(now).takes_reviews).collect())
}

/// What is owed in a call, of all reviewers or of one. What judged an earlier submission than the last is owed again.
const OWED: &str = "SELECT a.id AS assignment, a.reviewer_id AS reviewer, a.assigned_at AS asked_at, \
        COALESCE(a.due_at, $2) AS due_at, h.hours AS had \
    FROM proposals p \
    JOIN assignments a ON a.proposal_id = p.id \
    JOIN users u ON u.id = a.reviewer_id \
    LEFT JOIN review_reminders h ON h.assignment_id = a.id AND h.due_at = COALESCE(a.due_at, $2) \
    WHERE p.call_id = $1 AND p.state = 'under_review' AND a.ended_at IS NULL AND a.abstained_at IS NULL \
        AND u.disabled_at IS NULL \
        AND EXISTS (SELECT 1 FROM staff_roles s WHERE s.user_id = u.id AND s.role = 'reviewer') \
        AND COALESCE(a.due_at, $2) > $3 AND COALESCE(a.due_at, $2) <= $4 \
        AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.proposal_id = p.id AND r.reviewer_id = a.reviewer_id \
            AND r.submitted_at IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM submissions o JOIN submissions n ON n.proposal_id = o.proposal_id AND n.number > o.number \
                WHERE o.id = r.submission_id))";

/// The reviews of a call of which a reminder is due: all of them, or those of one reviewer.
pub async fn owed(
    db: &impl ConnectionTrait,
    call: &call::Model,
    reviewer: Option<UserId>,
    now: Moment,
) -> Result<Vec<Owed>> {
    let usual: Option<Moment> = call.phases.as_ref().and_then(Phases::reviews_due);
    let mut values: Vec<Value> =
        vec![call.id.into(), usual.map(Moment::millis).into(), (now - HORIZON).into(), (now + HORIZON).into()];
    let mut sql = OWED.to_owned();
    if let Some(reviewer) = reviewer {
        sql.push_str(" AND a.reviewer_id = $5");
        values.push(reviewer.into());
    }
    sql.push_str(" ORDER BY a.reviewer_id, a.id");
    let rows = Row::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), sql, values));
    let is_due = |row: Row| {
        let hours = due(row.due_at, row.asked_at, now).filter(|hours| row.had.is_none_or(|had| *hours < had))?;
        Some(Owed { assignment: row.assignment, reviewer: row.reviewer, due_at: row.due_at, hours })
    };
    Ok(rows.all(db).await?.into_iter().filter_map(is_due).collect())
}

/// Notes that this reminder is posted; false if another process has posted it meanwhile.
pub async fn claim(act: &Act, owed: &Owed) -> Result<bool> {
    let values: [Value; 4] = [owed.assignment.into(), owed.due_at.into(), owed.hours.into(), act.at.into()];
    let upsert = "INSERT INTO review_reminders (assignment_id, due_at, hours, sent_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (assignment_id, due_at) DO UPDATE SET hours = excluded.hours, sent_at = excluded.sent_at \
        WHERE review_reminders.hours > excluded.hours";
    let done = act.tx().execute_raw(Statement::from_sql_and_values(act.tx().get_database_backend(), upsert, values));
    Ok(done.await?.rows_affected() == 1)
}
