//! The letters about reviewing that are about several proposals. They name none: a letter is about one proposal or about none,
//! so that whoever must not hear of one any more can be kept from it.

use super::Reader;
use crate::{
    calls::Instants,
    clock::Moment,
    config::Config,
    entity::call,
    mail::{Button, Letter, LetterClass, Recipient, Words},
};

/// Several proposals of a call are given to a reviewer.
pub fn assigned_several(
    config: &Config,
    call: &call::Model,
    event: String,
    proposals: usize,
    due: Option<Moment>,
    to: &Reader,
) -> Letter {
    let when = due.map(|due| {
        let told = Instants::new(due, call.zone(), Some(to.zone), to.locale);
        told.in_reader_zone.unwrap_or(told.in_call_zone)
    });
    Letter {
        kind: "assigned_several",
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: to.email.clone(), name: to.name.clone(), user: to.id, locale: to.locale },
        event,
        proposal: None,
        args: vec![
            ("call", call.title.get(to.locale).to_owned()),
            ("count", proposals.to_string()),
            ("until", if when.is_some() { "set" } else { "none" }.to_owned()),
            ("when", when.unwrap_or_default()),
        ],
        action: Some(Button { label_key: "mail-open-desk", link: config.link("/desk?waiting=yes") }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
