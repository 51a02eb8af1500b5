//! What those are told who are reached by email only.

pub mod contact;
pub mod subscriptions;

use crate::{
    config::Config,
    entity::{organisation, partner, proposal},
    mail::{Button, Letter, LetterClass, Recipient, Words},
};

/// Asks a partner whether it takes part in the proposal that names it; `proof` stands in its links.
pub fn ask(
    config: &Config,
    proposal: &proposal::Model,
    lead: &organisation::Model,
    partner: partner::Model,
    proof: &str,
) -> Letter {
    Letter {
        kind: "partners-ask",
        class: LetterClass::Announcement,
        words: Words::OfKind,
        to: Recipient { email: partner.email, name: String::new(), user: None, locale: partner.locale },
        // Asked once, however often the proposal is submitted.
        event: format!("partner:{}", partner.id),
        proposal: Some(proposal.id),
        args: vec![
            ("partner", partner.name),
            ("lead", lead.name.clone()),
            ("title", proposal.title.clone()),
            ("reference", proposal.reference.to_string()),
        ],
        action: Some(Button {
            label_key: "mail-partners-answer-button",
            link: config.link(&format!("/partners/{proof}")),
        }),
        unsubscribe: Some(config.link(&format!("/unsubscribe/{proof}"))),
        because: None,
        gather: None,
        secret: false,
    }
}
