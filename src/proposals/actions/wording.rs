//! What the letters of a call say: changed by the secretariat, version by version, or given back to the service's own words.

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    calls,
    error::{Error, Result},
    ids::CallId,
    mail::{LetterTexts, Wording, kinds::Kind},
    proposals::{
        decisions::{Texts, placeholders},
        rules::Outcome,
        store::texts,
    },
    words::Locale,
};

/// Keeps what the letters about an outcome say in a language; none for the service's own words. `seen` is the version that the
/// person saw, 0 before the first.
pub async fn write(
    act: &Act,
    actor: &Actor,
    call: CallId,
    of: (Outcome, Locale),
    seen: i32,
    wording: Option<&Wording>,
) -> Result<()> {
    if !actor.is(StaffRole::Secretariat) {
        return Err(Error::NotFound);
    }
    if wording.is_some_and(|wording| !wording.slips(&placeholders(of.0)).is_empty()) {
        return Err(Error::Refused("decisions-no-placeholder"));
    }
    calls::locked(act, call).await?;
    let version = texts::write(act, call, of, seen, wording).await?;
    let data = json!({ "kind": of.0, "language": of.1, "version": version, "own": wording.is_some() });
    act.event("call.letter_text", format!("call:{call}"), data).await.map(|_| ())
}

/// All that the letters of a call say about decisions, so that what was looked at is what goes out: where it has no words of its
/// own, those of all calls. And a number that every change of any of them raises.
pub fn complete((mut texts, changes): (Texts, usize), of_all: &LetterTexts) -> (Texts, usize) {
    for outcome in Outcome::ALL {
        let Some(kind) = Kind::of(outcome.code()) else { continue };
        for locale in Locale::ALL {
            texts.entry(*outcome).or_default().entry(locale).or_insert_with(|| of_all.of(kind, locale));
        }
    }
    let kinds: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
    (texts, changes + of_all.changes(&kinds))
}
