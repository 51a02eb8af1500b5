//! What partners are told, and who of them.

use futures::{FutureExt, future::BoxFuture};

use super::{actions, store};
use crate::{
    act::Act,
    entity::{announcement, organisation, partner, proposal},
    error::Result,
    mail::{Announced, Button, Letter, LetterClass, Recipient},
};

/// The announcements whose letters are partners'.
pub const ANNOUNCED: [Announced; 4] = [
    Announced { kind: "partners.ask", letters: ask },
    Announced { kind: "proposal.approved", letters: tell_approved },
    Announced { kind: "proposal.running", letters: tell_running },
    Announced { kind: "proposal.completed", letters: tell_completed },
];

type Letters<'a> = BoxFuture<'a, Result<Vec<Letter>>>;

fn ask<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let Some((proposal, lead)) = about(act, row).await? else { return Ok(Vec::new()) };
        let partners = actions::to_ask(act, &proposal, after, limit).await?;
        partners.into_iter().map(|partner| letter(act, "partners-ask", &proposal, &lead, partner)).collect()
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

async fn tell(
    act: &Act,
    row: &announcement::Model,
    after: &str,
    limit: u64,
    kind: &'static str,
) -> Result<Vec<Letter>> {
    let Some((proposal, lead)) = about(act, row).await? else { return Ok(Vec::new()) };
    let partners = store::wanting_updates(act.tx(), proposal.id, after, limit).await?;
    partners.into_iter().map(|partner| letter(act, kind, &proposal, &lead, partner)).collect()
}

/// The proposal that an announcement is about; none if it is gone.
async fn about(act: &Act, row: &announcement::Model) -> Result<Option<(proposal::Model, organisation::Model)>> {
    match row.proposal_id {
        Some(id) => store::with_lead(act.tx(), id).await,
        None => Ok(None),
    }
}

fn letter(
    act: &Act,
    kind: &'static str,
    proposal: &proposal::Model,
    lead: &organisation::Model,
    partner: partner::Model,
) -> Result<Letter> {
    let proof = actions::proof(&act.app, partner.id)?;
    let config = &act.app.config;
    let (label_key, path) = match (&proposal.slug, kind) {
        (Some(slug), kind) if kind != "partners-ask" => ("mail-partners-read-button", format!("/initiatives/{slug}")),
        _ => ("mail-partners-answer-button", format!("/partners/{proof}")),
    };
    Ok(Letter {
        kind,
        class: LetterClass::Announcement,
        to: Recipient { email: partner.email, name: String::new(), user: None, locale: partner.locale },
        event: String::new(),
        proposal: Some(proposal.id),
        args: vec![
            ("partner", partner.name),
            ("lead", lead.name.clone()),
            ("title", proposal.title.clone()),
            ("reference", proposal.reference.to_string()),
        ],
        action: Some(Button { label_key, link: config.link(&path) }),
        unsubscribe: Some(config.link(&format!("/unsubscribe/{proof}"))),
        secret: false,
    })
}
