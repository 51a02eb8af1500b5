//! The page of a call's phases.

use askama::Template;

use super::{DeskCall, clock};
use crate::{
    calls::{
        forms::phases::name,
        phases::{Phases, Shown, Step},
    },
    clock::Moment,
    entity::call,
    web::{Filled, Frame},
};

#[derive(Template)]
#[template(path = "calls/phases.html")]
pub struct PhasesPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    pub version: i32,
    pub clock: String,
    /// What holds now, as a sentence.
    pub now: String,
    /// What begins next by itself.
    pub next: Option<String>,
    pub steps: Vec<StepShown>,
    /// When a reviewer sees the reviews of others.
    pub shown: Vec<(String, String)>,
}

/// A step with its inputs.
pub struct StepShown {
    pub code: &'static str,
    pub title: String,
    pub text: String,
    pub used: String,
    pub begins: String,
    pub due: String,
    pub reviews: String,
    pub names: String,
    pub applicant: String,
    pub comments: String,
    /// It is the phase of this moment.
    pub current: bool,
    /// It is kept, and can be begun by hand.
    pub begin_href: Option<String>,
}

impl PhasesPage {
    pub fn new(frame: Frame, filled: Filled, call: &call::Model, now: Moment) -> Self {
        let locale = frame.locale;
        let title = |step: Step| locale.t(&format!("calls-step-{}", step.code()));
        let phases = call.phases.as_ref();
        let current = phases.and_then(|phases| phases.current(now)).map(|phase| phase.step);
        let next = phases.and_then(|phases| phases.next(now)).and_then(|phase| Some((phase.step, phase.begins_at?)));
        let step = |step: Step| StepShown {
            code: step.code(),
            title: title(step),
            text: locale.t(&format!("calls-step-{}-text", step.code())),
            used: name("use", step),
            begins: name("begins", step),
            due: name("due", step),
            reviews: name("reviews", step),
            names: name("names", step),
            applicant: name("applicant", step),
            comments: name("comments", step),
            current: current == Some(step),
            begin_href: phases
                .filter(|phases| phases.of(step).is_some() && current != Some(step))
                .map(|_| format!("/desk/calls/{}/phases/{}/beginning", call.slug, step.code())),
        };
        let shown = |shown: &Shown| (shown.code().to_owned(), locale.t(&format!("calls-shown-{}", shown.code())));
        Self {
            now: told(phases, current, &title, &frame),
            next: next.map(|(step, at)| {
                let when = locale.instant(at, call.zone());
                locale.tr("calls-phase-next", &[("step", title(step).into()), ("when", when.into())])
            }),
            steps: Step::ALL.iter().copied().map(step).collect(),
            shown: Shown::ALL.iter().map(shown).collect(),
            clock: clock(call.zone(), locale),
            version: call.version,
            call: DeskCall::new(call, locale),
            filled,
            frame,
        }
    }
}

fn told(phases: Option<&Phases>, current: Option<Step>, title: &dyn Fn(Step) -> String, frame: &Frame) -> String {
    match (phases, current) {
        (None, _) => frame.t("calls-phases-none"),
        (Some(_), None) => frame.t("calls-phases-not-begun"),
        (Some(_), Some(step)) => frame.locale.tr("calls-phase-now", &[("step", title(step).into())]),
    }
}
