//! The work behind the pages: chores that run beside them, or in processes of their own. Each may run in several processes
//! at once; what must not be done twice they claim in the database.

use std::time::Duration;

use futures::future::BoxFuture;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{accounts, app::App, audit, calls, error::Result, files, mail, partners, proposals, reviews};

/// Something that is done again and again.
pub struct Chore {
    pub name: &'static str,
    /// The pause between two times.
    pub every: Duration,
    pub once: fn(App) -> BoxFuture<'static, Result<()>>,
}

/// A chore that fails is tried again after a pause that doubles up to this.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// All that is done behind the pages.
fn chores() -> Vec<Chore> {
    vec![
        Chore {
            name: "sealing the audit trail",
            every: Duration::from_secs(2),
            once: |app| Box::pin(async move { audit::seal(&app).await.map(|_| ()) }),
        },
        Chore {
            name: "announcing calls that open",
            every: Duration::from_secs(60),
            once: |app| Box::pin(async move { calls::actions::opening::tell_openings(&app).await }),
        },
        Chore {
            name: "forgetting subscriptions that nobody confirmed",
            every: Duration::from_secs(6 * 60 * 60),
            once: |app| Box::pin(async move { partners::actions::subscribing::forget_unconfirmed(&app).await }),
        },
        Chore {
            name: "forgetting messages of visitors",
            every: Duration::from_secs(6 * 60 * 60),
            once: |app| Box::pin(async move { partners::actions::contacting::forget(&app).await }),
        },
        Chore {
            name: "reminding of deadlines",
            every: Duration::from_secs(60),
            once: |app| Box::pin(async move { proposals::actions::reminding::remind(&app).await }),
        },
        Chore {
            name: "reminding of reviews",
            every: Duration::from_secs(60),
            once: |app| Box::pin(async move { reviews::actions::reminding::remind(&app).await }),
        },
        Chore {
            name: "reminding the secretariat",
            every: Duration::from_secs(60),
            once: |app| Box::pin(async move { reviews::actions::waiting::remind(&app).await }),
        },
        Chore {
            name: "publishing decisions",
            every: Duration::from_secs(1),
            once: |app| Box::pin(async move { proposals::actions::publishing::publish_due(&app).await }),
        },
        Chore {
            name: "forgetting old sessions and links",
            every: Duration::from_secs(6 * 60 * 60),
            once: |app| Box::pin(async move { accounts::actions::sweep(&app).await }),
        },
        Chore {
            name: "sweeping files that nobody claims",
            every: Duration::from_secs(60 * 60),
            once: |app| Box::pin(async move { files::sweep(&app).await.map(|_| ()) }),
        },
    ]
}

/// What is under way at the end has this long to finish. A letter that a stalled server has half taken is left: its lease
/// ends, and another worker finds its outcome unknown.
const GRACE: Duration = Duration::from_secs(30);

/// Does all chores until `stop`; returns when what was under way is done.
pub async fn run(app: App, stop: CancellationToken) {
    let running = TaskTracker::new();
    // The mail has its own pace: it wakes when something was done, and waits when its server is gone.
    running.spawn(mail::worker::run(app.clone(), stop.clone()));
    for chore in chores() {
        running.spawn(keep_doing(app.clone(), chore, stop.clone()));
    }
    running.close();
    stop.cancelled().await;
    if tokio::time::timeout(GRACE, running.wait()).await.is_err() {
        tracing::warn!("some work did not finish in time");
    }
}

async fn keep_doing(app: App, chore: Chore, stop: CancellationToken) {
    let mut failures = 0;
    while !stop.is_cancelled() {
        // On a task of its own, so that a panic is one more failure and not the end of the chore.
        match tokio::spawn((chore.once)(app.clone())).await {
            Ok(Ok(())) => failures = 0,
            Ok(Err(error)) => {
                failures += 1;
                tracing::error!(chore = chore.name, %error, failures, "a chore failed");
            }
            Err(panic) => {
                failures += 1;
                tracing::error!(chore = chore.name, error = %panic, failures, "a chore panicked");
            }
        }
        let pause = pause_after(chore.every, failures);
        tokio::select! { () = stop.cancelled() => {}, () = tokio::time::sleep(pause) => {} }
    }
}

fn pause_after(every: Duration, failures: u32) -> Duration {
    match failures {
        0 => every,
        n => every.max(Duration::from_secs(1).saturating_mul(1 << n.min(6)).min(LONGEST_PAUSE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_chore_is_tried_less_and_less_often() {
        let second = Duration::from_secs(1);
        let pauses: Vec<u64> = (0..8).map(|n| pause_after(second, n).as_secs()).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(pause_after(Duration::from_secs(3600), 2), Duration::from_secs(3600));
    }
}
