//! Whom an organisation names in its proposals. The parts bear the names that the guidelines' fields of persons have.

use serde::{Deserialize, Serialize};

/// A person as a proposal names one; what is not known is empty, and left out where it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// The two whom every proposal asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// The mayor or head.
    pub endorser: Contact,
    /// Who manages projects.
    pub manager: Contact,
}

/// The names of a contact's inputs.
#[derive(Clone, Debug)]
pub struct ContactNames {
    pub name: String,
    pub post: String,
    pub email: String,
    pub phone: String,
}

impl Contact {
    pub fn of(name: &str, post: &str, email: &str, phone: &str) -> Self {
        let plain = |text: &str| text.trim().to_owned();
        Self { name: plain(name), post: plain(post), email: plain(email), phone: plain(phone) }
    }

    /// The names of the inputs: `manager_name`, …
    pub fn names(key: &str) -> ContactNames {
        let part = |part: &str| format!("{key}_{part}");
        ContactNames { name: part("name"), post: part("post"), email: part("email"), phone: part("phone") }
    }

    /// All that is known, in one line.
    pub fn in_words(&self) -> String {
        let said = [&self.name, &self.post, &self.email, &self.phone].map(String::as_str);
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// As its inputs hold it.
    pub fn named(self, key: &str) -> Vec<(String, String)> {
        let ContactNames { name, post, email, phone } = Self::names(key);
        vec![(name, self.name), (post, self.post), (email, self.email), (phone, self.phone)]
    }
}
