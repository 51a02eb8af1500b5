//! What a calendar tells of a call.

use crate::{
    calls::{calendar::Deadline, store::changes::Changes},
    entity::call,
    words::Locale,
};

/// The deadline of a call, in the words of a language. `base`: the address of the service.
pub fn deadline(call: &call::Model, changes: Changes, base: &str, locale: Locale) -> Deadline {
    let href = format!("{base}/calls/{}?lang={}", call.slug, locale.tag());
    let when = locale.instant(call.closes_at, call.zone());
    let first = call.first_closes_at.map(|at| {
        let first = locale.instant(at, call.zone());
        locale.tr("calls-extended", &[("when", first.into())])
    });
    let told = [Some(call.summary.get(locale).to_owned()), Some(when), first, Some(href.clone())];
    Deadline {
        call: call.id,
        at: call.closes_at,
        changes: changes.times,
        created_at: call.created_at,
        changed_at: changes.last,
        summary: locale.pair(locale.t("calls-deadline"), call.title.get(locale)),
        description: told.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        href,
    }
}
