//! How people want their notices.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{
    act::Act,
    entity::notice_choice::{self, Column},
    error::Result,
    ids::UserId,
    mail::rhythm::{Notice, Wanted},
};

/// How somebody wants a notice.
pub async fn wanted(db: &impl ConnectionTrait, person: UserId, notice: Notice) -> Result<Wanted> {
    let row = notice_choice::Entity::find_by_id((person, notice)).one(db).await?;
    Ok(row.map_or(Wanted::AtOnce, |row| row.wanted))
}

/// All that somebody chose.
pub async fn choices(db: &impl ConnectionTrait, person: UserId) -> Result<BTreeMap<Notice, Wanted>> {
    let rows = notice_choice::Entity::find().filter(Column::UserId.eq(person)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.notice, row.wanted)).collect())
}

/// Writes what somebody chose. One statement.
pub async fn choose(act: &Act, person: UserId, choices: &BTreeMap<Notice, Wanted>) -> Result<()> {
    if choices.is_empty() {
        return Ok(());
    }
    let rows = choices.iter().map(|(notice, wanted)| notice_choice::ActiveModel {
        user_id: Set(person),
        notice: Set(*notice),
        wanted: Set(*wanted),
    });
    let there = OnConflict::columns([Column::UserId, Column::Notice]).update_column(Column::Wanted).to_owned();
    notice_choice::Entity::insert_many(rows).on_conflict(there).exec_without_returning(act.tx()).await?;
    Ok(())
}
