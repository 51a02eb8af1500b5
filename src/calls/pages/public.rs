//! The pages that everybody may read.

use askama::Template;

use super::answers::Shown;
use crate::{
    accounts::{OrganisationKind, StaffRole},
    calls::{
        prose::{self, Block},
        rules::{Instants, Phase, admits},
    },
    clock::{Moment, Zone},
    entity::{call, call_answer},
    guidelines::Definition,
    web::{Frame, Visit},
};

/// All calls: those that are open first.
#[derive(Template)]
#[template(path = "calls/list.html")]
pub struct PublicList {
    pub frame: Frame,
    pub open: Vec<Card>,
    pub upcoming: Vec<Card>,
    pub closed: Vec<Card>,
    /// More of the closed ones.
    pub next: Option<String>,
}

/// A call in a list.
pub struct Card {
    pub href: String,
    pub title: String,
    pub summary: String,
    /// `Open until …`, `Opens on …`, `Closed on …`.
    pub when: String,
    pub iso: String,
    pub example: bool,
}

impl Card {
    pub fn new(call: &call::Model, visit: &Visit) -> Self {
        let phase = call.window().phase(visit.at);
        let (key, at) = match phase {
            Phase::Upcoming => ("calls-opens", call.opens_at),
            Phase::Open => ("calls-open-until", call.closes_at),
            Phase::Closed => ("calls-closed-on", call.closes_at),
        };
        Self {
            href: format!("/calls/{}", call.slug),
            title: call.title.get(visit.locale).to_owned(),
            summary: call.summary.get(visit.locale).to_owned(),
            when: visit.locale.tr(key, &[("when", visit.locale.instant(at, call.zone()).into())]),
            iso: at.iso(),
            example: call.example,
        }
    }
}

/// A call.
#[derive(Template)]
#[template(path = "calls/call.html")]
pub struct CallPage {
    pub frame: Frame,
    pub title: String,
    pub summary: String,
    pub body: Vec<Block>,
    pub note: Option<String>,
    /// To questions that were asked.
    pub answers: Vec<Shown>,
    pub phase_name: String,
    pub opens: Instants,
    pub closes: Instants,
    /// The deadline first announced, if it was extended.
    pub first_closes: Option<String>,
    /// Who may apply.
    pub admits: Vec<String>,
    pub period: String,
    pub guidelines_href: String,
    pub guidelines_title: String,
    /// Where a proposal is started, while the call is open.
    pub start: Option<String>,
    /// What to know about starting one: that one must log in first, or why it is not possible now.
    pub start_note: Option<String>,
    pub example: bool,
    /// Where its deadline is, for a calendar.
    pub calendar: String,
    /// Where the secretariat edits it.
    pub edit: Option<String>,
}

impl CallPage {
    pub fn new(
        frame: Frame,
        visit: &Visit,
        call: &call::Model,
        definition: &Definition,
        answers: &[call_answer::Model],
    ) -> Self {
        let locale = visit.locale;
        let phase = call.window().phase(visit.at);
        let instants = |at: Moment| Instants::new(at, call.zone(), reader_zone(visit), locale);
        let is_secretariat = visit.actor.as_ref().is_some_and(|actor| actor.is(StaffRole::Secretariat));
        Self {
            title: call.title.get(locale).to_owned(),
            summary: call.summary.get(locale).to_owned(),
            body: prose::blocks(call.body.get(locale)),
            note: call.note.as_ref().map(|note| note.get(locale).to_owned()),
            answers: answers.iter().map(|row| Shown::new(row, call, locale)).collect(),
            phase_name: locale.t(&format!("calls-phase-{}", phase.code())),
            opens: instants(call.opens_at),
            closes: instants(call.closes_at),
            first_closes: call.first_closes_at.map(|at| locale.instant(at, call.zone())),
            admits: OrganisationKind::ALL
                .iter()
                .filter(|kind| admits(call.admits_members, call.admits_partners, **kind))
                .map(|kind| locale.t(&format!("calls-kind-{}", kind.code())))
                .collect(),
            period: call.period().map(|period| period.show(locale)).unwrap_or_default(),
            guidelines_href: format!("/guidelines/{}?version={}", definition.slug, definition.version),
            guidelines_title: definition.title.get(locale).to_owned(),
            start: (phase == Phase::Open).then(|| format!("/proposals/new?call={}", call.slug)),
            start_note: match phase {
                Phase::Upcoming => Some(locale.t("calls-start-upcoming")),
                Phase::Open => visit.actor.is_none().then(|| locale.t("calls-start-log-in")),
                Phase::Closed => Some(locale.t("calls-start-closed")),
            },
            example: call.example,
            calendar: format!("/calls/{}/calendar.ics?lang={}", call.slug, locale.tag()),
            edit: is_secretariat.then(|| format!("/desk/calls/{}", call.slug)),
            frame,
        }
    }
}

/// The zone that a reader has chosen; none for visitors without an account, whose own time the browser knows.
fn reader_zone(visit: &Visit) -> Option<Zone> {
    visit.actor.as_ref().map(|_| visit.zone)
}
