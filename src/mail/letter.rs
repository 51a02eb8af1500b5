//! A letter as those who post it know it: to whom, about what, with which values. Its words are in the locale files, or are
//! those of whoever sends it.

use std::fmt::Display;

use crate::{
    clock::Moment,
    config::Config,
    ids::{ProposalId, UserId},
    mail::{Digest, Email, LetterClass, Wording},
    words::Locale,
};

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its words are `mail-<kind>-subject` and `mail-<kind>-body` in the locale files. The body's paragraphs are separated
    /// by blank lines; a paragraph that is nothing but one value (someone's message) is shown as a quotation.
    pub kind: &'static str,
    pub class: LetterClass,
    /// Where its words come from.
    pub words: Words,
    pub to: Recipient,
    /// What happened, as something unique: a transition's id, an invitation's. The same letter about the same event never
    /// goes to the same person twice.
    pub event: String,
    pub proposal: Option<ProposalId>,
    /// The values of the words. They may come from anybody: they become neither headers, links nor markup.
    pub args: Vec<(&'static str, String)>,
    pub action: Option<Button>,
    /// The address of the page that stops such letters; an announcement must have one.
    pub unsubscribe: Option<String>,
    /// Why it comes; none where what is said to all readers of its class will do.
    pub because: Option<Because>,
    /// With what it is told together; none for a letter of its own.
    pub gather: Option<Gather>,
    /// Whether the button's link holds a secret, so that the body is blanked once it is sent.
    pub secret: bool,
}

/// Why a letter comes to its reader, and where that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// A sentence in the reader's language.
    pub why: String,
    /// What its reader asked to hear of, of which this is told, in words; empty where it comes for another reason.
    pub asked_for: Vec<String>,
    /// An absolute address, as `Config::link` makes it.
    pub manage: String,
}

impl Because {
    pub const fn new(why: String, manage: String) -> Self {
        Self { why, asked_for: Vec::new(), manage }
    }

    /// Because its reader asked to hear of these.
    pub fn asked(asked_for: Vec<String>, manage: String, locale: Locale) -> Self {
        let joined =
            |list: String, more: String| locale.tr("mail-listed", &[("list", list.into()), ("more", more.into())]);
        let what = asked_for.iter().cloned().reduce(joined).unwrap_or_default();
        Self { why: locale.tr("mail-why-asked", &[("what", what.into())]), asked_for, manage }
    }
}

/// What is not told by a letter of its own but in the next digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gather {
    pub digest: Digest,
    pub due_at: Moment,
}

/// Where the words of a letter come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// The locale files, by the letter's kind.
    #[default]
    OfKind,
    /// Those who send it; placeholders are the names of its values.
    Own(Wording),
}

/// To whom a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub email: Email,
    /// May be empty.
    pub name: String,
    pub user: Option<UserId>,
    pub locale: Locale,
}

impl Recipient {
    /// The mailbox in which answers to letters arrive, which all of the secretariat read; none if there is none.
    pub fn shared(config: &Config) -> Option<Self> {
        let mailbox: lettre::message::Mailbox = config.mail_reply_to.as_deref()?.parse().ok()?;
        let email = mailbox.email.to_string().parse().ok()?;
        Some(Self { email, name: mailbox.name.unwrap_or_default(), user: None, locale: Locale::En })
    }
}

/// The one thing that a letter asks to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The key of its text in the locale files.
    pub label_key: &'static str,
    /// An absolute address, as `Config::link` makes it.
    pub link: String,
}

impl Letter {
    /// A letter that only tries whether letters arrive, with a note of whoever tries.
    pub fn test(config: &Config, to: Recipient, event: impl Display, note: &str) -> Self {
        Self {
            kind: "test",
            class: LetterClass::Service,
            words: Words::OfKind,
            to,
            event: format!("test:{event}"),
            proposal: None,
            args: vec![
                ("host", config.public_url.host_str().unwrap_or_default().to_owned()),
                ("note", note.to_owned()),
            ],
            action: Some(Button { label_key: "mail-test-button", link: config.link("/") }),
            unsubscribe: None,
            because: None,
            gather: None,
            secret: false,
        }
    }
}
