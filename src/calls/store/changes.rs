//! When what everybody reads of a call has changed: for calendars and feeds, which tell their readers so. The audit trail knows.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};

use crate::{
    clock::Moment,
    entity::{audit_event, call},
    error::Result,
    ids::CallId,
};

/// The acts that change it. What happens within the house, such as the phases of a review, is not among them.
const ACTS: [&str; 4] = ["call.created", "call.edited", "call.extended", "call.moved"];

/// How often a call has changed since it was made, and when it did so last.
#[derive(Clone, Copy, Debug)]
pub struct Changes {
    pub times: i64,
    pub last: Moment,
}

#[derive(FromQueryResult)]
struct Counted {
    subject: String,
    acts: i64,
    changed_at: Moment,
}

/// Of each of these calls, in one query.
pub async fn changes(db: &impl ConnectionTrait, calls: &[call::Model]) -> Result<HashMap<CallId, Changes>> {
    let counted = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Subject)
        .column_as(audit_event::Column::Id.count(), "acts")
        .column_as(audit_event::Column::At.max(), "changed_at")
        .filter(audit_event::Column::Subject.is_in(calls.iter().map(subject)))
        .filter(audit_event::Column::Action.is_in(ACTS))
        .group_by(audit_event::Column::Subject)
        .into_model::<Counted>()
        .all(db)
        .await?;
    let counted: HashMap<String, Counted> = counted.into_iter().map(|row| (row.subject.clone(), row)).collect();
    let known = |call: &call::Model| match counted.get(&subject(call)) {
        Some(row) => Changes { times: row.acts.saturating_sub(1), last: row.changed_at },
        None => Changes { times: 0, last: call.created_at },
    };
    Ok(calls.iter().map(|call| (call.id, known(call))).collect())
}

fn subject(call: &call::Model) -> String {
    format!("call:{}", call.id)
}
