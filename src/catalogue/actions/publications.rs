//! Adding publications, changing them, putting them in order, hiding and showing them. Adding one tells those who want to hear
//! of everything, once; nothing else tells anybody.

pub use crate::catalogue::store::publications::NewPublication;

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    calls::answers::Way,
    catalogue::{
        publications::{About, Name, NewCover, NewFile},
        store::publications as store,
    },
    error::{Error, FieldErrors, Result},
    ids::{AnnouncementId, ProposalId, PublicationFileId, PublicationId},
    mail::{
        announcements::{self, announce_once},
        outbox,
    },
    slugs::{numbered, slug_of},
    words::Locale,
};

/// What a publication is to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub about: About,
    /// The Initiatives that it belongs to.
    pub initiatives: Vec<Name>,
    /// A new cover, in the place of one that it has.
    pub cover: Option<NewCover>,
    pub files: Vec<NewFile>,
    /// Whether the cover is taken off, unless there is a new one.
    pub without_cover: bool,
    /// The files that are taken away.
    pub gone: Vec<PublicationFileId>,
}

/// Adds a publication that a seed brings, of which nobody is told; whether it was new.
pub async fn ensure(act: &Act, new: &NewPublication, initiatives: &[Name]) -> Result<bool> {
    let Some(id) = store::add(act, new).await? else { return Ok(false) };
    let known = store::initiatives_named(act.tx(), initiatives).await?;
    let known: Option<BTreeSet<ProposalId>> = known.into_iter().collect();
    let known = known.ok_or_else(|| Error::internal(format!("{} belongs to an unknown Initiative", new.slug)))?;
    store::set_initiatives(act, id, &known).await?;
    act.event("publication.added", subject(&new.slug), json!({ "place": new.place })).await?;
    Ok(true)
}

/// The announcement that tells of a publication.
const TOLD: &str = "publication.added";

/// Adds a publication behind the others, and tells those who want to hear of it. A second time under one id nothing happens.
pub async fn add(act: &Act, actor: &Actor, id: AnnouncementId, wanted: &Wanted, locale: Locale) -> Result<()> {
    must_publish(actor)?;
    let About { title, summary, .. } = &wanted.about;
    let (slugs, place) = store::shelf(act).await?;
    let slug = Some(slug_of(&title.en)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "publication".to_owned());
    let new = NewPublication { slug: numbered(&slug, &slugs), place, about: wanted.about.clone() };
    let told = json!({ "title": title, "summary": summary, "slug": new.slug });
    if announce_once(act, id, TOLD, (None, None), told).await?.is_some() {
        return Ok(());
    }
    let added = store::add(act, &new).await?.ok_or(Error::Conflict)?;
    store::set_initiatives(act, added, &initiatives(act, &wanted.initiatives, locale).await?).await?;
    hold(act, added, wanted).await?;
    let data = json!({ "place": place, "files": languages(wanted), "cover": wanted.cover.is_some() });
    act.event("publication.added", subject(&new.slug), data).await?;
    Ok(())
}

/// Changes a publication that is still as it was seen at version `seen`. Saving what stands there already changes nothing.
pub async fn change(
    act: &Act,
    actor: &Actor,
    (slug, seen): (&str, i32),
    wanted: &Wanted,
    locale: Locale,
) -> Result<()> {
    must_publish(actor)?;
    let row = store::locked(act, slug).await?;
    let named = initiatives(act, &wanted.initiatives, locale).await?;
    let linked = store::set_initiatives(act, row.id, &named).await?;
    let uncovered = wanted.without_cover && row.cover_sha256.is_some() && wanted.cover.is_none();
    let held = uncovered || wanted.cover.is_some() || !wanted.files.is_empty() || !wanted.gone.is_empty();
    if !linked && !held && row.about() == wanted.about {
        return Ok(());
    }
    store::change(act, row.id, seen, &wanted.about).await?;
    store::remove_files(act, row.id, &wanted.gone).await?;
    if uncovered {
        store::put_cover(act, row.id, None).await?;
    }
    hold(act, row.id, wanted).await?;
    let data = json!({
        "version": seen.saturating_add(1),
        "files": languages(wanted),
        "files_gone": wanted.gone.len(),
        "cover": wanted.cover.is_some(),
        "cover_gone": uncovered,
        "initiatives": named,
    });
    act.event("publication.changed", subject(slug), data).await?;
    Ok(())
}

/// Hides a publication from all but the secretariat, or shows it to everybody. What tells of a hidden one, and has not left, does not
/// leave. Hiding what is hidden changes nothing.
pub async fn show(act: &Act, actor: &Actor, slug: &str, shown: bool) -> Result<()> {
    must_publish(actor)?;
    // Before the publication is locked: a batch of letters holds its announcement first.
    let announced = if shown { Vec::new() } else { announcements::saying(act, TOLD, "slug", slug).await? };
    for id in &announced {
        announcements::end(act, *id).await?;
    }
    let row = store::locked(act, slug).await?;
    if row.shown == shown {
        return Ok(());
    }
    store::show(act, row.id, shown).await?;
    for id in announced {
        outbox::stop_announced(act, id).await?;
    }
    if shown {
        act.event("publication.shown", subject(slug), ()).await?;
    } else {
        act.event("publication.hidden", subject(slug), ()).await?;
    }
    Ok(())
}

/// Moves a publication by one place. At the end of the list it stays.
pub async fn shift(act: &Act, actor: &Actor, slug: &str, way: Way) -> Result<()> {
    must_publish(actor)?;
    let mut order = store::all_locked(act).await?;
    let place = order.iter().position(|row| row.slug == slug).ok_or(Error::NotFound)?;
    let Some(next) = way.onto(place, order.len()) else { return Ok(()) };
    order.swap(place, next);
    for (place, row) in (1..).zip(&order) {
        if row.place != place {
            store::put(act, row.id, place).await?;
        }
    }
    act.event("publication.moved", subject(slug), json!({ "place": next + 1 })).await?;
    Ok(())
}

fn must_publish(actor: &Actor) -> Result<()> {
    if actor.is(StaffRole::Secretariat) { Ok(()) } else { Err(Error::NotFound) }
}

fn subject(slug: &str) -> String {
    format!("publication:{slug}")
}

/// The Initiatives of these names, each of which everybody must know.
async fn initiatives(act: &Act, names: &[Name], locale: Locale) -> Result<BTreeSet<ProposalId>> {
    let known = store::initiatives_named(act.tx(), names).await?;
    let unknown = names.iter().zip(&known).find(|(_, known)| known.is_none());
    if let Some((name, _)) = unknown {
        let line = match name {
            Name::Reference(reference) => reference.to_string(),
            Name::Slug(slug) => format!("/initiatives/{slug}"),
        };
        let message = locale.tr("publications-initiative-unknown", &[("line", line.into())]);
        return Err(Error::Invalid(FieldErrors::one("initiatives", message)));
    }
    Ok(known.into_iter().flatten().collect())
}

/// Claims the bytes of what came along.
async fn hold(act: &Act, id: PublicationId, wanted: &Wanted) -> Result<()> {
    if let Some(cover) = &wanted.cover {
        store::put_cover(act, id, Some(cover)).await?;
    }
    for file in &wanted.files {
        store::put_file(act, id, file).await?;
    }
    Ok(())
}

/// The languages of the files that came along.
fn languages(wanted: &Wanted) -> Vec<&'static str> {
    wanted.files.iter().map(|file| file.language.code()).collect()
}
