//! What is typed about tags, saved views and columns.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::given;
use crate::reviews::tags::{COLOURS, NewTag};

/// A tag.
#[derive(Debug, Deserialize, Validate)]
pub struct TagForm {
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 40, message = "form-too-long"))]
    name: String,
    #[serde(default)]
    #[validate(custom(function = "is_colour", message = "form-choice-wrong"))]
    colour: String,
}

impl TagForm {
    pub fn tag(&self) -> NewTag {
        NewTag { name: one_line(&self.name), colour: self.colour.parse().unwrap_or(1) }
    }
}

fn is_colour(text: &str) -> Result<(), ValidationError> {
    let is = text.parse::<i32>().is_ok_and(|colour| (1..=COLOURS).contains(&colour));
    if is { Ok(()) } else { Err(ValidationError::new("colour")) }
}

/// A view to be saved, or one that is saved.
#[derive(Debug, Deserialize, Validate)]
pub struct ViewForm {
    #[serde(default)]
    #[validate(custom(function = "given", message = "form-missing"), length(max = 80, message = "form-too-long"))]
    name: String,
    /// What stands behind the question mark of its address; of one that is saved, it stays.
    #[serde(default)]
    pub view: String,
    #[serde(default)]
    shared: String,
}

impl ViewForm {
    pub fn name(&self) -> String {
        one_line(&self.name)
    }

    pub fn is_shared(&self) -> bool {
        self.shared == "yes"
    }
}

/// Without line breaks, and without spaces that nobody sees.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A tag put on one proposal.
#[derive(Debug, Deserialize, Validate)]
pub struct Tagging {
    #[serde(default)]
    #[validate(custom(function = "is_id", message = "desk-tag-choose"))]
    pub tag: String,
}

fn is_id(text: &str) -> Result<(), ValidationError> {
    text.parse::<crate::ids::TagId>().map(|_| ()).map_err(|_| ValidationError::new("choice"))
}

/// What was ticked in the list, and where it leads. What is ticked is read beside it.
#[derive(Debug, Deserialize, Validate)]
pub struct SelectionForm {
    /// What stands behind the question mark of the list's address.
    #[serde(default)]
    pub view: String,
    /// Another page of the list, where the selection goes along.
    #[serde(default)]
    pub go: String,
    /// All that stand on the page.
    #[serde(default)]
    pub whole: String,
    /// All that the filter finds.
    #[serde(default)]
    pub everything: String,
    /// The code of a bulk deed.
    #[serde(default)]
    pub action: String,
}

/// Which columns are shown; they are read beside it.
#[derive(Debug, Deserialize, Validate)]
pub struct ColumnsForm {
    #[serde(default)]
    pub view: String,
    /// Pressed for those that everybody has at first.
    #[serde(default)]
    pub usual: String,
}
