//! The page on which the secretariat gives more time.

use askama::Template;

use super::told;
use crate::{
    calls::{self, Instants},
    entity::{call, extension, organisation},
    proposals::pages::For,
    web::{Filled, Frame},
};

/// More time: for all who apply to a call, or for one organisation.
#[derive(Template)]
#[template(path = "proposals/extension.html")]
pub struct ExtensionPage {
    frame: Frame,
    filled: Filled,
    call: String,
    /// Where the call is edited.
    href: String,
    closes: Instants,
    /// The deadline first announced, if it was extended.
    first: Option<String>,
    /// On whose clock the instants are typed.
    clock: String,
    /// How many get a letter.
    told: String,
    version: String,
    organisations: Vec<(String, String)>,
    granted: Vec<Line>,
}

/// An extension that was granted.
struct Line {
    whom: String,
    /// From when to when.
    moved: String,
    when: String,
    iso: String,
    reason: String,
    /// Whether another took its place.
    is_over: bool,
}

impl ExtensionPage {
    /// `holders`: how many hold drafts; `offered`: the slugs and names of organisations.
    pub fn new(
        frame: Frame,
        filled: Filled,
        (call, reader): (&call::Model, For),
        holders: u64,
        offered: Vec<(String, String)>,
        granted: &[(extension::Model, Option<organisation::Model>)],
    ) -> Self {
        let locale = reader.locale;
        let typed = filled.value("version");
        Self {
            version: if typed.is_empty() { call.version.to_string() } else { typed.to_owned() },
            call: call.title.get(locale).to_owned(),
            href: format!("/desk/calls/{}", call.slug),
            closes: told(call.closes_at, call, reader),
            first: call.first_closes_at.map(|at| locale.instant(at, call.zone())),
            clock: calls::clock(call.zone(), locale),
            told: locale.tr("deadlines-told", &[("count", holders.into())]),
            organisations: offered,
            granted: granted.iter().map(|(row, whom)| line(row, whom.as_ref(), call, reader)).collect(),
            frame,
            filled,
        }
    }
}

fn line(row: &extension::Model, whom: Option<&organisation::Model>, call: &call::Model, reader: For) -> Line {
    let locale = reader.locale;
    let instant = |at| locale.instant(at, call.zone());
    let moved = [("was", instant(row.was).into()), ("closes", instant(row.closes_at).into())];
    Line {
        whom: whom.map_or_else(|| locale.t("deadlines-for-all"), |whom| whom.name.clone()),
        moved: locale.tr("deadlines-moved", &moved),
        when: locale.instant(row.granted_at, reader.zone),
        iso: row.granted_at.iso(),
        reason: row.reason.clone(),
        is_over: row.ended_at.is_some(),
    }
}
