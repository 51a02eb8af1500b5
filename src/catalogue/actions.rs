//! Giving the public pages their content, and telling those who want to hear of it.

pub mod content;
pub mod news;
pub mod publications;

use crate::{
    act::Act,
    catalogue::{content::Text, store},
    error::{Error, Result},
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
