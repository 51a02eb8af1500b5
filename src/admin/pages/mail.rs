//! The log of letters: the list, and how many were written on each of the last days.

use std::collections::HashMap;

use askama::Template;

use super::Badge;
use crate::{
    admin::{
        rules::{Filter, Heap},
        store::letters::{Line, OfDay},
    },
    clock::{Moment, Zone},
    ids::{ProposalId, Reference},
    mail::{
        kinds::{KINDS, Kind},
        state::{LetterState, Stage},
    },
    reviews::plots::{
        Caption, Heaps, Plot, PlotRow,
        heaps::{HEAPS, Labels},
    },
    web::Frame,
    words::fold,
};

/// The letters, newest first.
#[derive(Template)]
#[template(path = "admin/mail.html")]
pub struct MailPage {
    pub frame: Frame,
    pub q: String,
    /// As it was typed.
    pub proposal: String,
    pub kinds: Vec<Choice>,
    pub stages: Vec<Choice>,
    /// Whether less than all is asked for.
    pub is_filtered: bool,
    /// The key of what to do where none is found.
    pub not_found: &'static str,
    pub letters: Vec<Row>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Where all letters are on the page.
    pub days: Option<Days>,
}

/// One of a few, as a select offers it.
pub struct Choice {
    pub value: &'static str,
    pub text: String,
    pub chosen: bool,
}

/// A letter in the list.
pub struct Row {
    pub href: String,
    pub subject: String,
    pub language: &'static str,
    pub kind: String,
    /// The proposal that it is about, and where that stands for those who read proposals.
    pub proposal: Option<(Reference, Option<String>)>,
    pub name: String,
    pub email: String,
    pub badge: Badge,
    /// When it is tried next.
    pub next_try: Option<String>,
    /// What a server said last.
    pub answer: String,
    pub is_copy: bool,
    pub iso: String,
    pub when: String,
}

/// The names of proposals, and whether the visitor finds them on the desk.
pub struct Proposals {
    pub references: HashMap<ProposalId, Reference>,
    pub are_read: bool,
}

/// As much of an answer as the list has room for.
const MOST_ANSWER: usize = 100;

impl MailPage {
    pub fn new(frame: Frame, filter: &Filter, letters: &[Line], proposals: &Proposals, zone: Zone) -> Self {
        Self {
            kinds: kinds(&frame, filter.kind),
            stages: stages(&frame, filter.stage),
            letters: letters.iter().map(|line| row(&frame, line, proposals, zone)).collect(),
            is_filtered: !filter.is_empty(),
            not_found: if filter.is_unknown { "admin-mail-unknown-text" } else { "admin-mail-not-found-text" },
            q: filter.typed.clone(),
            proposal: filter.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
            previous: None,
            next: None,
            days: None,
            frame,
        }
    }
}

fn stages(frame: &Frame, chosen: Option<Stage>) -> Vec<Choice> {
    let choice =
        |stage: &Stage| Choice { value: stage.code(), text: frame.t(stage.key()), chosen: chosen == Some(*stage) };
    Stage::ALL.iter().map(choice).collect()
}

/// All kinds, by their names.
fn kinds(frame: &Frame, chosen: Option<&'static str>) -> Vec<Choice> {
    let choice =
        |kind: &Kind| Choice { value: kind.name, text: frame.t(&kind.key()), chosen: chosen == Some(kind.name) };
    let mut kinds: Vec<Choice> = KINDS.iter().map(choice).collect();
    kinds.sort_by_cached_key(|kind| fold(&kind.text));
    kinds
}

fn row(frame: &Frame, line: &Line, proposals: &Proposals, zone: Zone) -> Row {
    let stage = line.stage();
    let reference = line.proposal_id.and_then(|id| proposals.references.get(&id).cloned());
    let place = |name: &Reference| proposals.are_read.then(|| format!("/desk/proposals/{name}"));
    Row {
        href: format!("/admin/mail/{}", line.id),
        subject: line.subject.clone(),
        language: line.locale.tag(),
        kind: kind_in_words(frame, &line.kind),
        proposal: reference.map(|name| {
            let href = place(&name);
            (name, href)
        }),
        name: line.recipient_name.clone(),
        email: line.recipient.to_string(),
        badge: Badge::new(frame, stage),
        next_try: (stage == Stage::Deferred).then(|| frame.locale.instant_brief(line.due_at, zone)),
        answer: said(line, stage),
        is_copy: line.copy_of.is_some(),
        iso: line.created_at.iso(),
        when: frame.locale.instant(line.created_at, zone),
    }
}

/// The last answer, or what was said when the letter came back.
fn said(line: &Line, stage: Stage) -> String {
    let said = if stage == Stage::Bounced { &line.bounce } else { &line.answer };
    let short: String = said.chars().take(MOST_ANSWER).collect();
    if short.len() < said.len() { short + "…" } else { short }
}

/// What a kind of letters is called; its code, if this version does not know it.
pub fn kind_in_words(frame: &Frame, code: &str) -> String {
    Kind::of(code).map_or_else(|| code.to_owned(), |kind| frame.t(&kind.key()))
}

/// The letters of each of the last days.
pub struct Days {
    pub plot: Plot,
    /// Whether none was written.
    pub is_empty: bool,
}

const NAMES: [&str; HEAPS] = ["admin-days-sent", "admin-days-amiss", "admin-days-waiting"];

impl Days {
    /// `days` are the beginnings of the days in `zone`.
    pub fn new(frame: &Frame, days: &[Moment], counted: &[OfDay], zone: Zone) -> Self {
        let heaps = heaped(days.len(), counted);
        let names: Vec<String> = days.iter().map(|day| frame.locale.date(day.day_in(zone.0))).collect();
        let words = NAMES.map(|key| frame.t(key));
        let tips: Vec<String> = names.iter().zip(&heaps).map(|(name, day)| tip(frame, name, &words, *day)).collect();
        let title = frame.tr("admin-days", &[("count", days.len().into())]);
        let (first, last) = (names.first().cloned().unwrap_or_default(), names.last().cloned().unwrap_or_default());
        let span = [("first", first.as_str().into()), ("last", last.as_str().into())];
        let caption = Caption {
            id: "days",
            title: &title,
            description: &frame.tr("admin-days-description", &span),
            axis: &frame.t("admin-days-axis"),
        };
        let labels = Labels { ends: [&first, &last], heaps: [&words[0], &words[1], &words[2]], tips: &tips };
        let plot = Heaps::of(heaps.clone());
        let heads: Vec<String> = [frame.t("admin-days-day")].into_iter().chain(words.clone()).collect();
        let row = |(name, day): (String, [u32; HEAPS])| {
            PlotRow::new(name, None, day.map(|count| count.to_string()).to_vec(), &heads)
        };
        // The newest first, as the letters below.
        let rows = names.into_iter().zip(heaps).rev().map(row).collect();
        Self {
            is_empty: plot.is_empty(),
            plot: Plot {
                drawing: plot.draw(&caption, labels),
                text: frame.tr("admin-days-text", &[("zone", frame.locale.zone(zone).into())]),
                note: Some(frame.t("admin-days-note")),
                rows,
                heads,
                title,
            },
        }
    }
}

/// `1 April 2014: Sent 12, Waiting 1`.
fn tip(frame: &Frame, name: &str, words: &[String; HEAPS], day: [u32; HEAPS]) -> String {
    let some = words.iter().zip(day).filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word} {count}"));
    frame.pair(name, some.collect::<Vec<_>>().join(", "))
}

/// The letters of each day, in their heaps.
fn heaped(days: usize, counted: &[OfDay]) -> Vec<[u32; HEAPS]> {
    let mut heaps = vec![[0_u32; HEAPS]; days];
    for row in counted {
        let Some(day) = usize::try_from(row.nth).ok().and_then(|nth| heaps.get_mut(nth)) else { continue };
        let returned = if row.state == LetterState::Sent { row.returned } else { 0 };
        for (came_back, count) in [(false, row.letters - returned), (true, returned)] {
            let heap = match Heap::of(Stage::of(row.state, 0, came_back)) {
                Some(Heap::Sent) => &mut day[0],
                Some(Heap::Amiss) => &mut day[1],
                Some(Heap::Waiting) => &mut day[2],
                None => continue,
            };
            *heap = heap.saturating_add(u32::try_from(count).unwrap_or(0));
        }
    }
    heaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_is_counted_once_and_what_was_cancelled_nowhere() {
        let of = |nth, state, letters, returned| OfDay { nth, state, letters, returned };
        let counted = [
            of(0, LetterState::Sent, 10, 3),
            of(0, LetterState::Failed, 2, 1),
            of(0, LetterState::Unknown, 1, 0),
            of(2, LetterState::Queued, 4, 0),
            of(2, LetterState::Sending, 1, 0),
            of(2, LetterState::Cancelled, 9, 0),
            of(3, LetterState::Sent, 9, 0),
        ];
        assert_eq!(heaped(3, &counted), [[7, 6, 0], [0, 0, 0], [0, 0, 5]]);
    }
}
