//! Which reminders were given.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, Statement, Value};
use uuid::Uuid;

use crate::{act::Act, clock::Moment, entity::reminder, error::Result};

#[derive(FromQueryResult)]
struct Noted {
    subject_id: Uuid,
}

/// Notes that these steps (hours) of a reminder are given, each of something and counted from an instant. Those are told that
/// are new: not what another process has noted meanwhile, nor a later step before. One statement for a hundred.
pub async fn note(act: &Act, reminder: &str, given: &[(Uuid, Moment, i32)]) -> Result<BTreeSet<Uuid>> {
    let mut new = BTreeSet::new();
    for some in given.chunks(MOST) {
        let mut values: Vec<Value> = vec![reminder.into(), act.at.into()];
        let row = |(subject, instant, hours): &(Uuid, Moment, i32)| {
            values.extend([Value::from(*subject), Value::from(*instant), Value::from(*hours)]);
            let last = values.len();
            format!("($1, ${}, ${}, ${last}, $2)", last - 2, last - 1)
        };
        let rows: Vec<String> = some.iter().map(row).collect();
        let upsert = format!(
            "INSERT INTO reminders (reminder, subject_id, instant, hours, sent_at) VALUES {} \
            ON CONFLICT (reminder, subject_id, instant) DO UPDATE SET hours = excluded.hours, sent_at = excluded.sent_at \
            WHERE reminders.hours > excluded.hours RETURNING subject_id",
            rows.join(", ")
        );
        let statement = Statement::from_sql_and_values(act.tx().get_database_backend(), upsert, values);
        let noted = Noted::find_by_statement(statement).all(act.tx()).await?;
        new.extend(noted.into_iter().map(|row| row.subject_id));
    }
    Ok(new)
}

const MOST: usize = 100;

/// Whether any step of a reminder was given of something, counted from an instant.
pub async fn is_noted(db: &impl ConnectionTrait, reminder: &str, subject: Uuid, instant: Moment) -> Result<bool> {
    Ok(reminder::Entity::find_by_id((reminder.to_owned(), subject, instant)).one(db).await?.is_some())
}
