//! From a configuration to a running [`App`].

use super::Failure;
use crate::{app::App, clock::Clock, config::Config, db::Db, error::Error, ids::Ids, proposals::actions::public_texts};

/// Opens everything, and brings the schema and what was published before it up to date.
pub async fn app(config: Config) -> Result<App, Failure> {
    let app = opened(config).await?;
    app.db.migrate().await?;
    public_texts::catch_up(&app).await?;
    Ok(app)
}

/// Opens a database that must be there already, and leaves its schema as it is.
pub async fn app_as_it_is(config: Config) -> Result<App, Failure> {
    let url = config.database_url();
    if let Some(path) = url.strip_prefix("sqlite:")
        && !std::path::Path::new(path.trim_start_matches("//")).exists()
    {
        return Err(Failure::Asked(format!("database_url: there is no database at {url}")));
    }
    opened(config).await
}

async fn opened(mut config: Config) -> Result<App, Failure> {
    let ids = Ids::from_system();
    config.ensure_secret(|| ids.secret())?;
    let db = Db::connect(&config.database_url()).await.map_err(|error| unreachable(&config, &error))?;
    let app = App::new(config, db, Clock::System, ids);
    app.post_office.check(&app.config).map_err(Failure::Asked)?;
    Ok(app)
}

fn unreachable(config: &Config, error: &Error) -> Failure {
    Failure::Failed(format!("database_url: {} cannot be opened: {error}", config.shown("database_url")))
}
