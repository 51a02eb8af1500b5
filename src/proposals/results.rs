//! What came of an Initiative. Once it is completed, its published text holds two answers more: these are corrected, translated and
//! found as all others are.

use std::sync::Arc;

use crate::{
    guidelines::{
        Answer, Answers, Definition, FINAL_REPORT, Field, Kind, OUTCOME, Origin, RESULTS, Scalar, Section, Value,
    },
    proposals::workflow::State,
    words::{Locale, Trilingual},
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
        field(OUTCOME, "desk-completion-outcome", OUTCOME_WORDS)?,
        field(FINAL_REPORT, "desk-completion-report", REPORT_WORDS)?,
    ];
    let text = every("public-text-results");
    Some(Section { key: RESULTS.parse().ok()?, title: text, intro: Trilingual::default(), fields: fields.into() })
}

fn field(key: &str, label: &str, words: u32) -> Option<Field> {
    Some(Field {
        key: key.parse().ok()?,
        label: every(label),
        hint: None,
        why: None,
        origin: Origin::Request,
        kind: Kind::Scalar(Scalar::LongText { words, lists: true }),
        required: false,
        public: true,
        identifying: false,
        autocomplete: None,
    })
}

fn every(key: &str) -> Trilingual {
    let [en, fr, es] = [Locale::En, Locale::Fr, Locale::Es].map(|locale| locale.t(key));
    Trilingual { en, fr, es }
}
