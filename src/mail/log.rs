//! The outbox as people read it: newest first, paged by key; and what was announced about a call.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{Email, LetterState, state::Stage, store};
use crate::{
    clock::Moment,
    entity::{
        announcement,
        letter::{self, Column},
        letter_body,
    },
    error::{Error, Result},
    ids::{AnnouncementId, CallId, LetterId, ProposalId, UserId},
    words::Locale,
};

/// Letters, newest first: those to an address, if one is named, that are older than `before`, at most `limit` of them.
pub async fn letters(
    db: &impl ConnectionTrait,
    to: Option<&Email>,
    before: Option<LetterId>,
    limit: u64,
) -> Result<Vec<letter::Model>> {
    let mut query = letter::Entity::find().order_by_desc(Column::Id).limit(limit);
    if let Some(to) = to {
        query = query.filter(Column::Recipient.eq(to.as_str()));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    Ok(query.all(db).await?)
}

/// What a letter says; both texts are empty once a secret was blanked.
pub async fn body(db: &impl ConnectionTrait, id: LetterId) -> Result<letter_body::Model> {
    store::body(db, id).await?.ok_or_else(|| Error::internal("a letter that says nothing"))
}

/// One letter.
pub async fn letter(db: &impl ConnectionTrait, id: LetterId) -> Result<Option<letter::Model>> {
    Ok(letter::Entity::find_by_id(id).one(db).await?)
}

/// A letter about a proposal: all but its text.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Told {
    pub id: LetterId,
    pub state: LetterState,
    pub recipient: Email,
    pub recipient_name: String,
    pub locale: Locale,
    pub subject: String,
    pub created_at: Moment,
    pub attempts: i32,
    pub sent_at: Option<Moment>,
    pub bounced_at: Option<Moment>,
}

const TOLD: [Column; 10] = [
    Column::Id,
    Column::State,
    Column::Recipient,
    Column::RecipientName,
    Column::Locale,
    Column::Subject,
    Column::CreatedAt,
    Column::Attempts,
    Column::SentAt,
    Column::BouncedAt,
];

impl Told {
    pub fn stage(&self) -> Stage {
        Stage::of(self.state, self.attempts, self.bounced_at.is_some())
    }
}

/// The last letters about a proposal, newest first: at most `limit`.
pub async fn about(db: &impl ConnectionTrait, proposal: ProposalId, limit: u64) -> Result<Vec<Told>> {
    Ok(letter::Entity::find()
        .select_only()
        .columns(TOLD)
        .filter(Column::ProposalId.eq(proposal))
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await?)
}

/// The last letters about a proposal that somebody was sent, newest first: at most `limit`. What waits is not among them, since
/// it can still be taken back.
pub async fn sent_to(db: &impl ConnectionTrait, proposal: ProposalId, reader: UserId, limit: u64) -> Result<Vec<Told>> {
    Ok(letter::Entity::find()
        .select_only()
        .columns(TOLD)
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::UserId.eq(reader))
        .filter(Column::State.eq(LetterState::Sent))
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await?)
}

/// How many letters stand in a state: those that failed, or whose outcome is unknown, are for a person to look at.
pub async fn count(db: &impl ConnectionTrait, state: LetterState) -> Result<u64> {
    Ok(letter::Entity::find().filter(Column::State.eq(state)).count(db).await?)
}

/// What was announced about a call, of one kind, newest first: at most `limit`.
pub async fn announced(
    db: &impl ConnectionTrait,
    kind: &str,
    call: CallId,
    limit: u64,
) -> Result<Vec<announcement::Model>> {
    Ok(announcement::Entity::find()
        .filter(announcement::Column::CallId.eq(call))
        .filter(announcement::Column::Kind.eq(kind))
        .order_by_desc(announcement::Column::Id)
        .limit(limit)
        .all(db)
        .await?)
}

/// How many letters of these announcements stand in which state.
pub async fn of_announcements(
    db: &impl ConnectionTrait,
    announcements: impl IntoIterator<Item = AnnouncementId>,
) -> Result<Vec<(AnnouncementId, LetterState, i64)>> {
    Ok(letter::Entity::find()
        .select_only()
        .column(Column::AnnouncementId)
        .column(Column::State)
        .column_as(Column::Id.count(), "letters")
        .filter(Column::AnnouncementId.is_in(announcements))
        .group_by(Column::AnnouncementId)
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?)
}
