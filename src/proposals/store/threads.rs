//! Conversations, as far as their readers may read them, each time in the same number of queries. What is held back, or was taken
//! back, is its author's alone.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    accounts::Actor,
    clock::Moment,
    entity::{attachment, mention, message, message_version, proposal, thread, thread_reader, user},
    error::{Error, Result},
    ids::{AttachmentId, MessageId, ProposalId, Reference, ThreadId, UserId},
    proposals::{
        discussion::{Reading, reading, without_names},
        rules::Audience,
        store::{Case, cases, hearers},
    },
};

/// The most messages of a proposal that are shown, the last ones.
const MOST: u64 = 1_000;

/// A conversation for one reader.
#[derive(Clone, Debug)]
pub struct Found {
    pub thread: thread::Model,
    /// As whom its reader reads it.
    pub reading: Reading,
    /// In the order in which others could read them.
    pub messages: Vec<Said>,
    pub read_to: Moment,
    pub follows: bool,
    /// Names that its reader must not know.
    veiled: Arc<[String]>,
}

/// A message with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Said {
    pub row: message::Model,
    /// None where its reader must not know.
    pub author: Option<String>,
    /// What stood there before, the oldest first.
    pub versions: Vec<message_version::Model>,
    pub files: Vec<attachment::Model>,
}

impl Found {
    /// Its subject as its reader reads it; may be empty.
    pub fn subject(&self, reader: UserId, nameless: &str) -> String {
        self.readable(&self.thread.subject, self.thread.begun_by == reader, nameless)
    }

    /// A text of it as its reader reads it: without names that they must not know. What they wrote themselves stays as it is.
    pub fn readable(&self, text: &str, is_own: bool, nameless: &str) -> String {
        if is_own || self.reading.names {
            return text.to_owned();
        }
        without_names(text, self.veiled.iter().map(String::as_str), nameless)
    }

    /// Whether somebody has yet to read this message.
    pub fn is_unread(&self, said: &Said, reader: UserId) -> bool {
        said.row.author_id != reader && said.row.goes_at > self.read_to
    }

    /// How many messages somebody has yet to read.
    pub fn unread(&self, reader: UserId) -> usize {
        self.messages.iter().filter(|said| self.is_unread(said, reader)).count()
    }

    /// The first message that went.
    pub fn first(&self) -> Option<&Said> {
        self.messages.iter().find(|said| !said.row.taken_back)
    }

    /// The last message that went.
    pub fn last(&self) -> Option<&Said> {
        self.messages.iter().rfind(|said| !said.row.taken_back)
    }
}

/// The audiences whose conversations exist for somebody, with how they read them.
fn readings(case: &Case) -> BTreeMap<Audience, Reading> {
    let of = |audience: &Audience| Some((*audience, reading(&case.standing, *audience)?));
    Audience::ALL.iter().filter_map(of).collect()
}

/// What exists of messages for somebody: what has gone, and all of their own.
fn told(reader: UserId, now: Moment) -> Condition {
    let gone = Condition::all().add(message::Column::GoesAt.lte(now)).add(message::Column::TakenBack.eq(false));
    Condition::any().add(gone).add(message::Column::AuthorId.eq(reader))
}

/// All conversations about a proposal: the open ones first, of these the one in which something was said last.
pub async fn all(db: &impl ConnectionTrait, case: &Case, reader: UserId) -> Result<Vec<Found>> {
    let readings = readings(case);
    if readings.is_empty() {
        return Ok(Vec::new());
    }
    let threads = thread::Entity::find()
        .filter(thread::Column::ProposalId.eq(case.proposal.id))
        .filter(thread::Column::Audience.is_in(readings.keys().copied()))
        .all(db)
        .await?;
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ThreadId> = threads.iter().map(|thread| thread.id).collect();
    let (mut messages, mut named) = said(db, &ids, reader, case.standing.now).await?;
    // Whoever may not read it now is named all the same, though no mention of them is kept.
    if readings.values().any(|reading| !reading.names) {
        named.extend(hearers::ever_judging(db, case.proposal.id).await?);
    }
    let veiled: Arc<[String]> = named.into_iter().collect();
    let own = thread_reader::Entity::find()
        .filter(thread_reader::Column::ThreadId.is_in(ids))
        .filter(thread_reader::Column::PersonId.eq(reader))
        .all(db)
        .await?;
    let own: BTreeMap<ThreadId, thread_reader::Model> = own.into_iter().map(|row| (row.thread_id, row)).collect();
    let found = |mut thread: thread::Model| {
        let reading = *readings.get(&thread.audience)?;
        let mut messages = messages.remove(&thread.id).unwrap_or_default();
        messages.retain(|said| reading.others || said.row.author_id == reader);
        for said in messages.iter_mut().filter(|said| !reading.names && said.row.author_id != reader) {
            said.author = None;
        }
        if !reading.others && thread.begun_by != reader {
            thread.subject.clear();
        }
        let own = own.get(&thread.id);
        let read_to = own.map_or(Moment::from_millis(0), |row| row.read_to);
        let follows = own.is_some_and(|row| row.follows);
        let veiled = Arc::clone(&veiled);
        (!messages.is_empty()).then_some(Found { thread, reading, messages, read_to, follows, veiled })
    };
    let mut all: Vec<Found> = threads.into_iter().filter_map(found).collect();
    let last = |found: &Found| found.messages.last().map(|said| said.row.goes_at);
    all.sort_by_cached_key(|found| {
        (found.thread.resolved_at.is_some(), Reverse(last(found)), Reverse(found.thread.id))
    });
    Ok(all)
}

/// What was said in these conversations, and who is named there.
async fn said(
    db: &impl ConnectionTrait,
    threads: &[ThreadId],
    reader: UserId,
    now: Moment,
) -> Result<(BTreeMap<ThreadId, Vec<Said>>, BTreeSet<String>)> {
    let mut rows = message::Entity::find()
        .filter(message::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(told(reader, now))
        .find_also_related(user::Entity)
        .order_by_desc(message::Column::GoesAt)
        .order_by_desc(message::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    rows.reverse();
    let ids: Vec<MessageId> = rows.iter().map(|(row, _)| row.id).collect();
    let mut versions: BTreeMap<MessageId, Vec<message_version::Model>> = BTreeMap::new();
    let find = message_version::Entity::find().filter(message_version::Column::MessageId.is_in(ids.clone()));
    for row in find.order_by_asc(message_version::Column::Number).all(db).await? {
        versions.entry(row.message_id).or_default().push(row);
    }
    let mut files: BTreeMap<MessageId, Vec<attachment::Model>> = BTreeMap::new();
    let find = attachment::Entity::find().filter(attachment::Column::MessageId.is_in(ids.clone()));
    for row in find.order_by_asc(attachment::Column::Id).all(db).await? {
        let Some(id) = row.message_id else { continue };
        files.entry(id).or_default().push(row);
    }
    let find = mention::Entity::find().filter(mention::Column::MessageId.is_in(ids)).find_also_related(user::Entity);
    let named = find.all(db).await?.into_iter().filter_map(|(_, person)| Some(person?.name)).collect();
    let mut found: BTreeMap<ThreadId, Vec<Said>> = BTreeMap::new();
    for (row, author) in rows {
        let id = row.id;
        found.entry(row.thread_id).or_default().push(Said {
            author: author.map(|author| author.name),
            versions: versions.remove(&id).unwrap_or_default(),
            files: files.remove(&id).unwrap_or_default(),
            row,
        });
    }
    Ok((found, named))
}

/// A conversation about this proposal that exists for somebody.
pub async fn find(db: &impl ConnectionTrait, case: &Case, reader: UserId, id: ThreadId) -> Result<thread::Model> {
    let find = thread::Entity::find_by_id(id).filter(thread::Column::ProposalId.eq(case.proposal.id));
    let row = find.one(db).await?.ok_or(Error::NotFound)?;
    let reading = reading(&case.standing, row.audience).ok_or(Error::NotFound)?;
    let mut told_of =
        message::Entity::find().filter(message::Column::ThreadId.eq(id)).filter(told(reader, case.standing.now));
    if !reading.others {
        told_of = told_of.filter(message::Column::AuthorId.eq(reader));
    }
    match told_of.one(db).await? {
        Some(_) => Ok(row),
        None => Err(Error::NotFound),
    }
}

/// A message that exists for somebody, with its conversation.
pub async fn message(
    db: &impl ConnectionTrait,
    case: &Case,
    reader: UserId,
    id: MessageId,
) -> Result<(thread::Model, message::Model)> {
    let row = message::Entity::find_by_id(id).filter(told(reader, case.standing.now)).one(db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let thread = find(db, case, reader, row.thread_id).await?;
    let others = reading(&case.standing, thread.audience).is_some_and(|reading| reading.others);
    if others || row.author_id == reader { Ok((thread, row)) } else { Err(Error::NotFound) }
}

/// A file of a message that exists for somebody.
pub async fn file(
    db: &impl ConnectionTrait,
    case: &Case,
    reader: UserId,
    (id, file): (MessageId, AttachmentId),
) -> Result<attachment::Model> {
    let (_, row) = message(db, case, reader, id).await?;
    let find = attachment::Entity::find_by_id(file).filter(attachment::Column::MessageId.eq(row.id));
    find.one(db).await?.ok_or(Error::NotFound)
}

#[derive(FromQueryResult)]
struct Count {
    proposal_id: ProposalId,
    audience: Audience,
    unread: i64,
}

/// How many messages somebody has yet to read about each of the proposals that `find` finds, where there are any: one query,
/// and a second one about those with new messages, however many these are. `find` starts from `visible_to`.
pub async fn unread(
    db: &impl ConnectionTrait,
    actor: &Actor,
    find: Select<proposal::Entity>,
    now: Moment,
) -> Result<BTreeMap<Reference, i64>> {
    let among = find.clone().select_only().column(proposal::Column::Id).into_query();
    let own = Condition::all()
        .add(
            Expr::col((thread_reader::Entity, thread_reader::Column::ThreadId))
                .equals((message::Entity, message::Column::ThreadId)),
        )
        .add(thread_reader::Column::PersonId.eq(actor.id));
    let of_thread =
        message::Entity::belongs_to(thread::Entity).from(message::Column::ThreadId).to(thread::Column::Id).into();
    let is_read =
        thread_reader::Entity::find().select_only().column(thread_reader::Column::ThreadId).filter(own).filter(
            Expr::col((thread_reader::Entity, thread_reader::Column::ReadTo))
                .gte(Expr::col((message::Entity, message::Column::GoesAt))),
        );
    let counts = message::Entity::find()
        .join(JoinType::InnerJoin, of_thread)
        .select_only()
        .column(thread::Column::ProposalId)
        .column(thread::Column::Audience)
        .column_as(message::Column::Id.count(), "unread")
        .filter(thread::Column::ProposalId.in_subquery(among))
        .filter(message::Column::AuthorId.ne(actor.id))
        .filter(message::Column::GoesAt.lte(now))
        .filter(message::Column::TakenBack.eq(false))
        .filter(Expr::exists(is_read.into_query()).not())
        .group_by(thread::Column::ProposalId)
        .group_by(thread::Column::Audience)
        .into_model::<Count>()
        .all(db)
        .await?;
    let mut unread = BTreeMap::new();
    // PostgreSQL would plan that long query anew each time to find that it asks for nothing.
    if counts.is_empty() {
        return Ok(unread);
    }
    let ids: BTreeSet<ProposalId> = counts.iter().map(|count| count.proposal_id).collect();
    for case in cases(db, actor, find.filter(proposal::Column::Id.is_in(ids)), now).await? {
        let readable = |count: &&Count| {
            count.proposal_id == case.proposal.id
                && reading(&case.standing, count.audience).is_some_and(|reading| reading.others)
        };
        let sum: i64 = counts.iter().filter(readable).map(|count| count.unread).sum();
        if sum > 0 {
            unread.insert(case.proposal.reference.clone(), sum);
        }
    }
    Ok(unread)
}
