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
    #[sea_orm(belongs_to, from = "reviewer_id", to = "id")]
    pub reviewer: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
