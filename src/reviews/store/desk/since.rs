//! What has changed in the proposals of a page since their reader judged them.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Sitter;
use crate::{
    entity::{review, submission},
    error::Result,
    guidelines::{Audience, definition},
    ids::{ProposalId, SubmissionId},
    proposals::submissions::answers,
    reviews::listing::Row,
    words::Locale,
};

/// The labels of the fields whose answers are others than those that the reader judged, in the order of the form and as far as
/// the reader may read them. Asks nothing where no review is outdated, and two questions where some are.
pub async fn changed(
    db: &impl ConnectionTrait,
    sitter: &Sitter,
    rows: &[Row],
    locale: Locale,
) -> Result<BTreeMap<ProposalId, Vec<String>>> {
    let outdated = rows.iter().filter(|row| row.own_outdated && sitter.promised.contains(&row.call_id));
    let outdated: Vec<&Row> = outdated.collect();
    if outdated.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids = || outdated.iter().map(|row| row.id);
    let judged: Vec<(ProposalId, Option<SubmissionId>)> = review::Entity::find()
        .select_only()
        .columns([review::Column::ProposalId, review::Column::SubmissionId])
        .filter(review::Column::ReviewerId.eq(sitter.actor.id))
        .filter(review::Column::ProposalId.is_in(ids()))
        .into_tuple()
        .all(db)
        .await?;
    let submitted = submission::Entity::find()
        .filter(submission::Column::ProposalId.is_in(ids()))
        .order_by_asc(submission::Column::Number)
        .all(db)
        .await?;
    let mut changed = BTreeMap::new();
    for row in outdated {
        let of_row = || submitted.iter().filter(|one| one.proposal_id == row.id);
        let before = judged.iter().find(|(proposal, _)| *proposal == row.id).and_then(|(_, judged)| *judged);
        let before = of_row().find(|one| Some(one.id) == before);
        let (Some(before), Some(last)) = (before, of_row().next_back()) else { continue };
        let definition = definition(db, last.guidelines_id).await?;
        let knows = sitter.call(row.call_id).is_some_and(|call| call.reviewing(sitter.now).applicant);
        let audience = if knows { Audience::Inside } else { Audience::Anonymous };
        let fields = definition.changes(&answers(&definition, before), &answers(&definition, last), locale, audience);
        changed.insert(row.id, fields.into_iter().map(|field| field.label).collect());
    }
    Ok(changed)
}
