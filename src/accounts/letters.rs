//! The letters of accounts. Each holds a link that opens its owner's account, or tells that something about it changed.

use crate::mail::{Button, Letter, LetterClass, Recipient};

/// An invitation: who accepts it sets a password. `event` is the audit event that it is about, `part` what the person is to
/// be, `until` when the link ends.
pub fn invitation(to: Recipient, event: String, part: String, until: String, link: String) -> Letter {
    let button = Button { label_key: "mail-invitation-action", link };
    Letter { secret: true, ..letter("invitation", to, event, vec![("part", part), ("until", until)], Some(button)) }
}

/// Someone who has an account already is something more.
pub fn new_part(to: Recipient, event: String, part: String, link: String) -> Letter {
    let button = Button { label_key: "mail-new-part-action", link };
    letter("new-part", to, event, vec![("part", part)], Some(button))
}

/// A new password was asked for.
pub fn password_reset(to: Recipient, event: String, until: String, link: String) -> Letter {
    let button = Button { label_key: "mail-password-reset-action", link };
    Letter { secret: true, ..letter("password-reset", to, event, vec![("until", until)], Some(button)) }
}

/// The password was changed: to be told at once if it was someone else.
pub fn password_changed(to: Recipient, event: String, at: String, link: String) -> Letter {
    let button = Button { label_key: "mail-password-changed-action", link };
    letter("password-changed", to, event, vec![("at", at)], Some(button))
}

fn letter(
    kind: &'static str,
    to: Recipient,
    event: String,
    args: Vec<(&'static str, String)>,
    action: Option<Button>,
) -> Letter {
    Letter {
        kind,
        class: LetterClass::Service,
        to,
        event,
        proposal: None,
        args,
        action,
        unsubscribe: None,
        secret: false,
    }
}
