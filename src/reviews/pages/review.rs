//! The form of a review, beside what it judges.

use askama::Template;

use super::{Head, Reader, judging::ReviewShown, text::Text};
use crate::{
    guidelines::{Change, Criterion, Rubric, Scores},
    reviews::{
        forms::review::{confirm_name, remark_name, score_name},
        rules::{Confidence, Recommendation},
    },
    web::{Filled, Frame},
};

#[derive(Template)]
#[template(path = "reviews/review.html")]
pub struct ReviewPage {
    pub frame: Frame,
    pub head: Head,
    pub filled: Filled,
    /// Whether what stands in the form is kept nowhere.
    pub unsaved: bool,
    /// Whether that is because it was refused: its script saves as a draft what can be.
    pub refused: bool,
    /// Of the review as the reviewer saw it.
    pub version: i32,
    /// What the reader must know before writing, with its kind.
    pub notices: Vec<(&'static str, String)>,
    /// Whether it can be written now. If not, what was typed is shown, and stays.
    pub open: bool,
    /// Whether it is in already: it is changed as a whole then.
    pub is_in: bool,
    pub criteria: Vec<CriterionShown>,
    pub scale: Vec<Meaning>,
    pub recommendations: Vec<(String, String)>,
    pub confidences: Vec<(String, String)>,
    /// What has changed in the text since the own review, where another submission came.
    pub changes: Vec<Change>,
    /// Whether the own review was written on an earlier submission.
    pub outdated: bool,
    /// The number of the submission beside the form.
    pub submission: Option<i32>,
    /// Whose copies the browser keeps.
    pub account: String,
    /// The review as it is kept: read when it cannot be written, or beside a text that met another one.
    pub kept: Option<ReviewShown>,
    pub text: Option<Text>,
    pub note: String,
}

/// A criterion with its inputs.
pub struct CriterionShown {
    pub score: String,
    pub remark: String,
    pub confirm: String,
    /// Whether a score was given to an earlier submission, which is to be confirmed or changed.
    pub asks: bool,
    pub label: String,
    pub help: String,
    pub weight: u32,
}

/// What a score means.
pub struct Meaning {
    pub score: String,
    pub text: String,
}

/// The criteria, with the scores to be confirmed or changed, if there are any.
pub fn criteria(rubric: &Rubric, to_renew: Option<&Scores>, reader: Reader) -> Vec<CriterionShown> {
    let shown = |criterion: &Criterion| CriterionShown {
        score: score_name(criterion.key.as_str()),
        remark: remark_name(criterion.key.as_str()),
        confirm: confirm_name(criterion.key.as_str()),
        asks: to_renew.is_some_and(|scores| scores.contains_key(&criterion.key)),
        label: criterion.label.get(reader.locale).to_owned(),
        help: criterion.help.get(reader.locale).to_owned(),
        weight: criterion.weight,
    };
    rubric.criteria.iter().map(shown).collect()
}

pub fn scale(rubric: &Rubric, reader: Reader) -> Vec<Meaning> {
    let meaning = |(score, text): (usize, &crate::words::Trilingual)| Meaning {
        score: score.to_string(),
        text: text.get(reader.locale).to_owned(),
    };
    rubric.scale.iter().enumerate().map(meaning).collect()
}

pub fn recommendations(reader: Reader) -> Vec<(String, String)> {
    let option = |given: &Recommendation| {
        (given.code().to_owned(), reader.t(&format!("reviews-recommendation-{}", given.code())))
    };
    Recommendation::ALL.iter().map(option).collect()
}

pub fn confidences(reader: Reader) -> Vec<(String, String)> {
    let option =
        |given: &Confidence| (given.code().to_owned(), reader.t(&format!("reviews-confidence-{}", given.code())));
    Confidence::ALL.iter().map(option).collect()
}
