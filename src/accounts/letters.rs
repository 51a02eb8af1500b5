//! The letters of accounts. Each holds a link that opens its owner's account, or tells that something about it changed.

use crate::mail::{Button, Letter, LetterClass, Recipient, Words};

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

/// Someone is something else in an organisation.
pub fn role_changed(to: Recipient, event: String, part: String, link: String) -> Letter {
    let button = Button { label_key: "mail-role-changed-action", link };
    letter("role-changed", to, event, vec![("part", part)], Some(button))
}

/// Someone is no member any more.
pub fn member_removed(to: Recipient, event: String, organisation: &str) -> Letter {
    letter("member-removed", to, event, vec![("organisation", organisation.to_owned())], None)
}

/// To an owner: a member has left.
pub fn member_left(to: Recipient, event: String, name: &str, organisation: &str, link: String) -> Letter {
    let button = Button { label_key: "mail-member-left-action", link };
    let args = vec![("name", name.to_owned()), ("organisation", organisation.to_owned())];
    letter("member-left", to, event, args, Some(button))
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
        words: Words::OfKind,
        to,
        event,
        proposal: None,
        args,
        action,
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
