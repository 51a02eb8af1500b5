//! A report on the fate of a letter (RFC 3464, and RFC 6533 for addresses in any script), read from a message that may be
//! anything at all.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{super::render::one_line, status::Status};
use crate::mail::Email;

/// What a message is that came to the folder of bounces.
#[derive(Debug, PartialEq, Eq)]
pub enum Came {
    Report(Report),
    /// A message that reports nothing: the answer of somebody who is away, a letter by mistake.
    Other,
    /// No message.
    Unreadable,
}

/// What is told of the recipients of a letter.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The headers that say where the report itself was sent to. What is in the letter that came back does not count: anybody who
    /// has a letter can send it back.
    pub came_to: Vec<String>,
    pub fates: Vec<Fate>,
}

/// What is told of one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    action: String,
    status: Option<Status>,
    /// What the last server said.
    diagnosis: String,
    /// As the letter named them, and as the last server knew them.
    recipients: Vec<Email>,
}

/// A letter did not reach its recipient, and will not.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    pub words: String,
    pub status: Option<Status>,
    /// Whether what failed is the address that the letter was sent to, and for good.
    pub is_of_a_dead_address: bool,
}

const CAME_TO: [&str; 4] = ["delivered-to", "x-original-to", "envelope-to", "to"];
const MOST_RECIPIENTS: usize = 50;
const WORDS_LENGTH: usize = 500;

impl Came {
    pub fn read(bytes: &[u8]) -> Self {
        let Some(message) = MessageParser::default().parse(bytes) else { return Self::Unreadable };
        if message.headers().is_empty() || bytes.contains(&0) {
            return Self::Unreadable;
        }
        match status_part(&message) {
            Some(text) => Self::Report(Report { came_to: came_to(&message), fates: fates(&text) }),
            None => Self::Other,
        }
    }
}

impl Report {
    /// What became of a letter to `recipient`, if it is lost.
    pub fn failure(&self, recipient: &Email) -> Option<Failure> {
        let lost = || self.fates.iter().filter(|fate| fate.is_lost());
        let ours = lost().find(|fate| fate.recipients.contains(recipient));
        let fate = ours.or_else(|| lost().next())?;
        // Another address that mail to this one is passed on to may be dead while others still get it: a person looks.
        let dead = ours.is_some() && fate.status.is_some_and(Status::is_of_a_dead_address);
        Some(Failure { words: fate.words(), status: fate.status, is_of_a_dead_address: dead })
    }
}

impl Fate {
    fn is_lost(&self) -> bool {
        match self.action.as_str() {
            "failed" => true,
            // Not said, which a report must: then the status tells.
            "" => self.status.is_some_and(Status::is_permanent),
            _ => false,
        }
    }

    fn words(&self) -> String {
        let status = self.status.map(|status| status.to_string()).unwrap_or_default();
        one_line(format!("{status} {}", self.diagnosis).trim(), WORDS_LENGTH)
    }
}

/// The part of a report that is written for machines.
fn status_part(message: &Message<'_>) -> Option<String> {
    if !is(message.root_part().content_type(), "multipart", &["report"]) {
        return None;
    }
    let part = message
        .parts
        .iter()
        .find(|part| is(part.content_type(), "message", &["delivery-status", "global-delivery-status"]))?;
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        PartType::Message(_) | PartType::Multipart(_) => None,
    }
}

fn is(content: Option<&mail_parser::ContentType<'_>>, kind: &str, subtypes: &[&str]) -> bool {
    content.is_some_and(|content| {
        let subtype = content.subtype().unwrap_or_default();
        content.ctype().eq_ignore_ascii_case(kind) && subtypes.iter().any(|known| subtype.eq_ignore_ascii_case(known))
    })
}

fn came_to(message: &Message<'_>) -> Vec<String> {
    let named = |name: &str| CAME_TO.iter().any(|known| name.eq_ignore_ascii_case(known));
    message.headers_raw().filter(|(name, _)| named(name)).map(|(_, value)| unfolded(value)).collect()
}

/// A long value is continued on lines that begin with a space.
fn unfolded(value: &str) -> String {
    value.replace(['\r', '\n'], "")
}

/// Groups of fields, separated by empty lines: the first is about the report, each other about a recipient.
fn fates(text: &str) -> Vec<Fate> {
    let text = text.replace("\r\n", "\n");
    let groups = text.split("\n\n").take(MOST_RECIPIENTS);
    groups.map(fate).filter(|fate| !fate.action.is_empty() || fate.status.is_some()).collect()
}

fn fate(group: &str) -> Fate {
    let mut fate = Fate::default();
    for field in fields(group) {
        let Some((name, value)) = field.split_once(':') else { continue };
        let value = value.trim();
        // The kind of an address or of a diagnosis stands before a semicolon.
        let behind = || value.split_once(';').map_or(value, |(_, rest)| rest.trim());
        match name.trim().to_ascii_lowercase().as_str() {
            "action" => fate.action = value.split(['(', ' ']).next().unwrap_or_default().to_ascii_lowercase(),
            "status" => fate.status = Status::read(value),
            "diagnostic-code" => behind().clone_into(&mut fate.diagnosis),
            "final-recipient" | "original-recipient" => {
                fate.recipients.extend(behind().trim_matches(['<', '>']).parse::<Email>());
            }
            _ => {}
        }
    }
    fate
}

fn fields(group: &str) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for line in group.lines() {
        match fields.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => fields.push(line.to_owned()),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REPORT: &str = "Return-Path: <>\r\n\
        Delivered-To: bounces+abc@initiatives.example\r\n\
        From: MAILER-DAEMON@mail.agra.example (Mail Delivery System)\r\n\
        To: bounces+abc@initiatives.example\r\n\
        Auto-Submitted: auto-replied\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"b/1\"\r\n\r\n\
        --b/1\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
        --b/1\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mail.agra.example\r\nX-Queue: 1\r\n\r\n\
        Final-Recipient: rfc822; gone@agra.example\r\n\
        Original-Recipient: rfc822;Gone@Agra.example\r\n\
        Action: failed\r\nStatus: 5.1.1\r\n\
        Diagnostic-Code: smtp; 550 5.1.1 <gone@agra.example>:\r\n    unknown user\r\n\r\n\
        --b/1\r\nContent-Type: message/rfc822\r\n\r\nTo: gone@agra.example\r\nSubject: x\r\n\r\nBody\r\n--b/1--\r\n";

    fn report(text: &str) -> Report {
        match Came::read(text.as_bytes()) {
            Came::Report(report) => report,
            other => panic!("{other:?}"),
        }
    }

    fn gone() -> Email {
        "gone@agra.example".parse().unwrap()
    }

    #[test]
    fn a_report_tells_what_became_of_a_letter() {
        let report = report(REPORT);
        assert!(report.came_to.iter().all(|header| header.contains("bounces+abc@initiatives.example")));
        assert_eq!(report.came_to.len(), 2);
        let failure = report.failure(&gone()).unwrap();
        assert_eq!(failure.words, "5.1.1 550 5.1.1 <gone@agra.example>: unknown user");
        assert!(failure.is_of_a_dead_address);
    }

    #[test]
    fn another_address_that_is_dead_says_nothing_of_the_one_that_was_written_to() {
        let failure = report(REPORT).failure(&"all@agra.example".parse().unwrap()).unwrap();
        assert!(!failure.is_of_a_dead_address);
    }

    #[test]
    fn what_is_not_lost_is_no_failure() {
        for (was, is) in [
            ("Action: failed\r\nStatus: 5.1.1", "Action: delayed\r\nStatus: 4.4.1"),
            ("Action: failed\r\nStatus: 5.1.1", "Action: delivered\r\nStatus: 2.1.5"),
            ("Action: failed\r\nStatus: 5.1.1", "Action: relayed\r\nStatus: 2.0.0"),
            ("Action: failed\r\nStatus: 5.1.1", "Status: 4.4.1"),
        ] {
            assert_eq!(report(&REPORT.replace(was, is)).failure(&gone()), None, "{is}");
        }
    }

    #[test]
    fn a_letter_that_is_lost_need_not_make_its_address_dead() {
        for status in ["5.7.1", "5.2.2", "4.4.7", "nonsense", ""] {
            let told = report(&REPORT.replace("Status: 5.1.1", &format!("Status: {status}")));
            assert!(!told.failure(&gone()).unwrap().is_of_a_dead_address, "{status}");
        }
    }

    #[test]
    fn what_reports_nothing_is_told_from_what_is_no_message() {
        let away = "From: ana@agra.example\r\nTo: bounces+abc@initiatives.example\r\nAuto-Submitted: auto-replied\r\n\
                    Subject: Away\r\n\r\nFinal-Recipient: rfc822; gone@agra.example\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        assert_eq!(Came::read(away.as_bytes()), Came::Other);
        assert_eq!(Came::read(REPORT.replace("multipart/report", "multipart/mixed").as_bytes()), Came::Other);
        for nothing in [&b""[..], b"\0\0\0", b"\xff\xd8\xff\xe0\0\x10JFIF"] {
            assert_eq!(Came::read(nothing), Came::Unreadable);
        }
    }

    proptest! {
        #[test]
        fn nothing_that_comes_ends_the_worker(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            Came::read(&bytes);
        }

        #[test]
        fn nor_does_a_report_that_is_cut_or_damaged(end in 0..REPORT.len(), at in 0..REPORT.len(), with in any::<u8>()) {
            let mut bytes = REPORT.as_bytes().to_vec();
            bytes[at] = with;
            bytes.truncate(end);
            Came::read(&bytes);
        }
    }
}
