//! Letters that are only looked at, or sent to whoever writes their words: with the values of a real letter, or with examples.
//! Nothing in them acts for anybody: their buttons lead to the front page.

use std::{collections::BTreeMap, time::Duration};

use super::{
    Button, Letter, LetterClass, Recipient, Wording, Words,
    kinds::Kind,
    wording::{Placeholder, Sort},
};
use crate::{
    clock::{Moment, Zone},
    config::Config,
    ids::ProposalId,
    words::Locale,
};

/// Values as a letter has them.
pub type Args = Vec<(&'static str, String)>;

/// The most that the values of a letter are kept for, in bytes: they are for looking at.
const MOST: usize = 4_096;

/// The values of a letter, if they may be kept and looked at later: nothing of what opens a door, or tells of several things.
pub(super) fn kept(letter: &Letter, tells_more: bool) -> Option<serde_json::Value> {
    let length: usize = letter.args.iter().map(|(name, value)| name.len() + value.len()).sum();
    if letter.secret || letter.kind == TEST || tells_more || length > MOST {
        return None;
    }
    let args: BTreeMap<&str, &str> = letter.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    serde_json::to_value(args).ok()
}

/// The values of a letter as they were kept; what such letters have learnt to say since stands as an example has it.
pub fn of_letter(kept: &serde_json::Value, examples: Args) -> Args {
    let kept = |name: &str| kept.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
    examples.into_iter().map(|(name, example)| (name, kept(name).unwrap_or(example))).collect()
}

/// Values that stand for those of a letter of this kind.
pub fn examples(config: &Config, kind: &Kind, locale: Locale, at: Moment) -> Args {
    let instant = locale.instant(at + Duration::from_secs(7 * 86_400), Zone::UTC);
    let value = |one: &Placeholder| match one.sort {
        Sort::Sentence => None,
        Sort::Number => Some("3".to_owned()),
        Sort::Day => Some(locale.date(at.day_in(Zone::UTC.0))),
        Sort::Instant => Some(instant.clone()),
        Sort::Link => Some(config.link(&format!("/receipts/{HASH}"))),
        Sort::Line | Sort::Name | Sort::Text => Some(words(config, one.name, locale)),
    };
    let placeholders = kind.placeholders();
    let mut args: Args = placeholders.iter().filter_map(|one| Some((one.name, value(one)?))).collect();
    for (name, value) in [("when", instant.clone()), ("yours", instant)] {
        add(&mut args, name, value);
    }
    for name in ["author", "fields"] {
        add(&mut args, name, words(config, name, locale));
    }
    for (name, code) in examples_behind(kind) {
        add(&mut args, name, code.to_owned());
    }
    args
}

fn add(args: &mut Args, name: &'static str, value: String) {
    if args.iter().all(|(known, _)| *known != name) {
        args.push((name, value));
    }
}

/// Codes by which the sentences of an example are chosen: so that each says something.
fn examples_behind(kind: &Kind) -> Vec<(&'static str, &'static str)> {
    let codes = [
        ("waits_eligibility", "3"),
        ("days_eligibility", "3"),
        ("waits_late", "3"),
        ("days_late", "3"),
        ("waits_question", "3"),
        ("days_question", "3"),
        ("waits_publication", "3"),
        ("days_publication", "3"),
        ("waits_missing", "3"),
        ("days_missing", "3"),
        ("account", "known"),
        ("changed", "some"),
        ("clock", "other"),
        ("kind", "report"),
        ("sealed", "yes"),
        ("until", "set"),
        ("who", "known"),
    ];
    let named = kind.placeholders();
    codes.into_iter().filter(|(name, _)| named.iter().all(|one| one.name != *name)).collect()
}

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const REFERENCE: &str = "MI-2014-000";

fn words(config: &Config, name: &str, locale: Locale) -> String {
    match name {
        "reference" => REFERENCE.to_owned(),
        "proposal" => {
            let title = locale.t("texts-sample-title");
            locale.tr("proposals-named", &[("reference", REFERENCE.into()), ("title", title.into())])
        }
        "requests" => format!("1. {}", locale.t("texts-sample-request")),
        "sha256" => HASH.to_owned(),
        "seal" => format!("12 {HASH}"),
        "host" => config.public_url.host_str().unwrap_or_default().to_owned(),
        other => locale.t(&format!("texts-sample-{other}")),
    }
}

/// A letter of a kind as it would arrive in these words.
pub fn look(config: &Config, kind: &Kind, to: Recipient, args: Args, wording: Wording) -> Letter {
    let home = config.link("/");
    Letter {
        kind: kind.name,
        class: LetterClass::Service,
        words: Words::Own(wording),
        to,
        event: "look".to_owned(),
        proposal: None,
        args,
        action: kind.button.map(|label_key| Button { label_key, link: home }),
        unsubscribe: None,
        because: None,
        gather: None,
        secret: false,
    }
}

/// The kind of a letter that is a test: nobody chooses not to have it, and its values are no example.
const TEST: &str = "test";

/// The same letter as a test to whoever writes its words. `about` is the proposal whose values it tells, so that whoever must not
/// hear of that is kept from this letter, too.
pub fn test(letter: Letter, about: Option<ProposalId>, event: impl std::fmt::Display) -> Letter {
    let locale = letter.to.locale;
    let marked = |own: Wording| {
        let subject = locale.tr("letters-test-subject", &[("subject", own.subject.into())]);
        Words::Own(Wording { subject, ..own })
    };
    let words = match letter.words {
        Words::Own(own) => marked(own),
        Words::OfKind => Words::OfKind,
    };
    Letter { kind: TEST, words, event: format!("test:{event}"), proposal: about, ..letter }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{LetterTexts, kinds::KINDS, render};

    fn someone(locale: Locale) -> Recipient {
        let email = "ana@agra.example".parse().unwrap();
        Recipient { email, name: "Ana".to_owned(), user: None, locale }
    }

    #[test]
    fn an_example_of_every_letter_in_every_language_lacks_no_value() {
        let config = Config::default();
        for kind in KINDS {
            for locale in Locale::ALL {
                let args = examples(&config, kind, locale, Moment::from_millis(1_396_346_400_000));
                let letter = look(&config, kind, someone(locale), args, kind.usual(locale));
                let rendered = render(&config, &LetterTexts::default(), &letter).unwrap();
                for text in [&rendered.subject, &rendered.text] {
                    assert!(!text.contains(['{', '}']) && !text.contains("texts-sample-"), "{}: {text}", kind.name);
                }
            }
        }
    }

    #[test]
    fn the_values_of_a_letter_are_kept_unless_they_are_secret_or_many() {
        let config = Config::default();
        let letter = |kind: &str| {
            let kind = Kind::of(kind).unwrap();
            let args = examples(&config, kind, Locale::En, Moment::from_millis(0));
            look(&config, kind, someone(Locale::En), args, Wording::default())
        };
        let comment = letter("comment");
        let args = kept(&comment, false).unwrap();
        let again = of_letter(&args, vec![("text", String::new()), ("unheard", "an example".to_owned())]);
        assert_eq!(again, [("text", words(&config, "text", Locale::En)), ("unheard", "an example".to_owned())]);
        assert_eq!(kept(&comment, true), None);
        assert_eq!(kept(&Letter { secret: true, ..comment.clone() }, false), None);
        assert_eq!(kept(&Letter { args: vec![("text", "x".repeat(5_000))], ..comment }, false), None);
        assert_eq!(kept(&letter("test"), false), None);
    }
}
