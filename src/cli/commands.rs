//! What each command does, in the order of `initiatives --help`.

use tokio::net::TcpListener;

use super::{Failure, Outcome, log, serving, start, worker};
use crate::config::Config;

/// `serve`: pages, and the work behind them unless that runs elsewhere.
pub async fn serve(with_worker: bool) -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let stop = serving::stop_at_signal()?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| Failure::Failed(format!("listen: {}: {error}", config.listen)))?;
    let app = start::app(config).await?;
    tracing::info!(address = %app.config.listen, public = %app.config.public_url, "serving");
    let pages = serving::serve(listener, app.router(), stop.clone());
    if with_worker {
        tokio::join!(pages, worker::run(app.clone(), stop));
    } else {
        pages.await;
    }
    Ok(())
}

/// `worker`: the work behind the pages alone.
pub async fn work() -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let stop = serving::stop_at_signal()?;
    let app = start::app(config).await?;
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

/// `config check`
pub fn config_check() -> Outcome {
    let config = Config::load()?;
    for key in Config::KEYS {
        println!("{key} = {}", config.shown(key));
    }
    Ok(())
}
