//! What came of an Initiative. Once it is completed, its published text holds two answers more: these are corrected, translated and
//! found as all others are.

use std::sync::Arc;

use crate::{
    guidelines::{Answer, Answers, Definition, FINAL_REPORT, Field, Kind, OUTCOME, RESULTS, Scalar, Section, Value},
    proposals::{requests::field, workflow::State},
    words::Trilingual,
};

/// How many words they should have at most. More are not refused: the report is published as it was given.
const OUTCOME_WORDS: u32 = 600;
const REPORT_WORDS: u32 = 6000;

/// The guidelines as the published text of an Initiative in this state follows them.
pub fn with_results(definition: &Arc<Definition>, state: State) -> Arc<Definition> {
    if state != State::Completed {
        return definition.clone();
    }
    let mut whole = Definition::clone(definition);
    whole.sections.extend(section());
    Arc::new(whole)
}

/// The answers with what came of it.
#[must_use]
pub fn added(mut answers: Answers, outcome: &str, report: &str) -> Answers {
    for (key, said) in [(OUTCOME, outcome), (FINAL_REPORT, report)] {
        if let Ok(key) = key.parse() {
            answers.insert(key, Answer::Value(Value::Text(said.to_owned())));
        }
    }
    answers
}

fn section() -> Option<Section> {
    let fields = [
        question(OUTCOME, "desk-completion-outcome", OUTCOME_WORDS)?,
        question(FINAL_REPORT, "desk-completion-report", REPORT_WORDS)?,
    ];
    let title = Trilingual::each(|locale| locale.t("public-text-results"));
    Some(Section { key: RESULTS.parse().ok()?, title, intro: Trilingual::default(), fields: fields.into() })
}

fn question(key: &str, label: &str, words: u32) -> Option<Field> {
    let label = Trilingual::each(|locale| locale.t(label));
    let kind = Kind::Scalar(Scalar::LongText { words, lists: true });
    Some(Field { required: false, public: true, ..field(key, label, kind)? })
}
