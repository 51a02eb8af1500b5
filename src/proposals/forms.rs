//! The forms of the pages for applicants, and those by which the secretariat gives more time or writes to many.

pub mod circulars;
pub mod deadlines;
pub mod discussion;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use validator::Validate;

use crate::{
    error::FieldErrors,
    guidelines::placing::{CHOOSE, FIND, MAP, Sought},
    ids::{CallId, OrganisationId},
    mail::Email,
    proposals::{
        paper::{self, HIGHEST_NUMBER},
        workflow::State,
    },
    web::Values,
    words::Locale,
};

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
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct SubmissionForm {
    pub version: i32,
    pub edition: i64,
    /// How each field stood: `aim:3 title:1`.
    #[serde(default)]
    pub versions: String,
}

impl SubmissionForm {
    /// The version at which each field stood.
    pub fn seen(&self) -> BTreeMap<String, i32> {
        let pair = |pair: &str| {
            let (field, version) = pair.split_once(':')?;
            Some((field.to_owned(), version.parse().ok()?))
        };
        self.versions.split(' ').filter_map(pair).collect()
    }
}

/// Brings back an earlier version of a field, over the one that stood on the page.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct RestoreForm {
    pub version: i32,
    pub seen: i32,
}

/// A verb that needs a reason.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct ReasonForm {
    pub version: i32,
    #[validate(custom(function = said, message = "proposals-no-reason"), length(max = 4000, message = "form-too-long"))]
    pub reason: String,
}

/// Inviting someone of another organisation to write in a proposal.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct CoEditorForm {
    #[validate(custom(function = is_email, message = "form-email-wrong"))]
    pub email: String,
    #[validate(custom(function = said, message = "accounts-invite-name-missing"), length(max = 120, message = "form-too-long"))]
    pub name: String,
    #[validate(custom(function = is_locale, message = "form-choice-wrong"))]
    pub locale: String,
}

/// A private note.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct NoteForm {
    /// The key of a section; empty for the whole.
    #[serde(default)]
    pub section: String,
    #[validate(custom(function = said, message = "proposals-no-comment"), length(max = 8000, message = "form-too-long"))]
    pub body: String,
}

/// One's own note, written anew.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct NoteEditForm {
    pub version: i32,
    #[validate(custom(function = said, message = "proposals-no-comment"), length(max = 8000, message = "form-too-long"))]
    pub body: String,
}

/// Whether a note is done with.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct ResolutionForm {
    pub done: String,
}

/// The answer to an invitation.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct AnswerForm {
    pub answer: String,
}

impl AnswerForm {
    pub fn accepts(&self) -> bool {
        self.answer == "accept"
    }
}

fn is_email(typed: &str) -> Result<(), validator::ValidationError> {
    typed.parse::<Email>().map(|_| ()).map_err(|_| validator::ValidationError::new("wrong"))
}

fn is_locale(typed: &str) -> Result<(), validator::ValidationError> {
    let known = Locale::ALL.iter().any(|locale| locale.tag() == typed);
    if known { Ok(()) } else { Err(validator::ValidationError::new("wrong")) }
}

fn said(text: &str) -> Result<(), validator::ValidationError> {
    if text.trim().is_empty() { Err(validator::ValidationError::new("empty")) } else { Ok(()) }
}

/// What a section's form says besides its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// The version at which each field stood when the form was opened.
    pub seen: BTreeMap<String, i32>,
    /// Fields in which the text of others is to stay.
    pub leave: Vec<String>,
    /// Fields whose two texts were brought together, with the text that is to stand.
    pub combined: BTreeMap<String, String>,
    /// The fields that were changed, where a script sends only these.
    pub only: Option<BTreeSet<String>>,
    /// What a script has sent before without hearing whether it arrived, the oldest first.
    pub tried: Vec<Vec<(String, String)>>,
    /// Fields whose text a script has sent before as it is, without hearing whether it arrived.
    pub resent: BTreeSet<String>,
    /// Go on to the next section.
    pub next: bool,
    /// A city that is searched, for the point of a field.
    pub sought: Option<(String, String)>,
}

/// Before the names of inputs that were sent before. The names of fields hold no hyphens.
const TRIED: [&str; 2] = ["tried-first.", "tried-last."];

impl Extras {
    /// Of the inputs `version.aim`, `theirs_version.aim`, `combined.aim`, `changed-field`, `sent-before` and `tried-first.aim`,
    /// and the buttons `mine`, `theirs`, `combine` and `save`.
    pub fn of(posted: &[(String, String)]) -> Self {
        let below = |prefix: &'static str| {
            posted.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), value.clone())))
        };
        let versions = |prefix| below(prefix).filter_map(|(field, value)| Some((field, value.parse::<i32>().ok()?)));
        let all = |wanted: &str| {
            posted.iter().filter(|(name, _)| name == wanted).map(|(_, field)| field.clone()).collect::<Vec<_>>()
        };
        let (mine, combine) = (all("mine"), all("combine"));
        let mut seen: BTreeMap<String, i32> = versions("version.").collect();
        // Who has seen the other text and keeps the own one, or one made of both, may replace it.
        seen.extend(versions("theirs_version.").filter(|(field, _)| mine.contains(field) || combine.contains(field)));
        let changed: BTreeSet<String> = all("changed-field").into_iter().collect();
        Self {
            seen,
            leave: all("theirs"),
            combined: below("combined.").filter(|(field, _)| combine.contains(field)).collect(),
            only: (!changed.is_empty()).then_some(changed),
            tried: TRIED.iter().map(|prefix| below(prefix).collect::<Vec<_>>()).filter(|all| !all.is_empty()).collect(),
            resent: all("sent-before").into_iter().collect(),
            next: all("save").iter().any(|value| value == "next"),
            sought: Sought::among(posted).map(|sought| (sought.field.to_owned(), sought.city.to_owned())),
        }
    }
}

/// What the form of a proposal on paper says besides its answers. Its names cannot be those of fields: these hold no hyphens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperForm {
    /// The slug of the call.
    pub call: String,
    /// The slug of the organisation.
    pub organisation: String,
    pub state: Option<State>,
    /// Its number in the call; none to take the next one.
    pub number: Option<i32>,
    /// A line for each.
    pub sources: Vec<String>,
    /// What is wrong with these.
    pub errors: FieldErrors,
}

/// How long the lines about the sources may be together, in bytes.
const SOURCES_MAX: usize = 4000;

impl PaperForm {
    pub fn of(values: &Values, locale: Locale) -> Self {
        let text = |name: &str| values.get(name).unwrap_or_default().trim().to_owned();
        let (state, number, sources) = (text("paper-state"), text("paper-number"), text("paper-source"));
        let mut form = Self {
            call: text("paper-call"),
            organisation: text("paper-organisation"),
            state: state.parse().ok().filter(|state| paper::states().any(|known| known == *state)),
            number: number.parse().ok().filter(|number| (1..=HIGHEST_NUMBER).contains(number)),
            sources: sources.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            errors: FieldErrors::default(),
        };
        if form.state.is_none() {
            form.errors.add("paper-state", locale.t("proposals-no-register-state"));
        }
        if form.number.is_none() && !number.is_empty() {
            form.errors.add("paper-number", locale.t("proposals-no-number"));
        }
        if form.sources.is_empty() {
            form.errors.add("paper-source", locale.t("proposals-no-source"));
        } else if sources.len() > SOURCES_MAX {
            form.errors.add("paper-source", locale.t("form-too-long"));
        }
        form
    }

    /// Whether another button was pressed than the one that registers: then the form is only shown again.
    pub fn is_only_shown(values: &Values) -> bool {
        let is_other = |(name, _): &(String, String)| match name.as_str() {
            "add" | "remove" | "move_up" | "move_down" | "save" | FIND | CHOOSE => true,
            other => other.starts_with(MAP),
        };
        values.pairs().iter().any(is_other)
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
        let both = Extras::of(&posted(&[("combined.aim", "Both"), ("combine", "aim")]));
        assert_eq!((both.seen["aim"], both.combined["aim"].as_str()), (3, "Both"));
        assert!(Extras::of(&posted(&[("combined.aim", "Both")])).combined.is_empty());
    }

    #[test]
    fn a_script_says_what_it_changed_and_what_it_sent_in_vain() {
        let posted = [("changed-field", "aim"), ("tried-first.aim", "One"), ("tried-last.aim", "Two")];
        let posted: Vec<_> = posted.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let extras = Extras::of(&posted);
        assert!(extras.only.is_some_and(|only| only.contains("aim")));
        assert_eq!(extras.tried.iter().map(|tried| tried[0].1.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
    }
}
