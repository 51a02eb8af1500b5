//! The letters, and each of them.

use askama::Template;

use super::{Badge, in_words};
use crate::{
    admin::{
        rules::{Stage, may_be_sent_again, without_secrets},
        store::Line,
    },
    clock::{Moment, Zone},
    entity::{letter, suppression},
    ids::Reference,
    mail::state::LetterState,
    web::Frame,
};

/// The letters, newest first.
#[derive(Template)]
#[template(path = "admin/mail.html")]
pub struct MailPage {
    pub frame: Frame,
    pub q: String,
    pub stages: Vec<Choice>,
    /// Whether less than all is asked for.
    pub is_filtered: bool,
    pub letters: Vec<Row>,
    pub previous: Option<String>,
    pub next: Option<String>,
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
    pub name: String,
    pub email: String,
    pub badge: Badge,
    pub iso: String,
    pub when: String,
}

impl MailPage {
    pub fn new(frame: Frame, q: String, chosen: Option<Stage>, letters: &[Line], zone: Zone) -> Self {
        let choice = |stage: &Stage| Choice {
            value: stage.code(),
            text: in_words(&frame, *stage),
            chosen: chosen == Some(*stage),
        };
        let row = |line: &Line| Row {
            href: format!("/admin/mail/{}", line.id),
            subject: line.subject.clone(),
            language: line.locale.tag(),
            name: line.recipient_name.clone(),
            email: line.recipient.to_string(),
            badge: Badge::new(&frame, Stage::of(line.state, line.attempts, line.bounced_at.is_some())),
            iso: line.created_at.iso(),
            when: frame.locale.instant(line.created_at, zone),
        };
        Self {
            stages: Stage::ALL.iter().map(choice).collect(),
            letters: letters.iter().map(row).collect(),
            is_filtered: chosen.is_some() || !q.trim().is_empty(),
            q,
            previous: None,
            next: None,
            frame,
        }
    }
}

/// One letter, and what became of it.
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
    pub kind: String,
    pub reference: Option<Reference>,
    /// Where the proposal stands, for those who read proposals.
    pub proposal: Option<String>,
    pub written: Instant,
    pub sent: Option<Instant>,
    pub next_try: Option<Instant>,
    pub attempts: i32,
    pub answer: String,
    /// When it came back, and what was said then.
    pub returned: Option<(Instant, String)>,
    /// Since when nothing arrives at its address, and what was said of it.
    pub suppressed: Option<(Instant, String)>,
    pub may_send_again: bool,
    /// The key of why there is no text to read.
    pub hidden: Option<&'static str>,
    pub text: String,
}

/// An instant for machines and for people.
pub struct Instant {
    pub iso: String,
    pub when: String,
}

impl LetterPage {
    /// `due` is the next try, if one comes by itself.
    pub fn new(frame: Frame, letter: &letter::Model, text: &str, due: Option<Moment>, zone: Zone) -> Self {
        let instant = |at: Moment| Instant { iso: at.iso(), when: frame.locale.instant(at, zone) };
        let stage = Stage::of(letter.state, letter.attempts, letter.bounced_at.is_some());
        let hidden = hidden(letter.secret, text.is_empty());
        let may_send_again = may_be_sent_again(letter.state, !text.is_empty());
        Self {
            id: letter.id.to_string(),
            subject: letter.subject.clone(),
            language: letter.locale.tag(),
            language_name: letter.locale.own_name(),
            badge: Badge::new(&frame, stage),
            means: meaning(stage, due.is_some()),
            name: letter.recipient_name.clone(),
            email: letter.recipient.to_string(),
            kind: letter.kind.clone(),
            reference: None,
            proposal: None,
            written: instant(letter.created_at),
            sent: letter.sent_at.map(instant),
            next_try: due.filter(|_| letter.state != LetterState::Sending).map(instant),
            attempts: letter.attempts,
            answer: letter.answer.clone(),
            returned: letter.bounced_at.map(|at| (instant(at), letter.bounce.clone())),
            suppressed: None,
            advice: advice(stage).filter(|_| may_send_again && due.is_none()),
            may_send_again,
            text: if hidden.is_some() { String::new() } else { without_secrets(text) },
            hidden,
            frame,
        }
    }

    /// The same with the suppression of its address, if that is suppressed.
    pub fn to(self, suppression: Option<suppression::Model>, zone: Zone) -> Self {
        let locale = self.frame.locale;
        let instant = |at: Moment| Instant { iso: at.iso(), when: locale.instant(at, zone) };
        Self { suppressed: suppression.map(|row| (instant(row.since), row.reason)), ..self }
    }

    /// The same with the proposal that it is about; `readable` says whether the visitor finds it on the desk.
    pub fn about(self, reference: Option<Reference>, readable: bool) -> Self {
        let proposal = reference.as_ref().filter(|_| readable).map(|name| format!("/desk/proposals/{name}"));
        Self { reference, proposal, ..self }
    }
}

/// Who reads a letter with a secret could be its recipient, so nobody else does, whether it was sent or not.
fn hidden(secret: bool, blanked: bool) -> Option<&'static str> {
    match (secret, blanked) {
        (true, true) => Some("admin-text-deleted"),
        (true, false) => Some("admin-text-secret"),
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
