//! What the secretariat asks to be changed, and what that makes of the guidelines for those who answer.

use std::sync::Arc;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    act::Act,
    entity::request,
    error::Result,
    guidelines::{self, Definition},
    ids::{ProposalId, RequestId},
    proposals::{
        requests::{Numbered, Request, answering, extended},
        store::Case,
    },
};

/// All requests of a proposal, in the order of their numbers.
async fn all(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<Numbered>> {
    let rows = request::Entity::find()
        .filter(request::Column::ProposalId.eq(proposal))
        .order_by_asc(request::Column::Number)
        .all(db)
        .await?;
    let numbered = |row: request::Model| Numbered {
        number: row.number,
        submission: row.submission,
        request: Request { field: row.field.parse().ok(), text: row.body },
    };
    Ok(rows.into_iter().map(numbered).collect())
}

/// All requests of a proposal as somebody found it: no query, where it never was returned.
pub async fn of_case(db: &impl ConnectionTrait, case: &Case) -> Result<Vec<Numbered>> {
    if case.standing.facts.ever_returned { all(db, case.proposal.id).await } else { Ok(Vec::new()) }
}

/// Asks for changes of the last submission of a proposal.
pub async fn ask(act: &Act, case: &Case, asked: &[Request]) -> Result<()> {
    let known = all(act.tx(), case.proposal.id).await?.last().map_or(0, |last| last.number);
    let row = |(number, request): (i32, &Request)| request::ActiveModel {
        id: Set(act.id::<RequestId>()),
        proposal_id: Set(case.proposal.id),
        submission: Set(case.standing.facts.submissions),
        number: Set(number),
        field: Set(request.field.as_ref().map(ToString::to_string).unwrap_or_default()),
        body: Set(request.text.clone()),
        asked_by: Set(act.by.user()),
        asked_at: Set(act.at),
    };
    request::Entity::insert_many((known + 1..).zip(asked).map(row)).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// What a proposal is asked: the guidelines of its call, and the requests that what is written in it now is to answer.
pub async fn asked_now(db: &impl ConnectionTrait, case: &Case) -> Result<Arc<Definition>> {
    of_submission(db, case, case.standing.next_submission()).await
}

/// What the submission of this number was to answer, or is.
pub async fn of_submission(db: &impl ConnectionTrait, case: &Case, number: i32) -> Result<Arc<Definition>> {
    let definition = guidelines::definition(db, case.call.guidelines_id).await?;
    Ok(answering(&definition, &of_case(db, case).await?, number))
}

/// What a proposal was ever asked: for the history of its answers.
pub async fn ever_asked(db: &impl ConnectionTrait, case: &Case) -> Result<Arc<Definition>> {
    let definition = guidelines::definition(db, case.call.guidelines_id).await?;
    let all = of_case(db, case).await?;
    Ok(if all.is_empty() { definition } else { Arc::new(extended(&definition, &all)) })
}
