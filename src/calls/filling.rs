//! A call as its form holds it.

use std::time::Duration;

use super::terms::{Admits, Terms};
use crate::{
    clock::{Moment, Zone},
    words::{Locale, Trilingual},
};

/// What the proposals of a call rest on: where it is found, what it asks, and the year in their references. Once one was started,
/// these stay.
pub fn foundations(terms: &Terms) -> [(&'static str, String); 3] {
    [
        ("slug", terms.slug.as_str().to_owned()),
        ("guidelines", terms.guidelines.to_string()),
        ("year", terms.year.to_string()),
    ]
}

/// The values of the form's inputs, by name.
pub fn typed(terms: &Terms, version: i32) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| values.push((name.to_owned(), value));
    for (name, value) in foundations(terms) {
        put(name, value);
    }
    put("period_first", terms.period.first().to_string());
    put("period_last", terms.period.last().to_string());
    put("zone", terms.zone.name().to_owned());
    put("opens", local(terms.window.opens_at, terms.zone));
    put("closes", local(terms.window.closes_at, terms.zone));
    put("grace", minutes(terms.window.grace));
    boxes(terms.admits, terms.example, &mut put);
    let nothing = Trilingual::default();
    let texts = [
        ("title", &terms.title),
        ("summary", &terms.summary),
        ("body", &terms.body),
        ("note", terms.note.as_ref().unwrap_or(&nothing)),
    ];
    for (name, text) in texts {
        for locale in Locale::ALL {
            put(&format!("{name}_{locale}"), text.get(locale).to_owned());
        }
    }
    put("version", version.to_string());
    values
}

fn boxes(admits: Admits, example: bool, put: &mut impl FnMut(&str, String)) {
    for (name, ticked) in
        [("admits_members", admits.members()), ("admits_partners", admits.partners()), ("example", example)]
    {
        if ticked {
            put(name, "yes".to_owned());
        }
    }
}

/// As `<input type="datetime-local">` holds it; seconds only where there are some.
pub fn local(at: Moment, zone: Zone) -> String {
    let local = at.in_zone(zone.0).naive_local();
    let whole = at.millis().rem_euclid(60_000) == 0;
    local.format(if whole { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
}

fn minutes(grace: Duration) -> String {
    grace.as_secs().div_ceil(60).to_string()
}

/// A new call's form: what is usual.
pub fn usual(zone: Zone) -> Vec<(String, String)> {
    [("zone", zone.name()), ("grace", "5"), ("admits_members", "yes"), ("admits_partners", "yes")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}
