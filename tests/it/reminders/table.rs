//! The table of reminders: written out from the code to docs/reminders.md; and each of its letters is one that there is.

use initiatives::mail::{
    kinds::Kind,
    reminders::{REMINDERS, Reminder, Row, Step, To},
    rhythm::Notice,
};
use std::{fmt::Write, path::Path};

#[test]
fn the_table_of_reminders_in_the_docs_is_the_code_s() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reminders.md");
    let text = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "docs/reminders.md differs from the code: UPDATE_DOCS=1 cargo test --test it reminders::table"
    );
}

#[test]
fn every_reminder_has_a_letter_that_there_is() {
    for step in REMINDERS.iter().flat_map(|row| row.steps) {
        assert!(Kind::of(step.letter).is_some(), "{}", step.letter);
    }
}

fn document() -> String {
    let mut out = String::from(
        "# Reminders\n\nWritten out from `src/mail/reminders.rs` by `tests/it/reminders/table.rs`; do not edit: \
         `UPDATE_DOCS=1 cargo test --test it reminders::table`.\n\nEach comes once, and only while what it is about is not done. \
         After a pause only the nearest comes. Nobody is reminded of what was due before they knew of it, nor of what they must not \
         see, nor who is disabled. An instant that is moved begins anew.\n\n\
         | what is waited for | counted from | who is reminded | when, by which letter | not after |\n|---|---|---|---|---|\n",
    );
    for row in &REMINDERS {
        let (what, from) = told(row.of);
        let steps: Vec<String> = row.steps.iter().map(step).collect();
        let _ = writeln!(out, "| {what} | {from} | {} | {} | {} |", to(row.to), steps.join("; "), until(row));
    }
    out.push_str(
        "\nLetters with a star are notices: account holders can have them as a digest, or not at all. The others always come. \
         What the secretariat is reminded of is looked at as it stood at seven in the morning, Barcelona time: each of them gets \
         one letter a day at most, which names no proposal.\n",
    );
    out
}

fn told(of: Reminder) -> (&'static str, &'static str) {
    match of {
        Reminder::Draft => ("a draft that is not submitted", "the deadline that holds for it"),
        Reminder::Returned => ("changes that were asked for", "the instant until which they are due"),
        Reminder::Invitation => ("an answer to an invitation to co-edit", "the instant until which it can be accepted"),
        Reminder::Review => ("a review that is not in", "its day: its own, or that of the phase"),
        Reminder::Eligibility => {
            ("a submission that was not checked", "the deadline of the call, or the submission, if that is later")
        }
        Reminder::Late => ("a late submission that is held", "the instant at which it came"),
        Reminder::Question => {
            ("an applicant's message without an answer, in a conversation that is not done", "the message")
        }
        Reminder::Publication => {
            ("a prepared decision that is not published, nor ordered to be", "when it was prepared")
        }
        Reminder::Missing => ("a review that is not in", "its day: its own, or that of the phase"),
    }
}

fn to(to: To) -> &'static str {
    match to {
        To::Writers => "all who can write in the proposal",
        To::Invited => "whoever is invited",
        To::Reviewer => "the reviewer",
        To::Secretariat => "the secretariat, by one letter for all of it",
    }
}

fn step(step: &Step) -> String {
    let (span, side) = (span(step.hours), if step.is_after() { "after" } else { "before" });
    let star = if Notice::of(step.letter).is_some() { "\\*" } else { "" };
    format!("{span} {side} (`{}`{star})", step.letter)
}

fn until(row: &Row) -> String {
    if row.stale == 0 { "the instant".to_owned() } else { format!("{} after it", span(row.stale)) }
}

fn span(hours: i32) -> String {
    let (count, unit) = match hours.abs() {
        whole if whole % 24 == 0 => (whole / 24, "day"),
        hours => (hours, "hour"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}
