//! Who of the partners hears of what happened: the announcements about proposals, opened by the mail's worker in batches.

use futures::{FutureExt, future::BoxFuture};

use super::{proof, to_ask};
use crate::{
    act::Act,
    entity::{announcement, organisation, partner, proposal},
    error::Result,
    mail::{Announced, Letter, LetterClass},
    partners::{letters::letter, store},
};

/// The announcements whose letters are partners'.
pub const ANNOUNCED: [Announced; 5] = [
    Announced { kind: "partners.ask", class: LetterClass::Announcement, letters: ask },
    Announced { kind: "proposal.approved", class: LetterClass::Announcement, letters: tell_approved },
    Announced { kind: "proposal.running", class: LetterClass::Announcement, letters: tell_running },
    Announced { kind: "proposal.completed", class: LetterClass::Announcement, letters: tell_completed },
    Announced { kind: "proposal.discontinued", class: LetterClass::Announcement, letters: tell_discontinued },
];

type Letters<'a> = BoxFuture<'a, Result<Vec<Letter>>>;

fn ask<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let Some((proposal, lead)) = about(act, row).await? else { return Ok(Vec::new()) };
        let partners = to_ask(act, &proposal, after, limit).await?;
        let asked = partners.into_iter().map(|partner| {
            // A partner is asked once, however often the proposal is submitted.
            let event = format!("partner:{}", partner.id);
            Ok(Letter { event, ..written(act, "partners-ask", &proposal, &lead, partner)? })
        });
        asked.collect()
    }
    .boxed()
}

fn tell_approved<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell(act, row, after, limit, "partners-approved").boxed()
}

fn tell_running<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell(act, row, after, limit, "partners-running").boxed()
}

fn tell_completed<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell(act, row, after, limit, "partners-completed").boxed()
}

fn tell_discontinued<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell(act, row, after, limit, "partners-discontinued").boxed()
}

async fn tell(
    act: &Act,
    row: &announcement::Model,
    after: &str,
    limit: u64,
    kind: &'static str,
) -> Result<Vec<Letter>> {
    let Some((proposal, lead)) = about(act, row).await? else { return Ok(Vec::new()) };
    let partners = store::wanting_updates(act.tx(), proposal.id, after, limit).await?;
    partners.into_iter().map(|partner| written(act, kind, &proposal, &lead, partner)).collect()
}

/// The proposal that an announcement is about; none if it is gone.
async fn about(act: &Act, row: &announcement::Model) -> Result<Option<(proposal::Model, organisation::Model)>> {
    match row.proposal_id {
        Some(id) => store::with_lead(act.tx(), id).await,
        None => Ok(None),
    }
}

fn written(
    act: &Act,
    kind: &'static str,
    proposal: &proposal::Model,
    lead: &organisation::Model,
    partner: partner::Model,
) -> Result<Letter> {
    let proof = proof(&act.app, partner.id)?;
    Ok(letter(&act.app.config, kind, proposal, lead, partner, &proof))
}
