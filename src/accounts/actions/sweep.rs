//! Forgetting what is over.

use std::time::Duration;

use crate::{accounts::store, app::App, error::Result};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long a session's row stays after its end: an address from which someone logged in is known as theirs meanwhile, and
/// a form that was posted too late comes back.
const SESSIONS: u32 = 60;
/// The same for visitors who were nobody.
const ANONYMOUS: u32 = 1;
const TOKENS: u32 = 7;
const THROTTLES: u32 = 2;

/// Forgets old sessions, links and counts. For the worker, a few times a day.
pub async fn sweep(app: &App) -> Result<()> {
    let act = app.begin_as("worker").await?;
    let ago = |days: u32| act.at - DAY * days;
    let sessions = store::sessions::sweep(&act, ago(SESSIONS), ago(ANONYMOUS)).await?;
    let tokens = store::tokens::sweep(&act, ago(TOKENS)).await?;
    let throttles = store::throttles::sweep(&act, ago(THROTTLES)).await?;
    act.commit().await?;
    tracing::debug!(sessions, tokens, throttles, "swept");
    Ok(())
}
