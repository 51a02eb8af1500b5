//! Subscribers and what they want to hear of; the only writer of these rows.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::{
    act::Act,
    clock::Moment,
    entity::{subscriber, subscription},
    error::{Error, Result},
    ids::SubscriberId,
    mail::Email,
    partners::topics::{Origin, Rhythm, Topic},
    words::Locale,
};

/// A subscriber with all that they want to hear of, or were said to want.
#[derive(Clone, Debug)]
pub struct Known {
    pub subscriber: subscriber::Model,
    pub confirmed: BTreeSet<Topic>,
    /// Asked for, by somebody who has not proven yet to read their mail.
    pub waiting: BTreeSet<Topic>,
}

pub async fn by_id(db: &impl ConnectionTrait, id: SubscriberId) -> Result<Option<Known>> {
    match subscriber::Entity::find_by_id(id).one(db).await? {
        Some(subscriber) => Ok(Some(known(db, subscriber).await?)),
        None => Ok(None),
    }
}

pub async fn by_email(db: &impl ConnectionTrait, email: &Email) -> Result<Option<Known>> {
    match subscriber::Entity::find().filter(subscriber::Column::Email.eq(email.as_str())).one(db).await? {
        Some(subscriber) => Ok(Some(known(db, subscriber).await?)),
        None => Ok(None),
    }
}

/// The subscriber of an address, kept from others until the act ends.
pub async fn locked(act: &Act, email: &Email) -> Result<Option<Known>> {
    let row = subscriber::Entity::find().filter(subscriber::Column::Email.eq(email.as_str())).lock_exclusive();
    match row.one(act.tx()).await? {
        Some(subscriber) => Ok(Some(known(act.tx(), subscriber).await?)),
        None => Ok(None),
    }
}

/// The same by its id, if nobody changed it since it was seen at version `seen`.
pub async fn locked_as_seen(act: &Act, id: SubscriberId, seen: i32) -> Result<Known> {
    let row = subscriber::Entity::find_by_id(id).lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)?;
    if row.version != seen {
        return Err(Error::Conflict);
    }
    known(act.tx(), row).await
}

async fn known(db: &impl ConnectionTrait, subscriber: subscriber::Model) -> Result<Known> {
    let rows = subscription::Entity::find()
        .filter(subscription::Column::SubscriberId.eq(subscriber.id))
        .order_by_asc(subscription::Column::Topic)
        .all(db)
        .await?;
    let of = |confirmed: bool| {
        let rows = rows.iter().filter(|row| row.confirmed_at.is_some() == confirmed);
        rows.filter_map(|row| Topic::read(row.topic, &row.value)).collect()
    };
    Ok(Known { confirmed: of(true), waiting: of(false), subscriber })
}

/// What is known of somebody before there is a row.
#[derive(Clone, Debug)]
pub struct NewSubscriber {
    pub email: Email,
    pub name: String,
    pub locale: Locale,
    pub rhythm: Rhythm,
}

impl NewSubscriber {
    pub(super) fn row(self, act: &Act, confirmed_at: Option<Moment>) -> subscriber::Model {
        subscriber::Model {
            id: act.id(),
            email: self.email,
            name: self.name,
            locale: self.locale,
            rhythm: self.rhythm,
            asked_at: None,
            unanswered: 0,
            confirmed_at,
            stopped_at: None,
            created_at: act.at,
            version: 0,
        }
    }
}

/// The subscriber of an address, kept from others until the act ends; a new one if there was none.
pub async fn ensure(act: &Act, new: NewSubscriber) -> Result<Known> {
    if let Some(known) = locked(act, &new.email).await? {
        return Ok(known);
    }
    let email = new.email.clone();
    // Somebody else may enter the same address at this moment: then theirs is the row.
    subscriber::Entity::insert(new.row(act, None).into_active_model())
        .on_conflict(OnConflict::column(subscriber::Column::Email).do_nothing().to_owned())
        .exec_without_returning(act.tx())
        .await?;
    locked(act, &email).await?.ok_or_else(|| Error::internal("a subscriber was removed at once"))
}

/// Writes that a letter went out which asks to confirm.
pub async fn asked(act: &Act, row: &subscriber::Model) -> Result<()> {
    let mut changed = row.clone().into_active_model();
    changed.asked_at = Set(Some(act.at));
    changed.unanswered = Set(row.unanswered.saturating_add(1));
    changed.update(act.tx()).await?;
    Ok(())
}

/// How somebody wants their letters, from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    pub rhythm: Rhythm,
    pub locale: Locale,
}

/// Writes how somebody wants their letters who gets none so far, as it was said last.
pub async fn wished(act: &Act, row: subscriber::Model, manner: Manner) -> Result<subscriber::Model> {
    let mut changed = row.into_active_model();
    changed.rhythm = Set(manner.rhythm);
    changed.locale = Set(manner.locale);
    Ok(changed.update(act.tx()).await?)
}

/// Writes that a subscriber has said what they want: whatever was stopped begins anew.
pub async fn heard(act: &Act, row: &subscriber::Model, manner: Manner) -> Result<()> {
    let mut changed = row.clone().into_active_model();
    changed.rhythm = Set(manner.rhythm);
    changed.locale = Set(manner.locale);
    changed.unanswered = Set(0);
    changed.confirmed_at = Set(Some(row.confirmed_at.unwrap_or(act.at)));
    changed.stopped_at = Set(None);
    changed.version = Set(row.version + 1);
    changed.update(act.tx()).await?;
    Ok(())
}

/// Writes that a subscriber wants nothing more.
pub async fn stopped(act: &Act, row: &subscriber::Model) -> Result<()> {
    subscription::Entity::delete_many().filter(subscription::Column::SubscriberId.eq(row.id)).exec(act.tx()).await?;
    let mut changed = row.clone().into_active_model();
    changed.unanswered = Set(0);
    changed.stopped_at = Set(Some(act.at));
    changed.version = Set(row.version + 1);
    changed.update(act.tx()).await?;
    Ok(())
}

/// Where subscriptions come from, and what is known of the consent.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    pub origin: Origin,
    pub source: &'a str,
    pub confirmed: bool,
}

/// Adds what is not there; what waits for a confirmation has it then, if this brings one. One statement.
pub async fn add(act: &Act, id: SubscriberId, topics: impl IntoIterator<Item = Topic>, from: From<'_>) -> Result<()> {
    add_to_all(act, topics.into_iter().map(|topic| (id, topic)).collect(), from).await
}

/// The same for many at once.
pub(super) async fn add_to_all(act: &Act, pairs: Vec<(SubscriberId, Topic)>, from: From<'_>) -> Result<()> {
    use subscription::Column::{
        AskedAt, ConfirmedAt, Origin, Source, SubscriberId as Subscriber, Topic as Kind, Value,
    };
    let rows: Vec<_> = pairs
        .into_iter()
        .map(|(id, topic)| subscription::ActiveModel {
            subscriber_id: Set(id),
            topic: Set(topic.kind()),
            value: Set(topic.value()),
            origin: Set(from.origin),
            source: Set(from.source.to_owned()),
            asked_at: Set(act.at),
            confirmed_at: Set(from.confirmed.then_some(act.at)),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let mut there = OnConflict::columns([Subscriber, Kind, Value]);
    // What had been confirmed before keeps where it comes from.
    there.action_and_where(subscription::Column::ConfirmedAt.is_null());
    if from.confirmed {
        there.update_columns([Origin, Source, ConfirmedAt]);
    } else {
        there.update_column(AskedAt);
    }
    subscription::Entity::insert_many(rows).on_conflict(there).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// Takes away what is among these.
pub async fn remove(act: &Act, id: SubscriberId, topics: impl IntoIterator<Item = Topic>) -> Result<()> {
    for topic in topics {
        subscription::Entity::delete_by_id((id, topic.kind(), topic.value())).exec(act.tx()).await?;
    }
    Ok(())
}

/// Takes away what nobody confirmed.
pub async fn remove_waiting(act: &Act, id: SubscriberId) -> Result<()> {
    subscription::Entity::delete_many()
        .filter(subscription::Column::SubscriberId.eq(id))
        .filter(subscription::Column::ConfirmedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets what was asked for before `before` and never confirmed, and those of whom nothing else is known.
pub async fn forget_unconfirmed(act: &Act, before: Moment) -> Result<u64> {
    let waits = subscription::Entity::delete_many()
        .filter(subscription::Column::ConfirmedAt.is_null())
        .filter(subscription::Column::AskedAt.lt(before))
        .exec(act.tx())
        .await?;
    subscriber::Entity::delete_many()
        .filter(subscriber::Column::ConfirmedAt.is_null())
        .filter(subscriber::Column::StoppedAt.is_null())
        .filter(subscriber::Column::AskedAt.lt(before))
        .exec(act.tx())
        .await?;
    Ok(waits.rows_affected)
}
