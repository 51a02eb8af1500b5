//! Letters under way: claimed, marked, settled. Every change of a claimed letter asks whether it is still held, so a worker that
//! was too slow changes nothing.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, UpdateMany,
    sea_query::{CaseStatement, Expr, ExprTrait},
};

use crate::{
    clock::Moment,
    entity::{
        letter::{self, Column},
        letter_body,
    },
    error::Result,
    ids::LetterId,
    mail::{LetterClass, LetterState, Packed, outcome::After},
};

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
    let mut claimed = Vec::new();
    // One after the other, since an order by class and due time would read all that is not due yet.
    for class in [LetterClass::Service, LetterClass::Announcement] {
        let room = most.saturating_sub(claimed.len() as u64);
        if room > 0 {
            let mut these = claim_of(db, class, lease, room).await?;
            these.sort_by_key(|letter| (letter.due_at, letter.id));
            claimed.extend(these);
        }
    }
    Ok(claimed)
}

async fn claim_of(
    db: &DatabaseConnection,
    class: LetterClass,
    lease: Lease<'_>,
    most: u64,
) -> Result<Vec<letter::Model>> {
    let found = letter::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Class.eq(class))
        .filter(waiting(lease.from))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(most);
    Ok(letter::Entity::update_many()
        .col_expr(Column::LeaseHolder, Expr::value(lease.holder))
        .col_expr(Column::LeaseUntil, Expr::value(lease.until))
        .filter(Column::Id.in_subquery(found.into_query()))
        .filter(waiting(lease.from))
        .exec_with_returning(db)
        .await?)
}

/// What these letters say.
pub async fn bodies(
    db: &DatabaseConnection,
    letters: impl IntoIterator<Item = LetterId>,
) -> Result<HashMap<LetterId, letter_body::Model>> {
    let bodies = letter_body::Entity::find().filter(letter_body::Column::LetterId.is_in(letters)).all(db).await?;
    Ok(bodies.into_iter().map(|body| (body.letter_id, body)).collect())
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
pub(super) const HELD: &str = "lease_holder <> ''";
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

/// Marks claimed letters as being sent, before a word is spoken, and renews their leases. Gives those that are still held.
pub async fn mark_sending(
    db: &impl ConnectionTrait,
    letters: Vec<LetterId>,
    lease: Lease<'_>,
) -> Result<HashSet<LetterId>> {
    if letters.is_empty() {
        return Ok(HashSet::new());
    }
    let marked = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Sending))
        .col_expr(Column::LeaseUntil, Expr::value(lease.until))
        .filter(Column::Id.is_in(letters))
        .filter(Column::LeaseHolder.eq(lease.holder))
        .filter(Column::State.is_in([LetterState::Queued, LetterState::Unknown]))
        .exec_with_returning(db)
        .await?;
    Ok(marked.into_iter().map(|letter| letter.id).collect())
}

/// Writes down what became of letters and lets them go. How many somebody else had settled.
pub async fn settle(db: &impl ConnectionTrait, now: Moment, letters: &[(letter::Model, After)]) -> Result<u64> {
    let (alike, others): (Vec<_>, Vec<_>) = letters.iter().partition(|(_, after)| is_plainly_sent(after, now));
    let mut missing = settle_sent(db, now, alike).await?;
    for (letter, after) in others {
        missing += u64::from(!settle_one(db, letter, now, after).await?);
    }
    Ok(missing)
}

/// As nearly all are: taken at the first word, with nothing to blank.
fn is_plainly_sent(after: &After, now: Moment) -> bool {
    after.state == LetterState::Sent && !after.blank && after.sent_at == Some(now)
}

/// One statement for all, since each costs a way to the database; only the server's answers differ.
async fn settle_sent(db: &impl ConnectionTrait, now: Moment, letters: Vec<&(letter::Model, After)>) -> Result<u64> {
    let Some((first, _)) = letters.first() else { return Ok(0) };
    let (holder, count) = (first.lease_holder.clone(), letters.len() as u64);
    let ids: Vec<LetterId> = letters.iter().map(|(letter, _)| letter.id).collect();
    let answer = letters.into_iter().fold(CaseStatement::new(), |answers, (letter, after)| {
        answers.case(Column::Id.eq(letter.id), Expr::value(after.answer.as_str()))
    });
    let update = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Sent))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::DueAt, Expr::value(now))
        .col_expr(Column::SentAt, Expr::value(now))
        .col_expr(Column::TriedAt, Expr::value(now))
        .col_expr(Column::Answer, answer.finally(Expr::col(Column::Answer)).into());
    let settled = held_by(let_go(update, now), &holder).filter(Column::Id.is_in(ids)).exec(db).await?;
    Ok(count - settled.rows_affected)
}

/// Writes down what became of one letter and lets it go. False if somebody else had settled it.
pub async fn settle_one(db: &impl ConnectionTrait, letter: &letter::Model, now: Moment, after: &After) -> Result<bool> {
    let update = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(after.state))
        .col_expr(Column::Attempts, Expr::value(after.attempts))
        .col_expr(Column::Unknowns, Expr::value(after.unknowns))
        .col_expr(Column::DueAt, Expr::value(after.due_at))
        .col_expr(Column::SentAt, Expr::value(after.sent_at))
        .col_expr(Column::TriedAt, Expr::value(after.tried_at))
        .col_expr(Column::Answer, Expr::value(after.answer.as_str()));
    let update = held_by(let_go(update, now), &letter.lease_holder).filter(Column::Id.eq(letter.id));
    let settled = update.exec(db).await?.rows_affected == 1;
    if settled && after.blank {
        blank(db, letter.id).await?;
    }
    Ok(settled)
}

fn let_go(update: UpdateMany<letter::Entity>, now: Moment) -> UpdateMany<letter::Entity> {
    update.col_expr(Column::LeaseHolder, Expr::value("")).col_expr(Column::LeaseUntil, Expr::value(now))
}

fn held_by(update: UpdateMany<letter::Entity>, holder: &str) -> UpdateMany<letter::Entity> {
    let open = [LetterState::Queued, LetterState::Unknown, LetterState::Sending];
    update.filter(Column::LeaseHolder.eq(holder)).filter(Column::State.is_in(open))
}

/// Deletes what a letter says.
pub async fn blank(db: &impl ConnectionTrait, id: LetterId) -> Result<()> {
    letter_body::Entity::update_many()
        .col_expr(letter_body::Column::BodyText, Expr::value(Packed::default()))
        .col_expr(letter_body::Column::BodyHtml, Expr::value(Packed::default()))
        .filter(letter_body::Column::LetterId.eq(id))
        .exec(db)
        .await?;
    Ok(())
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
