//! The demonstration: the service over a folder of its own, filled with the Initiatives of 2014 and with examples. Its
//! letters are files, and can be read at `/demo/mail`.

pub mod dates;
mod history;
pub mod load;
mod pages;
mod publishing;
pub mod read;
pub mod records;
pub mod times;
pub mod web;

use std::{net::SocketAddr, path::PathBuf};

use tokio::net::TcpListener;

use load::Standing;

use crate::{
    app::App,
    cli::{Failure, Outcome, log, serving, start, worker},
    config::Config,
    seeds::Folder,
};

/// `demo`: loads the seeds at the first start, then serves.
pub async fn run(data: PathBuf, listen: SocketAddr) -> Outcome {
    let stop = serving::stop_at_signal()?;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| Failure::Failed(format!("listen: {listen}: {error} (--listen takes another address)")))?;
    let config = Config::for_demo(data, listener.local_addr()?)?;
    log::start(&config)?;
    let app = filled(config).await?;
    dates::keep_open(&app).await?;
    println!("{}", welcome(&app)?);
    tokio::join!(serving::serve(listener, app.router(), stop.clone()), worker::run(app.clone(), stop));
    Ok(())
}

/// The application over a database that holds the demonstration, loaded now if this is its first start.
pub async fn filled(config: Config) -> Result<App, Failure> {
    let app = start::app(config.clone()).await?;
    match load::standing(app.db.read()).await? {
        Standing::Loaded => return Ok(app),
        Standing::Empty => {}
        Standing::Foreign => {
            return Err(Failure::Asked(format!(
                "database_url: {} is no demonstration: people work in it",
                config.shown("database_url")
            )));
        }
        Standing::HalfLoaded => return Box::pin(begun_anew(app, config)).await,
    }
    loaded(app).await
}

async fn loaded(app: App) -> Result<App, Failure> {
    println!("Loading the Initiatives of 2014 and the examples, once …");
    Box::pin(load::load(&app)).await?;
    Ok(app)
}

/// The first load was interrupted. Nobody has worked with what it left, so it is thrown away.
async fn begun_anew(app: App, config: Config) -> Result<App, Failure> {
    let Some(file) = app.db.file().cloned() else {
        return Err(Failure::Failed("the first load was interrupted: empty the database and start again".to_owned()));
    };
    app.db.clone().close().await;
    drop(app);
    for ending in ["", "-wal", "-shm"] {
        let mut path = file.clone().into_os_string();
        path.push(ending);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    loaded(start::app(config).await?).await
}

/// What is said at the start: where it is, and who can sign in.
fn welcome(app: &App) -> Result<String, Failure> {
    let examples = read::people(&Folder::BuiltIn).map_err(|error| Failure::Failed(error.to_string()))?;
    let mut lines = vec![
        String::new(),
        format!("Metropolis Initiatives, a demonstration: {}", app.config.public_url),
        format!("Letters are not sent; read them at {}", app.config.link("/demo/mail")),
        String::new(),
        format!("Sign in with the password {} as", load::PASSWORD),
    ];
    for person in examples.iter().filter(|person| person.listed) {
        let what = match (person.role, person.staff) {
            (Some(role), _) => format!("{} of {}", role.code(), person.organisation.as_deref().unwrap_or_default()),
            (None, Some(role)) => role.code().to_owned(),
            (None, None) => String::new(),
        };
        lines.push(format!("  {:32} {what}", person.email.as_str()));
    }
    lines.push(String::new());
    lines.push("Ctrl-C ends it; the next start goes on where this one stopped.".to_owned());
    Ok(lines.join("\n"))
}
