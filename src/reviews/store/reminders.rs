//! Which reviews are owed, and were not reminded of yet: of reviewers, and then of the secretariat.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Value};

use crate::{
    calls::Phases,
    clock::Moment,
    entity::call,
    error::Result,
    mail::reminders::Reminder,
    proposals::waited::{self, Due, Only, due_of},
};

/// All of which the secretariat was to be reminded by a morning, and is not yet. Three queries.
pub async fn of_secretariat(db: &impl ConnectionTrait, morning: Moment) -> Result<Vec<Due>> {
    let calls = calls_reviewing(db, morning).await?;
    let mut due = waited::of_secretariat(db, morning).await?;
    due.extend(owed(db, Reminder::Missing, &calls, Only::All, morning).await?);
    Ok(due)
}

/// The calls in which reviews are written at this moment.
pub async fn calls_reviewing(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<call::Model>> {
    let all = call::Entity::find().filter(call::Column::OpensAt.lte(now)).all(db).await?;
    Ok(all.into_iter().filter(|call| call.reviewing(now).takes_reviews).collect())
}

/// What is owed in some calls by reviewers who can log in and have no interest in it. `{due}` is until when: the day of the
/// review, or that of its call. What judged an earlier submission than the last is owed again.
const OWED: &str = "SELECT a.id AS subject, p.id AS proposal, p.call_id AS call, a.reviewer_id AS person, \
        {due} AS instant, a.assigned_at AS known \
    FROM proposals p \
    JOIN assignments a ON a.proposal_id = p.id \
    JOIN users u ON u.id = a.reviewer_id \
    WHERE p.call_id IN ({calls}) AND p.state = 'under_review' AND a.ended_at IS NULL AND a.abstained_at IS NULL \
        AND u.disabled_at IS NULL \
        AND EXISTS (SELECT 1 FROM staff_roles s WHERE s.user_id = u.id AND s.role = 'reviewer') \
        AND NOT EXISTS (SELECT 1 FROM conflicts k \
            WHERE k.proposal_id = p.id AND k.person_id = a.reviewer_id AND k.ruling <> 'dismissed') \
        AND {due} > {after} AND {due} <= {until} \
        AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.proposal_id = p.id AND r.reviewer_id = a.reviewer_id \
            AND r.submitted_at IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM submissions o JOIN submissions n ON n.proposal_id = o.proposal_id AND n.number > o.number \
                WHERE o.id = r.submission_id))";

/// The reviews in these calls of which such a reminder is due, in one query whatever the number of calls.
pub async fn owed(
    db: &impl ConnectionTrait,
    of: Reminder,
    calls: &[call::Model],
    only: Only<'_>,
    now: Moment,
) -> Result<Vec<Due>> {
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let (mut values, mut ids, mut usual): (Vec<Value>, Vec<String>, String) = Default::default();
    for call in calls {
        values.push(call.id.into());
        let id = format!("${}", values.len());
        if let Some(due) = call.phases.as_ref().and_then(Phases::reviews_due) {
            values.push(due.into());
            usual.push_str(&format!(" WHEN p.call_id = {id} THEN CAST(${} AS bigint)", values.len()));
        }
        ids.push(id);
    }
    let due = if usual.is_empty() { "a.due_at".to_owned() } else { format!("COALESCE(a.due_at, CASE{usual} END)") };
    let part = OWED.replace("{due}", &due).replace("{calls}", &ids.join(", "));
    due_of(db, &[(of, part)], values, only, now).await
}
