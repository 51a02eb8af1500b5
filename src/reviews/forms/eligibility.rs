//! The check-list of eligibility. Its fields follow the guidelines: `check-letter_signed`, `reason-letter_signed`.

use serde::Deserialize;
use validator::Validate;

use crate::{
    clock::Moment,
    error::FieldErrors,
    guidelines::EligibilityCheck,
    proposals::eligibility::{Check, Finding, Lack, check},
    web::Values,
    words::Locale,
};

/// What does not follow the guidelines.
#[derive(Debug, Deserialize, Validate)]
pub struct Eligibility {
    #[serde(default)]
    #[validate(length(max = 4000, message = "form-too-long"))]
    pub eligibility_remark: String,
    /// Where guidelines name no conditions.
    #[serde(default)]
    passed: String,
    /// When the check that the form shows was made, in milliseconds; empty if there was none.
    #[serde(default)]
    checked: String,
}

/// The longest reason, in characters.
const MOST_REASON: usize = 2_000;

impl Eligibility {
    /// The check that was made, or what it lacks, each beside its field.
    pub fn read(&self, conditions: &[EligibilityCheck], values: &Values, locale: Locale) -> Result<Check, FieldErrors> {
        let finding = |condition: &EligibilityCheck| {
            let key = condition.key.as_str();
            let passed = yes_or_no(values.get(&check_name(key))?)?;
            let reason = values.get(&reason_name(key)).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
            Some((condition.key.clone(), Finding { passed, reason }))
        };
        let made = Check {
            findings: conditions.iter().filter_map(finding).collect(),
            whole: if conditions.is_empty() { yes_or_no(&self.passed) } else { None },
            remark: self.eligibility_remark.replace("\r\n", "\n").trim().to_owned(),
            seen: self.checked.parse().ok().map(Moment::from_millis),
        };
        let mut errors = FieldErrors::default();
        for (key, found) in &made.findings {
            if found.reason.chars().count() > MOST_REASON {
                let most = locale.number(i64::try_from(MOST_REASON).unwrap_or(0));
                errors.add(reason_name(key.as_str()), locale.tr("form-too-long", &[("max", most.into())]));
            }
        }
        for lack in check(conditions, &made).err().unwrap_or_default() {
            lacking(&lack, locale, &mut errors);
        }
        if errors.is_empty() { Ok(made) } else { Err(errors) }
    }
}

fn lacking(lack: &Lack, locale: Locale, errors: &mut FieldErrors) {
    match lack {
        Lack::Answer(Some(key)) => errors.add(check_name(key.as_str()), locale.t("desk-eligibility-choose")),
        Lack::Answer(None) => errors.add("passed", locale.t("desk-eligibility-choose")),
        Lack::Reason(Some(key)) => errors.add(reason_name(key.as_str()), locale.t("desk-eligibility-reason-missing")),
        Lack::Reason(None) => errors.add("eligibility_remark", locale.t("desk-eligibility-reason-missing")),
    }
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

pub fn check_name(condition: &str) -> String {
    format!("check-{condition}")
}

pub fn reason_name(condition: &str) -> String {
    format!("reason-{condition}")
}
