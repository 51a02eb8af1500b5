//! Changing what the texts of the public pages say. Every version is kept.

use serde_json::json;

use crate::{
    act::Act,
    catalogue::{
        content::{Page, Texts},
        store::content,
    },
    entity::text_version,
    error::{Error, Result},
    ids::UserId,
};

/// Keeps what the texts of a page say as its next version. `seen` is the version that the person saw, 0 before the first. What
/// stands there already is no new version; whether it was one.
pub async fn write(act: &Act, page: Page, seen: i32, texts: &Texts) -> Result<bool> {
    let Some(number) = change(act, page, seen, |_| texts.clone()).await? else { return Ok(false) };
    act.event("content.change", subject(page), json!({ "version": number })).await?;
    Ok(true)
}

/// Has the texts of a page say what the service says by itself, where it does; whether that was anything new.
pub async fn reset(act: &Act, page: Page, seen: i32) -> Result<bool> {
    let Some(number) = change(act, page, seen, Texts::reset).await? else { return Ok(false) };
    act.event("content.reset", subject(page), json!({ "version": number })).await?;
    Ok(true)
}

fn subject(page: Page) -> String {
    format!("content:{}", page.code())
}

/// Writes the version after `seen`; its number, or none if nothing would be different.
async fn change(act: &Act, page: Page, seen: i32, to: impl FnOnce(&Texts) -> Texts) -> Result<Option<i32>> {
    let last = content::last(act.tx(), page).await?;
    if last.as_ref().map_or(0, |row| row.number) != seen {
        return Err(Error::Conflict);
    }
    let now = content::now(act.tx(), &[page]).await?;
    let next = to(&now);
    let changed = now.changes(&next, page);
    if changed.0.is_empty() {
        return Ok(None);
    }
    let mut number = seen;
    // What stood there before anybody changed it, or was brought since, has a way back too.
    let kept = last.map(|row| row.texts).unwrap_or_default();
    if kept != now {
        number += 1;
        add(act, (page, number), (&kept, &now), None).await?;
    }
    number += 1;
    add(act, (page, number), (&now, &next), act.by.user()).await?;
    for text in page.texts().filter(|text| now.own(text.name) != next.own(text.name)) {
        content::say(act, text.name, next.own(text.name)).await?;
    }
    Ok(Some(number))
}

async fn add(
    act: &Act,
    (page, number): (Page, i32),
    (before, texts): (&Texts, &Texts),
    written_by: Option<UserId>,
) -> Result<()> {
    let changed = before.changes(texts, page);
    let row = text_version::Model { page, number, texts: texts.clone(), changed, written_by, written_at: act.at };
    content::add_version(act, row).await
}
