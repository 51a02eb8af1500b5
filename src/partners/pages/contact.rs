//! The pages on which visitors write to the secretariat.

use askama::Template;

use crate::{
    clock::Zone,
    entity::{contact_message, organisation, proposal},
    mail::Email,
    partners::{contact::About, proof::Challenge},
    web::{Filled, Frame},
    words::Locale,
};

/// The form.
#[derive(Template)]
#[template(path = "partners/contact.html")]
pub struct ContactPage {
    pub frame: Frame,
    pub filled: Filled,
    pub challenge: Challenge,
    /// What a message can be about: codes with their words.
    pub subjects: Vec<(String, String)>,
    pub initiative: Option<Concerned>,
}

/// The Initiative that a message is about.
pub struct Concerned {
    /// Its name in the catalogue.
    pub slug: String,
    pub title: String,
    pub language: &'static str,
    /// The organisation that leads it.
    pub lead: String,
}

impl Concerned {
    pub fn new(proposal: &proposal::Model, lead: &organisation::Model) -> Self {
        Self {
            slug: proposal.slug.clone().unwrap_or_default(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            lead: lead.name.clone(),
        }
    }
}

impl ContactPage {
    pub fn new(frame: Frame, filled: Filled, challenge: Challenge, initiative: Option<Concerned>) -> Self {
        let subject = |about: &About| (about.code().to_owned(), in_words(*about, frame.locale));
        Self { subjects: About::ALL.iter().map(subject).collect(), frame, filled, challenge, initiative }
    }
}

/// What a message is about.
pub fn in_words(about: About, locale: Locale) -> String {
    locale.t(&format!("contact-about-{}", about.code()))
}

/// What becomes of the message that was sent: the same, whatever becomes of it.
#[derive(Template)]
#[template(path = "partners/contact_thanks.html")]
pub struct ThanksPage {
    pub frame: Frame,
    /// Whether a letter asks to confirm it first.
    pub to_confirm: bool,
}

/// What was written in somebody's name, to be confirmed or refused.
#[derive(Template)]
#[template(path = "partners/contact_waiting.html")]
pub struct WaitingPage {
    pub frame: Frame,
    pub token: String,
    pub email: String,
    pub messages: Vec<Waiting>,
}

/// A message that waits.
pub struct Waiting {
    pub id: String,
    pub name: String,
    pub about: String,
    /// The title of the Initiative that it is about, with its language.
    pub initiative: Option<(String, &'static str)>,
    pub iso: String,
    pub when: String,
    pub text: String,
    pub language: &'static str,
}

impl WaitingPage {
    /// `initiatives` are those among what the messages are about that everybody may see.
    pub fn new(
        frame: Frame,
        token: String,
        email: &Email,
        (messages, initiatives): (&[contact_message::Model], &[proposal::Model]),
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let message = |row: &contact_message::Model| Waiting {
            id: row.id.to_string(),
            name: row.name.clone(),
            about: in_words(row.about, locale),
            initiative: initiatives
                .iter()
                .find(|one| Some(one.id) == row.proposal_id)
                .map(|one| (one.title.clone(), one.language.tag())),
            iso: row.written_at.iso(),
            when: locale.instant(row.written_at, zone),
            text: row.body.clone(),
            language: row.locale.tag(),
        };
        Self { messages: messages.iter().map(message).collect(), email: email.to_string(), token, frame }
    }
}
