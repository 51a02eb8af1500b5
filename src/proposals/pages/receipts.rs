//! Receipts: for those who submitted, and what anybody with a hash is told.

use askama::Template;

use super::{For, Top, told};
use crate::{
    calls::Instants,
    entity::{call, submission},
    guidelines::Change,
    proposals::store::submissions::Confirmed,
    web::Frame,
};

/// The receipt of a submission.
#[derive(Template)]
#[template(path = "proposals/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    top: Top,
    number: i32,
    at: Instants,
    sha256: String,
    by: Option<String>,
    canonical: String,
    file_name: String,
    /// Where anybody can ask about it.
    verify: String,
    /// How it differs from the submission before.
    changes: Vec<Change>,
    is_first: bool,
    seal: Option<String>,
    taking_back: TakingBack,
    /// What was saved while the confirmation page was open.
    changed_before: Vec<String>,
}

/// Whether a submission can still be taken back.
pub enum TakingBack {
    /// Until when.
    Until(Instants),
    /// Why not.
    No(String),
    /// There is nothing to say about it.
    Silent,
}

/// What stands on a receipt besides the submission itself.
pub struct Besides {
    pub by: Option<String>,
    pub changes: Vec<Change>,
    pub seal: Option<String>,
    /// The absolute address at which anybody can ask about it.
    pub verify: String,
    pub taking_back: TakingBack,
    /// What was saved while the confirmation page was open: a line for each field.
    pub changed_before: Vec<String>,
}

impl ReceiptPage {
    pub fn new(
        frame: Frame,
        top: Top,
        (row, call, reader): (&submission::Model, &call::Model, For),
        besides: Besides,
    ) -> Self {
        Self {
            number: row.number,
            at: told(row.submitted_at, call, reader),
            sha256: row.sha256.clone(),
            by: besides.by,
            canonical: format!("{}/submissions/{}/canonical", top.href, row.number),
            file_name: canonical_name(&top.reference, row.number),
            verify: besides.verify,
            changes: besides.changes,
            is_first: row.number == 1,
            seal: besides.seal,
            taking_back: besides.taking_back,
            changed_before: besides.changed_before,
            frame,
            top,
        }
    }
}

/// The name under which the canonical bytes are saved.
pub fn canonical_name(reference: &str, number: i32) -> String {
    format!("{reference}-{number}.json")
}

/// The form to ask about a receipt.
#[derive(Template)]
#[template(path = "proposals/receipts.html")]
pub struct AskPage {
    frame: Frame,
    typed: String,
    /// The key of what is to be said about what was typed.
    wrong: Option<&'static str>,
}

impl AskPage {
    pub fn new(frame: Frame) -> Self {
        Self { frame, typed: String::new(), wrong: None }
    }

    /// What was asked for cannot be a hash.
    pub fn no_hash(frame: Frame, typed: String) -> Self {
        Self { frame, typed, wrong: Some("documents-hash-wrong") }
    }

    /// It can be one, and nothing of it was received here.
    pub fn unknown(frame: Frame, hash: String) -> Self {
        Self { frame, typed: hash, wrong: Some("documents-hash-unknown") }
    }
}

/// What anybody with the hash of a submission is told: reference, number and time, nothing else.
#[derive(Template)]
#[template(path = "proposals/confirmed.html")]
pub struct ConfirmedPage {
    frame: Frame,
    reference: String,
    number: i32,
    at: Instants,
    sha256: String,
}

impl ConfirmedPage {
    pub fn new(frame: Frame, known: &Confirmed, sha256: String) -> Self {
        Self {
            reference: known.reference.to_string(),
            number: known.number,
            at: Instants::new(known.at, known.zone, None, frame.locale),
            sha256,
            frame,
        }
    }
}
