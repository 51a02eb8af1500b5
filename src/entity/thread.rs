//! A conversation about a proposal. Its audience never changes.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, ThreadId, UserId},
    proposals::rules::Audience,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "threads")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ThreadId,
    pub proposal_id: ProposalId,
    pub audience: Audience,
    /// May be empty.
    pub subject: String,
    pub begun_by: UserId,
    pub begun_at: Moment,
    pub resolved_at: Option<Moment>,
    pub resolved_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}
