//! The pages of writing with another city.

use askama::Template;

use super::{Closing, For, Top};
use crate::{
    entity::{co_editor, user},
    ids::UserId,
    proposals::{
        policy::{Deed, Standing, may},
        store::co_editors::Invited,
    },
    web::{Filled, Frame},
    words::Locale,
};

/// The co-editors of a proposal.
#[derive(Template)]
#[template(path = "proposals/co_editors.html")]
pub struct CoEditorsPage {
    frame: Frame,
    top: Top,
    lines: Vec<CoEditorLine>,
    may_invite: bool,
    may_remove: bool,
    /// Why nobody can be invited, where that is to be said.
    reason: Option<String>,
    locales: Vec<(String, String)>,
    filled: Filled,
}

/// A co-editor, or someone who is invited to be.
pub struct CoEditorLine {
    id: UserId,
    name: String,
    email: String,
    /// Since when, or until when the invitation can be accepted.
    note: String,
    accepted: bool,
    is_me: bool,
}

impl CoEditorLine {
    pub fn new(row: &co_editor::Model, person: &user::Model, me: UserId, reader: For) -> Self {
        let (key, at) = match row.accepted_at {
            Some(at) => ("proposals-co-since", at),
            None => ("proposals-co-until", row.expires_at),
        };
        let when = reader.locale.instant(at, reader.zone);
        Self {
            id: person.id,
            // Whose an address is, is theirs to say, by accepting.
            name: if row.accepted_at.is_some() { person.name.clone() } else { person.email.to_string() },
            email: person.email.to_string(),
            note: reader.locale.tr(key, &[("when", when.into())]),
            accepted: row.accepted_at.is_some(),
            is_me: person.id == me,
        }
    }
}

impl CoEditorsPage {
    pub fn new(frame: Frame, top: Top, standing: &Standing, lines: Vec<CoEditorLine>, filled: Filled) -> Self {
        let inviting = may(standing, Deed::InviteCoEditors);
        Self {
            may_invite: inviting.is_yes(),
            may_remove: may(standing, Deed::RemoveCoEditors).is_yes(),
            reason: inviting.reason().map(|key| frame.t(key)),
            locales: Locale::ALL.map(|locale| (locale.tag().to_owned(), locale.own_name().to_owned())).to_vec(),
            frame,
            top,
            lines,
            filled,
        }
    }
}

/// One's own invitation to write in a proposal.
#[derive(Template)]
#[template(path = "proposals/invited.html")]
pub struct InvitedPage {
    frame: Frame,
    reference: String,
    title: String,
    language: &'static str,
    organisation: String,
    call: String,
    by: String,
    until: String,
    closing: Option<Closing>,
}

impl InvitedPage {
    pub fn new(frame: Frame, invited: &Invited, reader: For) -> Self {
        let proposal = &invited.proposal;
        Self {
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            organisation: invited.organisation.name.clone(),
            call: invited.call.title.get(reader.locale).to_owned(),
            by: invited.by.clone(),
            until: reader.locale.instant(invited.row.expires_at, reader.zone),
            closing: Closing::at(proposal.state, invited.deadline, &invited.call, reader),
            frame,
        }
    }
}
