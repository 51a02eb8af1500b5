//! The history of saves: who wrote what, when.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::{
    accounts::lists::{Part, ROWS, Turn},
    clock::Moment,
    entity::save,
    error::Result,
    ids::{ProposalId, SaveId, UserId},
};

/// A save of one field: all but its text.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub id: SaveId,
    pub field: String,
    pub version: i32,
    pub saved_by: Option<UserId>,
    pub saved_at: Moment,
}

fn lines() -> sea_orm::Select<save::Entity> {
    use save::Column;
    save::Entity::find().select_only().columns([
        Column::Id,
        Column::Field,
        Column::Version,
        Column::SavedBy,
        Column::SavedAt,
    ])
}

/// A part of the saves of a proposal, the newest first.
pub async fn of_proposal(db: &impl ConnectionTrait, id: ProposalId, turn: &Turn<SaveId>) -> Result<Part<Line>> {
    use save::Column;
    let mut list = lines().filter(Column::ProposalId.eq(id)).cursor_by((Column::SavedAt, Column::Id));
    list.desc();
    let room = ROWS as u64 + 1;
    let row = |save: SaveId| save::Entity::find_by_id(save).filter(Column::ProposalId.eq(id)).one(db);
    match turn {
        Turn::After(save) if let Some(row) = row(*save).await? => list.after((row.saved_at, row.id)).first(room),
        Turn::Before(save) if let Some(row) = row(*save).await? => list.before((row.saved_at, row.id)).last(room),
        _ => list.first(room),
    };
    Ok(turn.part(list.into_model::<Line>().all(db).await?))
}

/// The versions of one field up to `upto` (all, if none), the newest first, and whether there are older ones.
pub async fn of_field(
    db: &impl ConnectionTrait,
    id: ProposalId,
    field: &str,
    upto: Option<i32>,
) -> Result<(Vec<Line>, bool)> {
    use save::Column;
    let mut rows = lines()
        .filter(Column::ProposalId.eq(id))
        .filter(Column::Field.eq(field))
        .apply_if(upto, |query, upto| query.filter(Column::Version.lte(upto)))
        .order_by_desc(Column::Version)
        .limit(ROWS as u64 + 1)
        .into_model::<Line>()
        .all(db)
        .await?;
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    Ok((rows, more))
}
