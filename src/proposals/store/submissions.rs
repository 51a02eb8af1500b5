//! What was submitted: numbered, never changed.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use serde_json::Value as Json;

use crate::{
    act::Act,
    clock::{Moment, Zone},
    entity::{call, proposal, submission},
    error::{Error, Result},
    guidelines::{Answers, Definition, canonical, sha256_hex},
    ids::{GuidelinesId, ProposalId, Reference, UserId},
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

/// What was submitted last of a proposal, without the bytes of its receipt.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Latest {
    pub proposal_id: ProposalId,
    pub number: i32,
    /// By the guidelines' keys.
    pub answers: Json,
    pub submitted_at: Moment,
}

/// What was submitted last of each of these proposals.
pub async fn latest(db: &impl ConnectionTrait, proposals: &[ProposalId]) -> Result<BTreeMap<ProposalId, Latest>> {
    use submission::Column as C;
    let last =
        "submissions.number = (SELECT MAX(s.number) FROM submissions s WHERE s.proposal_id = submissions.proposal_id)";
    let mut found = BTreeMap::new();
    // A statement takes so many values, and no more.
    for some in proposals.chunks(500) {
        let rows = submission::Entity::find()
            .select_only()
            .columns([C::ProposalId, C::Number, C::Answers, C::SubmittedAt])
            .filter(C::ProposalId.is_in(some.iter().copied()))
            .filter(Expr::cust(last))
            .into_model::<Latest>()
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.proposal_id, row)));
    }
    Ok(found)
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
    submission.answers.as_object().map(|stored| definition.answers_from_json(stored)).unwrap_or_default()
}
