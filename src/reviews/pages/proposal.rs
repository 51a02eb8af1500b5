//! A proposal as the desk sees it.

use askama::Template;

use super::{
    Fact, Head, Reader,
    eligibility::EligibilityPart,
    judging::{ReviewShown, TotalsShown},
    standing::{AnswerPart, AssignmentsPart, ConflictsPart},
    talk::TalkPart,
    text::{Event, Receipt, Text},
    workplace::TagsPart,
};
use crate::{
    entity::{call, decision, proposal},
    ids::UserId,
    proposals::{Deed, Standing, Verdict, may, rules::Outcome, workflow::State},
    reviews::{
        nouns::{BUTTONS, word_of},
        rules::Review,
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
    pub conflicts: Option<ConflictsPart>,
    /// What the reader can answer to being asked for a review.
    pub answer: Option<AnswerPart>,
    /// Whether the reader may say that they have an interest in it.
    pub declares: bool,
    /// Where the promise of confidentiality is made, while it is not.
    pub pledge: Option<String>,
    pub judging: Judging,
    /// What was submitted, or came too late; none of what was not handed in.
    pub text: Option<Text>,
    /// What is to be changed, while the city has it: a label and a text each.
    pub open_requests: Vec<(String, String)>,
    /// What came too late.
    pub late: Vec<Late>,
    pub talk: TalkPart,
    pub receipts: Vec<Receipt>,
    pub timeline: Vec<Event>,
    /// The last letters about it, and where all of them are; for the secretariat.
    pub letters: Option<(Vec<LetterLine>, String)>,
    pub is_secretariat: bool,
    /// For the secretariat.
    pub tags: Option<TagsPart>,
    /// What the keys do; nothing where they are switched off.
    pub keys: Vec<(Vec<&'static str>, String)>,
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
    /// Where a held decision is edited, and where its letters are.
    pub href: Option<String>,
    pub letters: Option<String>,
}

impl DecisionShown {
    pub fn of(made: &decision::Model, names: &dyn Fn(UserId) -> Option<String>, href: &str, reader: Reader) -> Self {
        let held = made.published_at.is_none();
        let by = made.registered_by.and_then(names).map(|who| format!(" · {who}")).unwrap_or_default();
        let texts = made.made().requests.into_iter().map(|request| request.text);
        let asked = texts.collect::<Vec<_>>().join("\n\n");
        let facts = [
            ("desk-decision-body", made.body.clone()),
            ("desk-decision-session", made.session.clone()),
            ("desk-decision-day", reader.stored_day(&made.decided_on)),
            ("desk-decision-minute", made.minute_reference.clone()),
            ("desk-decision-reason", made.reason.clone()),
            ("desk-decision-message", made.message.clone()),
            ("desk-return-due", made.due_at.map(|due| reader.instant(due)).unwrap_or_default()),
            ("requests-list", asked),
            ("desk-decision-registered", format!("{}{by}", reader.instant(made.registered_at))),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Self {
            outcome: reader.t(&format!("desk-outcome-{}", made.outcome.code())),
            held,
            facts: facts.map(|(name, value)| Fact::new(reader.t(name), value)).collect(),
            href: held.then(|| decision_href(href, made.outcome)),
            letters: held.then(|| format!("{href}/decision/letters")),
        }
    }
}

/// Where a decision is prepared.
pub fn decision_href(href: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Returned => format!("{href}/return"),
        Outcome::Approved | Outcome::NotSelected | Outcome::Ineligible => {
            format!("{href}/decision?outcome={}", outcome.code())
        }
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
    /// For an assigned reviewer, who has abstained or has not.
    pub fn of(standing: &Standing, mine: Option<&Review>, abstained: bool, reader: Reader) -> Option<Self> {
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
        let state = if abstained { reader.t("desk-own-abstained") } else { state };
        Some(Self { label: reader.t(label), state, open })
    }
}

fn own_in(review: &Review, reader: Reader) -> String {
    let total = review.total.map(|total| total.show(reader.locale)).unwrap_or_default();
    reader.locale.tr("desk-own-in", &[("total", total.into())])
}

/// A letter about the proposal.
pub struct LetterLine {
    pub href: String,
    pub language: &'static str,
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
        Outcome::Returned => "desk-do-return",
    }
}
