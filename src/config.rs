//! Configuration: the environment (`INITIATIVES_…`) over `initiatives.toml`. An unknown key or a bad value is refused at
//! start, by name.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use figment::{
    Figment, Metadata, Profile, Provider,
    providers::{Format, Serialized, Toml},
    value::{Dict, Map, Value},
};
use serde::{Deserialize, Deserializer, Serialize};
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
    /// `file:///folder`; a folder in the data folder by default.
    pub files_url: Option<Url>,
    pub data_dir: PathBuf,
    /// Signs links and seals forms; kept in the data folder when it is not set.
    pub secret: Option<String>,
    /// The addresses of the proxies whose `X-Forwarded-For` is believed.
    #[serde(deserialize_with = "addresses")]
    pub trusted_proxies: Vec<IpAddr>,
    /// What is written to stderr: a level (`info`), or levels by part (`info,initiatives::mail=debug`).
    pub log: String,
    /// What hashing a password costs, in KiB of memory and in passes over it. When it rises, each password follows at its
    /// owner's next log-in.
    #[serde(deserialize_with = "number")]
    pub password_memory_kib: u32,
    #[serde(deserialize_with = "number")]
    pub password_passes: u32,
    /// Set by `demo` alone: shows the letters, and prints the sign-ins.
    #[serde(skip)]
    pub demo: bool,
}

/// What is wrong with the configuration, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

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
            bounces: None,
            files_url: None,
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
    pub const KEYS: [&str; 15] = [
        "database_url",
        "listen",
        "public_url",
        "mail_url",
        "mail_from",
        "mail_reply_to",
        "dkim_domain",
        "dkim_selector",
        "dkim_key",
        "bounces",
        "files_url",
        "data_dir",
        "secret",
        "trusted_proxies",
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
        let config: Self = figment.extract().map_err(|error| ConfigError(in_one_line(error)))?;
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
            && url.to_file_path().is_err()
        {
            return refuse("files_url: expected file:///folder (stores like s3:// are not built in yet)".to_owned());
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return refuse(format!("mail_from: {} is not an address", self.mail_from));
        }
        if let Some(reply_to) = &self.mail_reply_to
            && reply_to.parse::<lettre::message::Mailbox>().is_err()
        {
            return refuse(format!("mail_reply_to: {reply_to} is not an address"));
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
        if !(LEAST_PASSWORD_MEMORY_KIB..=1024 * 1024).contains(&self.password_memory_kib) {
            return refuse(format!("password_memory_kib: from {LEAST_PASSWORD_MEMORY_KIB} to 1048576"));
        }
        if !(LEAST_PASSWORD_PASSES..=16).contains(&self.password_passes) {
            return refuse(format!("password_passes: from {LEAST_PASSWORD_PASSES} to 16"));
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
            "bounces" => path(&self.bounces),
            "files_url" => without_password(self.files_url().as_str()),
            "data_dir" => self.data_dir.display().to_string(),
            "secret" if self.secret.is_some() => "(set)".to_owned(),
            "secret" => format!("(kept in {})", self.data_dir.join(SECRET_FILE).display()),
            "trusted_proxies" => self.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
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
            std::fs::create_dir_all(&self.data_dir).map_err(fail)?;
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
const PREFIX: &str = "INITIATIVES_";

/// The variables `INITIATIVES_…`, each taken as the text it is. Those of the tests say nothing to the service.
struct Environment;

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("the environment")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let mut dict = Dict::new();
        for (name, value) in std::env::vars_os() {
            let Some(key) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
            if key.starts_with("TEST_") {
                continue;
            }
            let value = value.into_string().map_err(|_| figment::Error::from(format!("{PREFIX}{key} is not UTF-8")))?;
            dict.insert(key.to_lowercase(), Value::from(value));
        }
        Ok(Profile::Default.collect(dict))
    }
}

/// A number as one, or as text, as the environment has it.
fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(u32),
        Text(String),
    }
    match Written::deserialize(deserializer)? {
        Written::Number(number) => Ok(number),
        Written::Text(text) => {
            text.trim().parse().map_err(|_| serde::de::Error::custom(format!("{text} is no whole number")))
        }
    }
}

/// Addresses as a list, or as one text with commas, as the environment has it.
fn addresses<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpAddr>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        List(Vec<String>),
        Text(String),
    }
    let parts = match Written::deserialize(deserializer)? {
        Written::List(parts) => parts,
        Written::Text(text) => text.split(',').map(ToOwned::to_owned).collect(),
    };
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_err(|_| serde::de::Error::custom(format!("{part} is no IP address")))).collect()
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

/// Names the key, what is wrong with it, and where it was set; the value only where figment shows it.
fn in_one_line(error: figment::Error) -> String {
    let source = error.metadata.as_ref().map(|metadata| match &metadata.source {
        Some(source) => source.to_string(),
        None => metadata.name.to_string(),
    });
    let from = source.map(|source| format!(" (in {source})")).unwrap_or_default();
    match &error.kind {
        figment::error::Kind::UnknownField(key, _) => format!("{key}: there is no such key{from}"),
        kind => format!("{}: {kind}{from}", error.path.join(".")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_toml(text: &str) -> Result<Config, ConfigError> {
        Config::read(Figment::from(Serialized::defaults(Config::default())).merge(Toml::string(text)))
    }

    fn refusal(text: &str) -> String {
        from_toml(text).unwrap_err().to_string()
    }

    #[test]
    fn without_a_word_it_serves_this_machine_from_the_data_folder() {
        let config = from_toml("").unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(config.database_url(), "sqlite://data/initiatives.sqlite");
        assert!(config.mail_url().as_str().ends_with("/data/mail/"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, named) in [
            ("colour = \"red\"", "colour: there is no such key"),
            ("listen = \"here\"", "listen: "),
            ("public_url = \"ftp://a.example\"", "public_url: "),
            ("database_url = \"mysql://a\"", "database_url: "),
            ("mail_url = \"imap://a\"", "mail_url: "),
            ("mail_from = \"nobody\"", "mail_from: "),
            ("files_url = \"ftp://a\"", "files_url: "),
            ("secret = \"short\"", "secret: at least 32"),
            ("trusted_proxies = [\"proxy\"]", "trusted_proxies: proxy is no IP address"),
            ("log = \"=,=\"", "log: "),
            ("dkim_domain = \"a.example\"", "dkim_domain, dkim_selector and dkim_key"),
        ] {
            let said = refusal(text);
            assert!(said.starts_with(named), "{text}: {said}");
            assert!(!said.contains('\n'));
        }
    }

    #[test]
    fn proxies_are_a_list_or_a_text_with_commas() {
        let two = vec![IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2])];
        assert_eq!(from_toml("trusted_proxies = [\"10.0.0.1\", \"10.0.0.2\"]").unwrap().trusted_proxies, two);
        assert_eq!(from_toml("trusted_proxies = \"10.0.0.1, 10.0.0.2\"").unwrap().trusted_proxies, two);
    }

    #[test]
    fn what_is_shown_holds_no_secret() {
        let config = from_toml(
            "database_url = \"postgres://me:hush@db/x\"\nmail_url = \"smtp://me:hush@mx\"\n\
             secret = \"hush, hush, hush, hush, hush, hush\"",
        )
        .unwrap();
        let all: Vec<String> = Config::KEYS.iter().map(|key| config.shown(key)).collect();
        assert!(!all.concat().contains("hush"), "{all:?}");
        assert!(all.contains(&"postgres://me:***@db/x".to_owned()));
    }

    #[test]
    fn every_key_is_listed() {
        let keys: Vec<String> =
            serde_json::to_value(Config::default()).unwrap().as_object().unwrap().keys().cloned().collect();
        let mut listed = Config::KEYS.map(ToOwned::to_owned);
        listed.sort();
        assert_eq!(keys, listed);
        assert!(Config::KEYS.iter().all(|key| Config::default().shown(key) != "(unknown)"));
    }

    #[test]
    fn the_secret_is_kept_from_the_first_start_on() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = Config { data_dir: folder.path().join("new"), ..Config::default() };
        let mut second = first.clone();
        first.ensure_secret(|| "0123456789012345678901234567890123456789".to_owned()).unwrap();
        second.ensure_secret(|| unreachable!()).unwrap();
        assert_eq!(first.secret, second.secret);
    }
}
