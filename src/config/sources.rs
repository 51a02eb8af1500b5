//! Where values come from: the environment, and how it writes them.

use std::net::IpAddr;

use figment::{
    Metadata, Profile, Provider,
    value::{Dict, Map, Value},
};
use serde::{Deserialize, Deserializer};

const PREFIX: &str = "INITIATIVES_";

/// The variables `INITIATIVES_…`, each taken as the text it is. Those of the tests say nothing to the service.
pub(super) struct Environment;

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
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
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
pub(super) fn addresses<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpAddr>, D::Error> {
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

/// Names the key, what is wrong with it, and where it was set; the value only where figment shows it.
pub(super) fn in_one_line(error: figment::Error) -> String {
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
