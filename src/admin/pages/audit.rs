//! The audit trail.

use std::collections::HashMap;

use askama::Template;

use crate::{
    admin::{
        deeds,
        rules::{Doer, Subject},
    },
    clock::Zone,
    entity::audit_event,
    ids::{ProposalId, Reference, UserId},
    web::Frame,
};

/// The events, newest first.
#[derive(Template)]
#[template(path = "admin/audit.html")]
pub struct AuditPage {
    pub frame: Frame,
    pub subject: String,
    pub events: Vec<Row>,
    /// The last sealed event: a sentence with its number, and its hash.
    pub head: Option<(String, String)>,
    /// The command that checks the trail.
    pub verify: &'static str,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// An event in the list.
pub struct Row {
    pub position: Option<String>,
    pub iso: String,
    pub when: String,
    /// What was done, in words if there are any.
    pub deed: Option<String>,
    pub code: String,
    pub subject: About,
    pub who: String,
}

/// What an event is about.
pub struct About {
    pub text: String,
    pub href: Option<String>,
    /// Whether the text is no word but what the trail calls it.
    pub is_code: bool,
}

/// The names in the events.
pub struct Known {
    pub names: HashMap<UserId, String>,
    pub references: HashMap<ProposalId, Reference>,
    /// Whether the visitor finds proposals on the desk.
    pub reads_proposals: bool,
}

impl AuditPage {
    pub fn new(frame: Frame, subject: String, events: &[audit_event::Model], known: &Known, zone: Zone) -> Self {
        let row = |event: &audit_event::Model| Row {
            position: event.position.map(|position| frame.locale.number(position)),
            iso: event.at.iso(),
            when: frame.locale.instant(event.at, zone),
            deed: deeds::in_words(&event.action).map(|key| frame.t(&key)),
            code: event.action.clone(),
            subject: about(&frame, &event.subject, known),
            who: who(&frame, &event.actor, known),
        };
        Self {
            events: events.iter().map(row).collect(),
            subject,
            head: None,
            verify: "initiatives audit verify",
            previous: None,
            next: None,
            frame,
        }
    }

    /// `head` is the number and the hash of the last sealed event.
    pub fn sealed(self, head: Option<(i64, String)>) -> Self {
        let number = |position: i64| self.frame.locale.number(position);
        let said = |position| self.frame.tr("admin-audit-check-head", &[("position", number(position).into())]);
        Self { head: head.map(|(position, hash)| (said(position), hash)), ..self }
    }
}

fn about(frame: &Frame, subject: &str, known: &Known) -> About {
    let named = match Subject::of(subject) {
        Subject::Proposal(id) => known.references.get(&id).map(|name| {
            let place = if known.reads_proposals { "/desk/proposals/" } else { "/admin/audit?subject=" };
            (name.to_string(), format!("{place}{name}"))
        }),
        Subject::Person(id) => known.names.get(&id).map(|name| (name.clone(), format!("/desk/people/{id}"))),
        Subject::Letter(id) => Some((frame.t("admin-letter"), format!("/admin/mail/{id}"))),
        Subject::Other => None,
    };
    match named {
        Some((text, href)) => About { text, href: Some(href), is_code: false },
        None => About { text: subject.to_owned(), href: None, is_code: true },
    }
}

fn who(frame: &Frame, actor: &str, known: &Known) -> String {
    match Doer::of(actor) {
        Doer::Person(id) => known.names.get(&id).cloned().unwrap_or_else(|| actor.to_owned()),
        Doer::System(part) => frame.tr("admin-who-system", &[("part", part.into())]),
        Doer::Anyone => frame.t("admin-who-anyone"),
    }
}
