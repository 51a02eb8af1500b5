//! The phases of a call's review: set as a whole, or begun by hand.

use serde_json::json;

use crate::{
    act::Act,
    calls::{
        phases::{Phases, Step},
        store,
    },
    error::{Error, Result},
    ids::CallId,
};

/// Sets the phases of a call that is still as it was seen at version `seen`; none for a call that is reviewed without.
pub async fn set(act: &Act, id: CallId, seen: i32, phases: &Phases) -> Result<()> {
    store::locked(act, id).await?;
    let kept = Some(phases).filter(|phases| !phases.0.is_empty());
    store::write_phases(act, id, seen, kept).await?;
    act.event("call.phases", format!("call:{id}"), json!({ "phases": phases })).await.map(|_| ())
}

/// Begins a phase now.
pub async fn begin(act: &Act, id: CallId, seen: i32, step: Step) -> Result<()> {
    let call = store::locked(act, id).await?;
    let phases = call.phases.filter(|phases| phases.of(step).is_some()).ok_or(Error::NotFound)?;
    let begun = phases.begun(step, act.at);
    store::write_phases(act, id, seen, Some(&begun)).await?;
    act.event("call.phase_begun", format!("call:{id}"), json!({ "step": step })).await.map(|_| ())
}
