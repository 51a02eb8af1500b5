//! The form of a review. Its fields follow the rubric: `score-relevance`, `remark-relevance`.

use std::collections::BTreeSet;

use serde::Deserialize;
use validator::Validate;

use crate::{
    error::FieldErrors,
    guidelines::{CriterionKey, Rubric},
    reviews::rules::{Confidence, Entry, MOST_COMMENT, MOST_REMARK, Missing, Recommendation, missing},
    web::Values,
    words::Locale,
};

/// What does not follow the rubric.
#[derive(Debug, Deserialize, Validate)]
pub struct Review {
    /// Of the review as the reviewer saw it; 0 before it was saved.
    pub version: i32,
    /// The number of the submission that stood beside the form; none where there was none.
    #[serde(default)]
    pub submission: Option<i32>,
    /// Which button was pressed: `save`, `submit`, or `next`: to hand it in and go on.
    #[serde(default, rename = "do")]
    pub pressed: String,
}

impl Review {
    pub fn hands_in(&self) -> bool {
        matches!(self.pressed.as_str(), "submit" | "next")
    }

    pub fn goes_on(&self) -> bool {
        self.pressed == "next"
    }
}

/// Why somebody abstains.
#[derive(Debug, Deserialize, Validate)]
pub struct Abstention {
    #[serde(default)]
    #[validate(
        custom(function = "super::given", message = "proposals-no-reason"),
        length(max = 2000, message = "form-too-long")
    )]
    pub abstain_reason: String,
}

/// Reads what was typed; what cannot be kept is said, and is not in the entry.
pub fn read(rubric: &Rubric, values: &Values, locale: Locale) -> (Entry, FieldErrors) {
    let mut errors = FieldErrors::default();
    let mut entry = Entry {
        to_committee: text(values, "to_committee", MOST_COMMENT, locale, &mut errors),
        to_applicant: text(values, "to_applicant", MOST_COMMENT, locale, &mut errors),
        ..Entry::default()
    };
    for criterion in &rubric.criteria {
        let name = score_name(criterion.key.as_str());
        match values.get(&name).filter(|typed| !typed.is_empty()).map(str::parse::<u8>) {
            None => {}
            Some(Ok(score)) if score <= rubric.highest_score() => {
                entry.scores.insert(criterion.key.clone(), score);
            }
            Some(_) => errors.add(name, locale.t("form-choice-wrong")),
        }
        let remark = text(values, &remark_name(criterion.key.as_str()), MOST_REMARK, locale, &mut errors);
        if !remark.is_empty() {
            entry.remarks.insert(criterion.key.clone(), remark);
        }
    }
    match values.get("recommendation").filter(|typed| !typed.is_empty()).map(str::parse::<Recommendation>) {
        None => {}
        Some(Ok(recommendation)) => entry.recommendation = Some(recommendation),
        Some(Err(_)) => errors.add("recommendation", locale.t("form-choice-wrong")),
    }
    match values.get("confidence").filter(|typed| !typed.is_empty()).map(str::parse::<Confidence>) {
        None => {}
        Some(Ok(confidence)) => entry.confidence = Some(confidence),
        Some(Err(_)) => errors.add("confidence", locale.t("form-choice-wrong")),
    }
    (entry, errors)
}

/// The scores that are said to hold for the last submission as they held for an earlier one.
pub fn confirmed(rubric: &Rubric, values: &Values) -> BTreeSet<CriterionKey> {
    let keys = rubric.criteria.iter().map(|criterion| &criterion.key);
    keys.filter(|key| values.get(&confirm_name(key.as_str())).is_some()).cloned().collect()
}

/// What is neither changed nor confirmed, each said beside its box.
pub fn to_confirm(rubric: &Rubric, keys: &[CriterionKey], locale: Locale) -> FieldErrors {
    let mut errors = FieldErrors::default();
    for key in keys {
        let label = rubric.criterion(key.as_str()).map_or("", |criterion| criterion.label.get(locale));
        errors.add(confirm_name(key.as_str()), locale.tr("reviews-unconfirmed", &[("criterion", label.into())]));
    }
    errors
}

fn text(values: &Values, name: &str, most: usize, locale: Locale, errors: &mut FieldErrors) -> String {
    let typed = values.get(name).unwrap_or_default().replace("\r\n", "\n");
    let typed = typed.trim();
    if typed.chars().count() > most {
        errors
            .add(name, locale.tr("form-too-long", &[("max", locale.number(i64::try_from(most).unwrap_or(0)).into())]));
    }
    typed.to_owned()
}

/// What is missing to hand it in, each beside its field.
pub fn incomplete(rubric: &Rubric, entry: &Entry, locale: Locale) -> FieldErrors {
    let mut errors = FieldErrors::default();
    for lack in missing(rubric, entry) {
        match lack {
            Missing::Score(key) => {
                let label = rubric.criterion(key.as_str()).map_or("", |criterion| criterion.label.get(locale));
                errors
                    .add(score_name(key.as_str()), locale.tr("reviews-score-missing", &[("criterion", label.into())]));
            }
            Missing::ToCommittee => errors.add("to_committee", locale.t("reviews-to-committee-missing")),
            Missing::Recommendation => errors.add("recommendation", locale.t("reviews-recommendation-missing")),
            Missing::Confidence => errors.add("confidence", locale.t("reviews-confidence-missing")),
        }
    }
    errors
}

/// A review as the form shows it, with the scores that are confirmed.
pub fn typed(entry: &Entry, confirmed: &BTreeSet<CriterionKey>) -> Values {
    let scores = entry.scores.iter().map(|(key, score)| (score_name(key.as_str()), score.to_string()));
    let remarks = entry.remarks.iter().map(|(key, remark)| (remark_name(key.as_str()), remark.clone()));
    let rest = [
        ("to_committee".to_owned(), entry.to_committee.clone()),
        ("to_applicant".to_owned(), entry.to_applicant.clone()),
        ("recommendation".to_owned(), entry.recommendation.map_or("", Recommendation::code).to_owned()),
        ("confidence".to_owned(), entry.confidence.map_or("", Confidence::code).to_owned()),
    ];
    let ticks = confirmed.iter().map(|key| (confirm_name(key.as_str()), "yes".to_owned()));
    scores.chain(remarks).chain(rest).chain(ticks).collect()
}

pub fn score_name(criterion: &str) -> String {
    format!("score-{criterion}")
}

pub fn confirm_name(criterion: &str) -> String {
    format!("confirm-{criterion}")
}

pub fn remark_name(criterion: &str) -> String {
    format!("remark-{criterion}")
}
