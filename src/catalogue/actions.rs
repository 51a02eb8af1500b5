//! Giving the public pages their content, and telling those who want to hear of it.

pub mod content;
pub mod publications;

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    catalogue::{content::Text, forms::NewsForm, store},
    entity::news,
    error::{Error, Result},
    ids::Reference,
    mail::announcements::announce,
    proposals::{self, Case},
    words::Trilingual,
};

/// Keeps a text of the public pages under its name, as seeds bring it; whether it was new.
pub async fn ensure_text(act: &Act, name: &str, text: &Trilingual) -> Result<bool> {
    if Text::of(name).is_none() {
        return Err(Error::internal(format!("no page has a text called {name}")));
    }
    let is_new = store::content::add(act, name, text).await?;
    if is_new {
        act.event("text.added", format!("text:{name}"), ()).await?;
    }
    Ok(is_new)
}

/// The Initiative about which somebody of the secretariat may publish something: it is public, and they have no interest in it.
pub fn may_publish(case: &Case) -> Result<()> {
    if case.standing.roles.secretariat && case.proposal.state.is_public() { Ok(()) } else { Err(Error::NotFound) }
}

/// Publishes a piece of news about an Initiative, and tells those who follow it. A second time under one id nothing happens.
pub async fn publish_news(act: &Act, actor: &Actor, reference: &Reference, form: &NewsForm) -> Result<()> {
    let case = proposals::case_to_change(act, actor, reference).await?;
    may_publish(&case)?;
    let row = news::Model {
        id: form.id,
        proposal_id: case.proposal.id,
        kind: form.kind,
        locale: form.language,
        title: form.title.trim().to_owned(),
        body: form.text.trim().to_owned(),
        link: form.link(),
        published_at: act.at,
        published_by: actor.id,
    };
    let told = json!({ "kind": row.kind, "title": row.title, "text": row.body });
    if store::news::add(act, row).await? {
        let data = json!({ "news": form.id, "kind": form.kind });
        act.event("initiative.news", format!("proposal:{}", case.proposal.id), data).await?;
        announce(act, "initiative.news", (Some(case.proposal.id), None), told).await?;
    }
    Ok(())
}
