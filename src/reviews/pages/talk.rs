//! What is said about a proposal, in brief: a line for each conversation. The conversations have a page of their own.

use super::Reader;
use crate::{
    ids::UserId,
    proposals::{
        Standing,
        discussion::{first_line, hidden, open_to},
        threads::{Found, Said},
    },
};

/// The conversations about a proposal.
pub struct TalkPart {
    pub href: String,
    pub lines: Vec<TalkLine>,
    /// Why others' words are not there, if they are not.
    pub hidden: Option<String>,
    /// Whether the reader can begin one.
    pub open: bool,
}

/// A conversation with the last thing that was said in it.
pub struct TalkLine {
    pub href: String,
    /// The code of its audience.
    pub audience: &'static str,
    pub icon: &'static str,
    pub subject: String,
    pub who: String,
    pub when: String,
    pub iso: String,
    /// Its beginning.
    pub text: String,
    pub unread: usize,
    pub resolved: bool,
}

/// How much of a message a line shows, and by how much of its first one a conversation without a subject is called, in characters.
const BEGINNING: usize = 160;
const TITLE: usize = 60;

impl TalkPart {
    pub fn of(found: &[Found], standing: &Standing, (reference, me): (&str, UserId), reader: Reader) -> Self {
        let href = format!("/proposals/{reference}/discussion");
        Self {
            lines: found.iter().filter_map(|one| line(one, &href, me, reader)).collect(),
            hidden: hidden(standing).map(|key| reader.t(key)),
            open: !open_to(standing).is_empty(),
            href,
        }
    }
}

fn line(found: &Found, href: &str, me: UserId, reader: Reader) -> Option<TalkLine> {
    let (first, last) = (found.first()?, found.last()?);
    let (thread, audience) = (&found.thread, found.thread.audience);
    let nameless = reader.t("visibility-nameless");
    let text = |said: &Said, most: usize| {
        first_line(&found.readable(&said.row.body, said.row.author_id == me, &nameless), most)
    };
    let untitled = || {
        let of = reader.t(&format!("discussion-{}-untitled", audience.code()));
        reader.locale.pair(of, text(first, TITLE))
    };
    Some(TalkLine {
        href: format!("{href}#thread-{}", thread.id),
        audience: audience.code(),
        icon: audience.icon(),
        subject: if thread.subject.is_empty() { untitled() } else { found.subject(me, &nameless) },
        who: last.author.clone().unwrap_or_else(|| nameless.clone()),
        when: reader.instant(last.row.at),
        iso: last.row.at.iso(),
        text: text(last, BEGINNING),
        unread: found.unread(me),
        resolved: thread.resolved_at.is_some(),
    })
}
