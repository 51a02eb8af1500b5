//! The letters of the slice. They name no proposal: whoever must not hear of one any more is not told of it by a letter that
//! was about many.

use crate::{
    calls::Instants,
    clock::Moment,
    config::Config,
    entity::call,
    mail::{Button, Letter, LetterClass, Recipient, Words},
    proposals::Addressee,
    reviews::reminders::is_late,
};

/// A reviewer is reminded of `count` reviews that are to be in by the same instant.
pub fn reminder(
    config: &Config,
    call: &call::Model,
    to: &Addressee,
    (due_at, hours): (Moment, i32),
    count: usize,
) -> Letter {
    let told = Instants::new(due_at, call.zone(), Some(to.zone), to.locale);
    Letter {
        kind: if is_late(hours) { "review_late" } else { "review_reminder" },
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: to.email.clone(), name: to.name.clone(), user: to.id, locale: to.locale },
        event: format!("review-reminder:{}:{}:{hours}", call.id, due_at.millis()),
        proposal: None,
        args: vec![
            ("call", call.title.get(to.locale).to_owned()),
            ("count", count.to_string()),
            ("when", told.in_reader_zone.unwrap_or(told.in_call_zone)),
        ],
        action: Some(Button { label_key: "mail-open-desk", link: config.link("/desk?waiting=yes") }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
