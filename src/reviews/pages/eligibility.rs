//! The check of eligibility: what was found, and the form to say so.

use super::Reader;
use crate::{
    entity::eligibility,
    guidelines::{Definition, EligibilityCheck},
    proposals::{
        Deed, Standing,
        eligibility::{Finding, Findings},
        may,
    },
    reviews::forms::eligibility::{check_name, reason_name},
};

/// What was found about the conditions, and the form.
pub struct EligibilityPart {
    pub said: Option<Said>,
    /// When the check that is shown was made, in milliseconds; empty if there was none.
    pub checked: String,
    pub conditions: Vec<Condition>,
    /// Met, and not met.
    pub answers: Vec<(String, String)>,
    /// Whether it can be said, or said anew.
    pub open: bool,
}

/// What was found.
pub struct Said {
    pub passed: bool,
    pub reason: String,
    pub when: String,
    /// Said where another submission came since.
    pub earlier: Option<String>,
}

/// A condition of the guidelines, with its inputs and what was found.
pub struct Condition {
    pub check: String,
    pub reason: String,
    pub label: String,
    pub help: String,
    pub found: Option<Finding>,
}

impl Condition {
    /// Whether this answer is the one that was found, for a form in which nothing was typed.
    pub fn was(&self, answer: &str) -> bool {
        self.found.as_ref().is_some_and(|found| (answer == "yes") == found.passed)
    }

    /// The reason that was found.
    pub fn why(&self) -> &str {
        self.found.as_ref().map_or("", |found| found.reason.as_str())
    }
}

impl EligibilityPart {
    pub fn of(
        definition: &Definition,
        said: Option<&eligibility::Model>,
        standing: &Standing,
        reader: Reader,
    ) -> Option<Self> {
        let open = may(standing, Deed::CheckEligibility).is_yes();
        let findings = said.map(findings).unwrap_or_default();
        let condition = |condition: &EligibilityCheck| Condition {
            check: check_name(condition.key.as_str()),
            reason: reason_name(condition.key.as_str()),
            label: condition.label.get(reader.locale).to_owned(),
            help: condition.help.get(reader.locale).to_owned(),
            found: findings.get(&condition.key).cloned(),
        };
        let shown = |row: &eligibility::Model| Said {
            passed: row.passed,
            reason: row.reason.clone(),
            when: reader.instant(row.checked_at),
            earlier: earlier(row, standing, reader),
        };
        let answer = |code: &str| (code.to_owned(), reader.t(&format!("desk-eligibility-{code}")));
        (open || said.is_some()).then(|| Self {
            said: said.map(shown),
            checked: said.map(|row| row.checked_at.millis().to_string()).unwrap_or_default(),
            conditions: definition.eligibility.iter().map(condition).collect(),
            answers: ["yes", "no"].map(answer).to_vec(),
            open,
        })
    }
}

/// That it was an earlier submission that was checked, so that the check counts no more.
pub fn earlier(row: &eligibility::Model, standing: &Standing, reader: Reader) -> Option<String> {
    let numbers = [("n", row.submission.into()), ("last", standing.facts.submissions.into())];
    standing.facts.eligible.is_none().then(|| reader.locale.tr("desk-eligibility-earlier", &numbers))
}

fn findings(row: &eligibility::Model) -> Findings {
    serde_json::from_value(row.checks.clone()).unwrap_or_default()
}
