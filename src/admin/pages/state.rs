//! The state of the service.

use std::collections::BTreeMap;

use askama::Template;

use crate::{admin::rules::Target, mail::state::Stage, web::Frame};

/// What was found out.
pub struct Findings {
    pub is_postgres: bool,
    /// Steps of the schema: taken, and still to be taken.
    pub steps: (usize, usize),
    pub public_url: String,
    pub mail: Target,
    pub files: Target,
    pub letters: BTreeMap<Stage, i64>,
    pub announcements: u64,
    pub sessions: u64,
    /// The last sealed event: its number and its hash.
    pub sealed: Option<(i64, String)>,
    pub unsealed: u64,
}

/// The state of the service.
#[derive(Template)]
#[template(path = "admin/state.html")]
pub struct StatePage {
    pub frame: Frame,
    /// Terms and what is known of them: keys and texts.
    pub facts: Vec<(&'static str, String)>,
    /// Letters that someone should look at: what to say, and where they are.
    pub waiting: Vec<(String, String)>,
    pub letters: Vec<Count>,
    pub announcements: String,
    pub sessions: String,
    /// Which event was sealed last.
    pub position: Option<String>,
    pub hash: String,
    pub unsealed: String,
}

/// How many letters stand somewhere.
pub struct Count {
    pub stage: String,
    pub count: String,
    /// The list of them; none where there are none.
    pub href: Option<String>,
}

impl StatePage {
    pub fn new(frame: Frame, found: Findings) -> Self {
        let count = |n: u64| frame.locale.number(i64::try_from(n).unwrap_or(i64::MAX));
        let database = if found.is_postgres { "admin-database-postgresql" } else { "admin-database-sqlite" };
        Self {
            facts: vec![
                ("admin-version", env!("CARGO_PKG_VERSION").to_owned()),
                ("admin-database", frame.t(database)),
                ("admin-schema", steps(&frame, found.steps)),
                ("admin-public-url", found.public_url),
                ("admin-mail-target", target(&frame, found.mail)),
                ("admin-files-target", target(&frame, found.files)),
            ],
            waiting: waiting(&frame, &found.letters),
            letters: Stage::ALL.iter().map(|stage| letters(&frame, *stage, &found.letters)).collect(),
            announcements: count(found.announcements),
            sessions: count(found.sessions),
            unsealed: count(found.unsealed),
            position: found.sealed.as_ref().map(|(position, _)| number(&frame, *position)),
            hash: found.sealed.map(|(_, hash)| hash).unwrap_or_default(),
            frame,
        }
    }
}

fn number(frame: &Frame, position: i64) -> String {
    frame.tr("admin-head-number", &[("position", frame.locale.number(position).into())])
}

fn steps(frame: &Frame, (taken, pending): (usize, usize)) -> String {
    let key = if pending == 0 { "admin-schema-current" } else { "admin-schema-pending" };
    frame.tr(key, &[("taken", taken.into()), ("pending", pending.into())])
}

fn target(frame: &Frame, target: Target) -> String {
    match target {
        Target::Folder => frame.t("admin-target-folder"),
        Target::Server(address) => address,
    }
}

fn href(stage: Stage) -> String {
    format!("/admin/mail?state={}", stage.code())
}

fn letters(frame: &Frame, stage: Stage, letters: &BTreeMap<Stage, i64>) -> Count {
    let count = letters.get(&stage).copied().unwrap_or(0);
    Count { stage: frame.t(stage.key()), count: frame.locale.number(count), href: (count > 0).then(|| href(stage)) }
}

fn waiting(frame: &Frame, letters: &BTreeMap<Stage, i64>) -> Vec<(String, String)> {
    let waiting = [
        (Stage::Failed, "admin-waiting-failed"),
        (Stage::Bounced, "admin-waiting-bounced"),
        (Stage::Unknown, "admin-waiting-unknown"),
    ];
    let said = |(stage, key): (Stage, &str)| {
        let count = *letters.get(&stage)?;
        Some((frame.tr(key, &[("count", count.into())]), href(stage)))
    };
    waiting.into_iter().filter_map(said).collect()
}
