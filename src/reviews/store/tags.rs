//! Tags, and the proposals that bear them.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::OnConflict,
};

use super::desk::at_the_desk;
use crate::{
    accounts::Actor,
    act::Act,
    entity::{proposal, proposal_tag, tag},
    error::Result,
    ids::{ProposalId, TagId},
    reviews::tags::NewTag,
    words::fold,
};

/// All of them, by name. There are some dozens, so they are not paged.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<tag::Model>> {
    Ok(tag::Entity::find().order_by_asc(tag::Column::NameKey).order_by_asc(tag::Column::Id).all(db).await?)
}

pub async fn by_id(db: &impl ConnectionTrait, id: TagId) -> Result<Option<tag::Model>> {
    Ok(tag::Entity::find_by_id(id).one(db).await?)
}

/// The tag of this name, however it is written.
pub async fn by_name(db: &impl ConnectionTrait, name: &str) -> Result<Option<tag::Model>> {
    Ok(tag::Entity::find().filter(tag::Column::NameKey.eq(fold(name))).one(db).await?)
}

/// How many proposals at somebody's desk bear each tag that any bears.
pub async fn counts(db: &impl ConnectionTrait, actor: &Actor) -> Result<BTreeMap<TagId, i64>> {
    let desk = at_the_desk(actor)?.select_only().column(proposal::Column::Id).into_query();
    let rows: Vec<(TagId, i64)> = proposal_tag::Entity::find()
        .select_only()
        .column(proposal_tag::Column::TagId)
        .column_as(proposal_tag::Column::ProposalId.count(), "n")
        .filter(proposal_tag::Column::ProposalId.in_subquery(desk))
        .group_by(proposal_tag::Column::TagId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The tags of these proposals, by name: one query, however many they are.
pub async fn of(
    db: &impl ConnectionTrait,
    proposals: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, Vec<tag::Model>>> {
    let rows = proposal_tag::Entity::find()
        .filter(proposal_tag::Column::ProposalId.is_in(proposals))
        .find_also_related(tag::Entity)
        .order_by_asc(tag::Column::NameKey)
        .order_by_asc(tag::Column::Id)
        .all(db)
        .await?;
    let mut found: BTreeMap<ProposalId, Vec<tag::Model>> = BTreeMap::new();
    for (row, tag) in rows {
        found.entry(row.proposal_id).or_default().extend(tag);
    }
    Ok(found)
}

pub async fn add(act: &Act, new: &NewTag) -> Result<TagId> {
    let row = tag::ActiveModel {
        id: Set(act.id()),
        name: Set(new.name.clone()),
        name_key: Set(fold(&new.name)),
        colour: Set(new.colour),
        created_at: Set(act.at),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// Whether there was such a tag to change.
pub async fn edit(act: &Act, id: TagId, new: &NewTag) -> Result<bool> {
    let change = tag::ActiveModel {
        name: Set(new.name.clone()),
        name_key: Set(fold(&new.name)),
        colour: Set(new.colour),
        ..Default::default()
    };
    let done = tag::Entity::update_many().set(change).filter(tag::Column::Id.eq(id)).exec(act.tx()).await?;
    Ok(done.rows_affected > 0)
}

/// Takes it off all proposals too; whether there was such a tag.
pub async fn remove(act: &Act, id: TagId) -> Result<bool> {
    Ok(tag::Entity::delete_by_id(id).exec(act.tx()).await?.rows_affected > 0)
}

/// Whether the proposal did not bear it before.
pub async fn put_on(act: &Act, proposal: ProposalId, tag: TagId) -> Result<bool> {
    let row = proposal_tag::ActiveModel { tag_id: Set(tag), proposal_id: Set(proposal) };
    let both = [proposal_tag::Column::TagId, proposal_tag::Column::ProposalId];
    let once = OnConflict::columns(both).do_nothing().to_owned();
    Ok(proposal_tag::Entity::insert(row).on_conflict(once).exec_without_returning(act.tx()).await? > 0)
}

/// Whether the proposal bore it.
pub async fn take_off(act: &Act, proposal: ProposalId, tag: TagId) -> Result<bool> {
    let done = proposal_tag::Entity::delete_by_id((tag, proposal)).exec(act.tx()).await?;
    Ok(done.rows_affected > 0)
}
