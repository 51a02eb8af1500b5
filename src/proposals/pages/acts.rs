//! One's own proposals, starting one, and the pages that ask before something grave is done.

use askama::Template;

use super::{For, Top, told};
use crate::{
    calls::Instants,
    clock::Moment,
    entity::{call, proposal},
    proposals::workflow::State,
    web::{Filled, Frame},
};

/// One's own proposals.
#[derive(Template)]
#[template(path = "proposals/list.html")]
pub struct ListPage {
    frame: Frame,
    empty_text: String,
    items: Vec<ListItem>,
    /// Whether a call is open for one of the own organisations.
    can_start: bool,
    /// Whether several organisations must be told apart.
    several: bool,
    /// Invitations to write in a proposal of another city: address, title, language, reference.
    invitations: Vec<(String, String, &'static str, String)>,
}

/// Who leads a proposal in the list.
pub struct Led<'a> {
    pub organisation: &'a str,
    /// Whether one writes in it by another organisation's invitation.
    pub co_edited: bool,
}

/// A proposal in the list.
pub struct ListItem {
    reference: String,
    href: String,
    title: String,
    language: &'static str,
    state: &'static str,
    organisation: String,
    co_edited: bool,
    call: String,
    next: String,
    until: Option<Instants>,
    /// How many messages about it are new to the reader, in words.
    unread: Option<String>,
}

impl ListPage {
    pub fn new(
        frame: Frame,
        items: Vec<ListItem>,
        invited: Vec<proposal::Model>,
        can_start: bool,
        several: bool,
    ) -> Self {
        let invitation = |proposal: proposal::Model| {
            let href = format!("/proposals/{}/invitation", proposal.reference);
            (href, proposal.title, proposal.language.tag(), proposal.reference.to_string())
        };
        let invitations = invited.into_iter().map(invitation).collect();
        let empty_text = frame.t(if can_start { "proposals-empty-open" } else { "proposals-empty-closed" });
        Self { frame, empty_text, items, can_start, several, invitations }
    }
}

impl ListItem {
    pub fn new(
        proposal: &proposal::Model,
        call: &call::Model,
        lead: &Led<'_>,
        reader: For,
        (own, unread): (Until, Option<i64>),
    ) -> Self {
        let until = match proposal.state {
            State::Draft => Some(own.closes_at),
            State::Returned => proposal.due_at,
            _ => None,
        };
        let next = if own.late {
            "proposals-next-late".to_owned()
        } else {
            format!("proposals-next-{}", proposal.state.code())
        };
        Self {
            reference: proposal.reference.to_string(),
            href: format!("/proposals/{}", proposal.reference),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            state: proposal.state.code(),
            organisation: lead.organisation.to_owned(),
            co_edited: lead.co_edited,
            call: call.title.get(reader.locale).to_owned(),
            next: reader.locale.t(&next),
            until: until.map(|at| told(at, call, reader)),
            unread: unread.map(|count| reader.locale.tr("discussion-unread", &[("count", count.into())])),
        }
    }
}

/// The deadline that holds for a draft, and whether it is over.
#[derive(Clone, Copy, Debug)]
pub struct Until {
    pub closes_at: Moment,
    pub late: bool,
}

/// The calls in which one can start a proposal.
#[derive(Template)]
#[template(path = "proposals/start.html")]
pub struct StartPage {
    frame: Frame,
    calls: Vec<Startable>,
    /// The calls for which a file of answers can be brought along, and the organisations for which.
    importable: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
    filled: Filled,
}

/// An open call, with the own organisations that it admits.
pub struct Startable {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub href: String,
    pub guidelines: String,
    /// Whose deadline it is: the call's, or the organisation's own.
    pub heading: String,
    pub closes: Instants,
    pub organisations: Vec<(String, String)>,
    /// Why none of the own organisations can.
    pub reason: Option<String>,
}

impl StartPage {
    pub fn new(frame: Frame, calls: Vec<Startable>, filled: Filled) -> Self {
        let open = calls.iter().filter(|call| !call.organisations.is_empty());
        let importable = open.clone().map(|call| (call.id.clone(), call.title.clone())).collect();
        let mut organisations: Vec<_> = open.flat_map(|call| call.organisations.clone()).collect();
        organisations.sort_by(|a, b| a.1.cmp(&b.1));
        organisations.dedup();
        Self { frame, calls, importable, organisations, filled }
    }
}

/// Asks before a verb is done, and for its reason where it needs one.
#[derive(Template)]
#[template(path = "proposals/act.html")]
pub struct ActPage {
    frame: Frame,
    top: Top,
    text: String,
    action: String,
    label: String,
    asks_reason: bool,
    danger: bool,
    version: i32,
    filled: Filled,
}

impl ActPage {
    /// `verb` names the text, `proposals-<verb>-text`, and the workflow's button.
    pub fn new(frame: Frame, top: Top, verb: (&str, &str), asks_reason: bool, version: i32, filled: Filled) -> Self {
        let (noun, action) = verb;
        Self {
            text: frame.t(&format!("proposals-{noun}-text")),
            action: format!("{}/{noun}", top.href),
            label: frame.t(&format!("proposals-do-{action}")),
            asks_reason,
            danger: action != "reopen",
            version,
            filled,
            frame,
            top,
        }
    }
}
