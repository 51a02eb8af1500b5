//! What each command does, in the order of `initiatives --help`.

use std::path::PathBuf;

use tokio::net::TcpListener;

use super::{Failure, Outcome, log, serving, start, worker};
use crate::{
    app::App,
    audit::{self, Fault, Verdict},
    config::Config,
    demo::load::{Standing, standing},
    error::Error,
    ids::EventId,
    mail::PostOffice,
    seeds::{self, Folder, SeedError, read::Seeds},
};

/// `serve`: pages, and the work behind them unless that runs elsewhere.
pub async fn serve(with_worker: bool) -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let stop = serving::stop_at_signal()?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| Failure::Failed(format!("listen: {}: {error}", config.listen)))?;
    let app = start::app(config).await?;
    refuse_demonstration(&app).await?;
    tracing::info!(address = %app.config.listen, public = %app.config.public_url, "serving");
    let pages = serving::serve(listener, app.router(), stop.clone());
    if with_worker {
        tokio::join!(pages, worker::run(app.clone(), stop));
    } else {
        pages.await;
    }
    Ok(())
}

/// Everyone knows the passwords of a demonstration.
async fn refuse_demonstration(app: &App) -> Outcome {
    match standing(app.db.read()).await? {
        Standing::Empty | Standing::Foreign => Ok(()),
        Standing::HalfLoaded | Standing::Loaded => Err(Failure::Asked(format!(
            "database_url: {} was filled by `initiatives demo`: everyone knows its passwords",
            app.config.shown("database_url")
        ))),
    }
}

/// `worker`: the work behind the pages alone.
pub async fn work() -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let stop = serving::stop_at_signal()?;
    let app = start::app(config).await?;
    refuse_demonstration(&app).await?;
    tracing::info!("working");
    worker::run(app, stop).await;
    Ok(())
}

/// `migrate`
pub async fn migrate() -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let app = start::app(config).await?;
    println!("The schema is up to date: {} steps.", app.db.migration_status().await?.len());
    Ok(())
}

/// `migrate status`
pub async fn migrate_status() -> Outcome {
    let app = start::app_as_it_is(Config::load()?).await?;
    for (name, taken) in app.db.migration_status().await? {
        println!("{} {name}", if taken { "done   " } else { "pending" });
    }
    Ok(())
}

/// `seed PATH`
pub async fn seed(path: PathBuf) -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let refuse = |error: SeedError| Failure::Asked(format!("{}/{error}", path.display()));
    let seeds = Seeds::read(&Folder::Disk(path.clone())).map_err(refuse)?;
    let app = start::app(config).await?;
    let new = Box::pin(seeds::load::load(&app, &seeds)).await.map_err(|error| match error {
        Error::Invalid(fields) => {
            Failure::Asked(fields.iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>().join("; "))
        }
        other => other.into(),
    })?;
    println!(
        "New: {} calls, {} organisations, {} proposals, {} publications.",
        new.calls, new.organisations, new.proposals, new.publications
    );
    Ok(())
}

/// `audit verify`: exit code 0 if nothing was changed, removed or added.
pub async fn audit_verify(head: Option<&str>) -> Outcome {
    let app = start::app_as_it_is(Config::load()?).await?;
    match audit::verify(&app.db, head).await? {
        Verdict::Sound { head: None, unsealed } => {
            println!("The audit trail is empty; {unsealed} events wait to be sealed.");
        }
        Verdict::Sound { head: Some(head), unsealed } => {
            println!("The audit trail is sound: {} events, {unsealed} more wait to be sealed.", head.position);
            println!("Its head is {}", head.hash);
        }
        Verdict::HeadNotFound => {
            return Err(Failure::Failed(
                "the chain fits together, but this head is not in it: its end was removed, or it was made anew"
                    .to_owned(),
            ));
        }
        Verdict::Broken { position, event, fault } => return Err(Failure::Failed(broken(position, event, fault))),
    }
    Ok(())
}

fn broken(position: i64, event: Option<EventId>, fault: Fault) -> String {
    let what = match fault {
        Fault::Changed => "differs from what was sealed",
        Fault::Removed => "is gone",
        Fault::Added => "was put in later",
        Fault::ChangedOrAdded => "differs from what was sealed, or was put in later",
    };
    let name = event.map(|id| format!(" ({id})")).unwrap_or_default();
    format!("the audit trail is broken: event {position}{name} {what}")
}

/// `config check`
pub fn config_check() -> Outcome {
    let config = Config::load()?;
    PostOffice::new(&[]).check(&config).map_err(Failure::Asked)?;
    for key in Config::KEYS {
        println!("{key} = {}", config.shown(key));
    }
    Ok(())
}
