//! Publishing news of an Initiative, correcting and translating it, taking it back. Publishing tells those who follow the Initiative,
//! once; nothing else tells anybody. Every version is kept.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    catalogue::{
        news::{NewsDeed, Said},
        store::news as store,
    },
    entity::news,
    error::{Error, Result},
    ids::{AnnouncementId, NewsId, Reference},
    mail::{announcements, outbox},
    proposals::{self, Case},
};

/// The Initiative about which somebody of the secretariat may publish something: it is public, and they have no interest in it.
pub fn may_publish(case: &Case) -> Result<()> {
    if case.standing.roles.secretariat && case.proposal.state.is_public() { Ok(()) } else { Err(Error::NotFound) }
}

/// The announcement that tells of a piece of news.
const TOLD: &str = "initiative.news";

/// Publishes a piece of news about an Initiative, and tells those who follow it. The same under one id a second time is the same piece.
pub async fn publish(act: &Act, actor: &Actor, reference: &Reference, id: NewsId, said: &Said) -> Result<()> {
    let case = case(act, actor, reference).await?;
    // A form that the browser has brought back names the id of what was published by it before, even if it says something else now.
    let id = match store::any(act.tx(), id).await? {
        Some(row) if row.is(case.proposal.id, said) => return Ok(()),
        Some(_) => act.id(),
        None => id,
    };
    let row = news::Model {
        id,
        proposal_id: case.proposal.id,
        kind: said.kind,
        locale: said.language,
        title: said.title.clone(),
        body: said.text.clone(),
        link: said.link.clone(),
        published_at: act.at,
        published_by: actor.id,
        version: 1,
        changed_at: None,
        taken_back_at: None,
    };
    store::add(act, row).await?;
    event(act, "initiative.news", &case, json!({ "news": id, "kind": said.kind })).await?;
    announcements::announce(act, TOLD, (Some(case.proposal.id), None), told(said)).await
}

fn told(said: &Said) -> serde_json::Value {
    let Said { kind, language, title, text, .. } = said;
    json!({ "kind": kind, "language": language, "title": title, "text": text })
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It said so before.
    Nothing,
    /// Everybody reads it so from now on.
    Shown,
    /// Nobody reads it: it was taken back.
    Hidden,
}

/// Has a piece of news that is still as it was seen at version `seen` say something else, and the letters about it that are still to be
/// written.
pub async fn change(act: &Act, actor: &Actor, place: (&Reference, NewsId), seen: i32, said: &Said) -> Result<Changed> {
    if let Some(announced) = announced(act, actor, place).await? {
        announcements::say(act, announced, told(said)).await?;
    }
    let (case, row) = piece(act, actor, place).await?;
    if row.version != seen {
        return Err(Error::Conflict);
    }
    if row.said() == *said {
        return Ok(Changed::Nothing);
    }
    let (id, version, is_hidden) = (row.id, row.version + 1, row.taken_back_at.is_some());
    let changed = news::Model {
        kind: said.kind,
        locale: said.language,
        title: said.title.clone(),
        body: said.text.clone(),
        link: said.link.clone(),
        version,
        changed_at: Some(act.at),
        ..row
    };
    store::change(act, changed, NewsDeed::Changed, actor.id).await?;
    event(act, "initiative.news_changed", &case, json!({ "news": id, "version": version })).await?;
    Ok(if is_hidden { Changed::Hidden } else { Changed::Shown })
}

/// What became of the letters about a piece of news that is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// None has left, and none will.
    Stopped,
    /// Some may have left; the others will not.
    Left,
}

/// Takes a piece of news back: nobody can read it any more, and what was not told yet is not told. Nothing, if it was taken back before.
pub async fn take_back(act: &Act, actor: &Actor, place: (&Reference, NewsId)) -> Result<Option<Letters>> {
    let announced = announced(act, actor, place).await?;
    if let Some(announced) = announced {
        announcements::end(act, announced).await?;
    }
    let (case, row) = piece(act, actor, place).await?;
    if row.taken_back_at.is_some() {
        return Ok(None);
    }
    let (id, version, since) = (row.id, row.version + 1, row.published_at);
    let row = news::Model { version, taken_back_at: Some(act.at), ..row };
    store::change(act, row, NewsDeed::TakenBack, actor.id).await?;
    event(act, "initiative.news_taken_back", &case, json!({ "news": id, "version": version })).await?;
    let stopped = match announced {
        Some(announced) => outbox::take_back_announced(act, case.proposal.id, announced, since).await?,
        None => false,
    };
    Ok(Some(if stopped { Letters::Stopped } else { Letters::Left }))
}

/// Publishes once more what was taken back. Nobody is told. False if it stands there.
pub async fn put_back(act: &Act, actor: &Actor, place: (&Reference, NewsId)) -> Result<bool> {
    let (case, row) = piece(act, actor, place).await?;
    if row.taken_back_at.is_none() {
        return Ok(false);
    }
    let (id, version) = (row.id, row.version + 1);
    let row = news::Model { version, taken_back_at: None, ..row };
    store::change(act, row, NewsDeed::PutBack, actor.id).await?;
    event(act, "initiative.news_put_back", &case, json!({ "news": id, "version": version })).await?;
    Ok(true)
}

/// What tells of a piece of news, for whoever may change it. Looked for before the Initiative is locked: a batch of letters holds its
/// announcement first, and then asks for the proposal that they are about.
async fn announced(act: &Act, actor: &Actor, (reference, id): (&Reference, NewsId)) -> Result<Option<AnnouncementId>> {
    let case = proposals::case(act.tx(), Some(actor), reference, act.at).await?;
    may_publish(&case)?;
    let row = store::find(act.tx(), case.proposal.id, id).await?;
    announcements::find(act, TOLD, case.proposal.id, row.published_at).await
}

/// The Initiative, locked, and a piece of its news.
async fn piece(act: &Act, actor: &Actor, (reference, id): (&Reference, NewsId)) -> Result<(Case, news::Model)> {
    let case = case(act, actor, reference).await?;
    let row = store::find(act.tx(), case.proposal.id, id).await?;
    Ok((case, row))
}

/// The Initiative, locked, for whoever may publish something about it.
async fn case(act: &Act, actor: &Actor, reference: &Reference) -> Result<Case> {
    let case = proposals::case_to_change(act, actor, reference).await?;
    may_publish(&case)?;
    Ok(case)
}

async fn event(act: &Act, deed: &'static str, case: &Case, data: serde_json::Value) -> Result<()> {
    act.event(deed, format!("proposal:{}", case.proposal.id), data).await.map(|_| ())
}
