//! One letter, and what became of it.

use std::collections::HashMap;

use askama::Template;

use super::{Badge, mail::kind_in_words};
use crate::{
    admin::{
        deeds,
        rules::{Doer, may_be_cancelled, may_be_sent_again, without_secrets},
        store::letters::Line,
    },
    clock::{Moment, Zone},
    entity::{audit_event, letter, suppression},
    ids::{Reference, UserId},
    mail::state::{LetterState, Stage, may_be_copied},
    web::{Frame, list_at},
};

#[derive(Template)]
#[template(path = "admin/letter.html")]
pub struct LetterPage {
    pub frame: Frame,
    pub id: String,
    pub subject: String,
    pub language: &'static str,
    pub language_name: &'static str,
    pub badge: Badge,
    /// The key of what its state means.
    pub means: &'static str,
    /// The key of what to do about it, where someone can.
    pub advice: Option<&'static str>,
    pub name: String,
    pub email: String,
    /// The page of its reader, who has an account.
    pub person: Option<String>,
    pub kind: String,
    /// The proposal that it is about, where that stands for those who read proposals, and where all letters about it are.
    pub proposal: Option<About>,
    pub attempts: i32,
    pub answer: String,
    pub events: Vec<Event>,
    /// Since when nothing arrives at its address, and what was said of it.
    pub suppressed: Option<(Instant, String)>,
    pub may_send_again: bool,
    pub may_cancel: bool,
    /// How many copies there are, if one more can be sent.
    pub copies: Option<usize>,
    /// The key of why none can.
    pub why_no_copy: Option<&'static str>,
    /// The letter that this one sends once more.
    pub original: Option<Kin>,
    /// Those that send this one once more.
    pub copied: Vec<Kin>,
    /// The key of why there is no text to read.
    pub hidden: Option<&'static str>,
    pub text: String,
    /// The last other letters to the same address, and where all of them are.
    pub others: Vec<Kin>,
    pub all_to: String,
}

/// A proposal, from a letter about it.
pub struct About {
    pub reference: Reference,
    pub href: Option<String>,
    pub letters: String,
}

/// An instant for machines and for people.
pub struct Instant {
    pub iso: String,
    pub when: String,
}

/// Something that happened to it, or will.
pub struct Event {
    pub iso: String,
    pub when: String,
    pub what: String,
    pub who: Option<String>,
    pub note: Option<String>,
    pub kind: &'static str,
}

/// Another letter.
pub struct Kin {
    pub href: String,
    pub subject: String,
    pub language: &'static str,
    pub written: Instant,
    pub badge: Badge,
}

/// What is known beside the letter itself.
pub struct Known {
    /// What it says, empty if that was deleted.
    pub text: String,
    pub reference: Option<Reference>,
    /// Whether the visitor finds proposals on the desk.
    pub reads_proposals: bool,
    /// The next try, if one comes by itself.
    pub due: Option<Moment>,
    /// Whether a worker holds it.
    pub is_held: bool,
    pub suppression: Option<suppression::Model>,
    pub why_no_copy: Option<&'static str>,
    /// Whether nothing stands against sending it again, if it failed.
    pub may_go_again: bool,
    /// The original and its copies, oldest first.
    pub family: Vec<Line>,
    pub others: Vec<Line>,
    pub done: Vec<audit_event::Model>,
    pub names: HashMap<UserId, String>,
}

impl LetterPage {
    pub fn new(frame: Frame, letter: &letter::Model, known: Known, zone: Zone) -> Self {
        let stage = Stage::of(letter.state, letter.attempts, letter.bounced_at.is_some());
        let has_text = !known.text.is_empty();
        let hidden = hidden(letter, has_text);
        let may_send_again = may_be_sent_again(letter.state, has_text) && known.may_go_again;
        let kin = |line: &Line| kin(&frame, line, zone);
        let original = letter.copy_of;
        let copies = known.family.iter().filter(|line| line.copy_of.is_some()).count();
        Self {
            id: letter.id.to_string(),
            subject: letter.subject.clone(),
            language: letter.locale.tag(),
            language_name: letter.locale.own_name(),
            badge: Badge::new(&frame, stage),
            means: meaning(stage, known.due.is_some()),
            advice: advice(stage).filter(|_| may_send_again && known.due.is_none()),
            name: letter.recipient_name.clone(),
            email: letter.recipient.to_string(),
            person: letter.user_id.map(|id| format!("/desk/people/{id}")),
            kind: kind_in_words(&frame, &letter.kind),
            proposal: known.reference.clone().map(|name| about(name, known.reads_proposals)),
            attempts: letter.attempts,
            answer: letter.answer.clone(),
            events: events(&frame, letter, &known, zone),
            suppressed: known.suppression.as_ref().map(|row| (instant(&frame, row.since, zone), row.reason.clone())),
            may_send_again,
            may_cancel: may_be_cancelled(letter.state, known.is_held),
            copies: known.why_no_copy.is_none().then_some(copies),
            why_no_copy: known.why_no_copy.filter(|_| may_be_copied(letter.state)),
            original: known.family.iter().find(|line| original == Some(line.id)).map(kin),
            copied: known.family.iter().filter(|line| line.copy_of == Some(letter.id)).map(kin).collect(),
            text: if hidden.is_some() { String::new() } else { without_secrets(&known.text) },
            hidden,
            others: known.others.iter().map(kin).collect(),
            all_to: list_at("/admin/mail", &[("q", letter.recipient.as_str())]),
            frame,
        }
    }
}

fn instant(frame: &Frame, at: Moment, zone: Zone) -> Instant {
    Instant { iso: at.iso(), when: frame.locale.instant(at, zone) }
}

fn kin(frame: &Frame, line: &Line, zone: Zone) -> Kin {
    Kin {
        href: format!("/admin/mail/{}", line.id),
        subject: line.subject.clone(),
        language: line.locale.tag(),
        written: instant(frame, line.created_at, zone),
        badge: Badge::new(frame, line.stage()),
    }
}

fn about(reference: Reference, is_read: bool) -> About {
    About {
        href: is_read.then(|| format!("/desk/proposals/{reference}")),
        letters: list_at("/admin/mail", &[("proposal", reference.as_str())]),
        reference,
    }
}

/// What happened to it and what will, the newest first.
fn events(frame: &Frame, letter: &letter::Model, known: &Known, zone: Zone) -> Vec<Event> {
    let event = |at: Moment, key: &str, note: &str, kind| Event {
        iso: at.iso(),
        when: frame.locale.instant(at, zone),
        what: frame.t(key),
        who: None,
        note: Some(note.to_owned()).filter(|note| !note.is_empty()),
        kind,
    };
    let mut found = vec![(letter.created_at, event(letter.created_at, "admin-mail-column-written", "", ""))];
    let done = known.done.iter().filter(|row| letter.bounced_at.is_none() || row.action != "letter.returned");
    found.extend(done.map(|row| (row.at, done_by(frame, row, &known.names, zone))));
    if let Some(at) = letter.sent_at {
        found.push((at, event(at, "admin-letter-sent", &letter.answer, "now")));
    }
    if let LetterState::Failed | LetterState::Unknown = letter.state {
        // It is let go when it is settled, and not touched after.
        let stage = Stage::of(letter.state, letter.attempts, false);
        found.push((letter.lease_until, event(letter.lease_until, stage.key(), &letter.answer, "danger")));
    }
    if let Some(at) = letter.bounced_at {
        found.push((at, event(at, "admin-letter-returned", &letter.bounce, "danger")));
    }
    if let Some(due) = known.due.filter(|_| letter.state != LetterState::Sending) {
        found.push((due, event(due, "admin-letter-next", "", "future")));
    }
    // What happened at the same time stays in the order in which it was found.
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().rev().map(|(_, event)| event).collect()
}

fn done_by(frame: &Frame, row: &audit_event::Model, names: &HashMap<UserId, String>, zone: Zone) -> Event {
    let who = match Doer::of(&row.actor) {
        Doer::Person(id) => names.get(&id).cloned(),
        Doer::System(_) | Doer::Anyone => None,
    };
    Event {
        iso: row.at.iso(),
        when: frame.locale.instant(row.at, zone),
        what: deeds::in_words(&row.action).map_or_else(|| row.action.clone(), |key| frame.t(&key)),
        who,
        note: None,
        kind: "",
    }
}

/// Who reads a letter with a secret could be its recipient, so nobody else does, whether it was sent or not.
pub fn hidden(letter: &letter::Model, has_text: bool) -> Option<&'static str> {
    match (letter.secret, has_text) {
        (true, false) => Some("admin-text-deleted"),
        (true, true) => Some("admin-text-secret"),
        (false, _) => None,
    }
}

fn meaning(stage: Stage, goes_on: bool) -> &'static str {
    match stage {
        Stage::Queued => "admin-means-queued",
        Stage::Deferred => "admin-means-deferred",
        Stage::Sending => "admin-means-sending",
        Stage::Sent => "admin-means-sent",
        Stage::Bounced => "admin-means-bounced",
        Stage::Unknown if goes_on => "admin-means-unknown-again",
        Stage::Unknown => "admin-means-unknown",
        Stage::Failed => "admin-means-failed",
        Stage::Cancelled => "admin-means-cancelled",
    }
}

fn advice(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Failed => Some("admin-advice-failed"),
        Stage::Unknown => Some("admin-advice-unknown"),
        Stage::Queued | Stage::Deferred | Stage::Sending | Stage::Sent | Stage::Bounced | Stage::Cancelled => None,
    }
}
