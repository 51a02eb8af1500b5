//! What the addresses of the catalogue say, and what is typed into its forms.

pub mod news;
pub mod programs;
pub mod publications;

use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::words::Locale;

/// What is published of an Initiative, in one language. Its answers are read by the guidelines (`proposals::published`).
#[derive(Debug, Deserialize, Validate)]
pub struct TextForm {
    pub language: Locale,
    /// The version that was looked at.
    pub seen: i32,
    /// The version of the original that was looked at.
    #[serde(default)]
    pub original: Option<i32>,
    #[serde(default)]
    #[validate(length(max = 500, message = "form-too-long"))]
    pub note: String,
}

/// A button that features an Initiative on the home page, or takes that back.
#[derive(Debug, Deserialize, Validate)]
pub struct FeaturedForm {
    /// `yes` or `no`.
    pub featured: String,
}

impl FeaturedForm {
    pub fn wanted(&self) -> Option<bool> {
        match self.featured.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

fn given(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty())
}

fn is_said(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Err(ValidationError::new("said")) } else { Ok(()) }
}

fn is_web_address_or_nothing(typed: &str) -> Result<(), ValidationError> {
    let is_address = |url: url::Url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    let fine = typed.trim().is_empty() || url::Url::parse(typed.trim()).is_ok_and(is_address);
    if fine { Ok(()) } else { Err(ValidationError::new("address")) }
}
