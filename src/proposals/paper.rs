//! What the secretariat types from a proposal that came on paper or by mail: as much as is known of it.

use crate::{
    guidelines::{Answers, Context, Definition, Finding, Severity, Stage, input_id, placing::Sought},
    proposals::workflow::{Action, State, start},
};

/// The answers that the desk and the catalogue show of every proposal: one without them could not be found again.
pub const NEEDED: [&str; 4] = ["title", "theme", "lead_city", "lead_country"];

/// An answer that lists repeat where it is known: it has to fit there.
const LISTED: &str = "short_title";

/// The highest number that a proposal of a call can bring along.
pub const HIGHEST_NUMBER: i32 = 9999;

/// What was typed, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub answers: Answers,
    /// What stands in the way of registering it: what is needed and missing, and what cannot be read.
    pub findings: Vec<Finding>,
    /// After a button of a table: the id of the input to go on at.
    pub go_to: Option<String>,
    /// A city that is searched, for the point of a field.
    pub sought: Option<(String, String)>,
}

/// The guidelines as they ask of such a proposal.
pub fn asked(definition: &Definition) -> Definition {
    definition.asking_only(&NEEDED)
}

/// Reads the posted answers to the questions of [`asked`]. Limits of the guidelines are for those who write, not for those
/// who copy what somebody wrote.
pub fn read(asked: &Definition, posted: &[(String, String)]) -> Paper {
    let mut paper = Paper::default();
    for section in &asked.sections {
        let reading = asked.read(section, posted, &Answers::default());
        paper.answers.extend(reading.answers);
        paper.findings.extend(reading.refused);
        paper.go_to = paper.go_to.or(reading.go_to);
    }
    if let Some(Sought { field, city }) = Sought::among(posted) {
        paper.go_to = Some(format!("{}-city", input_id(field)));
        paper.sought = Some((field.to_owned(), city.to_owned()));
    }
    let report = asked.check(&paper.answers, &Context { stage: Stage::Submission, period: None });
    paper.findings.extend(report.findings.into_iter().filter(stands_in_the_way));
    paper
}

fn stands_in_the_way(found: &Finding) -> bool {
    let field = found.spot.field.as_str();
    let is_listed = field == LISTED || NEEDED.contains(&field);
    found.severity > Severity::Warning && (is_listed || !found.is_excess())
}

/// The states in which one can be registered.
pub fn states() -> impl Iterator<Item = State> {
    State::ALL.iter().copied().filter(|state| start(Action::Register, *state).is_ok())
}
