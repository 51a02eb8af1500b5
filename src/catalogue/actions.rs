//! Giving the public pages their content, and telling those who want to hear of it.

pub use crate::catalogue::store::NewPublication;

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    catalogue::{
        forms::{NewsForm, PublicationForm},
        store,
    },
    entity::news,
    error::{Error, Result},
    ids::Reference,
    mail::announcements::{announce, announce_once},
    proposals::{self, Case},
    slugs::{numbered, slug_of},
    words::Trilingual,
};

/// Keeps a text of the public pages under its name, as seeds bring it; whether it was new.
pub async fn ensure_text(act: &Act, name: &str, text: &Trilingual) -> Result<bool> {
    let is_new = store::add_text(act, name, text).await?;
    if is_new {
        act.event("text.added", format!("text:{name}"), ()).await?;
    }
    Ok(is_new)
}

/// Adds a publication that a seed brings, of which nobody is told; whether it was new.
pub async fn ensure_publication(act: &Act, new: &NewPublication) -> Result<bool> {
    let is_new = store::add_publication(act, new).await?;
    if is_new {
        let data = json!({ "place": new.place });
        act.event("publication.added", format!("publication:{}", new.slug), data).await?;
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

/// Adds a publication behind the others, and tells those who want to hear of everything. A second time under one id nothing
/// happens.
pub async fn add_publication(act: &Act, actor: &Actor, form: &PublicationForm) -> Result<()> {
    if !actor.is(StaffRole::Secretariat) {
        return Err(Error::NotFound);
    }
    let (title, summary) = (form.title(), form.summary());
    let told = json!({ "title": title, "summary": summary });
    if announce_once(act, form.id, "publication.added", (None, None), told).await?.is_some() {
        return Ok(());
    }
    let (slugs, place) = store::shelf(act.tx()).await?;
    let slug = Some(slug_of(&title.en)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "publication".to_owned());
    let new =
        NewPublication { slug: numbered(&slug, &slugs), place, title, summary, year: form.year(), link: form.link() };
    ensure_publication(act, &new).await.map(|_| ())
}
