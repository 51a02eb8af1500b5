//! The demonstration: the service over a folder of its own, filled with the Initiatives of 2014 and with examples. Its
//! letters are files, and can be read at `/demo/mail`.

mod history;
pub mod load;
pub mod read;
pub mod records;
pub mod times;
pub mod web;

use std::{net::SocketAddr, path::PathBuf};

use tokio::net::TcpListener;

use crate::{
    cli::{Failure, Outcome, log, serving, start, worker},
    config::Config,
};

/// `demo`: loads the seeds at the first start, then serves.
pub async fn run(data: PathBuf, listen: SocketAddr) -> Outcome {
    let stop = serving::stop_at_signal()?;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| Failure::Failed(format!("listen: {listen}: {error} (--listen takes another address)")))?;
    let config = Config::for_demo(data, listener.local_addr()?)?;
    log::start(&config)?;
    let app = start::app(config).await?;
    println!("The demonstration is at {}", app.config.public_url);
    tokio::join!(serving::serve(listener, app.router(), stop.clone()), worker::run(app.clone(), stop));
    Ok(())
}
