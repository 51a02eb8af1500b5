//! What was submitted, and what happened to it.

use std::collections::BTreeMap;

use super::{Fact, Reader};
use crate::{
    entity::{late_attempt, submission, transition},
    guidelines::{Answers, Definition},
    ids::UserId,
    proposals::Reading,
};

/// The text of a submission.
pub struct Text {
    pub reading: Reading,
    /// Which submission it is.
    pub about: String,
}

impl Text {
    pub fn of(definition: &Definition, submission: &submission::Model, reference: &str, reader: Reader) -> Self {
        let at = reader.instant(submission.submitted_at);
        let about = reader.locale.tr("desk-text-of", &[("n", submission.number.into()), ("at", at.into())]);
        Self::drawn(definition, &submission.answers, about, reference, reader)
    }

    /// The text of a submission that came too late; `about` says which.
    pub fn of_attempt(
        definition: &Definition,
        attempt: &late_attempt::Model,
        about: String,
        reference: &str,
        reader: Reader,
    ) -> Self {
        Self::drawn(definition, &attempt.answers, about, reference, reader)
    }

    fn drawn(
        definition: &Definition,
        stored: &serde_json::Value,
        about: String,
        reference: &str,
        reader: Reader,
    ) -> Self {
        let stored = stored.as_object();
        let answers = stored.map_or_else(Answers::default, |stored| definition.answers_from_json(stored));
        Self { reading: Reading::of(definition, &answers, reference, reader.locale), about }
    }
}

/// A submission with its receipt.
pub struct Receipt {
    pub number: i32,
    pub at: String,
    pub iso: String,
    pub by: Option<String>,
    pub sha256: String,
    /// The page that shows it.
    pub href: String,
    pub shown: bool,
}

/// All submissions, the newest first.
pub fn receipts(
    submissions: &[submission::Model],
    shown: Option<i32>,
    names: &BTreeMap<UserId, String>,
    href: &str,
    reader: Reader,
) -> Vec<Receipt> {
    let receipt = |row: &submission::Model| Receipt {
        number: row.number,
        at: reader.instant(row.submitted_at),
        iso: row.submitted_at.iso(),
        by: row.submitted_by.and_then(|id| names.get(&id).cloned()),
        sha256: row.sha256.clone(),
        href: format!("{href}?submission={}#text", row.number),
        shown: shown == Some(row.number),
    };
    submissions.iter().rev().map(receipt).collect()
}

/// Something that happened, as the timeline shows it.
pub struct Event {
    pub iso: String,
    pub when: String,
    pub what: String,
    pub who: Option<String>,
    pub note: Option<String>,
    pub kind: &'static str,
}

/// All that happened, the newest first.
pub fn timeline(steps: &[transition::Model], names: &BTreeMap<UserId, String>, reader: Reader) -> Vec<Event> {
    let event = |(place, step): (usize, &transition::Model)| Event {
        iso: step.at.iso(),
        when: reader.instant(step.at),
        what: reader.t(&format!("desk-did-{}", step.action.code())),
        who: step.by_user.and_then(|id| names.get(&id).cloned()),
        note: note(step, reader),
        kind: if place == 0 { "now" } else { "" },
    };
    steps.iter().rev().enumerate().map(event).collect()
}

/// The reason of a step, and the days that belong to it.
fn note(step: &transition::Model, reader: Reader) -> Option<String> {
    let day = |name: &str| Some(reader.stored_day(step.data.get(name)?.as_str()?));
    let due = step.data.get("due").and_then(|due| serde_json::from_value(due.clone()).ok());
    let dated = [
        due.map(|due| reader.locale.tr("desk-note-due", &[("at", reader.instant(due).into())])),
        day("starts_on").map(|day| reader.locale.tr("desk-note-starts", &[("day", day.into())])),
        day("ended_on").map(|day| reader.locale.tr("desk-note-ended", &[("day", day.into())])),
    ];
    let reason = Some(step.reason.clone()).filter(|reason| !reason.is_empty());
    let lines: Vec<String> = reason.into_iter().chain(dated.into_iter().flatten()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What was reported at the end, if it was.
pub fn final_report(steps: &[transition::Model], reader: Reader) -> Option<Fact> {
    let report = steps.iter().rev().find_map(|step| step.data.get("report")?.as_str())?;
    Some(Fact::new(reader.t("desk-report"), report))
}
