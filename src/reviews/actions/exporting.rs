//! What leaves the service at the desk stands in the audit trail: who took what along, and how much of it.

use serde_json::{Value as Json, json};

use crate::{
    act::Act,
    error::Result,
    ids::EventId,
    reviews::{exporting::Export, listing::Filter},
};

/// An export begins: written down before the first byte leaves.
pub async fn begun(act: &Act, export: Export, filter: &Filter) -> Result<EventId> {
    act.event("export.begun", subject(&export.file()), json!({ "filter": told(filter) })).await
}

/// An export is over: so many rows were made, and whether these were all.
pub async fn ended(act: &Act, export: Export, begun: EventId, rows: u64, whole: bool) -> Result<()> {
    let data = json!({ "begun": begun, "rows": rows, "whole": whole });
    act.event("export.ended", subject(&export.file()), data).await.map(drop)
}

/// A document with many proposals was made.
pub async fn printed(act: &Act, file: &str, filter: &Filter, proposals: usize) -> Result<()> {
    let data = json!({ "filter": told(filter), "proposals": proposals });
    act.event("export.printed", subject(file), data).await.map(drop)
}

fn subject(file: &str) -> String {
    format!("export:{file}")
}

/// What was chosen. Of words that were searched for only that there were some: they may be somebody's name.
fn told(filter: &Filter) -> Json {
    json!({
        "call": filter.call,
        "state": filter.state,
        "theme": filter.theme,
        "country": filter.country,
        "waiting": filter.waiting,
        "searched": !filter.text.is_empty(),
    })
}
