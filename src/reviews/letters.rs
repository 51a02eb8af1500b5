//! The letters of the slice. They name no proposal: whoever must not hear of one any more is not told of it by a letter that
//! was about many.

use std::collections::BTreeMap;

use crate::{
    calls::Instants,
    clock::Moment,
    config::Config,
    entity::call,
    mail::{
        Button, Letter, LetterClass, Recipient, Words,
        reminders::{Reminder, Step, WAITING},
    },
    proposals::Addressee,
};

/// A reviewer is reminded of `count` reviews that are to be in by the same instant.
pub fn reminder(
    config: &Config,
    call: &call::Model,
    to: &Addressee,
    (due_at, step): (Moment, &Step),
    count: usize,
) -> Letter {
    let told = Instants::new(due_at, call.zone(), Some(to.zone), to.locale);
    let args = vec![
        ("call", call.title.get(to.locale).to_owned()),
        ("count", count.to_string()),
        ("when", told.in_reader_zone.unwrap_or(told.in_call_zone)),
    ];
    let event = format!("review-reminder:{}:{}:{}", call.id, due_at.millis(), step.hours);
    letter(config, step.letter, to, event, args)
}

/// One of the secretariat is reminded of what waits: so many of each.
pub fn waiting(config: &Config, to: &Addressee, morning: Moment, counts: &BTreeMap<Reminder, usize>) -> Letter {
    let mut args = vec![
        ("count", counts.values().sum::<usize>().to_string()),
        ("as_of", to.locale.date(morning.day_in(to.zone.0))),
    ];
    for (of, waits, days) in [
        (Reminder::Eligibility, "waits_eligibility", "days_eligibility"),
        (Reminder::Late, "waits_late", "days_late"),
        (Reminder::Question, "waits_question", "days_question"),
        (Reminder::Publication, "waits_publication", "days_publication"),
        (Reminder::Missing, "waits_missing", "days_missing"),
    ] {
        args.push((waits, counts.get(&of).copied().unwrap_or(0).to_string()));
        args.push((days, of.row().first_days().to_string()));
    }
    letter(config, WAITING, to, format!("waiting:{}", morning.millis()), args)
}

fn letter(
    config: &Config,
    kind: &'static str,
    to: &Addressee,
    event: String,
    args: Vec<(&'static str, String)>,
) -> Letter {
    Letter {
        kind,
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: to.email.clone(), name: to.name.clone(), user: to.id, locale: to.locale },
        event,
        proposal: None,
        args,
        action: Some(Button { label_key: "mail-open-desk", link: config.link("/desk?waiting=yes") }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
