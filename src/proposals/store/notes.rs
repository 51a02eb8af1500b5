//! The private notes of those who write a proposal. Nothing else of the service reads them: no list, no search, no export.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{
    act::Act,
    entity::{note, user},
    error::{Error, Result},
    ids::{NoteId, ProposalId, UserId},
};

/// The most that one page shows, the last written.
const MOST: u64 = 500;

/// The notes of a proposal with their authors, those that are open first, the last written first.
pub async fn all(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<(note::Model, Option<user::Model>)>> {
    let mut rows = note::Entity::find()
        .filter(note::Column::ProposalId.eq(proposal))
        .find_also_related(user::Entity)
        .order_by_desc(note::Column::At)
        .order_by_desc(note::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    rows.sort_by_key(|(row, _)| row.resolved_at.is_some());
    Ok(rows)
}

/// How many notes are open: of a section, or of all.
pub async fn open(db: &impl ConnectionTrait, proposal: ProposalId, section: Option<&str>) -> Result<u64> {
    let mut find =
        note::Entity::find().filter(note::Column::ProposalId.eq(proposal)).filter(note::Column::ResolvedAt.is_null());
    if let Some(section) = section {
        find = find.filter(note::Column::Section.eq(section));
    }
    Ok(find.count(db).await?)
}

pub async fn add(act: &Act, proposal: ProposalId, author: UserId, section: &str, body: &str) -> Result<()> {
    let row = note::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        author_id: Set(author),
        section: Set(section.to_owned()),
        body: Set(body.to_owned()),
        at: Set(act.at),
        edited_at: Set(None),
        resolved_at: Set(None),
        resolved_by: Set(None),
        version: Set(1),
    };
    row.insert(act.tx()).await?;
    Ok(())
}

/// Writes one's own note anew, unless it was changed since `seen`.
pub async fn edit(act: &Act, own: (ProposalId, UserId), id: NoteId, seen: i32, body: &str) -> Result<()> {
    let found = note::Entity::find_by_id(id)
        .filter(note::Column::ProposalId.eq(own.0))
        .filter(note::Column::AuthorId.eq(own.1))
        .one(act.tx())
        .await?;
    found.ok_or(Error::NotFound)?;
    let written = note::Entity::update_many()
        .col_expr(note::Column::Body, Expr::value(body))
        .col_expr(note::Column::EditedAt, Expr::value(Some(act.at)))
        .col_expr(note::Column::Version, Expr::value(seen + 1))
        .filter(note::Column::Id.eq(id))
        .filter(note::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Deletes one's own note; false if there is none.
pub async fn remove(act: &Act, own: (ProposalId, UserId), id: NoteId) -> Result<bool> {
    let gone = note::Entity::delete_many()
        .filter(note::Column::Id.eq(id))
        .filter(note::Column::ProposalId.eq(own.0))
        .filter(note::Column::AuthorId.eq(own.1))
        .exec(act.tx())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Marks a note as done with, or opens it again; false if there is none.
pub async fn resolve(act: &Act, proposal: ProposalId, id: NoteId, done: bool) -> Result<bool> {
    let marked = note::Entity::update_many()
        .col_expr(note::Column::ResolvedAt, Expr::value(done.then_some(act.at)))
        .col_expr(note::Column::ResolvedBy, Expr::value(act.by.user().filter(|_| done).map(|by| by.0)))
        .filter(note::Column::Id.eq(id))
        .filter(note::Column::ProposalId.eq(proposal))
        .exec(act.tx())
        .await?;
    Ok(marked.rows_affected == 1)
}
