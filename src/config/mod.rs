//! Configuration: the environment (`INITIATIVES_…`) over `initiatives.toml`. An unknown key or a bad value is refused at
//! start, by name.

mod sources;
#[cfg(test)]
mod tests;

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use figment::{
    Figment,
    providers::{Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use url::Url;

use sources::Environment;

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
    /// Where letters that cannot be delivered come back to; a token is put before the `@` of each letter's.
    pub return_path: Option<String>,
    /// How many letters go to one domain in a minute; any number if it is 0.
    #[serde(deserialize_with = "sources::number")]
    pub mail_per_domain: u32,
    /// Over how many connections a worker sends side by side.
    #[serde(deserialize_with = "sources::number")]
    pub mail_connections: u32,
    /// A Maildir folder in which bounces arrive.
    pub bounces: Option<PathBuf>,
    /// `file:///folder` or `s3://bucket/prefix`; a folder in the data folder by default.
    pub files_url: Option<Url>,
    /// Where the bucket lies; `us-east-1` by default, which most stores that are not Amazon's take for their own.
    pub s3_region: Option<String>,
    /// The address of a store that is not Amazon's.
    pub s3_endpoint: Option<Url>,
    pub s3_access_key: Option<String>,
    pub s3_secret_key: Option<String>,
    pub data_dir: PathBuf,
    /// Signs links and seals forms; kept in the data folder when it is not set.
    pub secret: Option<String>,
    /// The addresses of the proxies whose `X-Forwarded-For` is believed.
    #[serde(deserialize_with = "sources::addresses")]
    pub trusted_proxies: Vec<IpAddr>,
    /// What is written to stderr: a level (`info`), or levels by part (`info,initiatives::mail=debug`).
    pub log: String,
    /// What hashing a password costs, in KiB of memory and in passes over it. When it rises, each password follows at its
    /// owner's next log-in.
    #[serde(deserialize_with = "sources::number")]
    pub password_memory_kib: u32,
    #[serde(deserialize_with = "sources::number")]
    pub password_passes: u32,
    /// Set by `demo` alone: shows the letters, and prints the sign-ins.
    #[serde(skip)]
    pub demo: bool,
}

/// What is wrong with the configuration, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

/// What one worker opens at most: few servers let more in from one machine.
const MOST_MAIL_CONNECTIONS: u32 = 50;

// OWASP's minimum for argon2id with one lane.
const LEAST_PASSWORD_MEMORY_KIB: u32 = 19 * 1024;
const LEAST_PASSWORD_PASSES: u32 = 2;

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
            return_path: None,
            mail_per_domain: 100,
            mail_connections: 4,
            bounces: None,
            files_url: None,
            s3_region: None,
            s3_endpoint: None,
            s3_access_key: None,
            s3_secret_key: None,
            data_dir: PathBuf::from("data"),
            secret: None,
            trusted_proxies: Vec::new(),
            log: "info".to_owned(),
            password_memory_kib: LEAST_PASSWORD_MEMORY_KIB,
            password_passes: LEAST_PASSWORD_PASSES,
            demo: false,
        }
    }
}

#[expect(clippy::expect_used, reason = "a constant")]
fn default_public_url() -> Url {
    Url::parse("http://127.0.0.1:3000").expect("a constant")
}

impl Config {
    /// All keys, as in `initiatives.toml`; in the environment they are upper case, after `INITIATIVES_`.
    pub const KEYS: [&str; 24] = [
        "database_url",
        "listen",
        "public_url",
        "mail_url",
        "mail_from",
        "mail_reply_to",
        "dkim_domain",
        "dkim_selector",
        "dkim_key",
        "return_path",
        "mail_per_domain",
        "mail_connections",
        "bounces",
        "files_url",
        "s3_region",
        "s3_endpoint",
        "s3_access_key",
        "s3_secret_key",
        "data_dir",
        "secret",
        "trusted_proxies",
        "password_memory_kib",
        "password_passes",
        "log",
    ];

    /// Reads `initiatives.toml` in the working directory, if there is one, and the environment over it.
    pub fn load() -> Result<Self, ConfigError> {
        Self::read(Figment::from(Serialized::defaults(Self::default())).merge(Toml::file(FILE)).merge(Environment))
    }

    /// The configuration of a demonstration: its own folder for everything, mails to files. Of the environment only what
    /// says where it runs is taken, and `initiatives.toml` not at all, so that it touches nobody's real data or mail.
    pub fn for_demo(data: PathBuf, listen: SocketAddr) -> Result<Self, ConfigError> {
        let told = Self::read(Figment::from(Serialized::defaults(Self::default())).merge(Environment))?;
        let named = std::env::var_os("INITIATIVES_PUBLIC_URL").is_some();
        let here = format!("http://{}", if listen.ip().is_unspecified() { local(listen) } else { listen });
        Ok(Self {
            database_url: told.database_url,
            listen,
            public_url: if named { told.public_url } else { url_of(&here)? },
            data_dir: data,
            trusted_proxies: told.trusted_proxies,
            log: if std::env::var_os("INITIATIVES_LOG").is_some() { told.log } else { "warn".to_owned() },
            demo: true,
            ..Self::default()
        })
    }

    fn read(figment: Figment) -> Result<Self, ConfigError> {
        let config: Self = figment.extract().map_err(|error| ConfigError(sources::in_one_line(error)))?;
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
        if let Some(url) = &self.database_url
            && url.starts_with("sqlite:")
            && (!url.starts_with("sqlite://") || url.contains(['?', '#']) || url.contains(":memory:"))
        {
            return refuse("database_url: expected sqlite:// and the path of a file, without options".to_owned());
        }
        if let Some(url) = &self.mail_url
            && !matches!(url.scheme(), "smtp" | "smtps" | "file")
        {
            return refuse("mail_url: expected smtp://, smtps:// or file:///".to_owned());
        }
        self.check_files()?;
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return refuse(format!("mail_from: {} is not an address", self.mail_from));
        }
        if let Some(reply_to) = &self.mail_reply_to
            && reply_to.parse::<lettre::message::Mailbox>().is_err()
        {
            return refuse(format!("mail_reply_to: {reply_to} is not an address"));
        }
        if let Some(return_path) = &self.return_path
            && return_path.parse::<lettre::Address>().is_err()
        {
            return refuse(format!("return_path: {return_path} is not an address"));
        }
        if self.bounces.is_some() && self.return_path.is_none() {
            return refuse("bounces: return_path is needed too, or no report could be believed".to_owned());
        }
        let dkim = [self.dkim_domain.is_some(), self.dkim_selector.is_some(), self.dkim_key.is_some()];
        if dkim.contains(&true) && dkim.contains(&false) {
            return refuse("dkim_domain, dkim_selector and dkim_key: set all three, or none".to_owned());
        }
        if let Some(secret) = &self.secret
            && secret.len() < SECRET_LENGTH
        {
            return refuse(format!("secret: at least {SECRET_LENGTH} characters are needed"));
        }
        if let Err(error) = tracing_subscriber::EnvFilter::try_new(&self.log) {
            return refuse(format!("log: {error}"));
        }
        if !(1..=MOST_MAIL_CONNECTIONS).contains(&self.mail_connections) {
            return refuse(format!("mail_connections: from 1 to {MOST_MAIL_CONNECTIONS}"));
        }
        if !(LEAST_PASSWORD_MEMORY_KIB..=1024 * 1024).contains(&self.password_memory_kib) {
            return refuse(format!("password_memory_kib: from {LEAST_PASSWORD_MEMORY_KIB} to 1048576"));
        }
        if !(LEAST_PASSWORD_PASSES..=16).contains(&self.password_passes) {
            return refuse(format!("password_passes: from {LEAST_PASSWORD_PASSES} to 16"));
        }
        Ok(())
    }

    fn check_files(&self) -> Result<(), ConfigError> {
        let refuse = |what: &str| Err(ConfigError(what.to_owned()));
        let on_s3 = self.files_url.as_ref().is_some_and(|url| url.scheme() == "s3");
        if let Some(url) = &self.files_url {
            let bucket = on_s3 && url.host_str().is_some_and(|bucket| !bucket.is_empty());
            let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
            if !(url.to_file_path().is_ok() || bucket && plain) {
                return refuse("files_url: expected file:///folder, or s3://bucket/prefix without keys in it");
            }
        }
        let keys = [self.s3_access_key.is_some(), self.s3_secret_key.is_some()];
        if on_s3 && keys.contains(&false) {
            return refuse("s3_access_key and s3_secret_key: both are needed for s3://");
        }
        let told = keys.contains(&true) || self.s3_region.is_some() || self.s3_endpoint.is_some();
        if !on_s3 && told {
            return refuse("s3_region, s3_endpoint, s3_access_key, s3_secret_key: only for a files_url of s3://");
        }
        if let Some(endpoint) = &self.s3_endpoint
            && (!matches!(endpoint.scheme(), "http" | "https") || endpoint.host_str().is_none())
        {
            return refuse("s3_endpoint: expected an http or https address");
        }
        Ok(())
    }

    /// The database's address, the default being a file in the data folder.
    pub fn database_url(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join("initiatives.sqlite").display()))
    }

    /// Where letters go, the default being a folder in the data folder.
    pub fn mail_url(&self) -> Url {
        self.mail_url.clone().unwrap_or_else(|| folder_url(&self.data_dir.join("mail")))
    }

    /// Where attached files lie, the default being a folder in the data folder.
    pub fn files_url(&self) -> Url {
        self.files_url.clone().unwrap_or_else(|| folder_url(&self.data_dir.join("files")))
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

    /// The value of `key` for an operator to read: passwords and the secret are left out.
    pub fn shown(&self, key: &str) -> String {
        let optional = |value: Option<String>| value.unwrap_or_else(|| "(not set)".to_owned());
        let path = |value: &Option<PathBuf>| optional(value.as_ref().map(|path| path.display().to_string()));
        match key {
            "database_url" => without_password(&self.database_url()),
            "listen" => self.listen.to_string(),
            "public_url" => self.public_url.to_string(),
            "mail_url" => without_password(self.mail_url().as_str()),
            "mail_from" => self.mail_from.clone(),
            "mail_reply_to" => optional(self.mail_reply_to.clone()),
            "dkim_domain" => optional(self.dkim_domain.clone()),
            "dkim_selector" => optional(self.dkim_selector.clone()),
            "dkim_key" => path(&self.dkim_key),
            "return_path" => optional(self.return_path.clone()),
            "mail_per_domain" => self.mail_per_domain.to_string(),
            "mail_connections" => self.mail_connections.to_string(),
            "bounces" => path(&self.bounces),
            "files_url" => without_password(self.files_url().as_str()),
            "s3_region" => optional(self.s3_region.clone()),
            "s3_endpoint" => optional(self.s3_endpoint.as_ref().map(|url| without_password(url.as_str()))),
            "s3_access_key" => optional(self.s3_access_key.clone()),
            "s3_secret_key" => optional(self.s3_secret_key.as_ref().map(|_| "(set)".to_owned())),
            "data_dir" => self.data_dir.display().to_string(),
            "secret" if self.secret.is_some() => "(set)".to_owned(),
            "secret" => format!("(kept in {})", self.data_dir.join(SECRET_FILE).display()),
            "trusted_proxies" => self.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            "password_memory_kib" => self.password_memory_kib.to_string(),
            "password_passes" => self.password_passes.to_string(),
            "log" => self.log.clone(),
            _ => "(unknown)".to_owned(),
        }
    }

    /// Makes sure that there is a secret: the configured one, else one kept in the data folder from the first start on.
    pub fn ensure_secret(&mut self, fresh: impl FnOnce() -> String) -> Result<(), ConfigError> {
        if self.secret.is_some() {
            return Ok(());
        }
        let path = self.data_dir.join(SECRET_FILE);
        let fail = |error: std::io::Error| ConfigError(format!("secret: {}: {error}", path.display()));
        if !path.exists() {
            private_folder(&self.data_dir).map_err(fail)?;
            keep(&path, &fresh()).map_err(fail)?;
        }
        let secret = std::fs::read_to_string(&path).map_err(fail)?.trim().to_owned();
        if secret.len() < SECRET_LENGTH {
            return Err(ConfigError(format!("secret: {} holds too short a secret", path.display())));
        }
        self.secret = Some(secret);
        Ok(())
    }
}

const FILE: &str = "initiatives.toml";
const SECRET_FILE: &str = "secret";
const SECRET_LENGTH: usize = 32;

/// Makes a folder that nobody else on the machine can look into, unless it is there already.
pub fn private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    let mut private = std::fs::DirBuilder::new();
    private.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut private, 0o700);
    private.create(folder)
}

/// Writes a file that is there whole or not at all, even if another process starts at the same time.
fn keep(path: &std::path::Path, secret: &str) -> std::io::Result<()> {
    let draft = path.with_extension(std::process::id().to_string());
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::Write::write_all(&mut options.open(&draft)?, secret.as_bytes())?;
    let kept = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match kept {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// The address of a folder as a URL.
fn folder_url(folder: &std::path::Path) -> Url {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    Url::from_directory_path(whole).unwrap_or_else(|()| default_public_url())
}

/// The address by which this machine itself reaches a service that listens everywhere.
fn local(listen: SocketAddr) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], listen.port()))
}

fn url_of(text: &str) -> Result<Url, ConfigError> {
    Url::parse(text).map_err(|error| ConfigError(format!("{text}: {error}")))
}

fn without_password(url: &str) -> String {
    match Url::parse(url) {
        Ok(mut parsed) if parsed.password().is_some() => {
            let _ = parsed.set_password(Some("***"));
            parsed.to_string()
        }
        _ => url.to_owned(),
    }
}
