//! What was decided on a proposal; at most one is in force.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{DecisionId, ProposalId, UserId},
    proposals::rules::Outcome,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "decisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionId,
    pub proposal_id: ProposalId,
    pub outcome: Outcome,
    /// Who decided: the Board of Directors.
    pub body: String,
    /// At which of its sessions.
    pub session: String,
    /// The day, `2014-10-10`; may be empty for an ineligible or a returned one.
    pub decided_on: String,
    pub minute_reference: String,
    pub reason: String,
    /// To the applicant, in the letter.
    pub message: String,
    /// What is asked of a proposal that is returned.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub requests: Option<Json>,
    /// Until when it can then be submitted again.
    pub due_at: Option<Moment>,
    /// What its letters say instead of what those of the call say, by outcome and language.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub letters: Option<Json>,
    /// Raised by every change before it is published; what was seen must be what is changed.
    pub version: i32,
    pub registered_by: Option<UserId>,
    pub registered_at: Moment,
    pub published_at: Option<Moment>,
    pub revised_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
