//! What the pages of administration may say: where a letter stands, an address without its credentials, a text without its
//! secrets, whom an event of the audit trail is about.

use url::Url;

use crate::{
    codes::codes,
    ids::{LetterId, ProposalId, Reference, UserId},
    mail::state::LetterState,
};

codes! {
    /// Where a letter stands, as people ask for it: a letter that was tried and waits is another matter than a new one.
    Stage {
        Queued = "queued",
        /// Not taken so far; it will be tried again.
        Deferred = "deferred",
        Sending = "sending",
        Sent = "sent",
        /// A server took it, and it came back.
        Bounced = "bounced",
        Unknown = "unknown",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

impl Stage {
    pub const fn of(state: LetterState, attempts: i32, came_back: bool) -> Self {
        match state {
            LetterState::Queued if attempts > 0 => Self::Deferred,
            LetterState::Queued => Self::Queued,
            LetterState::Sending => Self::Sending,
            LetterState::Sent if came_back => Self::Bounced,
            LetterState::Sent => Self::Sent,
            LetterState::Failed => Self::Failed,
            LetterState::Unknown => Self::Unknown,
            LetterState::Cancelled => Self::Cancelled,
        }
    }

    /// What is stored of it.
    pub const fn state(self) -> LetterState {
        match self {
            Self::Queued | Self::Deferred => LetterState::Queued,
            Self::Sending => LetterState::Sending,
            Self::Sent | Self::Bounced => LetterState::Sent,
            Self::Failed => LetterState::Failed,
            Self::Unknown => LetterState::Unknown,
            Self::Cancelled => LetterState::Cancelled,
        }
    }
}

/// Whether a person may send a letter again. The outbox asks the same when it does so.
pub fn may_be_sent_again(state: LetterState, has_text: bool) -> bool {
    has_text && matches!(state, LetterState::Failed | LetterState::Unknown)
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
    text.split_inclusive(char::is_whitespace).map(without_secret).collect()
}

fn without_secret(word: &str) -> String {
    let found = DOORS.iter().find_map(|door| word.find(door).map(|at| at + door.len()));
    match found.filter(|_| word.contains("://")) {
        Some(end) => {
            let (shown, rest) = word.split_at(end);
            format!("{shown}…{}", &rest[rest.trim_end().len()..])
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
    fn every_letter_stands_where_it_is_stored() {
        for state in LetterState::ALL {
            for attempts in [0, 3] {
                for came_back in [false, true] {
                    assert_eq!(Stage::of(*state, attempts, came_back).state(), *state);
                }
            }
        }
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
