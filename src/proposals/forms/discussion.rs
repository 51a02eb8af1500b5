//! What is said in a conversation, as it was typed.

use serde::Deserialize;
use validator::Validate;

use crate::{
    error::FieldErrors,
    ids::{AttachmentId, MessageId, UserId},
    proposals::{
        discussion::{MOST_BODY, MOST_SUBJECT},
        rules::Audience,
    },
    web::Values,
    words::Locale,
};

/// A message; the first of a conversation names its audience, and may have a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub audience: Option<Audience>,
    pub subject: String,
    pub body: String,
    pub notify: Vec<UserId>,
    /// The own message that was taken back, in whose place this one goes, and those of its files that stay.
    pub instead: Option<MessageId>,
    pub kept: Vec<AttachmentId>,
}

impl Written {
    pub fn read(values: &Values, locale: Locale) -> Result<Self, FieldErrors> {
        let text = |name: &str| values.get(name).unwrap_or_default().trim().replace("\r\n", "\n");
        let written = Self {
            audience: values.get("audience").and_then(|code| code.parse().ok()),
            subject: text("subject"),
            body: text("body"),
            notify: values.all("notify").into_iter().filter_map(|id| id.parse().ok()).collect(),
            instead: values.get("instead").and_then(|id| id.parse().ok()),
            kept: values.all("keep").into_iter().filter_map(|id| id.parse().ok()).collect(),
        };
        let mut errors = FieldErrors::default();
        let too_long = |most: usize| locale.tr("form-too-long", &[("max", most.into())]);
        if written.subject.chars().count() > MOST_SUBJECT {
            errors.add("subject", too_long(MOST_SUBJECT));
        }
        if written.body.is_empty() {
            errors.add("body", locale.t("proposals-no-comment"));
        } else if written.body.chars().count() > MOST_BODY {
            errors.add("body", too_long(MOST_BODY));
        }
        if errors.is_empty() { Ok(written) } else { Err(errors) }
    }
}

/// Whether somebody is told of what is said in a conversation.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct FollowingForm {
    pub follow: String,
}
