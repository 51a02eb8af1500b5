//! What the pages of administration may say: where a letter stands, an address without its credentials, a text without its
//! secrets, whom an event of the audit trail is about.

use chrono::{Days, NaiveTime};
use url::Url;

use crate::{
    clock::{Moment, Zone},
    ids::{LetterId, ProposalId, Reference, UserId},
    mail::{
        kinds::Kind,
        state::{LetterState, Stage, may_be_copied},
    },
};

/// Whether a person may send a letter again. The outbox asks the same when it does so.
pub fn may_be_sent_again(state: LetterState, has_text: bool) -> bool {
    has_text && matches!(state, LetterState::Failed | LetterState::Unknown)
}

/// What decides whether a letter can be sent once more as a copy.
#[derive(Clone, Copy, Debug)]
pub struct Copied {
    pub state: LetterState,
    pub has_text: bool,
    /// It is one of many, and its address is one at which nothing arrives.
    pub nothing_arrives: bool,
    /// It is one of many, and its reader has stopped them.
    pub is_stopped: bool,
    /// It is about a proposal in which its reader has an interest.
    pub is_closed: bool,
    /// Nobody cancelled it by hand: what it told was undone.
    pub is_taken_back: bool,
}

/// Why a letter is not sent once more as a copy; none if it can be. The outbox asks the first two itself.
pub fn why_no_copy(letter: Copied) -> Option<&'static str> {
    match letter {
        Copied { state, .. } if !may_be_copied(state) => Some("mail-not-copied"),
        Copied { has_text: false, .. } => Some("mail-not-copied-deleted"),
        Copied { is_taken_back: true, .. } => Some("admin-not-copied-taken_back"),
        Copied { is_closed: true, .. } => Some("admin-not-copied-closed"),
        Copied { is_stopped: true, .. } => Some("admin-not-copied-stopped"),
        Copied { nothing_arrives: true, .. } => Some("admin-not-copied-suppressed"),
        Copied { .. } => None,
    }
}

/// Why a letter that failed is not sent again, though it stands where it could be.
pub fn why_not_again(letter: Copied) -> Option<&'static str> {
    match letter {
        Copied { is_closed: true, .. } => Some("admin-not-copied-closed"),
        Copied { is_stopped: true, .. } => Some("admin-not-copied-stopped"),
        Copied { .. } => None,
    }
}

/// Whether a person may cancel a letter: it waits, and no worker holds it. The outbox asks the same when it does so.
pub fn may_be_cancelled(state: LetterState, is_held: bool) -> bool {
    state == LetterState::Queued && !is_held
}

/// In which of three heaps a letter is counted, by the day on which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heap {
    Sent,
    /// Someone should look at it: it failed, came back, or nobody knows whether it arrived.
    Amiss,
    Waiting,
}

impl Heap {
    /// None for what was cancelled: it counts nowhere.
    pub const fn of(stage: Stage) -> Option<Self> {
        match stage {
            Stage::Sent => Some(Self::Sent),
            Stage::Bounced | Stage::Failed | Stage::Unknown => Some(Self::Amiss),
            Stage::Queued | Stage::Deferred | Stage::Sending => Some(Self::Waiting),
            Stage::Cancelled => None,
        }
    }
}

/// The beginnings of the last `count` days in a zone, today's the last of them.
pub fn last_days(now: Moment, zone: Zone, count: u64) -> Vec<Moment> {
    let today = now.day_in(zone.0);
    let days = (0..count).rev().filter_map(|ago| today.checked_sub_days(Days::new(ago)));
    days.map(|day| Moment::from_local(day.and_time(NaiveTime::MIN), zone.0)).collect()
}

/// What somebody asks of the log, as its address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub typed: String,
    pub stage: Option<Stage>,
    pub kind: Option<&'static str>,
    pub reference: Option<Reference>,
    /// Something of it is known to nobody: a state, a kind, or what is no reference. Then no letter is found.
    pub is_unknown: bool,
}

/// As much of what somebody types is read.
const MOST_TYPED: usize = 200;

impl Filter {
    pub fn of(typed: &str, stage: &str, kind: &str, reference: &str) -> Self {
        let [stage, kind, reference] = [stage, kind, reference].map(str::trim);
        let read = Self {
            typed: typed.trim().chars().take(MOST_TYPED).collect(),
            stage: stage.parse().ok(),
            kind: Kind::of(kind).map(|kind| kind.name),
            reference: reference.to_uppercase().parse().ok(),
            is_unknown: false,
        };
        let is_unknown = (read.stage.is_none() && !stage.is_empty())
            || (read.kind.is_none() && !kind.is_empty())
            || (read.reference.is_none() && !reference.is_empty());
        Self { is_unknown, ..read }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What stands in the address of the list.
    pub fn asked(&self) -> [(&'static str, &str); 4] {
        [
            ("q", self.typed.as_str()),
            ("proposal", self.reference.as_ref().map_or("", Reference::as_str)),
            ("kind", self.kind.unwrap_or_default()),
            ("state", self.stage.map_or("", Stage::code)),
        ]
    }
}

/// Where letters or files go, as far as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A folder of the machine. Which one is not for a page.
    Folder,
    /// Scheme, host and port: neither a name nor a password.
    Server(String),
}

impl Target {
    pub fn of(url: &Url) -> Self {
        let Some(host) = url.host_str().filter(|_| url.scheme() != "file") else { return Self::Folder };
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        Self::Server(format!("{}://{host}{port}", url.scheme()))
    }
}

/// Doors that a link opens by itself, for whoever holds it. What stands behind these in an address is a secret, also in
/// letters that keep their text: a partner has no account, only such a link.
const DOORS: [&str; 5] = ["/invitations/", "/password-reset/", "/partners/", "/unsubscribe/", "/subscriptions/"];

/// A letter's text with the secrets in its links left out.
pub fn without_secrets(text: &str) -> String {
    cut(text, char::is_whitespace)
}

/// The same of a letter's HTML.
pub fn page_without_secrets(html: &str) -> String {
    cut(html, |c| c.is_whitespace() || "\"'<>".contains(c))
}

/// `ends`: behind which signs an address has come to its end.
fn cut(text: &str, ends: impl Fn(char) -> bool + Copy) -> String {
    text.split_inclusive(ends).map(|word| without_secret(word, ends)).collect()
}

fn without_secret(word: &str, ends: impl Fn(char) -> bool + Copy) -> String {
    let found = DOORS.iter().find_map(|door| word.find(door).map(|at| at + door.len()));
    match found.filter(|_| word.contains("://")) {
        Some(end) => {
            let (shown, rest) = word.split_at(end);
            format!("{shown}…{}", &rest[rest.trim_end_matches(ends).len()..])
        }
        None => word.to_owned(),
    }
}

/// What an event of the audit trail is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Proposal(ProposalId),
    Person(UserId),
    Letter(LetterId),
    /// Known by its code alone.
    Other,
}

impl Subject {
    pub fn of(written: &str) -> Self {
        let Some((kind, id)) = written.split_once(':') else { return Self::Other };
        match kind {
            "proposal" => id.parse().map_or(Self::Other, Self::Proposal),
            "user" => id.parse().map_or(Self::Other, Self::Person),
            "letter" => id.parse().map_or(Self::Other, Self::Letter),
            _ => Self::Other,
        }
    }
}

/// Who acted, as `act::By` is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doer {
    Person(UserId),
    /// A part of the service.
    System(String),
    /// Someone whom a link proved.
    Anyone,
}

impl Doer {
    pub fn of(written: &str) -> Self {
        match written.split_once(':') {
            Some(("user", id)) => id.parse().map_or(Self::Anyone, Self::Person),
            Some((_, part)) => Self::System(part.to_owned()),
            None => Self::Anyone,
        }
    }
}

/// What someone typed to find the events about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    Everything,
    /// A proposal by its public name.
    Named(Reference),
    /// Exactly what events call it.
    Exactly(String),
}

impl Sought {
    pub fn of(typed: &str) -> Self {
        let typed = typed.trim();
        match typed.to_uppercase().parse() {
            Ok(reference) => Self::Named(reference),
            Err(_) if typed.is_empty() => Self::Everything,
            Err(_) => Self::Exactly(typed.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_shown_without_credentials_and_folders() {
        for (url, shown) in [
            ("smtps://house:pass%20word@mail.metropolis.example:465?x=secret", "smtps://mail.metropolis.example:465"),
            ("smtp://token@mail.metropolis.example", "smtp://mail.metropolis.example"),
        ] {
            assert_eq!(Target::of(&url.parse().unwrap()), Target::Server(shown.to_owned()));
        }
        assert_eq!(Target::of(&"file:///srv/data/mail".parse().unwrap()), Target::Folder);
    }

    #[test]
    fn no_link_keeps_what_opens_its_door() {
        let text = "Answer:\nhttps://here.example/partners/AbC_1.x?lang=fr\n\nStop: <http://old.example/unsubscribe/AbC_1.x> \
            or read https://here.example/initiatives/cool-roofs\nThe /partners/ of the city.";
        let shown = "Answer:\nhttps://here.example/partners/…\n\nStop: <http://old.example/unsubscribe/… \
            or read https://here.example/initiatives/cool-roofs\nThe /partners/ of the city.";
        assert_eq!(without_secrets(text), shown);
    }

    #[test]
    fn the_page_of_a_letter_stays_a_page_without_its_secrets() {
        let html = "<p>Write to partners.</p><a href=\"https://here.example/partners/AbC_1.x?lang=fr\" class='b'>Answer</a>\
            <a href='https://here.example/unsubscribe/AbC_1.x'>Stop</a><br>https://here.example/invitations/AbC</p>";
        let shown = "<p>Write to partners.</p><a href=\"https://here.example/partners/…\" class='b'>Answer</a>\
            <a href='https://here.example/unsubscribe/…'>Stop</a><br>https://here.example/invitations/…</p>";
        assert_eq!(page_without_secrets(html), shown);
    }

    #[test]
    fn a_copy_is_refused_with_the_first_reason_there_is() {
        let sent = Copied {
            state: LetterState::Sent,
            has_text: true,
            nothing_arrives: false,
            is_stopped: false,
            is_closed: false,
            is_taken_back: false,
        };
        assert_eq!(why_no_copy(sent), None);
        assert_eq!(why_no_copy(Copied { state: LetterState::Cancelled, ..sent }), None);
        let failed = Copied { state: LetterState::Failed, ..sent };
        assert_eq!(why_not_again(failed), None);
        assert_eq!(why_not_again(Copied { is_closed: true, ..failed }), Some("admin-not-copied-closed"));
        assert_eq!(why_not_again(Copied { is_stopped: true, ..failed }), Some("admin-not-copied-stopped"));
        for (letter, reason) in [
            (Copied { state: LetterState::Failed, ..sent }, "mail-not-copied"),
            (Copied { state: LetterState::Queued, ..sent }, "mail-not-copied"),
            (Copied { has_text: false, is_stopped: true, ..sent }, "mail-not-copied-deleted"),
            (Copied { nothing_arrives: true, is_stopped: true, ..sent }, "admin-not-copied-stopped"),
            (Copied { nothing_arrives: true, ..sent }, "admin-not-copied-suppressed"),
            (Copied { is_closed: true, is_stopped: true, ..sent }, "admin-not-copied-closed"),
            (Copied { state: LetterState::Cancelled, is_taken_back: true, ..sent }, "admin-not-copied-taken_back"),
        ] {
            assert_eq!(why_no_copy(letter), Some(reason), "{letter:?}");
        }
    }

    #[test]
    fn days_begin_at_midnight_where_the_reader_is_also_when_the_clocks_change() {
        // 2014-03-31T10:00:00Z; the clocks of Madrid went on the day before.
        let days = last_days(Moment::from_millis(1_396_260_000_000), Zone(chrono_tz::Europe::Madrid), 3);
        let days: Vec<String> = days.into_iter().map(Moment::iso).collect();
        assert_eq!(days, ["2014-03-28T23:00:00.000Z", "2014-03-29T23:00:00.000Z", "2014-03-30T22:00:00.000Z"]);
    }

    #[test]
    fn what_nobody_knows_is_no_filter_less_but_finds_nothing() {
        assert!(Filter::of("  ", "", "", " ").is_empty());
        let all = Filter::of("Inés", "deferred", "received", " mi-2014-7 ");
        assert_eq!(
            all.asked(),
            [("q", "Inés"), ("proposal", "MI-2014-7"), ("kind", "received"), ("state", "deferred")]
        );
        assert!(!all.is_unknown);
        for (stage, kind, reference) in [("gone", "", ""), ("", "'; --", ""), ("", "", "MI-14-%")] {
            let filter = Filter::of("", stage, kind, reference);
            assert!(filter.is_unknown && !filter.is_empty(), "{stage}{kind}{reference}");
        }
        assert_eq!(Filter::of(&"%".repeat(10_000), "", "", "").typed.len(), MOST_TYPED);
    }

    #[test]
    fn what_failed_is_sent_again_while_there_is_something_to_send() {
        assert!(may_be_sent_again(LetterState::Failed, true));
        assert!(!may_be_sent_again(LetterState::Failed, false), "its text is no more");
        assert!(!may_be_sent_again(LetterState::Sent, true));
    }

    #[test]
    fn subjects_and_doers_are_read_back() {
        let id = uuid::Uuid::from_u128(7);
        assert_eq!(Subject::of(&format!("proposal:{id}")), Subject::Proposal(ProposalId(id)));
        assert_eq!(Subject::of("proposal:7"), Subject::Other);
        assert_eq!(Subject::of("guidelines"), Subject::Other);
        assert_eq!(Doer::of(&format!("user:{id}")), Doer::Person(UserId(id)));
        assert_eq!(Doer::of("system:worker"), Doer::System("worker".to_owned()));
        assert_eq!(Doer::of("anyone"), Doer::Anyone);
        assert_eq!(Sought::of(" mi-2014-7 "), Sought::Named("MI-2014-7".parse().unwrap()));
        assert_eq!(Sought::of(" call:x"), Sought::Exactly("call:x".to_owned()));
        assert_eq!(Sought::of("  "), Sought::Everything);
    }
}
