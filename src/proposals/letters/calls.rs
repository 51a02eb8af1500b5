//! The letters about a call, to those who hold drafts in it.

use super::{Reader, listed};
use crate::{
    calls::Instants,
    clock::Moment,
    config::Config,
    entity::call,
    mail::{Button, Letter, LetterClass, Recipient, Words},
    proposals::circulars::Circular,
};

/// The deadline of the call has moved: from when to when, and why.
pub fn extended(
    config: &Config,
    call: &call::Model,
    (was, closes_at): (Moment, Moment),
    reason: &str,
    to: &Reader,
) -> Letter {
    let mut letter = about(config, "call_extended", call, to);
    letter.args.extend(told(call, closes_at, to));
    letter.args.push(("was", to.locale.instant(was, call.zone())));
    letter.args.push(("reason", reason.to_owned()));
    letter
}

/// One organisation has time of its own.
pub fn extended_for(config: &Config, call: &call::Model, closes_at: Moment, reason: &str, to: &Reader) -> Letter {
    let mut letter = about(config, "extension_granted", call, to);
    letter.args.extend(told(call, closes_at, to));
    letter.args.push(("reason", reason.to_owned()));
    letter
}

/// The instant on the clock of the call, on the reader's and in UTC.
fn told(call: &call::Model, at: Moment, to: &Reader) -> [(&'static str, String); 4] {
    let told = Instants::new(at, call.zone(), Some(to.zone), to.locale);
    // Whose clock is the call's is not told the same time twice.
    let clock = if told.in_reader_zone.is_some() { "other" } else { "same" };
    let yours = told.in_reader_zone.unwrap_or_default();
    [("when", told.in_call_zone), ("clock", clock.to_owned()), ("yours", yours), ("utc", told.in_utc)]
}

/// What the secretariat writes to all whose proposals stand in certain states.
pub fn written(config: &Config, call: &call::Model, circular: &Circular, to: &Reader) -> Letter {
    let mut letter = about(config, "call_letter", call, to);
    letter.args.push(("subject", circular.subject.get(to.locale).to_owned()));
    let states = circular.states.iter().map(|state| to.locale.t(&format!("layout-state-{}", state.code()))).collect();
    letter.args.push(("states", listed(states, to.locale)));
    letter.args.push(("text", circular.text.get(to.locale).to_owned()));
    letter
}

fn about(config: &Config, kind: &'static str, call: &call::Model, to: &Reader) -> Letter {
    Letter {
        kind,
        class: LetterClass::Service,
        words: Words::OfKind,
        to: Recipient { email: to.email.clone(), name: to.name.clone(), user: to.id, locale: to.locale },
        event: String::new(),
        proposal: None,
        args: vec![("call", call.title.get(to.locale).to_owned())],
        action: Some(Button { label_key: "mail-open-proposals", link: config.link("/proposals") }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}
