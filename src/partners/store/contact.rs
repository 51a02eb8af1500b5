//! What visitors have written to the secretariat, and the challenges that were spent on it; the only writer of these rows.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Select, sea_query::OnConflict,
};

use crate::{
    accounts::{
        Actor,
        lists::{Part, ROWS, Turn},
    },
    act::Act,
    clock::Moment,
    entity::{
        contact_message::{self, Column},
        proposal, spent_challenge,
    },
    error::{Error, Result},
    ids::{ContactMessageId, ProposalId, UserId},
    mail::Email,
    partners::{
        contact::{About, MessageState},
        proof::Solved,
    },
    proposals::{closed_to, visible_to},
    words::Locale,
};

/// A message as it was written.
#[derive(Clone, Debug)]
pub struct NewMessage {
    pub name: String,
    pub email: Email,
    pub locale: Locale,
    pub about: About,
    pub body: String,
    pub proposal: Option<ProposalId>,
}

/// The Initiative of this name, be it public no more: what is written about it stays closed to the same people.
pub async fn concerned(db: &impl ConnectionTrait, slug: &str) -> Result<Option<ProposalId>> {
    let find = proposal::Entity::find().select_only().column(proposal::Column::Id);
    Ok(find.filter(proposal::Column::Slug.eq(slug)).into_tuple().one(db).await?)
}

/// Keeps a message.
pub async fn insert(act: &Act, new: NewMessage, state: MessageState) -> Result<contact_message::Model> {
    let row = contact_message::Model {
        id: act.id(),
        name: new.name,
        email: new.email,
        locale: new.locale,
        about: new.about,
        body: new.body,
        proposal_id: new.proposal,
        state,
        written_at: act.at,
        arrived_at: act.at,
        answered_at: None,
        answered_by: None,
        version: 0,
    };
    let new = row.clone().into_active_model();
    contact_message::Entity::insert(new).exec_without_returning(act.tx()).await?;
    Ok(row)
}

/// Spends what was solved on a message, which is known by a digest; on which one it was spent before, if it was. Of two at once, one
/// waits here for the other.
pub async fn spend(act: &Act, solved: &Solved, on: &str) -> Result<Option<String>> {
    let row = spent_challenge::ActiveModel {
        challenge: Set(solved.challenge.clone()),
        spent_on: Set(on.to_owned()),
        expires_at: Set(solved.expires_at),
    };
    let once = OnConflict::column(spent_challenge::Column::Challenge).do_nothing().to_owned();
    if spent_challenge::Entity::insert(row).on_conflict(once).exec_without_returning(act.tx()).await? > 0 {
        return Ok(None);
    }
    let before = spent_challenge::Entity::find_by_id(solved.challenge.clone()).one(act.tx()).await?;
    Ok(before.map(|row| row.spent_on))
}

/// The same message, if it waits already.
pub async fn waiting_same(act: &Act, message: &NewMessage) -> Result<Option<contact_message::Model>> {
    Ok(contact_message::Entity::find()
        .filter(Column::Email.eq(message.email.as_str()))
        .filter(Column::State.eq(MessageState::Waiting))
        .filter(Column::About.eq(message.about))
        .filter(Column::Body.eq(message.body.as_str()))
        .order_by_asc(Column::Id)
        .one(act.tx())
        .await?)
}

/// So many are shown together to whoever is to confirm them.
const WAITING: u64 = 50;

/// What was written in the name of an address and is not confirmed, the last first.
pub async fn waiting(db: &impl ConnectionTrait, email: &Email) -> Result<Vec<contact_message::Model>> {
    Ok(contact_message::Entity::find()
        .filter(Column::Email.eq(email.as_str()))
        .filter(Column::State.eq(MessageState::Waiting))
        .order_by_desc(Column::WrittenAt)
        .order_by_desc(Column::Id)
        .limit(WAITING)
        .all(db)
        .await?)
}

/// A message in the name of this address, kept from others until the act ends.
pub async fn locked(act: &Act, id: ContactMessageId, email: &Email) -> Result<Option<contact_message::Model>> {
    let find = contact_message::Entity::find_by_id(id).filter(Column::Email.eq(email.as_str()));
    Ok(find.lock_exclusive().one(act.tx()).await?)
}

/// Writes that a message is sent on.
pub async fn arrived(act: &Act, row: &contact_message::Model) -> Result<contact_message::Model> {
    let mut changed = row.clone().into_active_model();
    changed.state = Set(MessageState::Open);
    changed.arrived_at = Set(act.at);
    changed.version = Set(row.version + 1);
    Ok(changed.update(act.tx()).await?)
}

/// Deletes what its supposed writer did not write.
pub async fn delete(act: &Act, id: ContactMessageId) -> Result<()> {
    contact_message::Entity::delete_by_id(id).exec(act.tx()).await?;
    Ok(())
}

/// What was sent on, and somebody of the house may read: all but what is about a proposal that is closed to them.
fn for_reader(reader: &Actor) -> Select<contact_message::Entity> {
    let open =
        Condition::any().add(Column::ProposalId.is_null()).add(Column::ProposalId.not_in_subquery(closed_to(reader)));
    contact_message::Entity::find().filter(Column::State.ne(MessageState::Waiting)).filter(open)
}

/// Messages, the last that came first.
pub async fn messages(
    db: &impl ConnectionTrait,
    reader: &Actor,
    turn: &Turn<ContactMessageId>,
) -> Result<Part<contact_message::Model>> {
    let mut list = for_reader(reader).cursor_by((Column::ArrivedAt, Column::Id));
    list.desc();
    let room = ROWS as u64 + 1;
    let row = |id: ContactMessageId| for_reader(reader).filter(Column::Id.eq(id)).one(db);
    match turn {
        Turn::After(id) if let Some(row) = row(*id).await? => list.after((row.arrived_at, row.id)).first(room),
        Turn::Before(id) if let Some(row) = row(*id).await? => list.before((row.arrived_at, row.id)).last(room),
        _ => list.first(room),
    };
    Ok(turn.part(list.all(db).await?))
}

/// One of these.
pub async fn by_id(
    db: &impl ConnectionTrait,
    reader: &Actor,
    id: ContactMessageId,
) -> Result<Option<contact_message::Model>> {
    Ok(for_reader(reader).filter(Column::Id.eq(id)).one(db).await?)
}

/// The proposals among these that somebody may see.
pub async fn proposals(
    db: &impl ConnectionTrait,
    reader: &Actor,
    ids: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, proposal::Model>> {
    let ids: Vec<ProposalId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = visible_to(Some(reader)).filter(proposal::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// A message that somebody of the house may read, if nobody changed it since it was seen at version `seen`; kept from others until
/// the act ends.
pub async fn locked_as_seen(
    act: &Act,
    reader: &Actor,
    id: ContactMessageId,
    seen: i32,
) -> Result<contact_message::Model> {
    let find = for_reader(reader).filter(Column::Id.eq(id));
    let row = find.lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)?;
    if row.version == seen { Ok(row) } else { Err(Error::Conflict) }
}

/// Writes who has answered a message; nobody, where it is to be answered after all.
pub async fn answered(act: &Act, row: &contact_message::Model, by: Option<UserId>) -> Result<()> {
    let mut changed = row.clone().into_active_model();
    changed.state = Set(if by.is_some() { MessageState::Answered } else { MessageState::Open });
    changed.answered_at = Set(by.map(|_| act.at));
    changed.answered_by = Set(by);
    changed.version = Set(row.version + 1);
    changed.update(act.tx()).await?;
    Ok(())
}

/// Deletes what nobody confirmed since `unconfirmed`, what was answered before `answered`, and challenges that are over.
pub async fn forget(act: &Act, unconfirmed: Moment, answered: Moment) -> Result<()> {
    contact_message::Entity::delete_many()
        .filter(Column::State.eq(MessageState::Waiting))
        .filter(Column::WrittenAt.lt(unconfirmed))
        .exec(act.tx())
        .await?;
    contact_message::Entity::delete_many()
        .filter(Column::State.eq(MessageState::Answered))
        .filter(Column::AnsweredAt.lt(answered))
        .exec(act.tx())
        .await?;
    spent_challenge::Entity::delete_many()
        .filter(spent_challenge::Column::ExpiresAt.lte(act.at))
        .exec(act.tx())
        .await?;
    Ok(())
}
