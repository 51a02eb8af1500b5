//! The forms of the pages for applicants.

use serde::Deserialize;
use validator::Validate;

use crate::ids::{CallId, OrganisationId};

/// Starts a proposal.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct StartForm {
    pub call: CallId,
    pub organisation: OrganisationId,
}

/// A button of the workflow, with the version of the proposal that stood on the page.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct VersionForm {
    pub version: i32,
}

/// Submits what was looked at.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct SubmissionForm {
    pub version: i32,
    pub edition: i64,
}

/// A verb that needs a reason.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct ReasonForm {
    pub version: i32,
    #[validate(custom(function = said, message = "proposals-no-reason"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
}

/// A message to the secretariat, or from it.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct CommentForm {
    #[validate(custom(function = said, message = "proposals-no-comment"), length(max = 8000, message = "form-too-long"))]
    pub body: String,
}

fn said(text: &str) -> Result<(), validator::ValidationError> {
    if text.trim().is_empty() { Err(validator::ValidationError::new("empty")) } else { Ok(()) }
}

/// What a section's form says besides its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// The version at which each field stood when the form was opened.
    pub seen: std::collections::BTreeMap<String, i32>,
    /// Fields in which the text of others is to stay.
    pub leave: Vec<String>,
    /// Go on to the next section.
    pub next: bool,
}

impl Extras {
    /// Of the inputs `version.aim`, `theirs_version.aim`, and the buttons `mine`, `theirs` and `save`.
    pub fn of(posted: &[(String, String)]) -> Self {
        let versions = |prefix: &'static str| {
            posted.iter().filter_map(move |(name, value)| {
                Some((name.strip_prefix(prefix)?.to_owned(), value.parse::<i32>().ok()?))
            })
        };
        let pressed = |button: &str| {
            posted.iter().filter(|(name, _)| name == button).map(|(_, field)| field.clone()).collect::<Vec<_>>()
        };
        let mine = pressed("mine");
        let mut seen: std::collections::BTreeMap<String, i32> = versions("version.").collect();
        // Who has seen the other text and keeps the own one may replace it.
        seen.extend(versions("theirs_version.").filter(|(field, _)| mine.contains(field)));
        Self { seen, leave: pressed("theirs"), next: pressed("save").iter().any(|value| value == "next") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clash_is_decided_by_a_button_only() {
        let posted = |more: &[(&str, &str)]| {
            let mut all =
                vec![("version.aim", "1"), ("theirs_version.aim", "3"), ("aim", "Mine"), ("version.title", "x")];
            all.extend(more);
            all.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(Extras::of(&posted(&[("save", "next")])).seen["aim"], 1);
        assert_eq!(Extras::of(&posted(&[("mine", "aim")])).seen["aim"], 3);
        let left = Extras::of(&posted(&[("theirs", "aim")]));
        assert_eq!((left.seen["aim"], left.leave), (1, vec!["aim".to_owned()]));
        assert!(!left.seen.contains_key("title"));
    }
}
