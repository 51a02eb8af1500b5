//! The check of eligibility: every condition of the guidelines passed or failed, with the reason of each that failed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    clock::Moment,
    guidelines::{CriterionKey, EligibilityCheck},
};

/// What was said of one condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub passed: bool,
    /// Needed where it failed.
    #[serde(default)]
    pub reason: String,
}

/// What was said of each condition, by its key.
pub type Findings = BTreeMap<CriterionKey, Finding>;

/// A check as somebody made it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    pub findings: Findings,
    /// Whether it passes as a whole, where nothing is said of single conditions.
    pub whole: Option<bool>,
    /// What else is to be said; the reason where there are no conditions to give one for.
    pub remark: String,
    /// When the check that the person saw was made; none if there was none.
    pub seen: Option<Moment>,
}

impl Check {
    /// A check as a whole, where nobody has made one: every condition holds, or it fails for this reason.
    pub fn first(passed: bool, reason: &str) -> Self {
        Self { whole: Some(passed), remark: reason.to_owned(), ..Self::default() }
    }
}

/// What a check comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub passed: bool,
    /// The reasons of all that failed, and the remark.
    pub reason: String,
    pub checks: Findings,
}

/// Why a check is none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing was said of this condition; none where the guidelines name none.
    Answer(Option<CriterionKey>),
    /// It fails, and nobody knows why.
    Reason(Option<CriterionKey>),
}

/// What the check comes to by the conditions of the guidelines, or all that it lacks.
pub fn check(conditions: &[EligibilityCheck], made: &Check) -> Result<Checked, Vec<Lack>> {
    let remark = made.remark.trim();
    if conditions.is_empty() || (made.findings.is_empty() && made.whole.is_some()) {
        return as_a_whole(conditions, made.whole, remark);
    }
    let lack = |condition: &EligibilityCheck| match made.findings.get(&condition.key) {
        None => Some(Lack::Answer(Some(condition.key.clone()))),
        Some(found) if !found.passed && found.reason.trim().is_empty() => {
            Some(Lack::Reason(Some(condition.key.clone())))
        }
        Some(_) => None,
    };
    let lacks: Vec<Lack> = conditions.iter().filter_map(lack).collect();
    if !lacks.is_empty() {
        return Err(lacks);
    }
    let known = |condition: &EligibilityCheck| {
        let found = made.findings.get(&condition.key)?;
        let reason = if found.passed { String::new() } else { found.reason.trim().to_owned() };
        Some((condition.key.clone(), Finding { passed: found.passed, reason }))
    };
    let checks: Findings = conditions.iter().filter_map(known).collect();
    let failed = conditions.iter().filter_map(|condition| checks.get(&condition.key)).filter(|found| !found.passed);
    let reasons: Vec<&str> = failed.map(|found| found.reason.as_str()).chain([remark]).collect();
    let reason = reasons.into_iter().filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("\n");
    Ok(Checked { passed: checks.values().all(|found| found.passed), reason, checks })
}

fn as_a_whole(conditions: &[EligibilityCheck], whole: Option<bool>, remark: &str) -> Result<Checked, Vec<Lack>> {
    match whole {
        None => Err(vec![Lack::Answer(None)]),
        Some(false) if remark.is_empty() => Err(vec![Lack::Reason(None)]),
        Some(passed) => {
            let held = conditions.iter().filter(|_| passed);
            let finding = Finding { passed: true, reason: String::new() };
            let checks = held.map(|condition| (condition.key.clone(), finding.clone())).collect();
            Ok(Checked { passed, reason: remark.to_owned(), checks })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Trilingual;

    fn conditions() -> Vec<EligibilityCheck> {
        let condition = |key: &str| EligibilityCheck {
            key: key.parse().unwrap(),
            label: Trilingual::default(),
            help: Trilingual::default(),
        };
        ["applicant", "letter"].map(condition).to_vec()
    }

    fn found(passed: bool, reason: &str) -> Finding {
        Finding { passed, reason: reason.to_owned() }
    }

    #[test]
    fn it_passes_when_every_condition_does() {
        let checked = check(&conditions(), &Check::first(true, " Complete. ")).unwrap();
        assert!(checked.passed);
        assert_eq!((checked.reason.as_str(), checked.checks.len()), ("Complete.", 2));
    }

    #[test]
    fn one_that_fails_needs_its_reason_and_none_is_left_out() {
        let mut made = Check::default();
        made.findings.insert("letter".parse().unwrap(), found(false, " "));
        let lacks = check(&conditions(), &made).unwrap_err();
        assert_eq!(
            lacks,
            [Lack::Answer(Some("applicant".parse().unwrap())), Lack::Reason(Some("letter".parse().unwrap()))]
        );
        made.findings.insert("applicant".parse().unwrap(), found(true, "ignored where it passes"));
        made.findings.insert("letter".parse().unwrap(), found(false, "It is not signed."));
        let checked = check(&conditions(), &made).unwrap();
        assert_eq!((checked.passed, checked.reason.as_str()), (false, "It is not signed."));
        assert_eq!(checked.checks.values().next(), Some(&found(true, "")));
    }

    #[test]
    fn what_is_said_of_no_condition_is_judged_as_a_whole() {
        assert!(!check(&conditions(), &Check::first(false, "Another programme pays for it.")).unwrap().passed);
        assert_eq!(check(&[], &Check::default()), Err(vec![Lack::Answer(None)]));
        let failed = Check { whole: Some(false), ..Check::default() };
        assert_eq!(check(&[], &failed), Err(vec![Lack::Reason(None)]));
        assert!(!check(&[], &Check { remark: "Late.".to_owned(), ..failed }).unwrap().passed);
    }
}
