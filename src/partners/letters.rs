//! What partners are told.

use crate::{
    config::Config,
    entity::{organisation, partner, proposal},
    mail::{Button, Letter, LetterClass, Recipient, Words},
};

/// A letter to `partner` about the proposal that names it; `proof` stands in its links.
pub fn letter(
    config: &Config,
    kind: &'static str,
    proposal: &proposal::Model,
    lead: &organisation::Model,
    partner: partner::Model,
    proof: &str,
) -> Letter {
    let (label_key, path) = match (&proposal.slug, kind) {
        (Some(slug), kind) if kind != "partners-ask" => ("mail-partners-read-button", format!("/initiatives/{slug}")),
        _ => ("mail-partners-answer-button", format!("/partners/{proof}")),
    };
    Letter {
        kind,
        class: LetterClass::Announcement,
        words: Words::OfKind,
        to: Recipient { email: partner.email, name: String::new(), user: None, locale: partner.locale },
        event: String::new(),
        proposal: Some(proposal.id),
        args: vec![
            ("partner", partner.name),
            ("lead", lead.name.clone()),
            ("title", proposal.title.clone()),
            ("reference", proposal.reference.to_string()),
        ],
        action: Some(Button { label_key, link: config.link(&path) }),
        unsubscribe: Some(config.link(&format!("/unsubscribe/{proof}"))),
        secret: false,
    }
}
