//! What differs between two sets of answers, and how far a section is answered.

use super::{
    answers::{Answer, Answers},
    definition::{Definition, Section},
    keys::SectionKey,
    kinds::Kind,
    show::{Audience, Shown},
};
use crate::words::Locale;

/// A field whose answer is another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub section: SectionKey,
    pub before: Shown,
    pub after: Shown,
}

/// How many questions of a section must be answered, and how many of those are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub required: usize,
    pub answered: usize,
}

impl Definition {
    /// The fields that differ, in the order of the form, as a reader may see them.
    pub fn changes(&self, before: &Answers, after: &Answers, locale: Locale, audience: Audience) -> Vec<Change> {
        let mut changes = Vec::new();
        for section in &self.sections {
            for field in &section.fields {
                let key = field.key.as_str();
                if !differ(before.get(key), after.get(key)) {
                    continue;
                }
                let before = self.shown(field, before, locale, audience);
                let after = self.shown(field, after, locale, audience);
                if let (Some(before), Some(after)) = (before, after) {
                    changes.push(Change { section: section.key.clone(), before, after });
                }
            }
        }
        changes
    }
}

/// Where a file is kept is no difference.
fn differ(before: Option<&Answer>, after: Option<&Answer>) -> bool {
    match (before, after) {
        (Some(Answer::Files(before)), Some(Answer::Files(after))) => {
            let said = |file: &super::FileRef| (file.sha256.clone(), file.name.clone(), file.alt.clone());
            !before.iter().map(said).eq(after.iter().map(said))
        }
        _ => before != after,
    }
}

impl Section {
    /// How far the section is answered. Says nothing about whether the answers can stand: that is for the check.
    pub fn progress(&self, answers: &Answers) -> Progress {
        // What the call fixes is nobody's to answer.
        let required = self.fields.iter().filter(|field| field.required && field.kind != Kind::Period);
        required.fold(Progress::default(), |so_far, field| {
            let answered = !matches!(answers.get(field.key.as_str()), None | Some(Answer::NotRecorded));
            Progress { required: so_far.required + 1, answered: so_far.answered + usize::from(answered) }
        })
    }
}

impl Progress {
    pub fn is_complete(self) -> bool {
        self.answered == self.required
    }
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |so_far, part| Self {
            required: so_far.required + part.required,
            answered: so_far.answered + part.answered,
        })
    }
}
