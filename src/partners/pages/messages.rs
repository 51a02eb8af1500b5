//! What visitors have written, as the secretariat reads it.

use std::collections::BTreeMap;

use askama::Template;

use super::contact::in_words;
use crate::{
    clock::Zone,
    entity::{contact_message, proposal},
    ids::{ProposalId, UserId},
    mail::Email,
    partners::contact::MessageState,
    web::Frame,
    words::Locale,
};

/// The messages, the last that came first; or one alone.
#[derive(Template)]
#[template(path = "partners/messages.html")]
pub struct MessagesPage {
    pub frame: Frame,
    pub messages: Vec<Message>,
    pub alone: bool,
    /// What stands behind the address of this part of the list: nothing, or `?` and more.
    pub place: String,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// A message.
pub struct Message {
    pub id: String,
    pub version: i32,
    pub name: String,
    pub email: String,
    pub mailto: String,
    pub about: String,
    pub initiative: Option<Concerned>,
    pub iso: String,
    pub when: String,
    pub text: String,
    /// The language in which its writer read the form, for the reader of the page.
    pub spoken: &'static str,
    pub language: &'static str,
    /// That it was answered, when and by whom.
    pub answered: Option<String>,
}

/// The Initiative that a message is about.
pub struct Concerned {
    pub href: String,
    pub title: String,
    pub language: &'static str,
}

/// What belongs to the messages of a list.
pub struct Known {
    pub proposals: BTreeMap<ProposalId, proposal::Model>,
    pub names: BTreeMap<UserId, String>,
}

impl MessagesPage {
    pub fn new(frame: Frame, rows: &[contact_message::Model], known: &Known, place: String, zone: Zone) -> Self {
        let locale = frame.locale;
        let message = |row: &contact_message::Model| Message {
            id: row.id.to_string(),
            version: row.version,
            name: row.name.clone(),
            email: row.email.to_string(),
            mailto: mailto(&row.email),
            about: in_words(row.about, locale),
            initiative: row.proposal_id.and_then(|id| known.proposals.get(&id)).map(Concerned::from),
            iso: row.arrived_at.iso(),
            when: locale.instant(row.arrived_at, zone),
            text: row.body.clone(),
            spoken: row.locale.own_name(),
            language: row.locale.tag(),
            answered: answered(row, known, locale, zone),
        };
        let messages = rows.iter().map(message).collect();
        Self { messages, alone: false, place, previous: None, next: None, frame }
    }
}

impl From<&proposal::Model> for Concerned {
    fn from(proposal: &proposal::Model) -> Self {
        Self {
            href: format!("/desk/proposals/{}", proposal.reference),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
        }
    }
}

fn answered(row: &contact_message::Model, known: &Known, locale: Locale, zone: Zone) -> Option<String> {
    if row.state != MessageState::Answered {
        return None;
    }
    let when = locale.instant(row.answered_at?, zone);
    let name = row.answered_by.and_then(|by| known.names.get(&by)).cloned().unwrap_or_default();
    Some(locale.tr("messages-answered-by", &[("when", when.into()), ("name", name.into())]))
}

/// An address as a link. Before the `@` may stand signs by which a link would say more to a mail program than to whom.
fn mailto(email: &Email) -> String {
    let (local, domain) = email.as_str().rsplit_once('@').unwrap_or_default();
    let local: String = url::form_urlencoded::byte_serialize(local.as_bytes()).collect();
    format!("mailto:{local}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_an_address_writes_to_nobody_else() {
        let link = |typed: &str| mailto(&typed.parse().unwrap());
        assert_eq!(link("ana.maria@rosario.example"), "mailto:ana.maria@rosario.example");
        assert_eq!(link("o'neill+news@dublin.example"), "mailto:o%27neill%2Bnews@dublin.example");
        assert_eq!(link("ana?bcc=all@city.example"), "mailto:ana%3Fbcc%3Dall@city.example");
    }
}
