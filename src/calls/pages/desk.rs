//! The pages on which the secretariat makes and edits calls.

use askama::Template;

use super::beside::{Difference, differences};
use crate::{
    calls::{
        filling::{foundations, typed},
        rules::Phase,
        terms::Terms,
    },
    clock::Zone,
    entity::call,
    guidelines::Stored,
    web::{Filled, Frame, Visit},
    words::Locale,
};

/// All calls, for the secretariat.
#[derive(Template)]
#[template(path = "calls/desk_list.html")]
pub struct DeskList {
    pub frame: Frame,
    pub rows: Vec<Row>,
    pub next: Option<String>,
}

/// A line of the list.
pub struct Row {
    pub href: String,
    pub title: String,
    pub phase: &'static str,
    pub phase_name: String,
    pub opens: String,
    pub closes: String,
    pub example: bool,
}

impl Row {
    pub fn new(call: &call::Model, visit: &Visit) -> Self {
        let phase: Phase = call.window().phase(visit.at);
        let day = |at| visit.locale.instant(at, call.zone());
        Self {
            href: format!("/desk/calls/{}", call.slug),
            title: call.title.get(visit.locale).to_owned(),
            phase: phase.code(),
            phase_name: visit.t(&format!("calls-phase-{}", phase.code())),
            opens: day(call.opens_at),
            closes: day(call.closes_at),
            example: call.example,
        }
    }
}

/// The form of a call, new or known.
#[derive(Template)]
#[template(path = "calls/form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub filled: Filled,
    /// The call that is edited; none for a new one.
    pub edited: Option<Edited>,
    /// Of guidelines: id and title.
    pub guidelines: Vec<(String, String)>,
    pub zones: Vec<(String, String)>,
    /// What somebody else saved meanwhile, beside what was typed here.
    pub differences: Vec<Difference>,
}

/// What the form says of the call that it edits.
pub struct Edited {
    pub title: String,
    pub public_href: String,
    /// Where its deadline is extended.
    pub extend_href: String,
    /// Where answers to questions are published.
    pub answers_href: String,
    /// Where those who hold drafts are written to.
    pub letters_href: String,
    /// Where its proposals are given to reviewers.
    pub assignments_href: String,
    /// Where the decisions on them are prepared and published.
    pub decisions_href: String,
    /// Where the phases of its review are set.
    pub phases_href: String,
    /// Where it is counted how far it is, with what each of these pages is called.
    pub figures: Vec<(String, String)>,
    /// Whether a proposal was started, so that some things stay.
    pub settled: bool,
    /// The closing as everybody sees it.
    pub closes: String,
    pub first_closes: Option<String>,
}

/// The pages of a call's figures, by the last part of their addresses, with the key of what they are called.
const FIGURES: [(&str, &str); 3] =
    [("progress", "figures-progress"), ("statistics", "figures-statistics"), ("portfolio", "figures-portfolio")];

impl Edited {
    pub fn new(call: &call::Model, locale: Locale) -> Self {
        let figures = |(page, key): &(&str, &str)| (format!("/desk/calls/{}/{page}", call.slug), locale.t(key));
        Self {
            title: call.title.get(locale).to_owned(),
            public_href: format!("/calls/{}", call.slug),
            extend_href: format!("/desk/calls/{}/extension", call.slug),
            answers_href: format!("/desk/calls/{}/answers", call.slug),
            letters_href: format!("/desk/calls/{}/letters", call.slug),
            assignments_href: format!("/desk/calls/{}/assignments", call.slug),
            decisions_href: format!("/desk/calls/{}/decisions", call.slug),
            phases_href: format!("/desk/calls/{}/phases", call.slug),
            figures: FIGURES.iter().map(figures).collect(),
            settled: call.is_settled(),
            closes: locale.instant(call.closes_at, call.zone()),
            first_closes: call.first_closes_at.map(|at| locale.instant(at, call.zone())),
        }
    }
}

impl FormPage {
    pub fn new(frame: Frame, filled: Filled, edited: Option<Edited>, guidelines: &[Stored]) -> Self {
        let locale = frame.locale;
        let title = |stored: &Stored| {
            let version = stored.definition.version.into();
            let title = stored.definition.title.get(locale).into();
            locale.tr("calls-guidelines-version", &[("title", title), ("version", version)])
        };
        Self {
            guidelines: guidelines.iter().map(|stored| (stored.id.to_string(), title(stored))).collect(),
            zones: zones(locale),
            frame,
            filled,
            edited,
            differences: Vec::new(),
        }
    }

    /// Puts what can no longer be chosen back to what is stored, whatever a page from before has sent.
    pub fn settled(mut self, stored: &Terms) -> Self {
        for (name, value) in foundations(stored) {
            self.filled.values.0.retain(|(other, _)| other != name);
            self.filled.values.0.push((name.to_owned(), value));
        }
        self
    }

    /// Puts what is stored now beside what was typed. The next save is on top of what is stored now.
    pub fn beside(mut self, stored: &Terms, version: i32) -> Self {
        let stored = typed(stored, version);
        let theirs = |name: &str| stored.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str());
        let told = |name: &str| {
            let (theirs, yours) = (theirs(name), self.filled.value(name).replace("\r\n", "\n"));
            (self.told(name, theirs), self.told(name, yours.trim()))
        };
        self.differences = differences(&self.frame, &LABELS, told);
        self.filled.values.0.retain(|(name, _)| name != "version");
        self.filled.values.0.push(("version".to_owned(), version.to_string()));
        self
    }
}

/// The zones to choose from, the one that stands for all others first.
fn zones(locale: Locale) -> Vec<(String, String)> {
    let anywhere = (Zone::ANYWHERE.name().to_owned(), locale.t("calls-zone-anywhere"));
    let named = Zone::names().into_iter().map(|name| (name.to_owned(), name.to_owned()));
    std::iter::once(anywhere).chain(named).collect()
}

impl FormPage {
    /// Whether slug, year and guidelines can no longer be chosen.
    pub fn is_settled(&self) -> bool {
        self.edited.as_ref().is_some_and(|edited| edited.settled)
    }

    /// A value of the form as people read it.
    fn told(&self, name: &str, value: &str) -> String {
        match name {
            "guidelines" => {
                let known = self.guidelines.iter().find(|(id, _)| id == value);
                known.map(|(_, title)| title.clone()).unwrap_or_default()
            }
            "zone" => {
                self.zones.iter().find(|(name, _)| name == value).map(|(_, text)| text.clone()).unwrap_or_default()
            }
            "admits_members" | "admits_partners" | "example" => {
                self.frame.t(if value.is_empty() { "guidelines-no" } else { "guidelines-yes" })
            }
            _ => value.to_owned(),
        }
    }
}

/// The inputs and the keys of their labels, in the order of the form.
const LABELS: [(&str, &str); 24] = [
    ("title_en", "calls-title-en"),
    ("title_fr", "calls-title-fr"),
    ("title_es", "calls-title-es"),
    ("slug", "calls-slug"),
    ("guidelines", "calls-guidelines"),
    ("year", "calls-year"),
    ("period_first", "calls-period-first"),
    ("period_last", "calls-period-last"),
    ("zone", "calls-zone"),
    ("opens", "calls-opening"),
    ("closes", "calls-closing"),
    ("grace", "calls-grace"),
    ("admits_members", "calls-admits-members"),
    ("admits_partners", "calls-admits-partners"),
    ("summary_en", "calls-summary-en"),
    ("summary_fr", "calls-summary-fr"),
    ("summary_es", "calls-summary-es"),
    ("body_en", "calls-body-en"),
    ("body_fr", "calls-body-fr"),
    ("body_es", "calls-body-es"),
    ("note_en", "calls-note-en"),
    ("note_fr", "calls-note-fr"),
    ("note_es", "calls-note-es"),
    ("example", "calls-example"),
];
