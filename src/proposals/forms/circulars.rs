//! The form by which the secretariat writes to all who hold drafts.

use serde::Deserialize;
use validator::Validate;

use crate::{
    calls::texts::Wrong,
    error::FieldErrors,
    ids::AnnouncementId,
    proposals::circulars::{Circular, SUBJECT, TEXT},
    words::Locale,
};

/// A letter, as it is written, and as the page that previews it sends it on.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct CircularForm {
    pub subject_en: String,
    pub subject_fr: String,
    pub subject_es: String,
    pub text_en: String,
    pub text_fr: String,
    pub text_es: String,
    /// Given at the preview, so that pressing twice sends once.
    pub announcement: Option<AnnouncementId>,
    /// How many would have got it at the preview.
    pub holders: Option<u64>,
    /// The button that leads back from the preview.
    pub change: Option<String>,
}

impl CircularForm {
    /// What was written, or what is wrong with it.
    pub fn read(&self, locale: Locale) -> Result<Circular, FieldErrors> {
        let mut wrong = Wrong::new(locale);
        let subject = SUBJECT.read([&self.subject_en, &self.subject_fr, &self.subject_es], &mut wrong);
        let text = TEXT.read([&self.text_en, &self.text_fr, &self.text_es], &mut wrong);
        wrong.or(|| Some(Circular { subject, text }))
    }
}
