//! The pages on which the secretariat does what a button says: what it asks for, and what will come of it.

use askama::Template;

use super::{Head, Reader, proposal::decision_word};
use crate::{
    entity::{call, decision, late_attempt, user},
    guidelines::{Definition, inputs::Question},
    proposals::{requests::Sheet, rules::Outcome, spans::span, workflow::State},
    reviews::nouns::Noun,
    web::{Filled, Frame},
};

/// A page with the form of a verb.
#[derive(Template)]
#[template(path = "desk/verb.html")]
pub struct VerbPage {
    pub frame: Frame,
    pub head: Head,
    /// Where the form is sent.
    pub action: String,
    pub filled: Filled,
    /// What is done, in the words of its button.
    pub word: String,
    pub lede: String,
    pub class: &'static str,
    /// Why it cannot be done now: the form is only shown.
    pub closed: Option<String>,
    /// The list of what is to be changed, where it is asked for.
    pub requests: Option<Question>,
    pub inputs: Vec<Input>,
    /// Held back values of the form.
    pub hidden: Vec<(&'static str, String)>,
    pub effects: Effects,
    /// The button that registers without publishing.
    pub hold: Option<String>,
    /// What somebody else registered meanwhile.
    pub theirs: Vec<super::Fact>,
}

/// An input of the form. Its kind tells which of the house's inputs it is.
#[derive(Clone, Debug)]
pub struct Input {
    pub kind: Kind,
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub required: bool,
    pub options: Vec<(String, String)>,
}

/// The house's inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Line,
    Day,
    Instant,
    /// At most 4,000 characters.
    Lines,
    /// At most 8,000 characters.
    MoreLines,
    /// At most 40,000 characters.
    Report,
    Choice,
    /// The same of many.
    Select,
    Box,
}

impl Input {
    pub const fn new(kind: Kind, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self { kind, name, label, hint, required: true, options: Vec::new() }
    }

    const fn lines(name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self::new(Kind::Lines, name, label, hint)
    }

    fn up_to(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    pub fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// The type of the input, where it is one line.
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Day => "date",
            Kind::Instant => "datetime-local",
            _ => "text",
        }
    }
}

/// What will come of it.
pub struct Effects {
    /// Who gets a letter, in which language; empty for nobody.
    pub told: Vec<String>,
    /// What changes, as sentences.
    pub lines: Vec<String>,
}

impl Effects {
    pub fn of(noun: Noun, state: State, told: &[user::Model], reader: Reader) -> Self {
        let person = |person: &user::Model| format!("{} <{}>, {}", person.name, person.email, person.locale.own_name());
        let mut lines = vec![reader.t(&format!("desk-effect-{}", noun.code()))];
        if noun == Noun::Withdrawal && state.is_public() {
            lines.push(reader.t("desk-effect-unpublished"));
        }
        Self { told: told.iter().map(person).collect(), lines }
    }

    pub fn of_decision(outcome: Outcome, told: &[user::Model], reader: Reader) -> Self {
        let lines = match outcome {
            Outcome::Approved => vec!["desk-effect-approved", "desk-effect-followers"],
            Outcome::NotSelected | Outcome::Ineligible => vec!["desk-effect-not-selected"],
            Outcome::Returned => vec!["desk-effect-return"],
        };
        let lines = lines.into_iter().map(|key| reader.t(key)).collect();
        Self { lines, ..Self::of(Noun::Decision, State::UnderReview, told, reader) }
    }
}

/// The inputs that a verb asks for; a decision has its own.
pub fn inputs(noun: Noun) -> Vec<Input> {
    let reason = || Input::lines("reason", "desk-reason", "desk-reason-hint");
    match noun {
        Noun::ReviewStart | Noun::Decision => Vec::new(),
        Noun::Return => vec![
            Input::lines("what", "desk-return-what", "desk-return-what-hint").up_to(Kind::MoreLines).optional(),
            Input::new(Kind::Instant, "due", "desk-return-due", ""),
        ],
        Noun::Due => vec![Input::new(Kind::Instant, "due", "desk-return-due", "")],
        Noun::Revision | Noun::Reinstatement | Noun::LateRefusal | Noun::Admission => vec![reason()],
        Noun::Running => vec![Input::new(Kind::Day, "starts_on", "desk-running-day", "")],
        Noun::Completion => vec![
            Input::lines("outcome", "desk-completion-outcome", "desk-completion-outcome-hint"),
            Input::lines("report", "desk-completion-report", "desk-completion-report-hint").up_to(Kind::Report),
        ],
        Noun::EarlyEnd => vec![Input::new(Kind::Day, "ended_on", "desk-early-end-day", ""), reason()],
        Noun::Withdrawal => vec![
            Input::new(Kind::Box, "request", "desk-withdrawal-request", "desk-withdrawal-request-hint"),
            Input::lines("reason", "desk-reason", "desk-withdrawal-reason-hint"),
        ],
    }
}

/// The list of what is to be changed, as it was typed; what is wrong with it is said if the form was refused.
pub fn requests_question(definition: &Definition, filled: &Filled, reader: Reader) -> Option<Question> {
    let sheet = Sheet::new(definition)?;
    let (answers, mut findings) = sheet.read(filled.values.pairs());
    findings.retain(|_| filled.has_errors());
    sheet.definition().questions(sheet.section(), &answers, &findings, reader.locale).into_iter().next()
}

/// Which of the texts that came too late is admitted, and why.
pub fn admission_inputs(held: &[late_attempt::Model], call: &call::Model, reader: Reader) -> Vec<Input> {
    let option = |attempt: &late_attempt::Model| (attempt.id.to_string(), late_line(attempt, call, reader));
    let which = Input {
        options: held.iter().map(option).collect(),
        ..Input::new(Kind::Choice, "attempt", "deadlines-admission-which", "deadlines-admission-which-hint")
    };
    [vec![which], inputs(Noun::Admission)].concat()
}

/// When it came, and by how much too late.
pub fn late_line(attempt: &late_attempt::Model, call: &call::Model, reader: Reader) -> String {
    let when = reader.locale.instant_to_the_second(attempt.tried_at, call.zone());
    let late = span(attempt.tried_at - attempt.deadline, reader.locale);
    reader.locale.tr("deadlines-attempt", &[("when", when.into()), ("late", late.into())])
}

/// The inputs of a decision. One that the secretariat takes by itself, of an ineligible proposal, knows no board.
pub fn decision_inputs(outcome: Outcome, reader: Reader) -> Vec<Input> {
    let by_board = outcome != Outcome::Ineligible;
    let of_board = |input: Input| if by_board { input } else { input.optional() };
    let mut inputs = Vec::new();
    if outcome != Outcome::Approved {
        let option =
            |outcome: Outcome| (outcome.code().to_owned(), reader.t(&format!("desk-outcome-{}", outcome.code())));
        let options = [Outcome::NotSelected, Outcome::Ineligible].map(option).to_vec();
        inputs.push(Input {
            options,
            ..Input::new(Kind::Choice, "outcome", "desk-decision-outcome", "desk-decision-outcome-hint")
        });
    }
    inputs.extend([
        of_board(Input::new(Kind::Line, "body", "desk-decision-body", "")),
        of_board(Input::new(Kind::Line, "session", "desk-decision-session", "desk-decision-session-hint")),
        of_board(Input::new(Kind::Day, "decided_on", "desk-decision-day", "")),
        of_board(Input::new(Kind::Line, "minute_reference", "desk-decision-minute", "desk-decision-minute-hint")),
    ]);
    if outcome != Outcome::Approved {
        inputs.push(Input::lines("reason", "desk-reason", "desk-decision-reason-hint"));
    }
    inputs.push(
        Input::lines("message", "desk-decision-message", "desk-decision-message-hint")
            .up_to(Kind::MoreLines)
            .optional(),
    );
    inputs
}

/// The words of a verb: on its button, and below its title.
pub fn words(noun: Noun, outcome: Option<Outcome>, reader: Reader) -> (String, String) {
    let word = match (noun, outcome) {
        (Noun::Decision, outcome) => decision_word(outcome.unwrap_or(Outcome::NotSelected)),
        (Noun::ReviewStart, _) => "desk-do-start_review",
        (Noun::Return, _) => "desk-do-return",
        (Noun::Due, _) => "desk-do-move_due",
        (Noun::Revision, _) => "desk-do-revise",
        (Noun::Running, _) => "desk-do-start_running",
        (Noun::Completion, _) => "desk-do-complete",
        (Noun::EarlyEnd, _) => "desk-do-end_early",
        (Noun::Withdrawal, _) => "desk-do-withdraw",
        (Noun::Reinstatement, _) => "desk-do-reinstate",
        (Noun::Admission, _) => "desk-do-admit",
        (Noun::LateRefusal, _) => "desk-do-refuse_late",
    };
    (reader.t(word), reader.t(&format!("desk-lede-{}", noun.code())))
}

/// A held decision as somebody else registered it, beside one's own text.
pub fn theirs(held: &decision::Model, reader: Reader) -> Vec<super::Fact> {
    super::proposal::DecisionShown::of(held, &|_| None, "", reader).facts
}
