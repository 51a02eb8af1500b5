//! What was submitted, and what happened to it.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value as Json;

use super::{Fact, Reader};
use crate::{
    entity::{late_attempt, submission, transition},
    guidelines::{Audience, Definition},
    ids::UserId,
    proposals::{
        Reading,
        requests::{Numbered, answering, for_submission},
    },
};

/// The text of a submission.
pub struct Text {
    pub reading: Reading,
    /// Which submission it is.
    pub about: String,
}

/// By what the submissions of a proposal are read.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub reference: &'a str,
    /// The guidelines of its call.
    pub definition: &'a Arc<Definition>,
    /// All that the secretariat has asked of it.
    pub requests: &'a [Numbered],
    pub submissions: &'a [submission::Model],
    /// As whom the reader reads.
    pub audience: Audience,
}

impl Text {
    pub fn of(asking: Asking<'_>, submission: &submission::Model, reader: Reader) -> Self {
        let at = reader.instant(submission.submitted_at);
        let about = reader.locale.tr("desk-text-of", &[("n", submission.number.into()), ("at", at.into())]);
        Self { reading: asking.read(submission.number, &submission.answers, reader), about }
    }

    /// The text of a submission that came too late; `about` says which.
    pub fn of_attempt(asking: Asking<'_>, attempt: &late_attempt::Model, about: String, reader: Reader) -> Self {
        Self { reading: asking.read(attempt.number, &attempt.answers, reader), about }
    }
}

impl Asking<'_> {
    /// The answers of the submission of this number, with what was asked of the one before.
    fn read(self, number: i32, stored: &Json, reader: Reader) -> Reading {
        let definition = answering(self.definition, self.requests, number);
        let answers =
            |stored: &Json| stored.as_object().map(|stored| definition.answers_from_json(stored)).unwrap_or_default();
        let (after, asked) = (answers(stored), for_submission(self.requests, number));
        let before = self.submissions.iter().find(|row| row.number == number - 1).map(|row| answers(&row.answers));
        let sides = (&before.unwrap_or_default(), &after);
        let reading = (reader.locale, self.audience);
        Reading::of(&definition, &after, self.reference, reading).answering(&definition, &asked, sides, reading)
    }
}

/// What is to be changed, while the city has it: a label and a text each.
pub fn open_requests(asking: Asking<'_>, number: i32, reader: Reader) -> Vec<(String, String)> {
    let asked = for_submission(asking.requests, number);
    asked.iter().map(|one| (one.label(asking.definition, reader.locale), one.request.text.clone())).collect()
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
    let day = |name: &str| step.day(name).map(|day| reader.locale.date(day));
    let due = step.data.get("due").and_then(|due| serde_json::from_value(due.clone()).ok());
    let asked = step.data.get("requests").and_then(Json::as_i64);
    let dated = [
        asked.map(|count| reader.locale.tr("requests-counted", &[("count", count.into())])),
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
