//! Letters on paper: as a snapshot shows them.

use initiatives::{entity::letter, ids::LetterId};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::BTreeSet;

use crate::support::{
    TestApp,
    letters::{Written, read},
};

/// The letters of a story, looked at as they come.
#[derive(Default)]
pub struct Mailbox {
    seen: BTreeSet<LetterId>,
}

impl Mailbox {
    /// The letters posted since the last look, in the order of their recipients.
    pub async fn look(&mut self, app: &TestApp) -> Vec<Written> {
        let find = letter::Entity::find().order_by_asc(letter::Column::Recipient).order_by_asc(letter::Column::Kind);
        let all = read(app, find).await;
        all.into_iter().filter(|letter| self.seen.insert(letter.id)).collect()
    }

    /// Looks, and compares what came with the snapshots of these kinds: one for each, with the letters of all recipients.
    pub async fn shows(&mut self, app: &TestApp, kinds: &[&str]) {
        let letters = self.look(app).await;
        let came: BTreeSet<&str> = letters.iter().map(|letter| letter.kind.as_str()).collect();
        assert_eq!(came, kinds.iter().copied().collect(), "other letters than expected");
        for kind in kinds {
            show(kind, &letters.iter().filter(|letter| letter.kind == *kind).collect::<Vec<_>>());
        }
    }
}

/// Compares letters of one kind with their snapshot.
pub fn show(kind: &str, letters: &[&Written]) {
    let paper: Vec<String> = letters.iter().map(|letter| on_paper(letter)).collect();
    kept(kind, &paper.join("\n\n"));
}

/// Compares a text with the snapshot of this name.
pub fn kept(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots/letters_posted");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, masked(text)));
}

fn on_paper(letter: &Written) -> String {
    for header in [&letter.subject, &letter.recipient_name] {
        assert!(!header.contains(['\r', '\n']), "a header has two lines: {header:?}");
    }
    let rule = "=".repeat(100);
    format!(
        "{rule}\n[{}] To: {} <{}>\nSubject: {}\n\n{}",
        letter.locale,
        letter.recipient_name,
        letter.recipient,
        letter.subject,
        letter.body_text.trim_end()
    )
}

/// The text with every secret, id and hash as `(…)`: long runs of their letters, with a digit among them. A number right
/// before a hash counts the events of the audit trail, which is no letter's matter: it becomes `N`.
fn masked(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_part) {
        let end = rest[at..].find(|c| !is_part(c)).map_or(rest.len(), |end| at + end);
        out.push_str(&rest[..at]);
        let run = &rest[at..end];
        let is_secret = run.len() >= 36 && run.contains(|c: char| c.is_ascii_digit());
        if is_secret && out.ends_with(' ') {
            let counted = out.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if counted < out.trim_end().len() {
                out.truncate(counted);
                out.push_str("N ");
            }
        }
        out.push_str(if is_secret { "(…)" } else { run });
        rest = &rest[end..];
    }
    out + rest
}
