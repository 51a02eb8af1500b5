//! The pages for applicants: plain values, ready to be drawn.

mod acts;
mod circulars;
mod city;
mod clash;
mod discussion;
mod extension;
mod history;
mod notes;
mod overview;
mod printed;
mod readiness;
mod reading;
mod receipts;
mod registering;
mod section;
mod submission;
mod together;

pub use acts::{ActPage, Led, ListItem, ListPage, StartPage, Startable, Until};
pub use circulars::{CircularPage, CircularsPage, LookLine};
pub use city::{Allowed, CityLine, CityPage};
pub use clash::Disputed;
pub use discussion::{Conversations, DiscussionPage, Drawing, FormOf, Typed};
pub use extension::ExtensionPage;
pub use history::{HistoryPage, Names, Selected, VersionsPage};
pub use notes::{NoteLine, NotesPage};
pub use overview::{
    Decided, Happened, OverviewPage, RequestLine, SentLetter, SubmissionLine, TextPage, What, late_line, timeline,
};
pub use printed::Paper;
pub use readiness::{CheckPage, Hindrance};
pub use reading::{PreviewPage, Reading};
pub use receipts::{AskPage, Besides, ConfirmedPage, ReceiptPage, TakingBack, canonical_name};
pub use registering::{RegisterPage, Sheet};
pub use section::{AskedHere, FilesPart, Held, Item, Prefilled, Saved, SectionPage, Side, items};
pub use submission::{ConfirmPage, Fate, How, LatePage};
pub use together::{CoEditorLine, CoEditorsPage, InvitedPage};

use crate::{
    calls::Instants,
    clock::{Moment, Zone},
    entity::{call, proposal},
    guidelines::{Answers, Definition, Finding, Progress, Report, Severity},
    proposals::{policy::Standing, workflow::State},
    words::Locale,
};

/// For whom a page is drawn.
#[derive(Clone, Copy, Debug)]
pub struct For {
    pub locale: Locale,
    /// Of the account.
    pub zone: Zone,
}

/// What every page of a proposal begins with.
#[derive(Clone, Debug)]
pub struct Top {
    pub reference: String,
    pub href: String,
    pub title: String,
    /// The tag of the proposal's language.
    pub language: &'static str,
    /// Its code.
    pub state: &'static str,
    pub organisation: String,
    pub call: String,
    /// The page below the proposal's own; empty for that.
    pub here: String,
}

impl Top {
    pub fn new(proposal: &proposal::Model, call: &call::Model, organisation: &str, locale: Locale) -> Self {
        Self {
            reference: proposal.reference.to_string(),
            href: format!("/proposals/{}", proposal.reference),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            state: proposal.state.code(),
            organisation: organisation.to_owned(),
            call: call.title.get(locale).to_owned(),
            here: String::new(),
        }
    }

    pub fn at(self, here: String) -> Self {
        Self { here, ..self }
    }

    /// The title of the browser's window.
    pub fn window(&self, locale: Locale) -> String {
        let title = if self.title.is_empty() { &self.organisation } else { &self.title };
        let named = format!("{} {title}", self.reference);
        if self.here.is_empty() { named } else { locale.pair(&self.here, named) }
    }
}

/// Until when something can be done.
#[derive(Clone, Debug)]
pub struct Closing {
    pub heading: String,
    pub at: Instants,
    pub brief: Brief,
}

/// The same instant where there is little room: zones by their distance from UTC alone.
#[derive(Clone, Debug)]
pub struct Brief {
    pub in_call_zone: String,
    /// Where the reader's account names another zone than the call's.
    pub in_reader_zone: Option<String>,
}

impl Closing {
    /// Of a proposal that can be written in.
    pub fn of(standing: &Standing, call: &call::Model, reader: For) -> Option<Self> {
        let (state, facts) = (standing.place.state, &standing.facts);
        Self::at(state, facts.deadline(state), call, reader)
    }

    /// Of a proposal in a state, with the deadline that holds for it.
    pub fn at(state: State, deadline: Moment, call: &call::Model, reader: For) -> Option<Self> {
        let key = match state {
            State::Draft if deadline > call.closes_at => "deadlines-closing-own",
            State::Draft => "proposals-closing-call",
            State::Returned => "proposals-closing-due",
            _ => return None,
        };
        let brief = |zone: Zone| reader.locale.instant_brief(deadline, zone);
        let brief = Brief {
            in_call_zone: brief(call.zone()),
            in_reader_zone: (reader.zone != call.zone()).then(|| brief(reader.zone)),
        };
        Some(Self { heading: reader.locale.t(key), at: told(deadline, call, reader), brief })
    }
}

/// An instant on the clocks of the call, of the reader and of UTC.
pub fn told(at: Moment, call: &call::Model, reader: For) -> Instants {
    Instants::new(at, call.zone(), Some(reader.zone), reader.locale)
}

/// The sections of a form, each with how far it is.
#[derive(Clone, Debug)]
pub struct Sections {
    pub sections: Vec<SectionLine>,
    pub answered: usize,
    pub required: usize,
    /// `12 of 34`.
    pub answered_text: String,
}

impl Sections {
    /// `3 of 7: Content`, of the section that is open.
    pub fn place(&self, locale: Locale) -> Option<String> {
        let place = self.sections.iter().position(|section| section.current)?;
        let title = self.sections[place].title.as_str().into();
        let counts = [("place", (place + 1).into()), ("count", self.sections.len().into())];
        Some(locale.tr("proposals-section-place", &[counts.to_vec(), vec![("title", title)]].concat()))
    }
}

/// A section in the list of sections.
#[derive(Clone, Debug)]
pub struct SectionLine {
    pub href: String,
    pub title: String,
    pub current: bool,
    pub complete: bool,
    pub wrong: usize,
    pub text: String,
}

impl Sections {
    /// `report` is a check of the draft; `current` the section that is open.
    pub fn new(
        definition: &Definition,
        answers: &Answers,
        report: &Report,
        proposal: &proposal::Model,
        current: &str,
        locale: Locale,
    ) -> Self {
        let progress: Vec<_> = definition.sections.iter().map(|section| section.progress(answers)).collect();
        let line = |(section, progress): (&crate::guidelines::Section, &Progress)| {
            let wrong = |found: &&Finding| found.severity == Severity::Wrong;
            let wrong = report.of_section(section.key.as_str()).filter(wrong).count();
            let missing = progress.required - progress.answered;
            let text = if wrong > 0 {
                locale.tr("proposals-section-wrong", &[("count", wrong.into())])
            } else if progress.is_complete() {
                locale.t("proposals-section-complete")
            } else {
                locale.tr("proposals-section-missing", &[("count", missing.into())])
            };
            SectionLine {
                href: format!("/proposals/{}/edit/{}", proposal.reference, section.key),
                title: section.title.get(locale).to_owned(),
                current: section.key == *current,
                complete: progress.is_complete(),
                wrong,
                text,
            }
        };
        let all: Progress = progress.iter().copied().sum();
        let of = [("answered", all.answered.into()), ("required", all.required.into())];
        Self {
            sections: definition.sections.iter().zip(&progress).map(line).collect(),
            answered: all.answered,
            required: all.required,
            answered_text: locale.tr("proposals-answered-of", &of),
        }
    }
}
