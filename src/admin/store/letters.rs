//! The letters as administration reads them: found, counted, and each with what belongs to it. Whoever has an interest in a
//! proposal finds and counts none of its letters.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use crate::{
    accounts::{
        Actor,
        lists::{Part, ROWS, Turn},
    },
    clock::Moment,
    entity::{
        letter::{self, Column},
        letter_word,
    },
    error::Result,
    ids::{LetterId, ProposalId},
    mail::{
        address::Email,
        state::{LetterState, Stage},
    },
    proposals::closed_to,
    words::Locale,
};

/// A letter in a list: all but its text.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub id: LetterId,
    pub kind: String,
    pub state: LetterState,
    pub attempts: i32,
    pub recipient: Email,
    pub recipient_name: String,
    pub proposal_id: Option<ProposalId>,
    pub locale: Locale,
    pub subject: String,
    pub created_at: Moment,
    pub due_at: Moment,
    pub answer: String,
    pub bounced_at: Option<Moment>,
    pub bounce: String,
    pub copy_of: Option<LetterId>,
}

const SHOWN: [Column; 15] = [
    Column::Id,
    Column::Kind,
    Column::State,
    Column::Attempts,
    Column::Recipient,
    Column::RecipientName,
    Column::ProposalId,
    Column::Locale,
    Column::Subject,
    Column::CreatedAt,
    Column::DueAt,
    Column::Answer,
    Column::BouncedAt,
    Column::Bounce,
    Column::CopyOf,
];

impl Line {
    pub fn stage(&self) -> Stage {
        Stage::of(self.state, self.attempts, self.bounced_at.is_some())
    }
}

/// Which letters are looked for: those for which all of it is so.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub stage: Option<Stage>,
    pub kind: Option<&'static str>,
    pub proposal: Option<ProposalId>,
    /// Each the beginning of a word by which the letter is found.
    pub words: Vec<String>,
}

/// The letters that someone may read: all but those about a proposal that is closed to them. A digest of notices tells of several:
/// those of others are read by whom none is closed to.
pub fn letters_for(reader: &Actor) -> Select<letter::Entity> {
    let open =
        Condition::any().add(Column::ProposalId.is_null()).add(Column::ProposalId.not_in_subquery(closed_to(reader)));
    let told = Condition::any()
        .add(Column::Kind.ne(DIGEST_OF_NOTICES))
        .add(Column::UserId.eq(reader.id))
        .add(Expr::exists(closed_to(reader)).not());
    letter::Entity::find().filter(open).filter(told)
}

/// The kind of letters that tell of several proposals.
const DIGEST_OF_NOTICES: &str = "notices";

/// One of these.
pub async fn letter(db: &impl ConnectionTrait, reader: &Actor, id: LetterId) -> Result<Option<letter::Model>> {
    Ok(letters_for(reader).filter(Column::Id.eq(id)).one(db).await?)
}

/// Letters, newest first. Each way of asking has an index with the letters in this order, so a page is read and no more.
pub async fn letters(
    db: &impl ConnectionTrait,
    reader: &Actor,
    asked: &Asked,
    turn: &Turn<LetterId>,
) -> Result<Part<Line>> {
    let mut found = at_stage(letters_for(reader).select_only().columns(SHOWN), asked.stage);
    if let Some(kind) = asked.kind {
        found = found.filter(Column::Kind.eq(kind));
    }
    if let Some(proposal) = asked.proposal {
        found = found.filter(Column::ProposalId.eq(proposal));
    }
    for word in &asked.words {
        found = found.filter(Column::Id.in_subquery(with_word(word)));
    }
    // Ids sort by time.
    let mut list = found.cursor_by(Column::Id);
    list.desc();
    let room = ROWS as u64 + 1;
    match turn {
        Turn::First => list.first(room),
        Turn::After(id) => list.after(*id).first(room),
        Turn::Before(id) => list.before(*id).last(room),
    };
    Ok(turn.part(list.into_model::<Line>().all(db).await?))
}

fn at_stage(letters: Select<letter::Entity>, stage: Option<Stage>) -> Select<letter::Entity> {
    let Some(stage) = stage else { return letters };
    let letters = letters.filter(Column::State.eq(stage.state()));
    match stage {
        Stage::Queued => letters.filter(Column::Attempts.eq(0)),
        Stage::Deferred => letters.filter(Column::Attempts.gt(0)),
        Stage::Sent => letters.filter(Column::BouncedAt.is_null()),
        Stage::Bounced => letters.filter(Column::BouncedAt.is_not_null()),
        Stage::Sending | Stage::Unknown | Stage::Failed | Stage::Cancelled => letters,
    }
}

/// The letters of which a word begins like this. On both databases words sort by code point.
fn with_word(beginning: &str) -> SelectStatement {
    letter_word::Entity::find()
        .select_only()
        .column(letter_word::Column::LetterId)
        .filter(letter_word::Column::Word.gte(beginning))
        .filter(letter_word::Column::Word.lt(format!("{beginning}{}", char::MAX)))
        .into_query()
}

/// How many letters stand where; nothing of where none does.
pub async fn by_stage(db: &impl ConnectionTrait, reader: &Actor) -> Result<BTreeMap<Stage, i64>> {
    let rows: Vec<(LetterState, i64, i64, i64)> = letters_for(reader)
        .select_only()
        .column(Column::State)
        .column_as(Expr::cust("COUNT(*)"), "letters")
        .column_as(Expr::cust("COUNT(CASE WHEN attempts > 0 THEN 1 END)"), "tried")
        .column_as(Column::BouncedAt.count(), "returned")
        .group_by(Column::State)
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

/// How many letters were written on a day and stand in a state now; of these, how many came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct OfDay {
    /// Counted from 0, in the order of `days`.
    pub nth: i64,
    pub state: LetterState,
    pub letters: i64,
    pub returned: i64,
}

/// The letters that were written since the first of `days` (their beginnings, one after the other), by the day on which they
/// were.
pub async fn by_day(db: &impl ConnectionTrait, reader: &Actor, days: &[Moment]) -> Result<Vec<OfDay>> {
    let [first, later @ ..] = days else { return Ok(Vec::new()) };
    let cases = (0_i64..).zip(later);
    let cases: String = cases.map(|(nth, day)| format!(" WHEN created_at < {} THEN {nth}", day.millis())).collect();
    let nth = match later {
        [] => "CAST(0 AS bigint)".to_owned(),
        [..] => format!("CAST(CASE{cases} ELSE {} END AS bigint)", later.len()),
    };
    Ok(letters_for(reader)
        .select_only()
        .column_as(Expr::cust(nth), "nth")
        .column(Column::State)
        .column_as(Expr::cust("COUNT(*)"), "letters")
        .column_as(Column::BouncedAt.count(), "returned")
        .filter(Column::CreatedAt.gte(*first))
        .group_by(Expr::cust("nth"))
        .group_by(Column::State)
        .into_model()
        .all(db)
        .await?)
}

/// The original of a letter and its copies, oldest first, this one among them; more than `most` nobody makes by hand.
pub async fn family(db: &impl ConnectionTrait, of: &letter::Model, most: u64) -> Result<Vec<Line>> {
    let original = of.copy_of.unwrap_or(of.id);
    Ok(letter::Entity::find()
        .select_only()
        .columns(SHOWN)
        .filter(Condition::any().add(Column::Id.eq(original)).add(Column::CopyOf.eq(original)))
        .order_by_asc(Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await?)
}

/// The last letters to the same address, without this one.
pub async fn to_same(db: &impl ConnectionTrait, reader: &Actor, of: &letter::Model, most: u64) -> Result<Vec<Line>> {
    Ok(letters_for(reader)
        .select_only()
        .columns(SHOWN)
        .filter(Column::Recipient.eq(of.recipient.as_str()))
        .filter(Column::Id.ne(of.id))
        .order_by_desc(Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await?)
}
