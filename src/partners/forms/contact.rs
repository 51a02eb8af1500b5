//! What visitors type who write to the secretariat, and what is pressed about it.

use serde::{Deserialize, Deserializer};
use validator::Validate;

use super::{is_email, is_said};
use crate::{ids::ContactMessageId, partners::contact::About};

/// A message to the secretariat.
#[derive(Debug, Deserialize, Validate)]
pub struct ContactForm {
    #[validate(
        custom(function = "is_said", message = "contact-name-missing"),
        length(max = 120, message = "form-too-long")
    )]
    pub name: String,
    #[validate(custom(function = "is_email", message = "form-email-wrong"))]
    pub email: String,
    pub about: About,
    #[serde(deserialize_with = "with_plain_line_ends")]
    #[validate(
        custom(function = "is_said", message = "contact-message-missing"),
        length(max = 4000, message = "form-too-long")
    )]
    pub message: String,
    /// The name in the catalogue of the Initiative that it is about.
    #[serde(default)]
    pub initiative: String,
    /// What a script of the page has put in; nothing where none runs.
    #[serde(default)]
    pub proof: String,
    /// An input that nobody sees: whoever fills it is no person.
    #[serde(default)]
    pub more: String,
}

impl ContactForm {
    /// The name on one line.
    pub fn name(&self) -> String {
        self.name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn is_of_a_machine(&self) -> bool {
        !self.more.is_empty()
    }
}

/// Browsers end lines by two characters, and people count one.
fn with_plain_line_ends<'de, D: Deserializer<'de>>(typed: D) -> Result<String, D::Error> {
    Ok(String::deserialize(typed)?.replace("\r\n", "\n"))
}

/// One of the messages that wait to be confirmed.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct WaitingForm {
    pub message: ContactMessageId,
}

/// Whether a message was answered, as somebody says who saw it in this version.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct AnsweredForm {
    pub version: i32,
    /// `yes` or `no`.
    pub answered: String,
}

impl AnsweredForm {
    pub fn is_answered(&self) -> bool {
        self.answered == "yes"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        error::Error,
        web::{Posted, Values},
        words::Locale,
    };

    fn posted(message: &str) -> Result<ContactForm, Error> {
        let values: Values =
            [("name", " Ana\r\n Díaz "), ("email", "ana@rosario.example"), ("about", "press"), ("message", message)]
                .into_iter()
                .collect();
        Posted::<ContactForm>::read(values, Locale::En, false).sound()
    }

    #[test]
    fn lines_end_by_one_character_and_count_as_one() {
        let form = posted(&"a\r\n".repeat(2_000)).unwrap();
        assert_eq!(form.message.chars().count(), 4_000);
        assert_eq!(form.name(), "Ana Díaz");
        assert!(posted(&"a\r\n".repeat(2_001)).is_err());
        assert!(posted(" \r\n ").is_err());
    }
}
