//! Giving the public pages their content. What is there stays as it is.

pub use crate::catalogue::store::NewPublication;

use serde_json::json;

use crate::{act::Act, catalogue::store, error::Result, words::Trilingual};

/// Keeps a text of the public pages under its name; whether it was new.
pub async fn ensure_text(act: &Act, name: &str, text: &Trilingual) -> Result<bool> {
    let is_new = store::add_text(act, name, text).await?;
    if is_new {
        act.event("text.added", format!("text:{name}"), ()).await?;
    }
    Ok(is_new)
}

/// Adds a publication; whether it was new.
pub async fn ensure_publication(act: &Act, new: &NewPublication) -> Result<bool> {
    let is_new = store::add_publication(act, new).await?;
    if is_new {
        let data = json!({ "place": new.place });
        act.event("publication.added", format!("publication:{}", new.slug), data).await?;
    }
    Ok(is_new)
}
