//! What is taken as a configuration, and what is said of the rest.

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
        ("files_url = \"s3://key:hush@bucket\"", "files_url: "),
        ("files_url = \"s3://bucket\"", "s3_access_key and s3_secret_key: both are needed"),
        ("s3_secret_key = \"hush\"", "s3_region, s3_endpoint, s3_access_key, s3_secret_key: only for"),
        ("return_path = \"bounces\"", "return_path: bounces is not an address"),
        ("bounces = \"/var/mail/bounces\"", "bounces: return_path is needed too"),
        ("mail_per_domain = \"some\"", "mail_per_domain: some is no whole number"),
        ("mail_connections = 0", "mail_connections: from 1 to 50"),
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
fn a_number_is_one_or_a_text_as_the_environment_has_it() {
    assert_eq!(from_toml("password_passes = 3").unwrap().password_passes, 3);
    assert_eq!(from_toml("password_passes = \"3\"").unwrap().password_passes, 3);
    assert_eq!(
        refusal("password_passes = \"many\"").split(" (").next(),
        Some("password_passes: many is no whole number")
    );
}

#[test]
fn what_is_shown_holds_no_secret() {
    let config = from_toml(
        "database_url = \"postgres://me:hush@db/x\"\nmail_url = \"smtp://me:hush@mx\"\n\
         files_url = \"s3://bucket/files\"\ns3_access_key = \"me\"\ns3_secret_key = \"hush\"\n\
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
