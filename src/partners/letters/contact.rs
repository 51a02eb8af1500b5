//! The letters about what visitors write to the secretariat.

use crate::{
    config::Config,
    entity::contact_message,
    mail::{Because, Button, Letter, LetterClass, Recipient, Words},
    words::Locale,
};

/// A message that is sent on.
pub struct Told<'a> {
    pub row: &'a contact_message::Model,
    /// Of the Initiative that it is about, as somebody reads it who reads this language.
    pub title: Option<&'a (dyn Fn(Locale) -> &'a str + Sync)>,
    /// Under what it is told: nobody gets it twice.
    pub event: &'a str,
}

impl Told<'_> {
    /// What it is about, in words.
    fn about(&self, locale: Locale) -> String {
        let about = locale.t(&format!("contact-about-{}", self.row.about.code()));
        self.title.map_or_else(|| about.clone(), |title| locale.pair(&about, title(locale)))
    }
}

/// Brings a message to somebody. Those `of_house` find it at the desk, too.
pub fn message(config: &Config, told: &Told<'_>, to: Recipient, of_house: bool) -> Letter {
    let desk = format!("/desk/messages/{}", told.row.id);
    let desk = Button { label_key: "mail-contact-message-button", link: config.link(&desk) };
    Letter {
        kind: "contact-message",
        class: LetterClass::Service,
        words: Words::OfKind,
        event: told.event.to_owned(),
        proposal: told.row.proposal_id,
        args: vec![
            ("name", told.row.name.clone()),
            ("email", told.row.email.to_string()),
            ("about", told.about(to.locale)),
            ("text", told.row.body.clone()),
        ],
        to,
        action: of_house.then_some(desk),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}

/// Asks whoever reads the mail of an address whether what was written in its name is theirs. Nothing of what somebody typed stands in
/// it, neither the name nor the text: nobody can send letters of ours to others.
pub fn confirm(config: &Config, row: &contact_message::Model, proof: &str, event: String) -> Letter {
    let page = config.link(&format!("/contact/{proof}?lang={}", row.locale));
    Letter {
        kind: "contact-confirm",
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: row.email.clone(), name: String::new(), user: None, locale: row.locale },
        event,
        proposal: None,
        args: Vec::new(),
        action: Some(Button { label_key: "mail-contact-confirm-button", link: page.clone() }),
        unsubscribe: None,
        because: Some(Because::new(row.locale.t("mail-why-typed"), page)),
        gather: None,
        secret: false,
    }
}

/// Tells somebody who has confirmed a message that it has arrived, with its text.
pub fn received(config: &Config, told: &Told<'_>) -> Letter {
    let row = told.row;
    Letter {
        kind: "contact-received",
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: row.email.clone(), name: row.name.clone(), user: None, locale: row.locale },
        event: told.event.to_owned(),
        proposal: None,
        args: vec![("about", told.about(row.locale)), ("text", row.body.clone())],
        action: None,
        unsubscribe: None,
        because: Some(Because::new(
            row.locale.t("mail-why-typed"),
            config.link(&format!("/contact?lang={}", row.locale)),
        )),
        gather: None,
        secret: false,
    }
}
