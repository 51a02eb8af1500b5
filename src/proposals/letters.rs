//! The letters about a proposal. Their words are `mail-<kind>-…` in the locale files.

pub mod calls;
pub mod discussion;
pub mod reviewing;

use std::time::Duration;

use crate::{
    calls::Instants,
    clock::{Moment, Zone},
    ids::{ProposalId, UserId},
    mail::{Button, Email, Letter, LetterClass, Recipient, Wordings, Words},
    proposals::spans::{left, span},
    words::{Locale, Trilingual},
};

/// The proposal that a letter is about, at the moment of one event.
#[derive(Clone, Debug)]
pub struct About {
    pub id: ProposalId,
    pub reference: String,
    /// May be empty.
    pub title: String,
    pub organisation: String,
    /// The title of its call.
    pub call: Trilingual,
    /// What happened, as something unique.
    pub event: String,
    /// What the letter says where it does not say what the service says.
    pub words: Wordings,
    pub call_zone: Zone,
    /// The head of the audit trail, for receipts and decisions.
    pub seal: Option<String>,
    /// The absolute address for the applicant, and that for the house.
    pub page: String,
    pub desk: String,
}

/// Someone who gets a letter.
#[derive(Clone, Debug)]
pub struct Reader {
    /// None for a mailbox that several people read.
    pub id: Option<UserId>,
    pub email: Email,
    pub name: String,
    pub locale: Locale,
    pub zone: Zone,
    /// Of the house, and so sent to the desk.
    pub of_house: bool,
}

/// What a letter says.
#[derive(Clone, Debug)]
pub enum News {
    /// The receipt.
    Received {
        number: i32,
        at: Moment,
        sha256: String,
        /// The absolute address at which anybody can ask about it.
        verify: String,
        /// The names of the fields that were saved after the confirmation page was opened.
        changed: Vec<Trilingual>,
    },
    /// To the secretariat: something was submitted.
    Arrived {
        number: i32,
        at: Moment,
    },
    /// To the secretariat: a submission was taken back.
    TakenBack,
    /// To the secretariat: a submission came after this deadline, and is held.
    CameLate {
        at: Moment,
        deadline: Moment,
    },
    /// What came too late was admitted.
    Admitted {
        at: Moment,
        reason: String,
    },
    /// What came too late stays out.
    LateRefused {
        at: Moment,
        reason: String,
    },
    /// A deadline comes near, that of a draft or of changes: how long there is left. Which letter, says the table of reminders.
    Reminder {
        letter: &'static str,
        deadline: Moment,
        left: Duration,
    },
    ReviewStarted,
    Returned {
        /// What goes before the requests; may be empty.
        message: String,
        /// Each with the name of the question that it is about.
        requests: Vec<(Option<Trilingual>, String)>,
        due: Moment,
    },
    DueMoved {
        due: Moment,
    },
    Approved {
        body: String,
        session: String,
        decided_on: String,
        minute_reference: String,
        message: String,
    },
    NotSelected {
        body: String,
        session: String,
        decided_on: String,
        minute_reference: String,
        reason: String,
        message: String,
    },
    Ineligible {
        reason: String,
        message: String,
    },
    Revised {
        reason: String,
    },
    Running {
        starts_on: String,
    },
    Completed {
        outcome: String,
    },
    EndedEarly {
        reason: String,
    },
    Withdrawn {
        reason: String,
    },
    Reinstated {
        reason: String,
    },
    /// Somebody wrote to the applicant, or the applicant answered.
    Comment {
        author: String,
        body: String,
    },
    /// To somebody of the house: they are named in a conversation. What is said there stays within the service. No author where
    /// the reader must not know the others.
    Mentioned {
        author: Option<String>,
    },
    /// The same to somebody who follows a conversation.
    Discussed {
        author: Option<String>,
    },
    /// To someone of another organisation: an invitation to write in this proposal.
    CoInvited {
        by: String,
        until: Moment,
        /// Whether there is no account yet.
        is_new: bool,
    },
    /// To whoever has not answered such an invitation, before it ends.
    CoReminder {
        letter: &'static str,
        until: Moment,
    },
    CoRemoved,
    /// To the owners: a co-editor has left.
    CoLeft {
        name: String,
    },
    /// To the co-editors: what they wrote was submitted. The receipt is the lead's.
    CoSubmitted {
        number: i32,
        at: Moment,
    },
    /// To a reviewer: a review is asked for, perhaps until an instant.
    Assigned {
        due: Option<Moment>,
    },
    /// To the secretariat: a reviewer does not take it on.
    Declined {
        name: String,
        reason: String,
    },
    /// To the secretariat: a reviewer has an interest in it.
    ConflictDeclared {
        name: String,
        reason: String,
    },
}

impl News {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::Arrived { .. } => "arrived",
            Self::TakenBack => "taken_back",
            Self::CameLate { .. } => "came_late",
            Self::Admitted { .. } => "admitted",
            Self::LateRefused { .. } => "late_refused",
            Self::Reminder { letter, .. } | Self::CoReminder { letter, .. } => letter,
            Self::ReviewStarted => "review_started",
            Self::Returned { .. } => "returned",
            Self::DueMoved { .. } => "due_moved",
            Self::Approved { .. } => "approved",
            Self::NotSelected { .. } => "not_selected",
            Self::Ineligible { .. } => "ineligible",
            Self::Revised { .. } => "revised",
            Self::Running { .. } => "running",
            Self::Completed { .. } => "completed",
            Self::EndedEarly { .. } => "ended_early",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Reinstated { .. } => "reinstated",
            Self::Comment { .. } => "comment",
            Self::Mentioned { .. } => "mentioned",
            Self::Discussed { .. } => "discussed",
            Self::CoInvited { .. } => "co_invited",
            Self::CoRemoved => "co_removed",
            Self::CoLeft { .. } => "co_left",
            Self::CoSubmitted { .. } => "co_submitted",
            Self::Assigned { .. } => "assigned",
            Self::Declined { .. } => "declined",
            Self::ConflictDeclared { .. } => "conflict_declared",
        }
    }

    /// The values of its words, for a reader.
    fn args(&self, about: &About, to: &Reader) -> Vec<(&'static str, String)> {
        let told = |at: &Moment| {
            let told = Instants::new(*at, about.call_zone, Some(to.zone), to.locale);
            vec![("when", told.in_reader_zone.unwrap_or(told.in_call_zone)), ("utc", told.in_utc)]
        };
        let day = |day: &String| day.parse().map_or_else(|_| day.clone(), |day| to.locale.date(day));
        let owned =
            |pairs: &[(&'static str, &String)]| pairs.iter().map(|(name, text)| (*name, (*text).clone())).collect();
        match self {
            Self::Received { number, at, sha256, verify, changed } => {
                let told = Instants::new(*at, about.call_zone, Some(to.zone), to.locale);
                // On the reader's clock, and on the call's where that is another.
                let when: Vec<String> = told.in_reader_zone.into_iter().chain([told.in_call_zone]).collect();
                let hash = owned(&[("sha256", sha256), ("verify", verify)]);
                let fields: Vec<String> = changed.iter().map(|label| label.get(to.locale).to_owned()).collect();
                let is_changed = if fields.is_empty() { "none" } else { "some" };
                let changed = vec![("changed", is_changed.to_owned()), ("fields", listed(fields, to.locale))];
                let told =
                    vec![("when", listed(when, to.locale)), ("utc", told.in_utc), ("number", number.to_string())];
                [told, hash, changed].concat()
            }
            Self::Arrived { number, at } | Self::CoSubmitted { number, at } => {
                [told(at), vec![("number", number.to_string())]].concat()
            }
            Self::TakenBack | Self::ReviewStarted | Self::CoRemoved => Vec::new(),
            Self::Reminder { deadline, left: time, .. } => {
                [told(deadline), vec![("left", left(*time, to.locale))]].concat()
            }
            Self::CameLate { at, deadline } => {
                let late = span(*at - *deadline, to.locale);
                let deadline = told(deadline).swap_remove(0).1;
                [told(at), vec![("late", late), ("deadline", deadline)]].concat()
            }
            Self::Admitted { at, reason } | Self::LateRefused { at, reason } => {
                [told(at), owned(&[("reason", reason)])].concat()
            }
            Self::Returned { message, requests, due } => {
                let until: Vec<_> =
                    ["due", "due_utc"].into_iter().zip(told(due).into_iter().map(|(_, when)| when)).collect();
                let asked = vec![("message", message.clone()), ("requests", asked(requests, to.locale))];
                [until, asked].concat()
            }
            Self::DueMoved { due } => told(due),
            Self::CoReminder { until, .. } => told(until),
            Self::Approved { body, session, decided_on, minute_reference, message } => {
                let minutes = or_dash(minute_reference);
                let rest = owned(&[("body", body), ("minute_reference", &minutes), ("message", message)]);
                [vec![("decided_on", day(decided_on)), ("session", or_dash(session))], rest].concat()
            }
            Self::NotSelected { body, session, decided_on, minute_reference, reason, message } => {
                let rest = owned(&[
                    ("body", body),
                    ("minute_reference", &or_dash(minute_reference)),
                    ("reason", reason),
                    ("message", message),
                ]);
                [vec![("decided_on", day(decided_on)), ("session", or_dash(session))], rest].concat()
            }
            Self::Ineligible { reason, message } => owned(&[("reason", reason), ("message", message)]),
            Self::Running { starts_on } => vec![("day", day(starts_on))],
            Self::Completed { outcome } => owned(&[("outcome", outcome)]),
            Self::Revised { reason } | Self::EndedEarly { reason } | Self::Withdrawn { reason } => {
                owned(&[("reason", reason)])
            }
            Self::Reinstated { reason } => owned(&[("reason", reason)]),
            Self::CoInvited { by, until, is_new } => {
                let account = if *is_new { "new" } else { "known" };
                [told(until), vec![("by", by.clone()), ("account", account.to_owned())]].concat()
            }
            Self::CoLeft { name } => owned(&[("name", name)]),
            Self::Assigned { due: None } => vec![("until", "none".to_owned()), ("when", String::new())],
            Self::Assigned { due: Some(due) } => [told(due), vec![("until", "set".to_owned())]].concat(),
            Self::Declined { name, reason } | Self::ConflictDeclared { name, reason } => {
                owned(&[("name", name), ("reason", reason)])
            }
            Self::Comment { author, body } => owned(&[("author", author), ("text", body)]),
            Self::Mentioned { author } | Self::Discussed { author } => {
                let known = if author.is_some() { "known" } else { "none" };
                vec![("who", known.to_owned()), ("author", author.clone().unwrap_or_default())]
            }
        }
    }
}

/// What is asked, numbered, each with the question that it is about.
fn asked(requests: &[(Option<Trilingual>, String)], locale: Locale) -> String {
    let request = |(place, (field, text)): (usize, &(Option<Trilingual>, String))| {
        let said = match field {
            Some(field) => locale.pair(field.get(locale), text),
            None => text.clone(),
        };
        format!("{}. {said}", place + 1)
    };
    let all: Vec<String> = requests.iter().enumerate().map(request).collect();
    all.join("\n\n")
}

/// Several things in a line; the marks between them follow the language.
fn listed(things: Vec<String>, locale: Locale) -> String {
    let joined = |list: String, more: String| locale.tr("mail-listed", &[("list", list.into()), ("more", more.into())]);
    things.into_iter().reduce(joined).unwrap_or_default()
}

/// What was not said.
fn or_dash(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}

/// The letter that brings the news to a reader.
pub fn letter(about: &About, news: &News, to: &Reader) -> Letter {
    let mut args = news.args(about, to);
    args.push(("proposal", named(about, to.locale)));
    args.push(("reference", about.reference.clone()));
    args.push(("title", about.title.clone()));
    args.push(("organisation", about.organisation.clone()));
    args.push(("call", about.call.get(to.locale).to_owned()));
    args.push(("sealed", if about.seal.is_some() { "yes" } else { "none" }.to_owned()));
    args.push(("seal", about.seal.clone().unwrap_or_default()));
    Letter {
        kind: news.kind(),
        class: LetterClass::Service,
        words: about.words.get(&to.locale).map_or(Words::OfKind, |own| Words::Own(own.clone())),
        to: Recipient { email: to.email.clone(), name: to.name.clone(), user: to.id, locale: to.locale },
        event: about.event.clone(),
        proposal: Some(about.id),
        args,
        action: Some(Button {
            label_key: if to.of_house { "mail-open-desk" } else { "mail-open-proposal" },
            link: if to.of_house { about.desk.clone() } else { about.page.clone() },
        }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}

/// `MI-2014-007 “Cool Roofs”`, or the reference alone.
fn named(about: &About, locale: Locale) -> String {
    if about.title.is_empty() {
        return about.reference.clone();
    }
    let args = [("reference", about.reference.as_str().into()), ("title", about.title.as_str().into())];
    locale.tr("proposals-named", &args)
}
