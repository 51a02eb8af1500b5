//! How people like to work.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use crate::{act::Act, entity::habits, error::Result, ids::UserId};

/// How someone likes to work: as everybody does, until they say otherwise.
pub async fn of(db: &impl ConnectionTrait, person: UserId) -> Result<habits::Model> {
    let found = habits::Entity::find_by_id(person).one(db).await?;
    Ok(found.unwrap_or_else(|| habits::Model { person_id: person, shortcuts: true, desk_columns: String::new() }))
}

pub async fn write(act: &Act, habits: habits::Model) -> Result<()> {
    let row = habits::ActiveModel {
        person_id: Set(habits.person_id),
        shortcuts: Set(habits.shortcuts),
        desk_columns: Set(habits.desk_columns),
    };
    let newest = OnConflict::column(habits::Column::PersonId)
        .update_columns([habits::Column::Shortcuts, habits::Column::DeskColumns])
        .to_owned();
    habits::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}
