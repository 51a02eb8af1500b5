//! The page of a proposal: where it stands, what to do next, what happened, what was said.

use askama::Template;

use super::{Closing, Conversations, For, Sections, Top};
use crate::{
    clock::Moment,
    entity::{call, decision, late_attempt, submission, transition},
    guidelines::{Answers, Audience, Definition, REQUESTS, Shown, input_id},
    ids::UserId,
    proposals::{
        policy::{Standing, may},
        requests::Numbered,
        spans::span,
        workflow::{Action, State},
    },
    web::Frame,
    words::Locale,
};

/// Something that happened, for the timeline.
#[derive(Clone, Debug)]
pub struct Happened {
    pub iso: String,
    pub when: String,
    pub what: String,
    pub who: Option<String>,
    pub note: Option<String>,
    /// `now`, `danger`, or empty.
    pub kind: &'static str,
}

impl Happened {
    /// For those who know that it happened, and not why.
    pub fn without_note(self) -> Self {
        Self { note: None, ..self }
    }
}

/// Every change of state, the newest first. `name_of` says who somebody is, as far as the reader may know.
pub fn timeline(
    rows: &[transition::Model],
    call: &call::Model,
    reader: For,
    name_of: impl Fn(UserId) -> Option<String>,
) -> Vec<Happened> {
    let last = rows.len().saturating_sub(1);
    let one = |(place, row): (usize, &transition::Model)| Happened {
        iso: row.at.iso(),
        when: reader.locale.instant(row.at, reader.zone),
        what: reader.locale.t(&format!("proposals-did-{}", row.action.code())),
        who: row.by_user.and_then(&name_of),
        note: note(row, call, reader),
        kind: match row.action {
            Action::NotSelect | Action::Withdraw | Action::EndEarly => "danger",
            _ if place == last => "now",
            _ => "",
        },
    };
    rows.iter().enumerate().map(one).rev().collect()
}

fn note(row: &transition::Model, call: &call::Model, reader: For) -> Option<String> {
    let locale = reader.locale;
    let text = |key: &str| row.data.get(key).and_then(|value| value.as_str());
    let day = |key: &str| row.day(key).map(|day| locale.date(day));
    let more = match row.action {
        Action::Submit | Action::Resubmit | Action::Admit => {
            let number = row.data.get("submission").and_then(serde_json::Value::as_i64)?;
            Some(locale.tr("proposals-note-submission", &[("number", number.into())]))
        }
        Action::Return => {
            let due = row.data.get("due").and_then(|due| serde_json::from_value::<Moment>(due.clone()).ok())?;
            let due = super::told(due, call, reader);
            let due = due.in_reader_zone.unwrap_or(due.in_call_zone);
            let due = locale.tr("proposals-note-due", &[("due", due.into())]);
            let asked = row.data.get("requests").and_then(serde_json::Value::as_i64);
            let asked = asked.map(|count| locale.tr("requests-counted", &[("count", count.into())]));
            Some(asked.into_iter().chain([due]).collect::<Vec<_>>().join("\n"))
        }
        Action::StartRunning => day("starts_on").map(|day| locale.tr("proposals-note-starts", &[("day", day.into())])),
        Action::EndEarly => day("ended_on").map(|day| locale.tr("proposals-note-ended", &[("day", day.into())])),
        Action::Complete => text("report").map(str::to_owned),
        _ => None,
    };
    let parts: Vec<String> =
        [Some(row.reason.clone()), more].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// A way to go on.
#[derive(Clone, Debug)]
pub struct Button {
    pub label: String,
    pub href: String,
    /// `button-secondary`, …
    pub class: &'static str,
}

/// A submission in the list of them.
#[derive(Clone, Debug)]
pub struct SubmissionLine {
    pub text: String,
    pub href: String,
    pub iso: String,
    pub when: String,
}

impl SubmissionLine {
    pub fn of(row: &submission::Model, href: &str, reader: For) -> Self {
        Self {
            text: reader.locale.tr("proposals-submission-number", &[("number", row.number.into())]),
            href: format!("{href}/submissions/{}", row.number),
            iso: row.submitted_at.iso(),
            when: reader.locale.instant(row.submitted_at, reader.zone),
        }
    }
}

/// A letter about the proposal that its reader was sent.
#[derive(Clone, Debug)]
pub struct SentLetter {
    pub subject: String,
    /// Of the subject, which is in the language that was the reader's then.
    pub language: &'static str,
    pub iso: String,
    pub when: String,
    /// The key of what to say of it.
    pub state: &'static str,
}

impl SentLetter {
    pub fn new(subject: String, language: Locale, (at, came_back): (Moment, bool), reader: For) -> Self {
        Self {
            subject,
            language: language.tag(),
            iso: at.iso(),
            when: reader.locale.instant(at, reader.zone),
            state: if came_back { "proposals-letter-bounced" } else { "proposals-letter-sent" },
        }
    }
}

/// A published decision.
#[derive(Clone, Debug)]
pub struct Decided {
    pub facts: Vec<(String, String)>,
    pub reason: String,
    pub message: String,
}

impl Decided {
    pub fn of(row: &decision::Model, locale: Locale) -> Self {
        let day = row.decided_on.parse().map_or_else(|_| row.decided_on.clone(), |day| locale.date(day));
        let facts = [
            ("proposals-decided-by", row.body.clone()),
            ("proposals-decided-on", day),
            ("proposals-decided-session", row.session.clone()),
            ("proposals-decided-minutes", row.minute_reference.clone()),
        ];
        Self {
            facts: facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(key, text)| (locale.t(key), text))
                .collect(),
            reason: row.reason.clone(),
            message: row.message.clone(),
        }
    }
}

/// What the page needs besides its top.
pub struct What {
    pub closing: Option<Closing>,
    /// How many private notes are open, in words.
    pub notes: String,
    pub sections: Option<Sections>,
    pub submissions: Vec<SubmissionLine>,
    /// The last letters about it that the reader was sent.
    pub letters: Vec<SentLetter>,
    pub events: Vec<Happened>,
    /// What the secretariat and the organisation write to each other; none for those who have no part in it.
    pub talk: Option<Conversations>,
    pub decided: Option<Decided>,
    /// Where everybody reads it.
    pub public: Option<String>,
    /// What the secretariat asked to change, while it is to be changed.
    pub asked: Option<String>,
    pub requests: Vec<RequestLine>,
    /// What became of a submission that came too late.
    pub late: Option<String>,
}

/// Something that the secretariat asks to be changed.
pub struct RequestLine {
    pub label: String,
    pub text: String,
    /// Where it is answered.
    pub href: String,
    /// Where that is written which it is about.
    pub about: Option<String>,
    pub is_answered: bool,
}

impl RequestLine {
    /// `definition` asks it, `answers` are what is written now.
    pub fn of(asked: &Numbered, (definition, answers): (&Definition, &Answers), top: &Top, locale: Locale) -> Self {
        Self {
            label: asked.label(definition, locale),
            text: asked.request.text.clone(),
            href: format!("{}/edit/{REQUESTS}#{}", top.href, input_id(&asked.key())),
            about: asked.about(definition, &top.href),
            is_answered: answers.get(&asked.key()).is_some(),
        }
    }
}

/// What became of an attempt that came too late.
pub fn late_line(attempt: &late_attempt::Model, call: &call::Model, reader: For) -> String {
    let when = super::told(attempt.tried_at, call, reader);
    let when = when.in_reader_zone.unwrap_or(when.in_call_zone);
    let late = span(attempt.tried_at - attempt.deadline, reader.locale);
    let key = if attempt.refused_at.is_some() { "deadlines-attempt-refused" } else { "deadlines-attempt-held" };
    let args = [("when", when.into()), ("late", late.into()), ("reason", attempt.refusal.as_str().into())];
    reader.locale.tr(key, &args)
}

/// The page of a proposal.
#[derive(Template)]
#[template(path = "proposals/overview.html")]
pub struct OverviewPage {
    frame: Frame,
    top: Top,
    what: What,
    /// Whose page it is: what the browser keeps is kept for them.
    account: UserId,
    next: String,
    buttons: Vec<Button>,
    /// Why a button is not there.
    reasons: Vec<String>,
    others: Vec<Button>,
}

impl OverviewPage {
    pub fn new(frame: Frame, top: Top, standing: &Standing, what: What, account: UserId) -> Self {
        let locale = frame.locale;
        let button = |action: Action, class: &'static str| {
            may(standing, action).is_yes().then(|| Button {
                label: locale.t(&format!("proposals-do-{}", action.code())),
                href: format!("{}/{}", top.href, noun(action)),
                class,
            })
        };
        let submits = if standing.place.state == State::Returned { Action::Resubmit } else { Action::Submit };
        let discard = button(Action::Discard, "button-danger-quiet");
        let others = [
            button(Action::Reopen, "button-secondary"),
            // What nobody has received is deleted, and needs no withdrawing.
            button(Action::Withdraw, "button-danger-quiet").filter(|_| discard.is_none()),
            discard,
        ];
        let verdict = may(standing, submits);
        let late = verdict.is_too_late();
        let next = if late { "late" } else { standing.place.state.code() };
        // What became of an attempt says more.
        let reason = verdict.reason().filter(|_| !(late && what.late.is_some()));
        Self {
            next: locale.t(&format!("proposals-next-{next}")),
            buttons: writing(&top, &what, standing, late, locale),
            reasons: reason.into_iter().map(|key| locale.t(key)).collect(),
            others: others.into_iter().flatten().collect(),
            account,
            frame,
            top,
            what,
        }
    }
}

/// Writing on, and checking what is there.
fn writing(top: &Top, what: &What, standing: &Standing, late: bool, locale: Locale) -> Vec<Button> {
    let Some(sections) = what.sections.as_ref().filter(|_| standing.place.state.is_editable()) else {
        return Vec::new();
    };
    let open = sections.sections.iter().find(|section| !section.complete || section.wrong > 0);
    let done = open.is_none();
    let write = open.or(sections.sections.first()).map(|section| Button {
        label: locale.t("proposals-continue"),
        href: section.href.clone(),
        class: if done || late { "button-secondary" } else { "" },
    });
    let check = Button {
        label: locale.t(if late { "deadlines-check-late" } else { "proposals-check" }),
        href: format!("{}/check", top.href),
        class: if done && !late { "" } else { "button-secondary" },
    };
    write.into_iter().chain([check]).collect()
}

/// The page of a verb.
fn noun(action: Action) -> &'static str {
    match action {
        Action::Reopen => "reopening",
        Action::Withdraw => "withdrawal",
        Action::Discard => "deletion",
        _ => "check",
    }
}

/// All that is written, to be read.
#[derive(Template)]
#[template(path = "proposals/text.html")]
pub struct TextPage {
    frame: Frame,
    top: Top,
    sections: Vec<(String, Vec<Shown>)>,
    files: String,
}

impl TextPage {
    pub fn new(frame: Frame, top: Top, definition: &Definition, answers: &Answers) -> Self {
        let locale = frame.locale;
        let sections = definition.sections.iter().map(|section| {
            (section.title.get(locale).to_owned(), definition.show(section, answers, locale, Audience::Inside))
        });
        Self { sections: sections.collect(), files: format!("{}/files", top.href), frame, top }
    }
}
