//! What administration reads: counts, the letters without their texts, the audit trail, and the names in it.

pub mod examples;

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QuerySelect,
    Select,
    sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr},
};

use super::rules::Stage;
use crate::{
    accounts::{
        Actor,
        lists::{Part, ROWS, Turn},
    },
    clock::Moment,
    entity::{announcement, audit_event, letter, proposal, session, user},
    error::Result,
    ids::{EventId, LetterId, ProposalId, Reference, UserId},
    mail::{address::Email, state::LetterState},
    proposals::closed_to,
    words::Locale,
};

/// A letter in a list: all but its text.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub id: LetterId,
    pub state: LetterState,
    pub attempts: i32,
    pub recipient: Email,
    pub recipient_name: String,
    pub locale: Locale,
    pub subject: String,
    pub created_at: Moment,
    pub bounced_at: Option<Moment>,
}

/// How many letters stand where; nothing of where none does.
pub async fn letters_by_stage(db: &impl ConnectionTrait) -> Result<BTreeMap<Stage, i64>> {
    let rows: Vec<(LetterState, i64, i64, i64)> = letter::Entity::find()
        .select_only()
        .column(letter::Column::State)
        .column_as(letter::Column::Id.count(), "letters")
        .column_as(Expr::cust("COUNT(CASE WHEN attempts > 0 THEN 1 END)"), "tried")
        .column_as(letter::Column::BouncedAt.count(), "returned")
        .group_by(letter::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = BTreeMap::new();
    for (state, letters, tried, returned) in rows {
        let returned = if state == LetterState::Sent { returned } else { 0 };
        *counts.entry(Stage::of(state, 0, false)).or_default() += letters - tried;
        *counts.entry(Stage::of(state, 1, false)).or_default() += tried - returned;
        *counts.entry(Stage::of(state, 1, true)).or_default() += returned;
    }
    counts.retain(|_, count| *count > 0);
    Ok(counts)
}

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

/// The letters that someone may read: all but those about a proposal that is closed to them.
fn letters_for(reader: &Actor) -> Select<letter::Entity> {
    let open = Condition::any()
        .add(letter::Column::ProposalId.is_null())
        .add(letter::Column::ProposalId.not_in_subquery(closed_to(reader)));
    letter::Entity::find().filter(open)
}

/// One of these.
pub async fn letter(db: &impl ConnectionTrait, reader: &Actor, id: LetterId) -> Result<Option<letter::Model>> {
    Ok(letters_for(reader).filter(letter::Column::Id.eq(id)).one(db).await?)
}

/// Letters, newest first: those that stand at `stage`, if one is named, and whose recipient or subject holds `text`.
pub async fn letters(
    db: &impl ConnectionTrait,
    reader: &Actor,
    stage: Option<Stage>,
    text: &str,
    turn: &Turn<LetterId>,
) -> Result<Part<Line>> {
    use letter::Column;
    let shown = [
        Column::Id,
        Column::State,
        Column::Attempts,
        Column::Recipient,
        Column::RecipientName,
        Column::Locale,
        Column::Subject,
        Column::CreatedAt,
        Column::BouncedAt,
    ];
    let mut found = at_stage(letters_for(reader).select_only().columns(shown), stage);
    if !text.trim().is_empty() {
        found = found.filter(holds(text.trim()));
    }
    // By state and time there is an index; by time alone, too.
    let mut list = found.cursor_by((Column::CreatedAt, Column::Id));
    list.desc();
    let room = ROWS as u64 + 1;
    let row = |id: LetterId| letter::Entity::find_by_id(id).one(db);
    match turn {
        Turn::After(id) if let Some(row) = row(*id).await? => list.after((row.created_at, row.id)).first(room),
        Turn::Before(id) if let Some(row) = row(*id).await? => list.before((row.created_at, row.id)).last(room),
        _ => list.first(room),
    };
    Ok(turn.part(list.into_model::<Line>().all(db).await?))
}

fn at_stage(letters: Select<letter::Entity>, stage: Option<Stage>) -> Select<letter::Entity> {
    let Some(stage) = stage else { return letters };
    let letters = letters.filter(letter::Column::State.eq(stage.state()));
    match stage {
        Stage::Queued => letters.filter(letter::Column::Attempts.eq(0)),
        Stage::Deferred => letters.filter(letter::Column::Attempts.gt(0)),
        Stage::Sent => letters.filter(letter::Column::BouncedAt.is_null()),
        Stage::Bounced => letters.filter(letter::Column::BouncedAt.is_not_null()),
        Stage::Sending | Stage::Unknown | Stage::Failed | Stage::Cancelled => letters,
    }
}

/// Whether address, name or subject hold a text, whatever its case. SQLite knows the cases of ASCII alone, so what is typed
/// is also looked for as it is.
fn holds(text: &str) -> Condition {
    let like = |text: &str| {
        let plain = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        LikeExpr::new(format!("%{plain}%")).escape('\\')
    };
    let lower = |column| SimpleExpr::from(Func::lower(Expr::col((letter::Entity, column))));
    let folded = text.to_lowercase();
    Condition::any()
        .add(Expr::col((letter::Entity, letter::Column::Recipient)).like(like(&folded)))
        .add(lower(letter::Column::RecipientName).like(like(&folded)))
        .add(Expr::col((letter::Entity, letter::Column::RecipientName)).like(like(text)))
        .add(lower(letter::Column::Subject).like(like(&folded)))
        .add(Expr::col((letter::Entity, letter::Column::Subject)).like(like(text)))
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
