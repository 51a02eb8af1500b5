//! A reviewer's standing on a proposal, until it is ended.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{AssignmentId, ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assignments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AssignmentId,
    pub proposal_id: ProposalId,
    pub reviewer_id: UserId,
    pub assigned_by: Option<UserId>,
    pub assigned_at: Moment,
    pub ended_at: Option<Moment>,
    /// Until when the review is asked for, where it is another instant than the phase's.
    pub due_at: Option<Moment>,
    pub accepted_at: Option<Moment>,
    /// The reviewer has read it and does not judge it; it counts as answered.
    pub abstained_at: Option<Moment>,
    /// Ended by the reviewer, who does not review it.
    pub declined: bool,
    /// Why it was declined, abstained from, or ended; empty where nobody said.
    pub reason: String,
    #[sea_orm(belongs_to, from = "reviewer_id", to = "id")]
    pub reviewer: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
