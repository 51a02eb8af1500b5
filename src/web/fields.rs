//! What was typed into a form: kept as typed, so that a form can always be shown again as it was left.

use std::collections::BTreeSet;

use crate::error::FieldErrors;

/// The names of the inputs in which passwords are typed.
const SECRETS: [&str; 2] = ["password", "current"];

/// The names of hidden inputs that hold sentences which nobody wrote.
const UNWRITTEN: [&str; 2] = ["versions", "trouble"];

/// The names and values of a posted form, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Values(pub Vec<(String, String)>);

impl Values {
    /// The first value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Reads `a=1&b=2`; what is no UTF-8 is replaced.
    pub fn from_urlencoded(bytes: &[u8]) -> Self {
        let mut values = Self::default();
        for (name, value) in url::form_urlencoded::parse(bytes) {
            values.add(name.into_owned(), &value);
        }
        values
    }

    /// Adds what was typed, without the character NUL: no keyboard has it, and PostgreSQL takes no text that holds it.
    pub fn add(&mut self, name: String, typed: &str) {
        self.0.push((name, typed.replace('\0', "")));
    }

    /// The texts of more than a word, which nobody likes to write twice.
    pub fn written(&self) -> Vec<String> {
        let is_text = |(name, value): &&(String, String)| {
            value.trim().contains(char::is_whitespace) && !UNWRITTEN.contains(&name.as_str())
        };
        let texts = self.0.iter().filter(is_text);
        texts.map(|(_, value)| value.clone()).collect()
    }

    /// Passwords are typed again: they are never kept.
    pub fn without_secrets(mut self) -> Self {
        self.0.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
        self
    }

    pub fn to_urlencoded(&self) -> String {
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Values {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// A form as it is to be shown: with what was typed, and the messages beside the fields they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub values: Values,
    pub errors: FieldErrors,
}

impl Filled {
    /// An empty form, or one with stored values in it.
    pub fn with(values: Values) -> Self {
        Self { values, errors: FieldErrors::default() }
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or_default()
    }

    pub fn values(&self, name: &str) -> Vec<&str> {
        self.values.all(name)
    }

    /// Whether `value` is among those of `name`: for boxes and choices.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.all(name).contains(&value)
    }

    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.get(name)
    }

    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The messages with the names of their fields, in the order of the form as far as the form says it.
    pub fn errors(&self) -> Vec<(&str, &str)> {
        let mut names: Vec<&str> = self.values.0.iter().map(|(name, _)| name.as_str()).collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        let rank = |field: &str| names.iter().position(|name| *name == field).unwrap_or(usize::MAX);
        let mut errors: Vec<_> = self.errors.iter().collect();
        errors.sort_by_key(|(field, _)| rank(field));
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_given_back_and_neither_words_nor_passwords() {
        let posted = "name=Agra&reason=It+is+not+signed.&password=correct+horse&current=battery+staple&note=+x+\
            &versions=aim:3+title:1";
        let values = Values::from_urlencoded(posted.as_bytes()).without_secrets();
        assert_eq!(values.written(), ["It is not signed."]);
    }

    #[test]
    fn every_input_of_a_password_is_known_as_a_secret() {
        let mut found = 0;
        for template in files_in(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")) {
            let text = std::fs::read_to_string(&template).unwrap();
            for line in text.lines().filter(|line| line.contains("=\"password\"")) {
                let calls = line.split("forms::text(").skip(1).map(|call| call.split('"').nth(1));
                let inputs = line.split(" name=\"").skip(1).map(|input| input.split('"').next());
                for name in calls.chain(inputs).flatten() {
                    assert!(SECRETS.contains(&name), "{name} in {}", template.display());
                    found += 1;
                }
            }
        }
        assert!(found >= 5, "{found} inputs were looked at");
    }

    fn files_in(folder: impl AsRef<std::path::Path>) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { files_in(path) } else { vec![path] }).collect()
    }
}
