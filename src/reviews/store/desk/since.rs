//! What has changed in the proposals of a page since their reader judged them.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;

use super::Sitter;
use crate::{
    error::Result,
    guidelines::{Audience, definition},
    ids::ProposalId,
    proposals::submissions::{judged, latest},
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
    let (unread, blind) = (sitter.unread(), sitter.blind());
    let outdated: Vec<&Row> = rows.iter().filter(|row| row.own_outdated && !unread.contains(&row.call_id)).collect();
    let mut changed = BTreeMap::new();
    if outdated.is_empty() {
        return Ok(changed);
    }
    let ids: Vec<ProposalId> = outdated.iter().map(|row| row.id).collect();
    let before = judged(db, sitter.actor.id, ids.iter().copied()).await?;
    let now = latest(db, &ids).await?;
    for row in outdated {
        let (Some(before), Some(now)) = (before.get(&row.id), now.get(&row.id)) else { continue };
        let Some(call) = sitter.call(row.call_id) else { continue };
        let definition = definition(db, call.guidelines_id).await?;
        let audience = if blind.contains(&row.call_id) { Audience::Anonymous } else { Audience::Inside };
        let fields = definition.changes(&before.answers(&definition), &now.answers(&definition), locale, audience);
        changed.insert(row.id, fields.into_iter().map(|field| field.label).collect());
    }
    Ok(changed)
}
