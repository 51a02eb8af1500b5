//! What the addresses of the catalogue say.

use serde::Deserialize;

/// What is to be listed. An address may come from anywhere: what it says amiss finds nothing, or counts as not said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub theme: String,
    pub country: String,
    /// The slug of the last Initiative of the page before.
    pub after: String,
    /// The slug of the first Initiative of the page behind.
    pub before: String,
}

impl Filter {
    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        [&self.q, &self.theme, &self.country].iter().any(|value| !value.trim().is_empty())
    }

    /// The address of the list, with some values replaced; pages start anew unless a place is among them.
    pub fn address(&self, changed: &[(&str, &str)]) -> String {
        let kept = [("q", self.q.trim()), ("theme", &self.theme), ("country", &self.country)];
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in kept {
            let value = changed.iter().find(|(n, _)| *n == name).map_or(value, |(_, v)| v);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        for (name, value) in changed.iter().filter(|(n, _)| matches!(*n, "after" | "before")) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { "/initiatives".to_owned() } else { format!("/initiatives?{query}") }
    }
}
