//! The form by which the secretariat writes to all applicants in a state.

use serde::Deserialize;
use validator::Validate;

use crate::{
    calls::texts::Wrong,
    error::FieldErrors,
    ids::{AnnouncementId, UserId},
    proposals::{
        circulars::{Circular, STATES, SUBJECT, TEXT},
        workflow::State,
    },
    web::Values,
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
    /// What was written, and to whom, or what is wrong with it. Nothing chosen is nobody, never all.
    pub fn read(&self, values: &Values, sender: UserId, locale: Locale) -> Result<Circular, FieldErrors> {
        let chosen = values.all(STATES);
        let states: Vec<State> = State::ALL.iter().copied().filter(|state| chosen.contains(&state.code())).collect();
        let mut wrong = Wrong::new(locale);
        let subject = SUBJECT.read([&self.subject_en, &self.subject_fr, &self.subject_es], &mut wrong);
        let text = TEXT.read([&self.text_en, &self.text_fr, &self.text_es], &mut wrong);
        let none = states.is_empty();
        let read = wrong.or(|| Some(Circular { subject, text, states, sender: Some(sender) }));
        if !none {
            return read;
        }
        let mut errors = read.err().unwrap_or_default();
        errors.add(STATES, locale.t("calls-letters-choose"));
        Err(errors)
    }
}
