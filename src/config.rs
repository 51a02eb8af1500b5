//! Configuration: the environment (`INITIATIVES_…`) over `initiatives.toml`. An unknown key or a bad value is refused at
//! start, by name.

use std::{net::SocketAddr, path::PathBuf};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use url::Url;

/// All that can be set. docs/operations.md says what each key means.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`; an SQLite file in the data folder by default.
    pub database_url: Option<String>,
    pub listen: SocketAddr,
    /// Where people reach the service: the base of every link in a mail, and the origin that forms must come from.
    pub public_url: Url,
    /// `smtp://`, `smtps://` or `file:///folder`; a folder in the data folder by default.
    pub mail_url: Option<Url>,
    pub mail_from: String,
    pub mail_reply_to: Option<String>,
    pub dkim_domain: Option<String>,
    pub dkim_selector: Option<String>,
    pub dkim_key: Option<PathBuf>,
    /// A Maildir folder in which bounces arrive.
    pub bounces: Option<PathBuf>,
    /// `file:///folder` or `s3://bucket`; a folder in the data folder by default.
    pub files_url: Option<Url>,
    pub data_dir: PathBuf,
    /// Signs links and seals forms; kept in the data folder when it is not set.
    pub secret: Option<String>,
    /// The addresses of the proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    pub log: String,
    /// Set by `demo` alone: shows the letters, and prints the sign-ins.
    #[serde(skip)]
    pub demo: bool,
}

/// What is wrong with the configuration, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: default_public_url(),
            mail_url: None,
            mail_from: "Metropolis Initiatives <initiatives@localhost>".to_owned(),
            mail_reply_to: None,
            dkim_domain: None,
            dkim_selector: None,
            dkim_key: None,
            bounces: None,
            files_url: None,
            data_dir: PathBuf::from("data"),
            secret: None,
            trusted_proxies: Vec::new(),
            log: "info".to_owned(),
            demo: false,
        }
    }
}

#[expect(clippy::expect_used, reason = "a constant")]
fn default_public_url() -> Url {
    Url::parse("http://127.0.0.1:3000").expect("a constant")
}

impl Config {
    /// Reads `initiatives.toml` in the working directory, if there is one, and the environment over it.
    pub fn load() -> Result<Self, ConfigError> {
        let variables = Env::prefixed("INITIATIVES_").ignore(&["test_postgres", "test_smtp"]);
        let config: Self = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file("initiatives.toml"))
            .merge(variables)
            .extract()
            .map_err(|error| ConfigError(first_line(&error)))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let refuse = |what: String| Err(ConfigError(what));
        if !matches!(self.public_url.scheme(), "http" | "https") || self.public_url.host_str().is_none() {
            return refuse(format!("public_url: {} is not an http or https address", self.public_url));
        }
        if let Some(url) = &self.database_url
            && !(url.starts_with("sqlite:") || url.starts_with("postgres:") || url.starts_with("postgresql:"))
        {
            return refuse("database_url: expected sqlite://… or postgres://…".to_owned());
        }
        if let Some(url) = &self.mail_url
            && !matches!(url.scheme(), "smtp" | "smtps" | "file")
        {
            return refuse("mail_url: expected smtp://, smtps:// or file:///".to_owned());
        }
        if let Some(url) = &self.files_url
            && !matches!(url.scheme(), "file" | "s3")
        {
            return refuse("files_url: expected file:/// or s3://".to_owned());
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return refuse(format!("mail_from: {} is not an address", self.mail_from));
        }
        if let Some(secret) = &self.secret
            && secret.len() < 32
        {
            return refuse("secret: at least 32 characters are needed".to_owned());
        }
        Ok(())
    }

    /// The database's address, the default being a file in the data folder.
    pub fn database_url(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join("initiatives.sqlite").display()))
    }

    /// The origin that browsers name for our own pages: scheme, host and port.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// The absolute address of a path of ours.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }

    /// Whether people reach us by https, so that cookies must be `Secure`.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Makes sure that there is a secret: the configured one, else one kept in the data folder from the first start on.
    pub fn ensure_secret(&mut self, fresh: impl FnOnce() -> String) -> Result<(), ConfigError> {
        if self.secret.is_some() {
            return Ok(());
        }
        let path = self.data_dir.join("secret");
        let fail = |error: std::io::Error| ConfigError(format!("secret: {}: {error}", path.display()));
        std::fs::create_dir_all(&self.data_dir).map_err(fail)?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(mut file) => std::io::Write::write_all(&mut file, fresh().as_bytes()).map_err(fail)?,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(fail(error)),
        }
        self.secret = Some(std::fs::read_to_string(&path).map_err(fail)?.trim().to_owned());
        Ok(())
    }
}

/// Figment names the key and where it was set; its secrets it leaves out.
fn first_line(error: &figment::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
