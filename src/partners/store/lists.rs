//! Subscribers as the desk sees them: the list in the order of addresses, and lists that are brought here.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

use super::subscribers::{From, NewSubscriber, add_to_all};
use crate::{
    accounts::lists::{Part, ROWS, Turn},
    act::Act,
    entity::{
        subscriber::{self, Column},
        subscription,
    },
    error::Result,
    ids::SubscriberId,
    partners::topics::Topic,
};

/// Subscribers whose addresses begin with `text`, by address.
pub async fn beginning_with(
    db: &impl ConnectionTrait,
    text: &str,
    turn: &Turn<SubscriberId>,
) -> Result<Part<subscriber::Model>> {
    let mut list = subscriber::Entity::find().filter(begins_with(text)).cursor_by(Column::Email);
    let room = ROWS as u64 + 1;
    match turn {
        Turn::After(id) if let Some(row) = subscriber::Entity::find_by_id(*id).one(db).await? => {
            list.after(row.email.as_str()).first(room)
        }
        Turn::Before(id) if let Some(row) = subscriber::Entity::find_by_id(*id).one(db).await? => {
            list.before(row.email.as_str()).last(room)
        }
        _ => list.first(room),
    };
    Ok(turn.part(list.all(db).await?))
}

/// A range, and no pattern: so that the index on addresses answers it on both databases.
fn begins_with(text: &str) -> Condition {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Condition::all();
    }
    let behind = format!("{text}{}", char::MAX);
    Condition::all().add(Column::Email.gte(text)).add(Column::Email.lt(behind))
}

/// How many get letters: those with at least one confirmed wish.
pub async fn count_reached(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(subscription::Entity::find()
        .select_only()
        .distinct()
        .column(subscription::Column::SubscriberId)
        .filter(subscription::Column::ConfirmedAt.is_not_null())
        .count(db)
        .await?)
}

/// How many confirmed wishes each of these has.
pub async fn wishes(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = SubscriberId>,
) -> Result<BTreeMap<SubscriberId, i64>> {
    let rows: Vec<(SubscriberId, i64)> = subscription::Entity::find()
        .select_only()
        .column(subscription::Column::SubscriberId)
        .column_as(subscription::Column::SubscriberId.count(), "wishes")
        .filter(subscription::Column::SubscriberId.is_in(ids))
        .filter(subscription::Column::ConfirmedAt.is_not_null())
        .group_by(subscription::Column::SubscriberId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// All that somebody was said to want, with where it is known from, oldest first.
pub async fn of_subscriber(db: &impl ConnectionTrait, id: SubscriberId) -> Result<Vec<subscription::Model>> {
    Ok(subscription::Entity::find()
        .filter(subscription::Column::SubscriberId.eq(id))
        .order_by_asc(subscription::Column::AskedAt)
        .order_by_asc(subscription::Column::Topic)
        .order_by_asc(subscription::Column::Value)
        .all(db)
        .await?)
}

/// What became of some people of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    pub new: usize,
    /// Known before, with what the list adds.
    pub known: usize,
    /// Stopped all letters once: no list brings them back.
    pub stopped: usize,
}

/// Enters people of a list, each address once, with their consent: those who are new, and the wishes of all who did not stop.
/// Four statements.
pub async fn enter(act: &Act, people: Vec<NewSubscriber>, topics: &BTreeSet<Topic>, from: From<'_>) -> Result<Entered> {
    if people.is_empty() {
        return Ok(Entered::default());
    }
    let emails: Vec<String> = people.iter().map(|one| one.email.to_string()).collect();
    let named = |emails: &[String]| subscriber::Entity::find().filter(Column::Email.is_in(emails.iter().cloned()));
    let before = named(&emails).count(act.tx()).await?;
    let rows = people.into_iter().map(|one| one.row(act, Some(act.at)).into_active_model());
    subscriber::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(Column::Email).do_nothing().to_owned())
        .exec_without_returning(act.tx())
        .await?;
    // In the order in which letters are written to them: else one could wait for the other.
    let all = named(&emails).order_by_asc(Column::Email).lock_exclusive().all(act.tx()).await?;
    let (stopped, wanting): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row.stopped_at.is_some());
    let pairs = wanting.iter().flat_map(|row| topics.iter().map(|topic| (row.id, topic.clone())));
    add_to_all(act, pairs.collect(), from).await?;
    let unproven = wanting.iter().filter(|row| row.confirmed_at.is_none()).map(|row| row.id);
    subscriber::Entity::update_many()
        .set(subscriber::ActiveModel { confirmed_at: Set(Some(act.at)), ..Default::default() })
        .filter(Column::Id.is_in(unproven))
        .exec(act.tx())
        .await?;
    let before = usize::try_from(before).unwrap_or(usize::MAX);
    let new = emails.len().saturating_sub(before);
    Ok(Entered { new, known: wanting.len().saturating_sub(new), stopped: stopped.len() })
}
