//! The verbs of reviewing.

pub mod assigning;
pub mod bulk;
pub mod exporting;
pub mod reminding;
pub mod tagging;
pub mod viewing;
pub mod waiting;

use std::{collections::BTreeSet, sync::Arc};

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    guidelines::{CriterionKey, Definition, Points, definition},
    ids::Reference,
    proposals::{self, Case, Deed, case_to_change, submissions},
    reviews::{
        rules::{Entry, is_sound, missing, unconfirmed},
        store::{self, Written},
    },
};

/// Keeps what a reviewer has written so far, however incomplete. `seen` is the version of the review that the reviewer saw,
/// 0 before the first. It remembers the submission that was read beside it. A draft is no act of the audit trail.
pub async fn save(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    seen: i32,
    entry: &Entry,
    judged: &Judged,
) -> Result<()> {
    let case = open(act, actor, reference).await?;
    let rubric = &guidelines(act, &case).await?.rubric;
    if !is_sound(rubric, entry) {
        return Err(Error::Refused("reviews-no-unsound"));
    }
    let read = submissions::id(act.tx(), case.proposal.id, judged.submission).await?;
    let before = store::mine(act.tx(), case.proposal.id, actor.id).await?;
    if let Some(before) = before.filter(|before| before.is_kept_beside(read)) {
        // It is replaced by what is complete, never by a draft, which lies beside it.
        let draft = before.drafted(entry, read, &judged.confirmed);
        return store::keep_draft(act, case.proposal.id, actor.id, seen, &draft).await;
    }
    let written = Written { submission: read, total: None };
    store::write(act, case.proposal.id, actor.id, seen, entry, written).await.map(|_| ())
}

/// What a reviewer judged.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// The number of the submission that they read; none for the last.
    pub submission: Option<i32>,
    /// The scores that hold for it as they held for an earlier one.
    pub confirmed: BTreeSet<CriterionKey>,
}

/// Hands in a complete review, or changes one that is in, as long as the proposal is under review. It judges the last
/// submission, which must be the one that was read, and remembers which that was.
pub async fn submit(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    seen: i32,
    entry: &Entry,
    judged: &Judged,
) -> Result<Points> {
    let case = open(act, actor, reference).await?;
    let rubric = &guidelines(act, &case).await?.rubric;
    if !is_sound(rubric, entry) {
        return Err(Error::Refused("reviews-no-unsound"));
    }
    let total = rubric.total(&entry.scores).filter(|_| missing(rubric, entry).is_empty());
    let total = total.ok_or(Error::Refused("reviews-no-incomplete"))?;
    let last = submissions::last(act.tx(), case.proposal.id).await?;
    if judged.submission.is_some() && judged.submission != last.as_ref().map(|row| row.number) {
        return Err(Error::Conflict);
    }
    let before = store::mine(act.tx(), case.proposal.id, actor.id).await?;
    let last_id = last.as_ref().map(|row| row.id);
    let renewed = before.as_ref().and_then(|before| before.to_renew(last_id));
    if renewed.is_some_and(|scores| !unconfirmed(rubric, scores, entry, &judged.confirmed).is_empty()) {
        return Err(Error::Refused("reviews-no-unconfirmed"));
    }
    let written = Written { submission: last_id, total: Some(total) };
    let id = store::write(act, case.proposal.id, actor.id, seen, entry, written).await?;
    proposals::actions::standing::resume(act, &case, actor).await?;
    let data = json!({ "review": id, "submission": last.map(|row| row.number), "total": total });
    act.event("review.submitted", format!("proposal:{}", case.proposal.id), data).await?;
    Ok(total)
}

/// The proposal, held so that its review cannot end meanwhile.
async fn open(act: &Act, actor: &Actor, reference: &Reference) -> Result<Case> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Review)?;
    Ok(case)
}

async fn guidelines(act: &Act, case: &Case) -> Result<Arc<Definition>> {
    definition(act.tx(), case.call.guidelines_id).await
}
