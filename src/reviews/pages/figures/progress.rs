//! The progress of a whole call on one page.

use askama::Template;

use super::{CallHead, desk};
use crate::{
    calls::{Phases, ReviewPhase},
    clock::Moment,
    entity::call,
    proposals::{Wait, workflow::State},
    reviews::{
        figures::progress::{CallProgress, Tally, Workload},
        listing::Filter,
        pages::{Fact, Reader, list::waits},
    },
    web::Frame,
};

#[derive(Template)]
#[template(path = "desk/figures/progress.html")]
pub struct ProgressPage {
    pub frame: Frame,
    pub head: CallHead,
    /// What holds now, as a sentence.
    pub now: String,
    pub phases: Vec<PhaseLine>,
    pub phases_href: String,
    pub closes: String,
    pub states: Vec<StateLine>,
    pub waits: Vec<WaitLine>,
    pub completion: Option<Completed>,
    pub reviews: Vec<Fact>,
    pub reviewers: Vec<ReviewerLine>,
    pub no_proposals: bool,
    pub public_href: String,
    /// Where proposals get their reviewers.
    pub to_assign: String,
}

/// A phase with its dates.
pub struct PhaseLine {
    pub title: String,
    pub begins: String,
    pub due: String,
    pub current: bool,
}

/// How many proposals there are of a state.
pub struct StateLine {
    pub state: &'static str,
    pub count: usize,
    pub href: String,
}

/// How many proposals wait for the same.
pub struct WaitLine {
    pub text: String,
    pub count: usize,
    /// None where nothing is to be done.
    pub href: Option<String>,
}

/// How much of what was asked for is in.
pub struct Completed {
    pub percent: u64,
    pub reviews: String,
    pub proposals: String,
}

/// What a reviewer has to do.
pub struct ReviewerLine {
    pub name: String,
    pub href: String,
    pub tally: Tally,
}

impl ProgressPage {
    pub fn new(frame: Frame, reader: Reader, call: &call::Model, found: &CallProgress, now: Moment) -> Self {
        let state = |(state, count): &(State, usize)| StateLine {
            state: state.code(),
            count: *count,
            href: desk(call, Filter { state: Some(*state), ..Filter::default() }),
        };
        let reviewer = |one: &Workload| ReviewerLine {
            name: one.name.clone(),
            href: format!("/desk/people/{}", one.reviewer),
            tally: one.tally,
        };
        let under_review = Filter { state: Some(State::UnderReview), ..Filter::default() };
        Self {
            head: CallHead::new(call, "progress", reader.locale),
            now: told(call.phases.as_ref(), now, reader),
            phases: phases(call, now, reader),
            phases_href: format!("/desk/calls/{}/phases", call.slug),
            closes: reader.locale.instant(call.closes_at, call.zone()),
            states: found.states.iter().map(state).collect(),
            waits: found.waits.iter().map(|(wait, count)| wait_line(*wait, *count, call, reader)).collect(),
            completion: completed(found, reader),
            reviews: reviews(&found.reviews, reader),
            reviewers: found.reviewers.iter().map(reviewer).collect(),
            no_proposals: found.proposals == 0,
            public_href: format!("/calls/{}", call.slug),
            to_assign: desk(call, under_review),
            frame,
        }
    }
}

fn told(phases: Option<&Phases>, now: Moment, reader: Reader) -> String {
    match phases.map(|phases| phases.current(now)) {
        None => reader.t("calls-phases-none"),
        Some(None) => reader.t("calls-phases-not-begun"),
        Some(Some(phase)) => reader.locale.tr("calls-phase-now", &[("step", title(phase, reader).into())]),
    }
}

fn title(phase: &ReviewPhase, reader: Reader) -> String {
    reader.t(&format!("calls-step-{}", phase.step.code()))
}

fn phases(call: &call::Model, now: Moment, reader: Reader) -> Vec<PhaseLine> {
    let Some(phases) = &call.phases else { return Vec::new() };
    let current = phases.current(now).map(|phase| phase.step);
    let when =
        |at: Option<Moment>, none: &str| at.map_or_else(|| reader.t(none), |at| reader.locale.instant(at, call.zone()));
    let line = |phase: &ReviewPhase| PhaseLine {
        title: title(phase, reader),
        begins: when(phase.begins_at, "figures-phase-by-hand"),
        due: when(phase.due_at, "desk-none"),
        current: current == Some(phase.step),
    };
    phases.0.iter().map(line).collect()
}

fn wait_line(wait: Wait, count: usize, call: &call::Model, reader: Reader) -> WaitLine {
    // The list says of each what it waits for, and puts those of one kind together; the state narrows it down.
    let state = match wait {
        Wait::Nothing | Wait::OwnReview | Wait::Publication | Wait::Late => None,
        Wait::Eligibility | Wait::Start | Wait::Ineligible => Some(State::Submitted),
        Wait::Reviewers | Wait::Decision => Some(State::UnderReview),
    };
    let href = desk(call, Filter { state, waiting: true, ..Filter::default() });
    WaitLine {
        text: if wait.is_something() { waits(wait, reader) } else { reader.t("figures-waits-nothing") },
        count,
        href: wait.is_something().then_some(href),
    }
}

fn completed(found: &CallProgress, reader: Reader) -> Option<Completed> {
    let completion = found.completion;
    Some(Completed {
        percent: completion.percent()?,
        reviews: super::statistics::reviews_in(&completion, reader),
        proposals: super::statistics::proposals_complete(&completion, reader),
    })
}

fn reviews(tally: &Tally, reader: Reader) -> Vec<Fact> {
    let fact = |key: &str, count: usize| Fact::new(reader.t(key), count.to_string());
    let mut facts = vec![
        fact("figures-reviews-asked", tally.asked),
        fact("figures-reviews-in", tally.is_in),
        fact("figures-reviews-open", tally.open),
        fact("figures-reviews-late", tally.late),
        fact("figures-reviews-abstained", tally.abstained),
        fact("figures-reviews-declined", tally.declined),
    ];
    if tally.passed_over() > 0 {
        facts.push(fact("figures-reviews-passed-over", tally.passed_over()));
    }
    facts
}
