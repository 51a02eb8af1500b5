//! A proposal as the desk sees it.

use askama::Template;

use super::{
    Fact, Head, Reader,
    judging::{ReviewShown, TotalsShown},
    talk::Thread,
    text::{Event, Receipt, Text},
};
use crate::{
    entity::{assignment, call, decision, eligibility, proposal, user},
    guidelines::Definition,
    ids::UserId,
    proposals::{Deed, Standing, Verdict, may, rules::Outcome, workflow::State},
    reviews::{
        nouns::{BUTTONS, word_of},
        rules::{Review, Reviewer},
    },
    web::{Filled, Frame},
};

#[derive(Template)]
#[template(path = "desk/proposal.html")]
pub struct ProposalPage {
    pub frame: Frame,
    pub head: Head,
    /// What was typed into one of the page's forms, if that form came back.
    pub filled: Filled,
    pub buttons: Vec<Button>,
    /// Why a button is not there.
    pub notes: Vec<String>,
    /// What is to be done next.
    pub next: Option<String>,
    pub facts: Vec<Fact>,
    /// Where it is known from, if it came on paper.
    pub sources: Vec<String>,
    pub source_note: String,
    pub report: Option<Fact>,
    pub decision: Option<DecisionShown>,
    pub eligibility: Option<EligibilityPart>,
    pub assignments: Option<AssignmentsPart>,
    pub judging: Judging,
    /// What was submitted, or came too late; none of what was not handed in.
    pub text: Option<Text>,
    /// What is to be changed, while the city has it: a label and a text each.
    pub open_requests: Vec<(String, String)>,
    /// What came too late.
    pub late: Vec<Late>,
    pub internal: Thread,
    pub applicant: Option<Thread>,
    pub receipts: Vec<Receipt>,
    pub timeline: Vec<Event>,
    /// Letters about it; for the secretariat.
    pub letters: Option<Vec<LetterLine>>,
    pub is_secretariat: bool,
}

/// A submission that came too late.
pub struct Late {
    pub href: String,
    /// When it came, and by how much too late.
    pub line: String,
    pub iso: String,
    pub deadline: String,
    pub by: String,
    pub shown: bool,
    /// Why it stays out, if that was decided.
    pub refusal: Option<String>,
}

/// A button of the workflow.
pub struct Button {
    pub label: String,
    pub href: String,
    pub class: &'static str,
}

/// The buttons that someone of this standing has, and the reasons for those that are only not there yet.
pub fn buttons(standing: &Standing, href: &str, reader: Reader) -> (Vec<Button>, Vec<String>) {
    let (mut buttons, mut notes) = (Vec::new(), Vec::new());
    for (deed, path) in BUTTONS {
        let label = reader.t(&format!("desk-do-{}", word_of(deed)));
        match may(standing, deed) {
            Verdict::Yes => {
                let class = if buttons.is_empty() { "" } else { "button-secondary" };
                buttons.push(Button { label, href: format!("{href}/{path}"), class });
            }
            verdict => {
                let reason = verdict.reason().map(|reason| reader.t(reason));
                notes.extend(reason.map(|reason| reader.locale.pair(&label, reason)));
            }
        }
    }
    (buttons, notes)
}

/// The facts beside the title.
pub fn facts(proposal: &proposal::Model, call: &call::Model, standing: &Standing, reader: Reader) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(reader.t("desk-fact-call"), call.title.get(reader.locale)),
        Fact::new(reader.t("desk-fact-language"), proposal.language.own_name()),
        Fact::new(reader.t("desk-fact-since"), reader.instant(proposal.state_since)),
    ];
    if let Some(due) = proposal.due_at {
        facts.push(Fact::new(reader.t("desk-fact-due"), reader.locale.instant(due, call.zone())));
    }
    if proposal.state == State::Draft {
        let name = if standing.facts.is_extended { "deadlines-fact-own" } else { "desk-fact-closes" };
        facts.push(Fact::new(reader.t(name), reader.locale.instant(standing.facts.closes_at, call.zone())));
    }
    facts
}

/// The decision in force.
pub struct DecisionShown {
    pub outcome: String,
    pub held: bool,
    pub facts: Vec<Fact>,
    /// Where a held decision is edited.
    pub href: Option<String>,
}

impl DecisionShown {
    pub fn of(made: &decision::Model, names: &dyn Fn(UserId) -> Option<String>, href: &str, reader: Reader) -> Self {
        let held = made.published_at.is_none();
        let by = made.registered_by.and_then(names).map(|who| format!(" · {who}")).unwrap_or_default();
        let facts = [
            ("desk-decision-body", made.body.clone()),
            ("desk-decision-session", made.session.clone()),
            ("desk-decision-day", reader.stored_day(&made.decided_on)),
            ("desk-decision-minute", made.minute_reference.clone()),
            ("desk-decision-reason", made.reason.clone()),
            ("desk-decision-message", made.message.clone()),
            ("desk-decision-registered", format!("{}{by}", reader.instant(made.registered_at))),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Self {
            outcome: reader.t(&format!("desk-outcome-{}", made.outcome.code())),
            held,
            facts: facts.map(|(name, value)| Fact::new(reader.t(name), value)).collect(),
            href: held.then(|| format!("{href}/decision?outcome={}", made.outcome.code())),
        }
    }
}

/// What was found about the conditions, and the form to say so.
pub struct EligibilityPart {
    /// What was said, with who and when.
    pub said: Option<(bool, String, String)>,
    /// When, in milliseconds; empty if nothing was.
    pub checked: String,
    /// What is to be checked: each with its help.
    pub checks: Vec<(String, String)>,
    /// Yes, and no.
    pub answers: Vec<(String, String)>,
    /// Whether it can be said, or said anew.
    pub open: bool,
}

impl EligibilityPart {
    pub fn of(
        definition: &Definition,
        said: Option<&eligibility::Model>,
        standing: &Standing,
        reader: Reader,
    ) -> Option<Self> {
        let open = may(standing, Deed::CheckEligibility).is_yes();
        let checked = said.map(|said| said.checked_at.millis().to_string()).unwrap_or_default();
        let said = said.map(|said| (said.passed, said.reason.clone(), reader.instant(said.checked_at)));
        let check = |check: &crate::guidelines::EligibilityCheck| {
            (check.label.get(reader.locale).to_owned(), check.help.get(reader.locale).to_owned())
        };
        let checks = definition.eligibility.iter().map(check).collect();
        let answer = |code: &str| (code.to_owned(), reader.t(&format!("desk-eligibility-{code}")));
        let answers = ["yes", "no"].map(answer).to_vec();
        (open || said.is_some()).then_some(Self { said, checked, checks, answers, open })
    }
}

/// Who reviews it, and whom one could ask.
pub struct AssignmentsPart {
    pub assigned: Vec<Assigned>,
    pub reviewers: Vec<(String, String)>,
    pub open: bool,
    /// How many reviews the guidelines ask for.
    pub asked: String,
}

/// A reviewer of the proposal.
pub struct Assigned {
    pub id: String,
    pub name: String,
    pub since: String,
    /// In with its total, or not yet.
    pub state: String,
    pub is_in: bool,
}

impl AssignmentsPart {
    pub fn of(
        assigned: &[(assignment::Model, Option<user::Model>)],
        reviews: &[Review],
        reviewers: &[Reviewer],
        open: bool,
        reader: Reader,
    ) -> Self {
        let is_assigned = |id: UserId| assigned.iter().any(|(row, _)| row.reviewer_id == id);
        let line = |(row, person): &(assignment::Model, Option<user::Model>)| {
            let review = reviews.iter().find(|review| review.reviewer == row.reviewer_id);
            let total = review.and_then(|review| review.total).map(|total| total.show(reader.locale));
            Assigned {
                id: row.reviewer_id.to_string(),
                name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
                since: reader.day(row.assigned_at),
                is_in: total.is_some(),
                state: match total {
                    Some(total) => reader.locale.tr("desk-review-in", &[("total", total.into())]),
                    None => reader.t("desk-review-open"),
                },
            }
        };
        let offered = reviewers.iter().filter(|reviewer| !is_assigned(reviewer.id));
        let name = |reviewer: &Reviewer| {
            reader
                .locale
                .tr("desk-reviewer-load", &[("name", reviewer.name.as_str().into()), ("n", reviewer.open.into())])
        };
        Self {
            assigned: assigned.iter().map(line).collect(),
            reviewers: offered.map(|reviewer| (reviewer.id.to_string(), name(reviewer))).collect(),
            open,
            asked: String::new(),
        }
    }

    pub fn asking(self, asked: String) -> Self {
        Self { asked, ..self }
    }
}

/// The reviews that the reader may read.
pub struct Judging {
    pub reviews: Vec<ReviewShown>,
    pub totals: Option<TotalsShown>,
    /// Why the reviews are not shown, if they are not.
    pub hidden: Option<String>,
    pub own: Option<OwnReview>,
}

/// The way to the reader's own review.
pub struct OwnReview {
    pub label: String,
    pub state: String,
    pub open: bool,
}

impl OwnReview {
    /// For an assigned reviewer.
    pub fn of(standing: &Standing, mine: Option<&Review>, reader: Reader) -> Option<Self> {
        if !standing.roles.reviewer {
            return None;
        }
        let open = may(standing, Deed::Review).is_yes();
        let (label, state) = match mine {
            Some(review) if review.is_in() && open => ("desk-own-change", own_in(review, reader)),
            Some(review) if review.is_in() => ("desk-own-read", own_in(review, reader)),
            Some(_) if open => ("desk-own-continue", reader.t("desk-own-begun")),
            None if open => ("desk-own-write", reader.t("desk-own-open")),
            _ => ("desk-own-read", reader.t("proposals-no-review-closed")),
        };
        Some(Self { label: reader.t(label), state, open })
    }
}

fn own_in(review: &Review, reader: Reader) -> String {
    let total = review.total.map(|total| total.show(reader.locale)).unwrap_or_default();
    reader.locale.tr("desk-own-in", &[("total", total.into())])
}

/// A letter about the proposal.
pub struct LetterLine {
    pub when: String,
    pub iso: String,
    pub to: String,
    pub subject: String,
    pub state: String,
}

/// The words of a button that registers a decision.
pub fn decision_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Approved => "desk-do-approve",
        Outcome::NotSelected | Outcome::Ineligible => "desk-do-not_select",
    }
}
