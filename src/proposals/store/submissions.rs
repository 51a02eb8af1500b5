//! What was submitted: numbered, never changed.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};
use serde_json::Value as Json;

use crate::{
    act::Act,
    clock::{Moment, Zone},
    entity::{call, proposal, review, submission},
    error::{Error, Result},
    guidelines::{Answers, Definition, canonical, sha256_hex},
    ids::{GuidelinesId, ProposalId, Reference, SubmissionId, UserId},
};

/// By whom something was handed in, and when.
#[derive(Clone, Copy, Debug)]
pub struct Handed {
    pub by: Option<UserId>,
    pub at: Moment,
}

impl Handed {
    /// By whoever acts, now.
    pub fn in_act(act: &Act) -> Self {
        Self { by: act.by.user(), at: act.at }
    }
}

/// Writes the next submission of a proposal, with its canonical bytes and their hash.
pub async fn write(
    act: &Act,
    proposal: &proposal::Model,
    number: i32,
    guidelines: (GuidelinesId, &Definition),
    answers: &Answers,
    handed: Handed,
) -> Result<submission::Model> {
    let (number_text, at) = (number.to_string(), handed.at.iso());
    let heading =
        [("reference", proposal.reference.as_str()), ("number", number_text.as_str()), ("submitted_at", at.as_str())];
    let bytes = canonical(guidelines.1, &heading, answers);
    let row = submission::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal.id),
        number: Set(number),
        guidelines_id: Set(guidelines.0),
        answers: Set(Json::Object(answers.to_json())),
        sha256: Set(sha256_hex(&bytes)),
        canonical: Set(bytes),
        submitted_by: Set(handed.by),
        submitted_at: Set(handed.at),
    };
    Ok(row.insert(act.tx()).await?)
}

/// The submission of this number.
pub async fn numbered(db: &impl ConnectionTrait, proposal: ProposalId, number: i32) -> Result<submission::Model> {
    let find = submission::Entity::find()
        .filter(submission::Column::ProposalId.eq(proposal))
        .filter(submission::Column::Number.eq(number));
    find.one(db).await?.ok_or(Error::NotFound)
}

/// The last submission, if there is one.
pub async fn last(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<submission::Model>> {
    Ok(submission::Entity::find()
        .filter(submission::Column::ProposalId.eq(proposal))
        .order_by_desc(submission::Column::Number)
        .one(db)
        .await?)
}

/// The id of the submission of this number, or of the last where no number is given. Nothing of what was submitted is read.
pub async fn id(db: &impl ConnectionTrait, proposal: ProposalId, number: Option<i32>) -> Result<Option<SubmissionId>> {
    let mut find = submission::Entity::find()
        .select_only()
        .column(submission::Column::Id)
        .filter(submission::Column::ProposalId.eq(proposal))
        .order_by_desc(submission::Column::Number);
    if let Some(number) = number {
        find = find.filter(submission::Column::Number.eq(number));
    }
    let found = find.into_tuple().one(db).await?;
    if number.is_some() && found.is_none() { Err(Error::NotFound) } else { Ok(found) }
}

/// What was submitted of a proposal, without the bytes of its receipt: the last time, or as somebody judged it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Latest {
    pub proposal_id: ProposalId,
    pub number: i32,
    /// By the guidelines' keys.
    pub answers: Json,
    pub submitted_at: Moment,
}

impl Latest {
    /// As its definition reads them.
    pub fn answers(&self, definition: &Definition) -> Answers {
        read(definition, &self.answers)
    }
}

/// What was submitted last of each of these proposals.
pub async fn latest(db: &impl ConnectionTrait, proposals: &[ProposalId]) -> Result<BTreeMap<ProposalId, Latest>> {
    let last =
        "submissions.number = (SELECT MAX(s.number) FROM submissions s WHERE s.proposal_id = submissions.proposal_id)";
    let mut found = BTreeMap::new();
    // A statement takes so many values, and no more.
    for some in proposals.chunks(500) {
        let these = submission::Column::ProposalId.is_in(some.iter().copied());
        found.extend(by_proposal(db, Condition::all().add(these).add(Expr::cust(last))).await?);
    }
    Ok(found)
}

/// The submission that somebody's review of each of these proposals judged, or was begun on.
pub async fn judged(
    db: &impl ConnectionTrait,
    reviewer: UserId,
    proposals: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, Latest>> {
    let judged = review::Entity::find()
        .select_only()
        .column(review::Column::SubmissionId)
        .filter(review::Column::ReviewerId.eq(reviewer))
        .filter(review::Column::ProposalId.is_in(proposals))
        .into_query();
    by_proposal(db, Condition::all().add(submission::Column::Id.in_subquery(judged))).await
}

async fn by_proposal(db: &impl ConnectionTrait, which: Condition) -> Result<BTreeMap<ProposalId, Latest>> {
    use submission::Column as C;
    let found = submission::Entity::find()
        .select_only()
        .columns([C::ProposalId, C::Number, C::Answers, C::SubmittedAt])
        .filter(which)
        .into_model::<Latest>()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|row| (row.proposal_id, row)).collect())
}

/// What anybody who has its hash may know of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    pub reference: Reference,
    pub number: i32,
    pub at: Moment,
    /// Of its call.
    pub zone: Zone,
}

/// The submission of this hash, for whoever asks: the hash is the proof, so this alone does not begin at `visible_to`.
pub async fn confirmed(db: &impl ConnectionTrait, sha256: &str) -> Result<Confirmed> {
    let found = submission::Entity::find()
        .select_only()
        .columns([submission::Column::ProposalId, submission::Column::Number, submission::Column::SubmittedAt])
        .filter(submission::Column::Sha256.eq(sha256))
        .into_tuple::<(ProposalId, i32, Moment)>();
    let (proposal, number, at) = found.one(db).await?.ok_or(Error::NotFound)?;
    let found = proposal::Entity::find_by_id(proposal).find_also_related(call::Entity).one(db).await?;
    let (proposal, call) = found.ok_or(Error::NotFound)?;
    let zone = call.map_or(Zone::UTC, |call| call.zone());
    Ok(Confirmed { reference: proposal.reference, number, at, zone })
}

/// The answers of a submission, as its definition reads them.
pub fn answers(definition: &Definition, submission: &submission::Model) -> Answers {
    read(definition, &submission.answers)
}

fn read(definition: &Definition, answers: &Json) -> Answers {
    answers.as_object().map(|stored| definition.answers_from_json(stored)).unwrap_or_default()
}
