//! What is written of conversations: beginning, saying, changing, taking back; who follows, and who has read how far.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use crate::{
    act::Act,
    clock::Moment,
    entity::{attachment, mention, message, message_version, thread, thread_reader},
    error::{Error, Result},
    ids::{AttachmentId, MessageId, ProposalId, ThreadId, UserId},
    proposals::rules::Audience,
};

/// Begins a conversation, in which nothing is said yet.
pub async fn begin(act: &Act, proposal: ProposalId, audience: Audience, subject: &str) -> Result<thread::Model> {
    let row = thread::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        audience: Set(audience),
        subject: Set(subject.to_owned()),
        begun_by: Set(act.by.user().ok_or(Error::NotFound)?),
        begun_at: Set(act.at),
        resolved_at: Set(None),
        resolved_by: Set(None),
    };
    Ok(row.insert(act.tx()).await?)
}

/// Says something in a conversation; others read it from `goes_at` on.
pub async fn say(act: &Act, thread: ThreadId, body: &str, goes_at: Moment, by_applicant: bool) -> Result<MessageId> {
    let row = message::ActiveModel {
        id: Set(act.id()),
        thread_id: Set(thread),
        author_id: Set(act.by.user().ok_or(Error::NotFound)?),
        by_applicant: Set(by_applicant),
        body: Set(body.to_owned()),
        at: Set(act.at),
        goes_at: Set(goes_at),
        taken_back: Set(false),
        edited_at: Set(None),
        version: Set(1),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// Keeps that a message names these people.
pub async fn name(act: &Act, message: MessageId, people: impl IntoIterator<Item = UserId>) -> Result<()> {
    for person in people {
        let row = mention::ActiveModel { message_id: Set(message), person_id: Set(person) };
        let once = OnConflict::columns([mention::Column::MessageId, mention::Column::PersonId]).do_nothing().to_owned();
        mention::Entity::insert(row).on_conflict(once).exec_without_returning(act.tx()).await?;
    }
    Ok(())
}

/// Whom a message names.
pub async fn named(db: &impl ConnectionTrait, message: MessageId) -> Result<Vec<UserId>> {
    let rows = mention::Entity::find().filter(mention::Column::MessageId.eq(message)).all(db).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Puts another text in the place of one's own, unless it was changed since `seen`; what stood there stays readable.
pub async fn edit(act: &Act, row: &message::Model, seen: i32, body: &str) -> Result<()> {
    let written = message::Entity::update_many()
        .col_expr(message::Column::Body, Expr::value(body))
        .col_expr(message::Column::EditedAt, Expr::value(Some(act.at)))
        .col_expr(message::Column::Version, Expr::value(seen + 1))
        .filter(message::Column::Id.eq(row.id))
        .filter(message::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if written.rows_affected != 1 {
        return Err(Error::Conflict);
    }
    let before = message_version::ActiveModel {
        message_id: Set(row.id),
        number: Set(seen),
        body: Set(row.body.clone()),
        at: Set(row.edited_at.unwrap_or(row.at)),
    };
    before.insert(act.tx()).await?;
    Ok(())
}

/// Takes back what has not gone yet; false if it has.
pub async fn take_back(act: &Act, id: MessageId) -> Result<bool> {
    let taken = message::Entity::update_many()
        .col_expr(message::Column::TakenBack, Expr::value(true))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::TakenBack.eq(false))
        .filter(message::Column::GoesAt.gt(act.at))
        .exec(act.tx())
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Moves those files of one message that are kept to another.
pub async fn move_files(act: &Act, from: MessageId, to: MessageId, kept: &[AttachmentId]) -> Result<()> {
    attachment::Entity::update_many()
        .col_expr(attachment::Column::MessageId, Expr::value(Some(to.0)))
        .filter(attachment::Column::MessageId.eq(from))
        .filter(attachment::Column::Id.is_in(kept.iter().copied()))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Throws away one's own message that was taken back, with its files, and the conversation if nothing else was said in it.
/// False if there is no such message.
pub async fn discard(act: &Act, thread: ThreadId, id: MessageId) -> Result<bool> {
    let gone = message::Entity::delete_many()
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::ThreadId.eq(thread))
        .filter(message::Column::TakenBack.eq(true))
        .filter(message::Column::AuthorId.eq(act.by.user().ok_or(Error::NotFound)?))
        .exec(act.tx())
        .await?;
    let left = message::Entity::find().filter(message::Column::ThreadId.eq(thread)).one(act.tx()).await?;
    if left.is_none() {
        thread::Entity::delete_by_id(thread).exec(act.tx()).await?;
    }
    Ok(gone.rows_affected == 1)
}

/// Calls a conversation done with, or opens it again; false if it stood so already.
pub async fn resolve(act: &Act, id: ThreadId, done: bool) -> Result<bool> {
    let stood = if done { thread::Column::ResolvedAt.is_null() } else { thread::Column::ResolvedAt.is_not_null() };
    let turned = thread::Entity::update_many()
        .col_expr(thread::Column::ResolvedAt, Expr::value(done.then_some(act.at)))
        .col_expr(thread::Column::ResolvedBy, Expr::value(act.by.user().filter(|_| done).map(|by| by.0)))
        .filter(thread::Column::Id.eq(id))
        .filter(stood)
        .exec(act.tx())
        .await?;
    Ok(turned.rows_affected == 1)
}

/// Keeps whether somebody is told of what is said in a conversation.
pub async fn follow(act: &Act, thread: ThreadId, person: UserId, follows: bool) -> Result<()> {
    let row = reader(thread, person, Moment::from_millis(0), follows);
    let newest = OnConflict::columns([thread_reader::Column::ThreadId, thread_reader::Column::PersonId])
        .update_column(thread_reader::Column::Follows)
        .to_owned();
    thread_reader::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// Keeps how far somebody has read some conversations. Reading is no act: it changes nothing for anybody else, leaves no trace in
/// the audit trail, and is one small write behind a page that was drawn already.
pub async fn read(
    db: &impl ConnectionTrait,
    person: UserId,
    reached: impl IntoIterator<Item = (ThreadId, Moment)>,
) -> Result<()> {
    let rows: Vec<_> = reached.into_iter().map(|(thread, to)| reader(thread, person, to, false)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let newest = OnConflict::columns([thread_reader::Column::ThreadId, thread_reader::Column::PersonId])
        .update_column(thread_reader::Column::ReadTo)
        .to_owned();
    thread_reader::Entity::insert_many(rows).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

fn reader(thread: ThreadId, person: UserId, read_to: Moment, follows: bool) -> thread_reader::ActiveModel {
    thread_reader::ActiveModel {
        thread_id: Set(thread),
        person_id: Set(person),
        read_to: Set(read_to),
        follows: Set(follows),
    }
}

/// Those who are told of what is said in a conversation.
pub async fn followers(db: &impl ConnectionTrait, thread: ThreadId) -> Result<Vec<UserId>> {
    let follows =
        Condition::all().add(thread_reader::Column::ThreadId.eq(thread)).add(thread_reader::Column::Follows.eq(true));
    let find = thread_reader::Entity::find().select_only().column(thread_reader::Column::PersonId).filter(follows);
    Ok(find.into_tuple().all(db).await?)
}
