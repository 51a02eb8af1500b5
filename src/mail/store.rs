//! The outbox in the database: letters as they are added, claimed, marked and settled. Every change of a claimed letter asks
//! whether it is still held, so a worker that was too slow changes nothing.

pub mod domains;
pub mod gathered;
pub mod kept;
pub mod notices;
pub mod returned;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, TryInsertResult, sea_query::Expr,
};

use super::{Email, LetterClass, LetterState, outcome::After};
use crate::{
    act::Act,
    clock::Moment,
    entity::{
        announcement,
        letter::{self, Column},
    },
    error::Result,
    ids::{AnnouncementId, LetterId, ProposalId, UserId},
};

/// Adds a letter, unless the same one is there: then false.
pub async fn insert(act: &Act, row: letter::Model) -> Result<bool> {
    let added = letter::Entity::insert(row.clone().into_active_model())
        .on_conflict_do_nothing_on([Column::UniqueKey])
        .exec_without_returning(act.tx())
        .await?;
    if matches!(added, TryInsertResult::Conflicted) {
        tracing::debug!("a letter was posted before");
        return Ok(false);
    }
    kept::enter_words(act, &row).await?;
    Ok(true)
}

/// Who holds letters, from when until when.
#[derive(Clone, Copy, Debug)]
pub struct Lease<'a> {
    pub holder: &'a str,
    pub from: Moment,
    pub until: Moment,
}

/// Claims up to `most` letters that are due and that nobody holds, those that somebody waits for first. It needs no locks of a
/// particular database: of two workers that find the same letter, the second finds it held when its turn to write comes.
pub async fn claim(db: &DatabaseConnection, lease: Lease<'_>, most: u64) -> Result<Vec<letter::Model>> {
    let mut claimed = 0;
    // One after the other, since an order by class and due time would read all that is not due yet.
    for class in [LetterClass::Service, LetterClass::Announcement] {
        claimed += claim_of(db, class, lease, most - claimed).await?;
        if claimed >= most {
            break;
        }
    }
    if claimed == 0 {
        return Ok(Vec::new());
    }
    Ok(letter::Entity::find()
        .filter(Expr::cust(HELD))
        .filter(Column::LeaseHolder.eq(lease.holder))
        .order_by_desc(Column::Class)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

async fn claim_of(db: &DatabaseConnection, class: LetterClass, lease: Lease<'_>, most: u64) -> Result<u64> {
    let found = letter::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Class.eq(class))
        .filter(waiting(lease.from))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(most);
    let claimed = letter::Entity::update_many()
        .col_expr(Column::LeaseHolder, Expr::value(lease.holder))
        .col_expr(Column::LeaseUntil, Expr::value(lease.until))
        .filter(Column::Id.in_subquery(found.into_query()))
        .filter(waiting(lease.from))
        .exec(db)
        .await?;
    Ok(claimed.rows_affected)
}

/// Whether there is anything to claim or to sweep up; asked before writing, which on SQLite only one can do at a time.
pub async fn anything_due(db: &DatabaseConnection, now: Moment) -> Result<bool> {
    let due = letter::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(due(now))
        .filter(Condition::any().add(is_waiting()).add(Column::State.eq(LetterState::Sending)))
        .limit(1)
        .into_tuple::<LetterId>();
    Ok(due.one(db).await?.is_some())
}

/// As the partial index on what is due has it; a database uses that only if it finds the very words.
const OPEN: &str = "state IN ('queued', 'sending', 'unknown')";
/// As the one on what is held has it.
const HELD: &str = "lease_holder <> ''";
/// Both classes, by which that index begins.
const ANY_CLASS: &str = "class IN ('service', 'announcement')";

/// Letters whose time has come and that nobody holds.
fn due(now: Moment) -> Condition {
    Condition::all()
        .add(Expr::cust(OPEN))
        .add(Expr::cust(ANY_CLASS))
        .add(Column::DueAt.lte(now))
        .add(Column::LeaseUntil.lte(now))
}

/// Letters that a worker may take up. `outcome::is_sent_again` says the same in Rust.
fn waiting(now: Moment) -> Condition {
    due(now).add(is_waiting())
}

fn is_waiting() -> Condition {
    let once_more = Condition::all()
        .add(Column::State.eq(LetterState::Unknown))
        .add(Column::Class.eq(LetterClass::Service))
        .add(Column::Unknowns.eq(1));
    Condition::any().add(Column::State.eq(LetterState::Queued)).add(once_more)
}

/// Letters that a worker was sending when it came to its end.
fn lapsed(now: Moment) -> Condition {
    due(now).add(Column::State.eq(LetterState::Sending))
}

/// Letters whose worker came to its end while it was sending them.
pub async fn abandoned(db: &DatabaseConnection, now: Moment, most: u64) -> Result<Vec<letter::Model>> {
    Ok(letter::Entity::find().filter(lapsed(now)).order_by_asc(Column::DueAt).limit(most).all(db).await?)
}

/// Marks a claimed letter as being sent, before a word is spoken, and renews its lease. False if it is held no longer.
pub async fn mark_sending(db: &DatabaseConnection, letter: LetterId, lease: Lease<'_>) -> Result<bool> {
    let marked = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Sending))
        .col_expr(Column::LeaseUntil, Expr::value(lease.until))
        .filter(Column::Id.eq(letter))
        .filter(Column::LeaseHolder.eq(lease.holder))
        .filter(Column::State.is_in([LetterState::Queued, LetterState::Unknown]))
        .exec(db)
        .await?;
    Ok(marked.rows_affected == 1)
}

/// Writes down what became of a letter and lets it go. False if somebody else had settled it.
pub async fn settle(db: &impl ConnectionTrait, letter: &letter::Model, now: Moment, after: After) -> Result<bool> {
    let mut update = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(after.state))
        .col_expr(Column::Attempts, Expr::value(after.attempts))
        .col_expr(Column::Unknowns, Expr::value(after.unknowns))
        .col_expr(Column::DueAt, Expr::value(after.due_at))
        .col_expr(Column::SentAt, Expr::value(after.sent_at))
        .col_expr(Column::Answer, Expr::value(after.answer))
        .col_expr(Column::LeaseHolder, Expr::value(""))
        .col_expr(Column::LeaseUntil, Expr::value(now))
        .filter(Column::Id.eq(letter.id))
        .filter(Column::LeaseHolder.eq(&letter.lease_holder))
        .filter(Column::State.is_in([LetterState::Queued, LetterState::Unknown, LetterState::Sending]));
    if after.blank {
        update = update.col_expr(Column::BodyText, Expr::value("")).col_expr(Column::BodyHtml, Expr::value(""));
    }
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Lets go of what was claimed and not begun.
pub async fn release(db: &DatabaseConnection, holder: &str, now: Moment) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::LeaseHolder, Expr::value(""))
        .col_expr(Column::LeaseUntil, Expr::value(now))
        .filter(Expr::cust(HELD))
        .filter(Column::LeaseHolder.eq(holder))
        .filter(Column::State.ne(LetterState::Sending))
        .exec(db)
        .await?;
    Ok(())
}

/// Puts a letter that failed, or whose outcome nobody knows, back into the queue. False if it stands elsewhere by now, or
/// if its body is no more.
pub async fn requeue(act: &Act, id: LetterId) -> Result<bool> {
    let queued = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Queued))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::DueAt, Expr::value(act.at))
        .col_expr(Column::LeaseUntil, Expr::value(act.at))
        .col_expr(Column::BouncedAt, Expr::value(None::<Moment>))
        .col_expr(Column::Bounce, Expr::value(""))
        .filter(Column::Id.eq(id))
        .filter(Column::LeaseHolder.eq(""))
        .filter(Column::State.is_in([LetterState::Failed, LetterState::Unknown]))
        .filter(Column::BodyText.ne(""))
        .exec(act.tx())
        .await?;
    Ok(queued.rows_affected == 1)
}

/// Cancels the letters about a proposal to somebody that wait and that no worker holds.
pub async fn cancel(act: &Act, proposal: ProposalId, person: UserId) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::UserId.eq(person))
        .filter(Column::LeaseHolder.eq(""))
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Cancels the letters of one event that wait and that no worker holds. False if others are left.
pub async fn cancel_of(act: &Act, proposal: ProposalId, event: &str) -> Result<bool> {
    let of_event = Condition::all()
        .add(Column::ProposalId.eq(proposal))
        .add(Column::UniqueKey.starts_with(format!("{event} ")))
        .add(Column::State.ne(LetterState::Cancelled));
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(of_event.clone())
        .filter(Column::LeaseHolder.eq(""))
        .filter(Column::State.eq(LetterState::Queued))
        .exec(act.tx())
        .await?;
    Ok(letter::Entity::find().filter(of_event).one(act.tx()).await?.is_none())
}

/// Cancels the letters to somebody that can be stopped, as far as they wait and no worker holds them.
pub async fn cancel_announcements(act: &Act, recipient: &Email) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Cancelled))
        .filter(Column::Recipient.eq(recipient.as_str()))
        .filter(Column::Class.eq(LetterClass::Announcement))
        .filter(Column::LeaseHolder.eq(""))
        .filter(Column::State.eq(LetterState::Queued))
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

/// Holds an announcement until the act ends. False if it went on, or ended, since it was read.
pub async fn hold_announcement(act: &Act, row: &announcement::Model) -> Result<bool> {
    let held = announcement::Entity::update_many()
        .col_expr(announcement::Column::LeaseUntil, Expr::value(act.at))
        .filter(announcement::Column::Id.eq(row.id))
        .filter(announcement::Column::Reached.eq(&row.reached))
        .filter(announcement::Column::DoneAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(held.rows_affected == 1)
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
