//! A call opens by its clock, and those who want to hear of calls are told then.

use serde_json::json;

use crate::{app::App, calls::store, error::Result, mail::announcements::announce};

/// Announces the calls that have opened since the last look, each once.
pub async fn tell_openings(app: &App) -> Result<()> {
    for call in store::opened_untold(app.db.read(), app.now()).await? {
        let act = app.begin_as("worker").await?;
        if store::mark_opening_told(&act, call.id).await? {
            act.event("call.opened", format!("call:{}", call.id), ()).await?;
            announce(&act, "call.opened", (None, Some(call.id)), json!({ "closes_at": call.closes_at })).await?;
            act.commit().await?;
        }
    }
    Ok(())
}
