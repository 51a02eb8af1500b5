//! Views of the desk's list that were saved under a name.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    entity::saved_view,
    error::Result,
    ids::SavedViewId,
    words::fold,
};

/// More than anybody looks through.
const MOST: u64 = 200;

/// The views that someone has: the own ones, and for the secretariat those that it shares.
fn had_by(actor: &Actor) -> Condition {
    let own = Condition::any().add(saved_view::Column::OwnerId.eq(actor.id));
    if actor.is(StaffRole::Secretariat) { own.add(saved_view::Column::Shared.eq(true)) } else { own }
}

/// By name.
pub async fn of(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<saved_view::Model>> {
    Ok(saved_view::Entity::find()
        .filter(had_by(actor))
        .order_by_asc(saved_view::Column::NameKey)
        .order_by_asc(saved_view::Column::Id)
        .limit(MOST)
        .all(db)
        .await?)
}

/// One of those that someone has.
pub async fn by_id(db: &impl ConnectionTrait, actor: &Actor, id: SavedViewId) -> Result<Option<saved_view::Model>> {
    Ok(saved_view::Entity::find_by_id(id).filter(had_by(actor)).one(db).await?)
}

/// The view of this name that the same person owns, however it is written.
pub async fn by_name(
    db: &impl ConnectionTrait,
    owner: crate::ids::UserId,
    name: &str,
) -> Result<Option<saved_view::Model>> {
    let find = saved_view::Entity::find().filter(saved_view::Column::OwnerId.eq(owner));
    Ok(find.filter(saved_view::Column::NameKey.eq(fold(name))).one(db).await?)
}

pub async fn add(act: &Act, actor: &Actor, (name, query): (&str, &str), shared: bool) -> Result<SavedViewId> {
    let row = saved_view::ActiveModel {
        id: Set(act.id()),
        owner_id: Set(actor.id),
        name: Set(name.to_owned()),
        name_key: Set(fold(name)),
        query: Set(query.to_owned()),
        shared: Set(shared),
        created_at: Set(act.at),
    };
    Ok(row.insert(act.tx()).await?.id)
}

pub async fn edit(act: &Act, id: SavedViewId, name: &str, shared: bool) -> Result<()> {
    let change = saved_view::ActiveModel {
        name: Set(name.to_owned()),
        name_key: Set(fold(name)),
        shared: Set(shared),
        ..Default::default()
    };
    saved_view::Entity::update_many().set(change).filter(saved_view::Column::Id.eq(id)).exec(act.tx()).await?;
    Ok(())
}

pub async fn remove(act: &Act, id: SavedViewId) -> Result<()> {
    saved_view::Entity::delete_by_id(id).exec(act.tx()).await?;
    Ok(())
}
