//! The outbox in the database: letters as they are added, put back and cancelled, and what is announced.

pub mod domains;
pub mod gathered;
pub mod kept;
pub mod notices;
pub mod reminders;
pub mod returned;
pub mod underway;
pub mod wordings;

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, UpdateMany,
    sea_query::{Expr, OnConflict},
};

use super::{Email, LetterClass, LetterState, Packed};
use crate::{
    act::Act,
    clock::Moment,
    db::Db,
    entity::{
        announcement,
        letter::{self, Column},
        letter_body, letter_word,
    },
    error::Result,
    ids::{AnnouncementId, LetterId, ProposalId, UserId},
};

/// Adds letters with what they say, findable, but for those that are there. Gives those that it added. Three statements.
pub async fn insert(act: &Act, letters: Vec<(letter::Model, letter_body::Model)>) -> Result<HashSet<LetterId>> {
    let (rows, bodies): (Vec<_>, Vec<_>) = letters.into_iter().unzip();
    let posted = rows.len();
    let words: Vec<letter_word::Model> = rows.iter().flat_map(kept::words_of).collect();
    let there = OnConflict::column(Column::UniqueKey).do_nothing().to_owned();
    let added = letter::Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model))
        .on_conflict(there)
        .exec_with_returning_keys(act.tx())
        .await?;
    let added: HashSet<LetterId> = added.into_iter().collect();
    if added.len() < posted {
        tracing::debug!(letters = posted - added.len(), "posted before");
    }
    let bodies = bodies.into_iter().filter(|body| added.contains(&body.letter_id));
    letter_body::Entity::insert_many(bodies.map(IntoActiveModel::into_active_model))
        .exec_without_returning(act.tx())
        .await?;
    kept::enter(act, words.into_iter().filter(|word| added.contains(&word.letter_id))).await?;
    Ok(added)
}

/// What a letter says.
pub async fn body(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<letter_body::Model>> {
    Ok(letter_body::Entity::find_by_id(id).one(db).await?)
}

/// Puts a letter that failed, or whose outcome nobody knows, back into the queue. False if it stands elsewhere by now, or
/// if its body is no more.
pub async fn requeue(act: &Act, id: LetterId) -> Result<bool> {
    let queued = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Queued))
        .col_expr(Column::Attempts, Expr::value(0))
        // Somebody has decided that it goes once more, even if it had arrived: it begins anew.
        .col_expr(Column::Unknowns, Expr::value(0))
        .col_expr(Column::DueAt, Expr::value(act.at))
        .col_expr(Column::LeaseUntil, Expr::value(act.at))
        .col_expr(Column::BouncedAt, Expr::value(None::<Moment>))
        .col_expr(Column::Bounce, Expr::value(""))
        .filter(Column::Id.eq(id))
        .filter(Column::LeaseHolder.eq(""))
        .filter(Column::State.is_in([LetterState::Failed, LetterState::Unknown]))
        .filter(Column::Id.in_subquery(readable(id).into_query()))
        .exec(act.tx())
        .await?;
    Ok(queued.rows_affected == 1)
}

/// The letter, if what it says was not blanked.
fn readable(id: LetterId) -> Select<letter_body::Entity> {
    letter_body::Entity::find()
        .select_only()
        .column(letter_body::Column::LetterId)
        .filter(letter_body::Column::LetterId.eq(id))
        .filter(letter_body::Column::BodyText.ne(Packed::default()))
}

/// Cancels the letters about a proposal to somebody that wait. A worker that holds one finds it cancelled before it begins.
pub async fn cancel(act: &Act, proposal: ProposalId, person: UserId) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::UserId.eq(person))
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Cancels the letters of one event that wait. False if others are left.
pub async fn cancel_of(act: &Act, proposal: ProposalId, event: &str) -> Result<bool> {
    let of_event = Condition::all()
        .add(Column::ProposalId.eq(proposal))
        .add(Column::UniqueKey.starts_with(format!("{event} ")))
        .add(Column::State.ne(LetterState::Cancelled));
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(of_event.clone())
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(letter::Entity::find().filter(of_event).one(act.tx()).await?.is_none())
}

/// Cancels the letters to somebody that can be stopped, as far as they wait.
pub async fn cancel_announcements(act: &Act, recipient: &Email) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::Recipient.eq(recipient.as_str()))
        .filter(Column::Class.eq(LetterClass::Announcement))
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// The same of those about a proposal, to somebody or to everybody.
pub async fn cancel_announcements_about(act: &Act, recipient: Option<&Email>, proposal: ProposalId) -> Result<()> {
    let whose = recipient.map(|recipient| Column::Recipient.eq(recipient.as_str()));
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::ProposalId.eq(proposal))
        .filter(Condition::all().add_option(whose))
        .filter(Column::Class.eq(LetterClass::Announcement))
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Cancels the letters of one event that are about no proposal, as far as they wait.
pub async fn cancel_of_none(act: &Act, event: &str) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::State.eq(LetterState::Queued))
        .filter(Column::ProposalId.is_null())
        .filter(Column::UniqueKey.starts_with(format!("{event} ")))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// The announcement of this id, if there is one.
pub async fn announcement(act: &Act, id: AnnouncementId) -> Result<Option<announcement::Model>> {
    Ok(announcement::Entity::find_by_id(id).one(act.tx()).await?)
}

pub async fn insert_announcement(act: &Act, row: announcement::Model) -> Result<()> {
    row.into_active_model().insert(act.tx()).await?;
    Ok(())
}

/// Announcements of these kinds whose letters are not all written, oldest first.
pub async fn open_announcements(db: &DatabaseConnection, kinds: &[&'static str]) -> Result<Vec<announcement::Model>> {
    Ok(announcement::Entity::find()
        .filter(announcement::Column::DoneAt.is_null())
        .filter(announcement::Column::Kind.is_in(kinds.iter().copied()))
        .order_by_asc(announcement::Column::Id)
        .limit(50)
        .all(db)
        .await?)
}

/// Lets PostgreSQL count its letters. It does so by itself, but a minute later, and would until then look for one of ten thousand as it
/// looks among ten: by reading all.
pub async fn count_anew(db: &Db) -> Result<()> {
    if db.is_postgres() {
        db.write().execute_unprepared("ANALYZE outbox (class, state, due_at)").await?;
    }
    Ok(())
}

/// On PostgreSQL the act's commit does not wait until it lies on the disk. Where that matters, with the first letter that is sent, the
/// claim of it waits for all that was before; what is lost until then is a batch with its mark, which is written again.
pub async fn do_not_wait_for_the_disk(act: &Act) -> Result<()> {
    if act.app.db.is_postgres() {
        act.tx().execute_unprepared("SET LOCAL synchronous_commit TO off").await?;
    }
    Ok(())
}

/// Holds an announcement until the act ends, as it stands now. None if it went on, or ended, since it was read.
pub async fn hold_announcement(act: &Act, row: &announcement::Model) -> Result<Option<announcement::Model>> {
    let held = announcement::Entity::update_many()
        .col_expr(announcement::Column::LeaseUntil, Expr::value(act.at))
        .filter(announcement::Column::Id.eq(row.id))
        .filter(announcement::Column::Reached.eq(&row.reached))
        .filter(announcement::Column::DoneAt.is_null())
        .exec(act.tx())
        .await?;
    if held.rows_affected == 1 { announcement(act, row.id).await } else { Ok(None) }
}

/// The announcement of this kind about a proposal that was made then.
pub async fn announcement_about(
    act: &Act,
    kind: &str,
    proposal: ProposalId,
    made_at: Moment,
) -> Result<Option<AnnouncementId>> {
    let find = announcement::Entity::find()
        .filter(announcement::Column::ProposalId.eq(proposal))
        .filter(announcement::Column::Kind.eq(kind))
        .filter(announcement::Column::CreatedAt.eq(made_at));
    Ok(find.one(act.tx()).await?.map(|row| row.id))
}

/// All announcements of a kind.
pub async fn announcements_of(act: &Act, kind: &str) -> Result<Vec<announcement::Model>> {
    Ok(announcement::Entity::find().filter(announcement::Column::Kind.eq(kind)).all(act.tx()).await?)
}

/// Has all announcements about a proposal be done, however far they came.
pub async fn end_announcements_about(act: &Act, proposal: ProposalId) -> Result<()> {
    announcement::Entity::update_many()
        .filter(announcement::Column::ProposalId.eq(proposal))
        .filter(announcement::Column::DoneAt.is_null())
        .col_expr(announcement::Column::DoneAt, Expr::value(act.at))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Has an announcement be done, however far it came.
pub async fn end_announcement(act: &Act, id: AnnouncementId) -> Result<()> {
    open_announcement(id).col_expr(announcement::Column::DoneAt, Expr::value(act.at)).exec(act.tx()).await?;
    Ok(())
}

/// Has an announcement that is not done say something else.
pub async fn change_announcement(act: &Act, id: AnnouncementId, data: serde_json::Value) -> Result<()> {
    open_announcement(id).col_expr(announcement::Column::Data, Expr::value(data)).exec(act.tx()).await?;
    Ok(())
}

fn open_announcement(id: AnnouncementId) -> UpdateMany<announcement::Entity> {
    announcement::Entity::update_many()
        .filter(announcement::Column::Id.eq(id))
        .filter(announcement::Column::DoneAt.is_null())
}

/// When the last letter of this kind was written.
pub async fn last_of(act: &Act, kind: &str) -> Result<Option<Moment>> {
    let find = letter::Entity::find().select_only().column(Column::CreatedAt);
    let find = find.filter(Column::Kind.eq(kind)).order_by_desc(Column::Id);
    Ok(find.into_tuple().one(act.tx()).await?)
}

pub async fn advance_announcement(act: &Act, row: &announcement::Model, reached: &str, done: bool) -> Result<()> {
    announcement::Entity::update_many()
        .col_expr(announcement::Column::Reached, Expr::value(reached))
        .col_expr(announcement::Column::DoneAt, Expr::value(done.then_some(act.at)))
        .filter(announcement::Column::Id.eq(row.id))
        .exec(act.tx())
        .await?;
    Ok(())
}
