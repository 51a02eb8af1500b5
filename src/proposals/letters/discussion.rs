//! What the mailbox that all of the secretariat read is told of an applicant's message, where one of them has an interest in the
//! proposal: that there is one. It names neither the proposal nor anybody, and is a letter about none.

use crate::{
    config::Config,
    mail::{Button, Letter, LetterClass, Recipient, Words},
};

pub fn waiting(config: &Config, event: String, to: Recipient) -> Letter {
    Letter {
        kind: "message_waits",
        class: LetterClass::Service,
        words: Words::OfKind,
        to,
        event,
        proposal: None,
        args: Vec::new(),
        action: Some(Button { label_key: "mail-open-desk", link: config.link("/desk") }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
