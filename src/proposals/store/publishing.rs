//! Orders to publish prepared decisions, and how far they are carried out.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockBehavior, LockType},
};

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    entity::{
        decision, proposal, publishing_item as item, publishing_order as order, publishing_order::Model as Order,
    },
    error::{Error, Result},
    ids::{CallId, ProposalId, PublishingOrderId, Reference, UserId},
    proposals::{decisions::Texts, store::to_steer},
};

impl order::Model {
    /// What the letters of the call said when it was ordered.
    pub fn texts(&self) -> Result<Texts> {
        serde_json::from_value(self.texts.clone()).map_err(Error::internal)
    }

    pub fn is_open(&self) -> bool {
        self.done_at.is_none()
    }
}

/// A proposal with the decision that is prepared for it.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub proposal: proposal::Model,
    pub decision: decision::Model,
    /// Whether an order is open that publishes it.
    pub is_ordered: bool,
}

/// The prepared decisions on these proposals of a call, as far as they exist for someone.
pub async fn prepared(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: CallId,
    references: &[Reference],
) -> Result<Vec<Prepared>> {
    let found = to_steer(actor)
        .filter(proposal::Column::CallId.eq(call))
        .filter(proposal::Column::Reference.is_in(references.iter().cloned()))
        .all(db)
        .await?;
    let ids: Vec<ProposalId> = found.iter().map(|proposal| proposal.id).collect();
    let mut decisions = decision::Entity::find()
        .filter(decision::Column::ProposalId.is_in(ids.iter().copied()))
        .filter(decision::Column::RevisedAt.is_null())
        .filter(decision::Column::PublishedAt.is_null())
        .all(db)
        .await?;
    let open = open_items(db, &ids).await?;
    let prepared = |proposal: proposal::Model| {
        let place = decisions.iter().position(|decision| decision.proposal_id == proposal.id)?;
        let is_ordered = open.iter().any(|item| item.proposal_id == proposal.id);
        Some(Prepared { decision: decisions.swap_remove(place), proposal, is_ordered })
    };
    Ok(found.into_iter().filter_map(prepared).collect())
}

/// What open orders are to publish of these.
pub async fn open_items(db: &impl ConnectionTrait, proposals: &[ProposalId]) -> Result<Vec<item::Model>> {
    Ok(item::Entity::find()
        .filter(item::Column::ProposalId.is_in(proposals.iter().copied()))
        .filter(item::Column::DoneAt.is_null())
        .all(db)
        .await?)
}

/// Writes an order down, with its proposals in their order.
pub async fn insert(
    act: &Act,
    call: CallId,
    by: UserId,
    publish_at: Moment,
    texts: &Texts,
    what: &[Prepared],
) -> Result<PublishingOrderId> {
    let id: PublishingOrderId = act.id();
    let row = order::ActiveModel {
        id: Set(id),
        call_id: Set(call),
        ordered_by: Set(by),
        ordered_at: Set(act.at),
        publish_at: Set(publish_at),
        texts: Set(serde_json::to_value(texts).map_err(Error::internal)?),
        done_at: Set(None),
        cancelled_by: Set(None),
    };
    row.insert(act.tx()).await?;
    let item = |(place, one): (i32, &Prepared)| item::ActiveModel {
        order_id: Set(id),
        proposal_id: Set(one.proposal.id),
        place: Set(place),
        seen: Set(one.proposal.version),
        decision_version: Set(one.decision.version),
        outcome: Set(one.decision.outcome),
        done_at: Set(None),
        failure: Set(None),
    };
    let items: Vec<item::ActiveModel> = (0..).zip(what).map(item).collect();
    item::Entity::insert_many(items).exec_without_returning(act.tx()).await?;
    Ok(id)
}

/// The open orders whose time has come, the earliest first.
pub async fn due(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<Order>> {
    Ok(order::Entity::find()
        .filter(order::Column::DoneAt.is_null())
        .filter(order::Column::PublishAt.lte(now))
        .order_by_asc(order::Column::PublishAt)
        .order_by_asc(order::Column::Id)
        .all(db)
        .await?)
}

/// The next proposal that an order publishes, held for this act: what another process holds is passed over.
pub async fn take(act: &Act, id: PublishingOrderId) -> Result<Option<(item::Model, Reference)>> {
    let mut find = item::Entity::find()
        .filter(item::Column::OrderId.eq(id))
        .filter(item::Column::DoneAt.is_null())
        .order_by_asc(item::Column::Place);
    if act.app.db.is_postgres() {
        find = find.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let Some(found) = find.one(act.tx()).await? else { return Ok(None) };
    let named = proposal::Entity::find_by_id(found.proposal_id).one(act.tx()).await?;
    let named = named.ok_or_else(|| Error::internal("an order about no proposal"))?;
    Ok(Some((found, named.reference)))
}

/// Says what became of a proposal of an order; false if that was said before.
pub async fn settle(act: &Act, item: &item::Model, failure: Option<&str>) -> Result<bool> {
    let found = item::Entity::update_many()
        .set(item::ActiveModel {
            done_at: Set(Some(act.at)),
            failure: Set(failure.map(str::to_owned)),
            ..Default::default()
        })
        .filter(item::Column::OrderId.eq(item.order_id))
        .filter(item::Column::ProposalId.eq(item.proposal_id))
        .filter(item::Column::DoneAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(found.rows_affected > 0)
}

/// Ends an order of which nothing is left; false if something is, or if it had ended.
pub async fn finish(act: &Act, id: PublishingOrderId) -> Result<bool> {
    let left = item::Entity::find()
        .filter(item::Column::OrderId.eq(id))
        .filter(item::Column::DoneAt.is_null())
        .one(act.tx())
        .await?;
    if left.is_some() {
        return Ok(false);
    }
    let found = order::Entity::update_many()
        .set(order::ActiveModel { done_at: Set(Some(act.at)), ..Default::default() })
        .filter(order::Column::Id.eq(id))
        .filter(order::Column::DoneAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(found.rows_affected > 0)
}

/// The order of a call, held so that it does not end meanwhile.
pub async fn locked(act: &Act, call: CallId, id: PublishingOrderId) -> Result<Order> {
    let find = order::Entity::find_by_id(id).filter(order::Column::CallId.eq(call)).lock_exclusive();
    find.one(act.tx()).await?.ok_or(Error::NotFound)
}

/// Ends an order with what is left of it unpublished; how many these are.
pub async fn cancel(act: &Act, order: &Order, by: UserId, failure: &str) -> Result<u64> {
    let left = item::Entity::update_many()
        .set(item::ActiveModel {
            done_at: Set(Some(act.at)),
            failure: Set(Some(failure.to_owned())),
            ..Default::default()
        })
        .filter(item::Column::OrderId.eq(order.id))
        .filter(item::Column::DoneAt.is_null())
        .exec(act.tx())
        .await?;
    let row = order::ActiveModel {
        id: Unchanged(order.id),
        done_at: Set(Some(act.at)),
        cancelled_by: Set(Some(by)),
        ..Default::default()
    };
    row.update(act.tx()).await?;
    Ok(left.rows_affected)
}

/// An order of a call.
pub async fn one(db: &impl ConnectionTrait, call: CallId, id: PublishingOrderId) -> Result<Option<Order>> {
    Ok(order::Entity::find_by_id(id).filter(order::Column::CallId.eq(call)).one(db).await?)
}

/// The orders of a call, the newest first: at most `limit`.
pub async fn of_call(db: &impl ConnectionTrait, call: CallId, limit: u64) -> Result<Vec<Order>> {
    Ok(order::Entity::find()
        .filter(order::Column::CallId.eq(call))
        .order_by_desc(order::Column::Id)
        .limit(limit)
        .all(db)
        .await?)
}

/// What these orders publish, as far as it exists for someone, in their order.
pub async fn items(
    db: &impl ConnectionTrait,
    actor: &Actor,
    orders: &[PublishingOrderId],
) -> Result<Vec<(item::Model, proposal::Model)>> {
    let rows = item::Entity::find()
        .filter(item::Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(item::Column::OrderId)
        .order_by_asc(item::Column::Place)
        .all(db)
        .await?;
    let ids: Vec<ProposalId> = rows.iter().map(|row| row.proposal_id).collect();
    let found = to_steer(actor).filter(proposal::Column::Id.is_in(ids)).all(db).await?;
    let known: std::collections::BTreeMap<ProposalId, proposal::Model> =
        found.into_iter().map(|proposal| (proposal.id, proposal)).collect();
    let named = |row: item::Model| Some((known.get(&row.proposal_id)?.clone(), row));
    Ok(rows.into_iter().filter_map(named).map(|(proposal, row)| (row, proposal)).collect())
}
