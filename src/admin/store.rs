//! What administration reads: counts, the letters without their texts, the audit trail, and the names in it.

pub mod examples;
pub mod hurdles;
pub mod letters;

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    accounts::{
        Actor,
        lists::{Part, ROWS, Turn},
    },
    clock::Moment,
    entity::{announcement, audit_event, proposal, session, user},
    error::Result,
    ids::{EventId, LetterId, ProposalId, Reference, UserId},
    proposals::closed_to,
};

/// Announcements whose letters are not all written.
pub async fn open_announcements(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(announcement::Entity::find().filter(announcement::Column::DoneAt.is_null()).count(db).await?)
}

/// Browsers in which someone is signed in.
pub async fn sessions(db: &impl ConnectionTrait, at: Moment) -> Result<u64> {
    Ok(session::Entity::find()
        .filter(session::Column::UserId.is_not_null())
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(at))
        .count(db)
        .await?)
}

/// The events of the audit trail, newest first: those about `subject`, if one is named, and none about a proposal that is closed
/// to the reader.
pub async fn events(
    db: &impl ConnectionTrait,
    reader: &Actor,
    subject: Option<&str>,
    turn: &Turn<EventId>,
) -> Result<Part<audit_event::Model>> {
    use audit_event::Column;
    let closed: Vec<ProposalId> = proposal::Entity::find()
        .select_only()
        .column(proposal::Column::Id)
        .filter(proposal::Column::Id.in_subquery(closed_to(reader)))
        .into_tuple()
        .all(db)
        .await?;
    let closed = closed.into_iter().map(|id| format!("proposal:{id}"));
    let mut found = audit_event::Entity::find().filter(Column::Subject.is_not_in(closed));
    if let Some(subject) = subject {
        found = found.filter(Column::Subject.eq(subject));
    }
    let mut list = found.cursor_by((Column::At, Column::Id));
    list.desc();
    let room = ROWS as u64 + 1;
    let row = |id: EventId| audit_event::Entity::find_by_id(id).one(db);
    match turn {
        Turn::After(id) if let Some(row) = row(*id).await? => list.after((row.at, row.id)).first(room),
        Turn::Before(id) if let Some(row) = row(*id).await? => list.before((row.at, row.id)).last(room),
        _ => list.first(room),
    };
    Ok(turn.part(list.all(db).await?))
}

/// What was done to a letter, in the order in which it was: at most `most` of it.
pub async fn done_to(db: &impl ConnectionTrait, letter: LetterId, most: u64) -> Result<Vec<audit_event::Model>> {
    Ok(audit_event::Entity::find()
        .filter(audit_event::Column::Subject.eq(format!("letter:{letter}")))
        .order_by_asc(audit_event::Column::At)
        .order_by_asc(audit_event::Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// The proposal of this name, whoever asks.
pub async fn proposal(db: &impl ConnectionTrait, reference: &Reference) -> Result<Option<ProposalId>> {
    let found = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.as_str()));
    Ok(found.select_only().column(proposal::Column::Id).into_tuple().one(db).await?)
}

/// The names of proposals.
pub async fn references(
    db: &impl ConnectionTrait,
    proposals: impl IntoIterator<Item = ProposalId>,
) -> Result<HashMap<ProposalId, Reference>> {
    let found = proposal::Entity::find().filter(proposal::Column::Id.is_in(proposals)).select_only();
    let columns = found.column(proposal::Column::Id).column(proposal::Column::Reference);
    Ok(columns.into_tuple::<(ProposalId, Reference)>().all(db).await?.into_iter().collect())
}

/// The names of people.
pub async fn names(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = UserId>,
) -> Result<HashMap<UserId, String>> {
    let found = user::Entity::find().filter(user::Column::Id.is_in(people)).select_only();
    let columns = found.column(user::Column::Id).column(user::Column::Name);
    Ok(columns.into_tuple::<(UserId, String)>().all(db).await?.into_iter().collect())
}
