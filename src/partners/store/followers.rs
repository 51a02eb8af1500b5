//! Who wants to hear of something, in the order of their addresses.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    act::Act,
    entity::{subscriber, subscription},
    error::Result,
    ids::SubscriberId,
    partners::topics::Topic,
};

/// Somebody who wants to hear of it, and by which of their subscriptions.
pub struct Follower {
    pub subscriber: subscriber::Model,
    pub because: BTreeSet<Topic>,
}

/// Those behind `after` who want to hear of one of these, at most `limit`, each once. Whoever stops all letters at this moment
/// waits until the act ends, and takes back what it posted, if anything. Two queries.
pub async fn wanting(act: &Act, topics: &[Topic], after: &str, limit: u64) -> Result<Vec<Follower>> {
    // Asked of each in turn, and not gathered first: the next hundred of ten thousand are found without reading the others.
    let own = Expr::col((subscription::Entity, subscription::Column::SubscriberId))
        .equals((subscriber::Entity, subscriber::Column::Id));
    let wanting = subscription::Entity::find()
        .select_only()
        .column(subscription::Column::SubscriberId)
        .filter(own)
        .filter(any_of(topics));
    let people = subscriber::Entity::find()
        .filter(subscriber::Column::Email.gt(after))
        .filter(Expr::exists(wanting.into_query()))
        .order_by_asc(subscriber::Column::Email)
        .limit(limit)
        .lock_shared()
        .all(act.tx())
        .await?;
    let mut because = reasons(act, topics, people.iter().map(|person| person.id)).await?;
    let follower = |subscriber: subscriber::Model| {
        let because = because.remove(&subscriber.id).unwrap_or_default();
        Follower { subscriber, because }
    };
    Ok(people.into_iter().map(follower).collect())
}

async fn reasons(
    act: &Act,
    topics: &[Topic],
    people: impl Iterator<Item = SubscriberId>,
) -> Result<BTreeMap<SubscriberId, BTreeSet<Topic>>> {
    let rows = subscription::Entity::find()
        .filter(subscription::Column::SubscriberId.is_in(people))
        .filter(any_of(topics))
        .all(act.tx())
        .await?;
    let mut because: BTreeMap<SubscriberId, BTreeSet<Topic>> = BTreeMap::new();
    for row in rows {
        because.entry(row.subscriber_id).or_default().extend(Topic::read(row.topic, &row.value));
    }
    Ok(because)
}

/// Confirmed subscriptions to one of these.
fn any_of(topics: &[Topic]) -> Condition {
    let one = |topic: &Topic| {
        Condition::all()
            .add(subscription::Column::Topic.eq(topic.kind()))
            .add(subscription::Column::Value.eq(topic.value()))
    };
    let any = topics.iter().fold(Condition::any(), |any, topic| any.add(one(topic)));
    Condition::all().add(subscription::Column::ConfirmedAt.is_not_null()).add(any)
}
